//! Waits for a while.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::worker::program;

/// How long to leave the machine to the page, in milliseconds, that has to draw the report of a large file.
pub const UNTIL_DRAWN: i32 = 250;

/// Waits so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let over = Promise::new(&mut |over, _| {
        let timer = program::scope()
            .map(|scope| scope.set_timeout_with_callback_and_timeout_and_arguments_0(&over, milliseconds));
        // Without a timer nothing is waited for.
        if !matches!(timer, Some(Ok(_))) {
            drop(over.call0(&JsValue::UNDEFINED));
        }
    });
    drop(JsFuture::from(over).await);
}
