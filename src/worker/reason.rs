//! What the browser says of an error, as far as it says anything.

use wasm_bindgen::{JsCast, JsValue};

/// What the browser says, for a person: one sentence or part of one.
pub fn reason(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| "the browser does not say why".to_owned())
}
