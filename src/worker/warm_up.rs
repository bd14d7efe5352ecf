//! Runs the engine for nobody while the visitor looks for a file: the browser compiles code when it first runs, and again
//! and better once it has run often, so that the first file is answered sooner.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// How long it runs in all, in milliseconds: longer makes hardly anything faster.
#[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
const IN_ALL: f64 = 150.0;

/// How long it runs before it looks whether a file has come, in milliseconds.
#[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
const AT_ONCE: f64 = 5.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(run: &Function, milliseconds: i32) -> i32;
}

/// Does `work` again and again in short tasks, as long as it is `wanted`.
pub async fn warm_up(work: impl Fn(), wanted: impl Fn() -> bool) {
    let mut spent = 0.0;
    while spent < IN_ALL && wanted() {
        let began = js_sys::Date::now();
        let mut now = began;
        while now - began < AT_ONCE {
            work();
            now = js_sys::Date::now();
        }
        spent += now - began;
        other_tasks().await;
    }
}

/// Lets whatever else waits come first.
async fn other_tasks() {
    let promise = Promise::new(&mut |done, _| {
        set_timeout(&done, 0);
    });
    // It cannot fail.
    drop(JsFuture::from(promise).await);
}
