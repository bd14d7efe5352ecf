//! The SHA-256 of a file, made by the browser in a thread of its own while the engine reads.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::worker::pieces::whole;

/// The browser takes all bytes at once, so that a larger file is digested by the engine, piece by piece.
const LARGEST: u64 = 128 << 20;

#[wasm_bindgen]
extern "C" {
    type SubtleCrypto;
    #[wasm_bindgen(method)]
    fn digest(this: &SubtleCrypto, algorithm: &str, bytes: &JsValue) -> Promise;
}

/// A digest on its way.
pub struct Digest(Promise);

impl Digest {
    /// Begins to make the digest of a file's bytes as they are stored. Nothing where the browser cannot: on a page that
    /// came by plain HTTP, say, or if the file is larger than 128 MiB.
    pub fn begin(file: &File) -> Option<Digest> {
        if whole(file.size()) > LARGEST {
            return None;
        }
        let get = |of: &JsValue, key: &str| Reflect::get(of, &JsValue::from_str(key)).ok();
        let subtle = get(&get(&js_sys::global(), "crypto")?, "subtle")?;
        if !subtle.is_object() {
            return None;
        }
        let (subtle, bytes): (SubtleCrypto, Promise) = (subtle.unchecked_into(), file.array_buffer());
        Some(Digest(wasm_bindgen_futures::future_to_promise(async move {
            // Whoever reads the file meets the same error, so that this promise need not fail as well, unheard.
            let Ok(bytes) = JsFuture::from(bytes).await else { return Ok(JsValue::NULL) };
            Ok(JsFuture::from(subtle.digest("SHA-256", &bytes)).await.unwrap_or(JsValue::NULL))
        })))
    }

    /// The 32 bytes of the digest.
    pub async fn finish(self) -> Result<Vec<u8>, JsValue> {
        let bytes = JsFuture::from(self.0).await?;
        if bytes.is_null() {
            return Err(JsValue::from_str("its digest could not be made"));
        }
        Ok(Uint8Array::new(&bytes).to_vec())
    }
}
