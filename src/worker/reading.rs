//! Reads a file slice by slice and feeds the engine.

#![expect(clippy::disallowed_types, reason = "byte offsets for the browser and milliseconds, not money")]

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::engine::Engine;
use crate::model::report::Report;
use crate::model::settings::Settings;

/// One slice: large enough that the calls cost nothing, small enough that progress is smooth.
const SLICE: u32 = 2 * 1024 * 1024;
/// How long to wait, in milliseconds, before telling again how far reading is.
const PAUSE: f64 = 50.0;

/// Reads `file` to its end and judges it with these settings. `progress` is told the bytes read and the bytes in all, now and then.
///
/// The next slice is asked for before the last one is read, so that disk and engine work at once. One window of
/// memory is reused for all slices.
pub async fn read(file: &File, settings: Settings, progress: impl Fn(u64, u64)) -> Result<Report, JsValue> {
    let size = file.size();
    let mut engine = Engine::new(&file.name(), settings);
    let mut window = Vec::new();
    let mut told = js_sys::Date::now();
    let mut at = 0.0;
    let mut next = slice(file, at)?;
    while at < size {
        let bytes: ArrayBuffer = JsFuture::from(next).await?.dyn_into()?;
        if bytes.byte_length() == 0 {
            return Err(JsValue::from_str("it is shorter than it was"));
        }
        at += f64::from(bytes.byte_length());
        next = slice(file, at)?;
        let bytes = Uint8Array::new(&bytes);
        window.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut window);
        engine.feed(&window);
        let now = js_sys::Date::now();
        if now - told >= PAUSE {
            told = now;
            progress(whole(at), whole(size));
        }
    }
    // Nothing is left to ask for, but the promise must not be left to fail unheard.
    JsFuture::from(next).await?;
    Ok(engine.finish())
}

/// The bytes from `at` on, one slice at most.
fn slice(file: &File, at: f64) -> Result<Promise, JsValue> {
    Ok(file.slice_with_f64_and_f64(at, at + f64::from(SLICE))?.array_buffer())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number"
)]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
