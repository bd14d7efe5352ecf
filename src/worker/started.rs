//! A worker that was started, heard from, and is ended when it is let go.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::worker::program::Program;
use crate::worker::protocol::{self, Message, Tell};

/// A worker that runs. Dropping it ends it, whatever it does, with all its memory.
pub struct Started {
    worker: Worker,
    /// Kept because the browser calls them for as long as the worker runs.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Started {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Started {
    /// Starts a program in a worker. `told` hears what it says, `ended` that it ended by a fault of ours; neither may
    /// drop it at once, as the browser is still calling it then.
    pub fn start(
        program: &Program,
        told: impl Fn(Message<Tell>) + 'static,
        ended: impl Fn() + 'static,
    ) -> Result<Started, JsValue> {
        let worker = program.start()?;
        let on_message = Closure::new(move |event: MessageEvent| {
            if let Some(message) = protocol::unpack::<Tell>(event.data()) {
                told(message);
            }
        });
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            ended();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Started { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Posts a message. One that cannot be posted would be a fault of ours; the worker then simply does not answer.
    pub fn post(&self, message: &JsValue) {
        drop(self.worker.post_message(message));
    }
}
