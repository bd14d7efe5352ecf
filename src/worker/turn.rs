//! Lets the browser hand over the messages that wait: a file that is read from memory would keep them waiting to its end.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

use crate::worker::program;

/// How long to leave the machine to the page, in milliseconds, that has to draw the report of a large file.
const DRAWING: i32 = 250;

/// Waits until a report that was just told is probably drawn.
pub async fn until_drawn() {
    let over = Promise::new(&mut |over, _| {
        let timer = program::scope()
            .map(|scope| scope.set_timeout_with_callback_and_timeout_and_arguments_0(&over, DRAWING));
        // Without a timer nothing is waited for.
        if !matches!(timer, Some(Ok(_))) {
            drop(over.call0(&JsValue::UNDEFINED));
        }
    });
    drop(JsFuture::from(over).await);
}

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
