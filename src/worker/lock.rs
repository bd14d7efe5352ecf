//! The second policy, after which neither the page nor its worker can connect to anything.

use wasm_bindgen::JsValue;

/// What is allowed once the page has all it needs. Policies only ever add up, so nothing can lift this one, and a
/// worker started from a blob inherits it. It is shown to the reader word for word.
pub const POLICY: &str = "default-src 'none'; connect-src 'none'; script-src 'wasm-unsafe-eval' blob:; \
     worker-src blob:; img-src data: blob:; frame-src 'none'; form-action 'none'; object-src 'none'; \
     media-src 'none'; font-src 'none'; manifest-src 'none'";

/// Adds the policy to the page.
pub fn close() -> Result<(), JsValue> {
    let missing = || JsValue::from_str("the page has no head");
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let meta = document.create_element("meta")?;
    meta.set_attribute("http-equiv", "Content-Security-Policy")?;
    meta.set_attribute("content", POLICY)?;
    document.head().ok_or_else(missing)?.append_child(&meta)?;
    Ok(())
}
