//! Lets the browser hand over the messages that wait: a file that is read from memory would keep them waiting to its end.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

/// A message to oneself, which comes behind all that were sent before it. (A timer would wait for four milliseconds.)
pub struct Turn(MessageChannel);

impl Turn {
    /// Ready to be waited for.
    pub fn new() -> Result<Turn, JsValue> {
        MessageChannel::new().map(Turn)
    }

    /// Waits until what was sent before was heard.
    pub async fn wait(&self) -> Result<(), JsValue> {
        let (here, there): (MessagePort, MessagePort) = (self.0.port1(), self.0.port2());
        let heard = Promise::new(&mut |heard, _| here.set_onmessage(Some(heard.unchecked_ref())));
        there.post_message(&JsValue::UNDEFINED)?;
        JsFuture::from(heard).await.map(drop)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.port1().close();
    }
}
