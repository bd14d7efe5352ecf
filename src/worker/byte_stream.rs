//! A file's bytes as they come from the disk, into memory that is used again: the way that costs the browser least.

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// How many bytes are read at once: so many that calls cost little, and so few that they stay in a cache.
const AT_ONCE: u32 = 512 * 1024;

#[wasm_bindgen]
extern "C" {
    type Stream;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn reader(this: &Stream, how: &Object) -> Result<Reader, JsValue>;

    type Reader;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Reader, into: &Uint8Array, how: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn cancel(this: &Reader) -> Promise;
}

/// Reads a file from its beginning.
pub struct ByteStream {
    reader: Reader,
    /// How much each step is to have, where the browser can say so; elsewhere a step may have less.
    full: Object,
    /// Memory that nobody needs any more.
    spare: Option<ArrayBuffer>,
}

impl ByteStream {
    /// The bytes of `file`; nothing where the browser cannot read into memory that it is given.
    pub fn of(file: &Blob) -> Option<ByteStream> {
        let reader = file.stream().unchecked_into::<Stream>().reader(&with("mode", &"byob".into())?).ok()?;
        Some(ByteStream { reader, full: with("min", &AT_ONCE.into())?, spare: None })
    }

    /// The next bytes; nothing at the end.
    pub async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let room = self.spare.take().unwrap_or_else(|| ArrayBuffer::new(AT_ONCE));
        let step = JsFuture::from(self.reader.read(&Uint8Array::new(&room), &self.full)?).await?;
        let bytes = Reflect::get(&step, &JsValue::from_str("value"))?.dyn_into::<Uint8Array>();
        // At the end there may be bytes, or none.
        Ok(bytes.ok().filter(|bytes| bytes.length() > 0))
    }

    /// Takes back bytes that were read and are needed no more.
    pub fn give_back(&mut self, bytes: &Uint8Array) {
        self.spare = Some(bytes.buffer()).filter(|buffer| buffer.byte_length() == AT_ONCE);
    }
}

impl Drop for ByteStream {
    fn drop(&mut self) {
        // It fails where reading has failed, which was told.
        let cancelled = JsFuture::from(self.reader.cancel());
        wasm_bindgen_futures::spawn_local(async move { drop(cancelled.await) });
    }
}

fn with(key: &str, value: &JsValue) -> Option<Object> {
    let object = Object::new();
    Reflect::set(&object, &JsValue::from_str(key), value).ok()?;
    Some(object)
}
