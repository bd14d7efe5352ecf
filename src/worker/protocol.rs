//! What page and worker say to each other.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::view::finding_group::FindingGroup;
use crate::view::panel::Panel;
use crate::view::row::Rows;
use crate::view::step::Step;
use crate::view::summary::{Opened, Summary};

/// A message and the file it is about: each file read gets a new number, so that what is said about an earlier one
/// can be told apart and ignored.
#[derive(Debug, Serialize, Deserialize)]
pub struct Message<T> {
    /// The file's number.
    pub about: u32,
    /// What is said.
    pub body: T,
}

/// What the page asks.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Read this file. Only a handle is posted; the bytes stay where they are.
    Read {
        /// The file.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        file: web_sys::File,
    },
    /// Read the sample that comes with the worker.
    Sample,
    /// Open another statement of the report.
    Open {
        /// Its number.
        statement: u32,
    },
    /// Do a step on the tree and show rows.
    Tree {
        /// The step.
        step: Step,
        /// The first row wanted.
        from: u32,
        /// How many.
        count: u32,
    },
    /// Everything about a line.
    Panel {
        /// The line.
        line: u32,
    },
    /// Make a file to take away.
    Export {
        /// Of this format.
        format: Wanted,
    },
}

/// What can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// The six columns of the compact CSV.
    CsvCompact,
    /// The eighteen columns of the full CSV.
    CsvFull,
    /// report.json
    ReportJson,
}

/// What the worker tells.
#[derive(Debug, Serialize, Deserialize)]
pub enum Tell {
    /// It can be asked now.
    Ready,
    /// How far reading is.
    Progress {
        /// Bytes read.
        read: u64,
        /// Bytes in all.
        of: u64,
    },
    /// The file could not be read to its end.
    Failed {
        /// What the browser says of it.
        reason: String,
    },
    /// The report is made.
    Report(Box<Opening>),
    /// Another statement was opened.
    Opened {
        /// What is said about it.
        opened: Option<Opened>,
        /// Its first rows.
        rows: Rows,
    },
    /// Rows of the tree.
    Rows(Rows),
    /// Everything about a line.
    Panel(Option<Panel>),
    /// A file to take away could not be made.
    NotExported {
        /// Why.
        reason: String,
    },
    /// A file to take away.
    Export(Made),
}

/// A file to take away.
#[derive(Debug, Serialize, Deserialize)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// How many cells were kept from running as formulas.
    pub guarded: u64,
    /// Its bytes; they are handed over, not copied.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub bytes: js_sys::Uint8Array,
}

/// Everything the page needs to draw a report for the first time.
#[derive(Debug, Serialize, Deserialize)]
pub struct Opening {
    /// What is said about the file.
    pub summary: Summary,
    /// What is said about the statement that is open, if there is one.
    pub opened: Option<Opened>,
    /// The findings.
    pub groups: Vec<FindingGroup>,
    /// The first rows.
    pub rows: Rows,
    /// The report as a file, if it is all that is left to ask for: the worker may then be ended.
    pub last: Option<Made>,
}

/// A worker that read a file larger than this, in bytes, is not used again: its memory would not shrink.
pub const LARGE: u64 = 16 * 1024 * 1024;

/// How many rows are sent before the page has said how many it shows.
pub const FIRST_ROWS: u32 = 80;

/// A message as the browser posts it. Nothing here fails in practice; if it does, nothing is posted.
pub fn pack<T: Serialize>(about: u32, body: T) -> JsValue {
    serde_wasm_bindgen::to_value(&Message { about, body }).unwrap_or(JsValue::UNDEFINED)
}

/// A message as it was posted, or nothing if it is none of ours.
pub fn unpack<T: serde::de::DeserializeOwned>(value: JsValue) -> Option<Message<T>> {
    serde_wasm_bindgen::from_value(value).ok()
}
