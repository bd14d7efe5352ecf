//! Where a table goes that may be larger than memory: a file that the person picked, the browser's own disk, or blobs behind
//! what memory holds.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

use crate::worker::own_disk::{OwnFile, call};

/// Takes the bytes of a table as they are made.
pub enum Sink {
    /// The person's own file: a `FileSystemWritableFileStream`.
    Picked(JsValue),
    /// A file of the browser's.
    Own(OwnFile),
    /// A list of bytes, and of blobs, which the browser may keep where it likes.
    Kept(Kept),
}

impl Sink {
    /// How many bytes are put at once.
    pub const BATCH: usize = 2 << 20;

    /// To the file that the person picked, if one was; else to the browser's disk, or to blobs where it has none.
    pub async fn open(picked: &JsValue) -> Result<Sink, JsValue> {
        if !picked.is_undefined() {
            return Ok(Sink::Picked(call(picked, "createWritable", &[]).await?));
        }
        Ok(OwnFile::create().await.map_or_else(|_| Sink::memory(), Sink::Own))
    }

    /// To memory, and to blobs what is more than some.
    pub fn memory() -> Sink {
        Sink::Kept(Kept::default())
    }

    /// Adds bytes. Fails if the disk is full.
    pub async fn put(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        if bytes.is_empty() { Ok(()) } else { self.put_all(&Uint8Array::from(bytes)).await }
    }

    /// Adds bytes that stand in no memory of ours: a `Uint8Array` of its own; of a person's file a `Blob` too.
    pub async fn put_all(&mut self, bytes: &JsValue) -> Result<(), JsValue> {
        match self {
            Sink::Picked(stream) => {
                call(stream, "write", &[bytes]).await?;
            }
            Sink::Own(file) => {
                if file.put(bytes).await? != Some(f64_of(bytes.unchecked_ref::<Uint8Array>().length())) {
                    return Err(JsValue::from_str("the disk is full"));
                }
            }
            Sink::Kept(kept) => kept.put(bytes)?,
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
            Sink::Own(file) => file.close().await,
            Sink::Kept(kept) => Ok(kept.blob(media_type)?.into()),
        }
    }

    /// What was put is of no use: lets go of it.
    pub async fn give_up(self) {
        drop(match self {
            Sink::Picked(stream) => call(&stream, "abort", &[]).await.map(drop),
            Sink::Own(file) => file.give_up().await,
            Sink::Kept(_) => Ok(()),
        });
    }
}

/// Bytes that are kept: the first of them as they are, for a blob takes as long to make as they took to come, and all others
/// in blobs, so that not too much memory is taken.
#[derive(Clone, Default)]
pub struct Kept {
    pieces: Array,
    bytes: u32,
}

impl Kept {
    /// The most bytes that are kept as they are.
    const MOST: u32 = 64 << 20;

    /// Adds a `Uint8Array`.
    pub fn put(&mut self, bytes: &JsValue) -> Result<(), JsValue> {
        self.bytes = self.bytes.saturating_add(bytes.unchecked_ref::<Uint8Array>().length());
        if self.bytes <= Kept::MOST {
            self.pieces.push(bytes);
        } else {
            self.pieces.push(&Blob::new_with_u8_array_sequence(&Array::of1(bytes))?.into());
        }
        Ok(())
    }

    /// All of them, which from now on are kept in this blob only.
    pub fn blob(&self, media_type: &str) -> Result<Blob, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_blob_sequence_and_options(&self.pieces, &options)?;
        self.pieces.splice(0, self.pieces.length(), &blob);
        Ok(blob)
    }
}

#[expect(clippy::disallowed_types, reason = "a count of bytes from the browser, not money")]
fn f64_of(count: u32) -> f64 {
    f64::from(count)
}
