//! A file on the person's own disk that a table is written to, where the browser can.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Lets the person pick a file to write to, and answers with its handle.
pub async fn pick(suggested: &str) -> Result<JsValue, JsValue> {
    let dialog: Function = Reflect::get(&window(), &"showSaveFilePicker".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &suggested.into())?;
    let answer: Promise = dialog.call1(&window(), &options)?.dyn_into()?;
    JsFuture::from(answer).await
}

/// Whether the dialog was closed without a choice.
pub fn is_abort(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
}
