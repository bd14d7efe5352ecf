//! How the reader writes numbers, as the browser knows it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::view::amount_text::Separators;

/// The reader's separators; those of English if the browser does not say.
pub fn separators() -> Separators {
    read().unwrap_or_default()
}

/// Reads them off a sample written with Latin digits.
fn read() -> Option<Separators> {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).ok();
    set("numberingSystem", "latn")?;
    // No language asked for means the reader's own.
    let format = js_sys::Intl::NumberFormat::new(&Array::new(), options.unchecked_ref());
    let parts = format.format_to_parts(1_234_567_890.5);
    let mut separators = Separators::default();
    let mut groups = Vec::new();
    for part in parts.iter() {
        let value = text(&part, "value")?;
        match text(&part, "type")?.as_str() {
            "integer" => groups.push(value.chars().count()),
            "group" => separators.group = value,
            "decimal" => separators.decimal = value,
            _ => {}
        }
    }
    if let [.., further, first] = groups.as_slice() {
        separators.first = *first;
        separators.further = *further;
    }
    Some(separators)
}

fn text(part: &JsValue, key: &str) -> Option<String> {
    Reflect::get(part, &key.into()).ok()?.as_string()
}
