//! Makes pixels of an SVG: only the page's own thread can, and the browser does the work.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::view::picture::raster;

/// The PNG of the SVG at this address, which is so large; nothing if it is too large for a canvas. Fails if the browser
/// has no room for it.
pub async fn png(url: &str, width: u32, height: u32) -> Result<Option<Blob>, JsValue> {
    let Some(scale) = raster::scale(width, height) else { return Ok(None) };
    let image: JsValue = document().create_element("img")?.into();
    set(&image, "src", &url.into())?;
    JsFuture::from(call(&image, "decode", &[])?.dyn_into::<Promise>()?).await?;
    let canvas: JsValue = document().create_element("canvas")?.into();
    let (wide, high) = (JsValue::from(width * scale), JsValue::from(height * scale));
    set(&canvas, "width", &wide)?;
    set(&canvas, "height", &high)?;
    let brush = call(&canvas, "getContext", &["2d".into()])?;
    call(&brush, "drawImage", &[image, 0.into(), 0.into(), wide, high])?;
    let made = Promise::new(&mut |resolve: Function, _| drop(call(&canvas, "toBlob", &[resolve.into()])));
    // A canvas that is larger than memory gives no bytes.
    JsFuture::from(made).await?.dyn_into().map(Some)
}

fn set(object: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), value).map(drop)
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    function.apply(object, &arguments.iter().collect::<Array>())
}
