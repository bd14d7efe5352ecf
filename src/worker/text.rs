//! The text of one file, of which any stretch can be read again.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, File};

use crate::engine;
use crate::model::report::FileFacts;
use crate::view::source::index::RowIndex;
use crate::worker::pieces::{self, Pieces, whole};
use crate::worker::reading::take;
use crate::worker::turn::Turn;

/// How many bytes of a copy are put away at once.
const BATCH: usize = 2 << 20;

/// A file's text and where its rows are.
pub struct Text {
    /// Which of the files it is of.
    pub file: u32,
    handle: File,
    /// At which byte of the file the text begins, if it stands there as it is.
    from: Option<u64>,
    /// The text of a file that is packed or in another encoding, once it is counted. The browser keeps it where it likes.
    copy: RefCell<Option<Blob>>,
    index: RefCell<RowIndex>,
    counted: Cell<bool>,
}

impl Text {
    /// The text of a file of which these facts are known.
    pub fn new(file: u32, handle: File, facts: &FileFacts) -> Text {
        // Of a packed file more bytes were read than it has.
        let from = facts.text_from.filter(|_| facts.bytes == whole(handle.size()));
        let (copy, index) = (RefCell::default(), RefCell::default());
        Text { file, handle, from, copy, index, counted: Cell::new(false) }
    }

    /// How many bytes are read to count its rows.
    pub fn size(&self) -> u64 {
        whole(self.handle.size())
    }

    /// Whether its rows are counted.
    pub fn is_counted(&self) -> bool {
        self.counted.get()
    }

    /// Whether it can be read before its rows are counted.
    pub fn is_at_hand(&self) -> bool {
        self.from.is_some() || self.counted.get()
    }

    /// Looks at the rows.
    pub fn index<T>(&self, look: impl FnOnce(&RowIndex) -> T) -> T {
        look(&self.index.borrow())
    }

    /// The text between two offsets, as far as there is any.
    pub async fn between(&self, from: u64, to: u64) -> Result<Vec<u8>, JsValue> {
        let copy = self.copy.borrow().clone();
        match (copy, self.from) {
            (Some(copy), _) => pieces::between(&copy, from, to).await,
            (None, begin) => {
                let begin = begin.unwrap_or(0);
                pieces::between(&self.handle, begin.saturating_add(from), begin.saturating_add(to)).await
            }
        }
    }

    /// Reads all of it once and counts its rows. `go_on` is told the bytes read and answers whether to; whether it always
    /// did.
    pub async fn count(&self, go_on: &dyn Fn(u64) -> bool) -> Result<bool, JsValue> {
        let mut pieces = Pieces::of(&self.handle).await?;
        let mut excerpt = engine::excerpt(0, u64::MAX);
        let mut index = RowIndex::default();
        let (blobs, mut copied) = (Array::new(), Vec::new());
        let (mut read, mut window, turn) = (0_u64, Vec::new(), Turn::new()?);
        while let Some(bytes) = pieces.next().await? {
            take(&bytes, &mut window);
            pieces.give_back(&bytes);
            if let Some(from) = self.from {
                let skip = usize::try_from(from.saturating_sub(read)).unwrap_or(0).min(window.len());
                index.feed(window.get(skip..).unwrap_or_default());
            } else {
                excerpt.feed(&window);
                copied.extend_from_slice(&excerpt.take());
                if copied.len() >= BATCH {
                    index.feed(&copied);
                    put(&blobs, &mut copied)?;
                }
            }
            read += u64::from(bytes.length());
            turn.wait().await?;
            if !go_on(read) {
                return Ok(false);
            }
        }
        if self.from.is_none() {
            copied.extend_from_slice(&excerpt.finish());
            index.feed(&copied);
            put(&blobs, &mut copied)?;
            *self.copy.borrow_mut() = Some(Blob::new_with_blob_sequence(&blobs)?);
        }
        index.finish();
        *self.index.borrow_mut() = index;
        self.counted.set(true);
        Ok(true)
    }
}

fn put(blobs: &Array, copied: &mut Vec<u8>) -> Result<(), JsValue> {
    let bytes = Uint8Array::from(copied.as_slice());
    blobs.push(&Blob::new_with_u8_array_sequence(&Array::of1(&bytes))?.into());
    copied.clear();
    Ok(())
}
