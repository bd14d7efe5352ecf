//! Where a table goes that may be larger than memory: a file that the person picked, the browser's own disk, or blobs.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// The name of the table on the browser's own disk; the next one takes its place.
const NAME: &str = "table";

/// Takes the bytes of a table as they are made.
pub enum Sink {
    /// The person's own file: a `FileSystemWritableFileStream`.
    Picked(JsValue),
    /// A file of the browser's: its handle, and the access to it (`FileSystemSyncAccessHandle`).
    Own(JsValue, JsValue),
    /// Blobs, which the browser may keep where it likes.
    Blobs(Array),
}

impl Sink {
    /// How many bytes are put at once.
    pub const BATCH: usize = 8 << 20;

    /// To the file that the person picked, if one was; else to the browser's disk, or to blobs where it has none.
    pub async fn open(picked: &JsValue) -> Result<Sink, JsValue> {
        if !picked.is_undefined() {
            return Ok(Sink::Picked(call(picked, "createWritable", &[]).await?));
        }
        Ok(Sink::own().await.unwrap_or_else(|_| Sink::Blobs(Array::new())))
    }

    async fn own() -> Result<Sink, JsValue> {
        let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
        let storage = Reflect::get(&navigator, &"storage".into())?;
        let folder = call(&storage, "getDirectory", &[]).await?;
        let create = js_sys::Object::new();
        Reflect::set(&create, &"create".into(), &JsValue::TRUE)?;
        let handle = call(&folder, "getFileHandle", &[&NAME.into(), &create]).await?;
        let access = call(&handle, "createSyncAccessHandle", &[]).await?;
        call(&access, "truncate", &[&0.into()]).await?;
        Ok(Sink::Own(handle, access))
    }

    /// Adds bytes. Fails if the disk is full.
    pub async fn put(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        if bytes.is_empty() {
            return Ok(());
        }
        let bytes = Uint8Array::from(bytes);
        match self {
            Sink::Picked(stream) => {
                call(stream, "write", &[&bytes]).await?;
            }
            Sink::Own(_, access) => {
                let written = call(access, "write", &[&bytes]).await?;
                if written.as_f64() != Some(f64_of(bytes.length())) {
                    return Err(JsValue::from_str("the disk is full"));
                }
            }
            Sink::Blobs(blobs) => {
                let blob = Blob::new_with_u8_array_sequence(&Array::of1(&bytes))?;
                blobs.push(&blob);
            }
        }
        Ok(())
    }

    /// All bytes are in: what the page can hand to the person, unless they have it already.
    pub async fn close(self, media_type: &str) -> Result<JsValue, JsValue> {
        match self {
            Sink::Picked(stream) => {
                call(&stream, "close", &[]).await?;
                Ok(JsValue::UNDEFINED)
            }
            Sink::Own(handle, access) => {
                call(&access, "flush", &[]).await?;
                call(&access, "close", &[]).await?;
                call(&handle, "getFile", &[]).await
            }
            Sink::Blobs(blobs) => {
                let options = BlobPropertyBag::new();
                options.set_type(media_type);
                Ok(Blob::new_with_blob_sequence_and_options(&blobs, &options)?.into())
            }
        }
    }

    /// What was put is of no use: lets go of it.
    pub async fn give_up(self) {
        drop(match self {
            Sink::Picked(stream) => call(&stream, "abort", &[]).await,
            Sink::Own(_, access) => call(&access, "close", &[]).await,
            Sink::Blobs(_) => Ok(JsValue::UNDEFINED),
        });
    }
}

#[expect(clippy::disallowed_types, reason = "a count of bytes from the browser, not money")]
fn f64_of(count: u32) -> f64 {
    f64::from(count)
}

/// Calls a method of an object and waits for what it promises.
async fn call(object: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let given: Array = arguments.iter().copied().collect();
    let answer = function.apply(object, &given)?;
    JsFuture::from(Promise::resolve(&answer)).await
}
