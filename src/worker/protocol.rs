//! What page and worker say to each other.
//!
//! Messages travel as postcard's bytes: both ends are of one build, so nothing need be self-describing, and decoding
//! objects by their field names weighs tens of kilobytes more in a visitor's download. What only the browser can
//! hand over, a file or the bytes of one, travels beside them.

use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::view::change::{Change, Origin};
use crate::view::check_row::CheckList;
use crate::view::finding_group::FindingGroup;
use crate::view::hit::Found;
use crate::view::keys_sheet::{KeysForm, KeysSheet};
use crate::view::list::{ListWindow, Wish};
use crate::view::mark::Mark;
use crate::view::panel::Panel;
use crate::view::pick::{Pick, Picked};
use crate::view::picture::form::Form;
use crate::view::picture::scene::{Act, Motif, Scene, Sight};
use crate::view::printed::Stroke;
use crate::view::row::Rows;
use crate::view::rule_page::RulePage;
use crate::view::settings_sheet::SettingsSheet;
use crate::view::source::sent::{SourceAsk, SourceTell};
use crate::view::step::Step;
use crate::view::summary::{Opened, Summary};

/// A message as it was posted.
pub struct Message<T> {
    /// The number of the file it is about: each file read gets a new one, so that what is said about an earlier
    /// file can be told apart and ignored.
    pub about: u32,
    /// What is said.
    pub body: T,
    /// What the browser itself hands over: a file, or the bytes of one.
    pub payload: JsValue,
}

/// What the page asks.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Read the files that are the payload, a list. Only handles are posted; the bytes stay where they are.
    Read,
    /// Be ready for a file: one hovers over the page, or is about to be chosen.
    Expect,
    /// Read the sample that comes with the worker.
    Sample,
    /// Open another statement of the report.
    Open {
        /// Its number.
        statement: u32,
    },
    /// A window of the list of statements.
    Statements {
        /// Which, and in which order.
        wish: Wish,
        /// The first one wanted.
        from: u32,
        /// How many.
        count: u32,
    },
    /// Which statement comes next in the list.
    Neighbour {
        /// After the open one, rather than before it.
        forward: bool,
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
    /// Search the open statement.
    Search {
        /// For this; for nothing if it is empty.
        text: String,
    },
    /// Which hit of the search comes next.
    Hit {
        /// From this line on.
        from: Option<u32>,
        /// After it, rather than before it.
        forward: bool,
    },
    /// Pick lines to be added up.
    Pick(Pick),
    /// Everything about a line.
    Panel {
        /// The line.
        line: u32,
    },
    /// Something about the text of the files.
    Source(SourceAsk),
    /// Make a file to take away. The payload is the handle of a file that the person picked for it, if any was.
    Export {
        /// Of this format.
        format: Wanted,
    },
    /// How the open file is read, or would be by other keys.
    Keys {
        /// The keys to try; those in use without.
        form: Option<KeysForm>,
    },
    /// Make a picture of the open statement to take away.
    Draw {
        /// As this.
        form: Form,
    },
    /// Give up making a file to take away.
    StopExport,
    /// Takes away a file on the browser's own disk that was handed over.
    Discard {
        /// What it is called there.
        name: String,
    },
    /// What there is to print of the report and the open statement.
    Print,
    /// The files that are open, for the writers to read.
    Files {
        /// What the writers are to make of them; told again with the answer.
        format: Written,
    },
    /// Make a file of the files that are the payload. Only the writers answer that.
    Write {
        /// Of this format.
        format: Written,
        /// The settings, as the text of a settings file.
        settings: String,
    },
    /// The checks of the open statement.
    Checks {
        /// Of this outcome only.
        only: Option<Mark>,
        /// From the so-manieth on.
        from: u32,
    },
    /// Do something to a picture of the open statement and show a part of it.
    Picture {
        /// Which picture.
        motif: Motif,
        /// What to do.
        act: Act,
        /// The part that is in sight.
        sight: Sight,
    },
    /// Change the settings, and judge the open file again.
    Change {
        /// Who wants it; told again with the answer.
        origin: Origin,
        /// The change.
        change: Change,
    },
    /// A page of the rule book.
    Rule {
        /// The rule's code.
        code: String,
    },
    /// Read an example of the rule book as if it were a file.
    Example {
        /// The rule's code.
        code: String,
        /// Whether the one that passes.
        good: bool,
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
    /// The report as one HTML file.
    ReportHtml,
}

/// What only the writers make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Written {
    /// Every table as CSV, in a zip with their catalogue.
    Tables,
    /// Every line as NDJSON.
    Ndjson,
    /// Every table as Parquet, in a zip.
    Parquet,
    /// A workbook of all tables.
    Xlsx,
    /// A dbt project.
    Dbt,
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
    /// How the open file is read.
    Keys(Box<KeysSheet>),
    /// A window of the list of statements.
    Statements(ListWindow),
    /// This statement comes next in the list.
    Neighbour {
        /// Its number.
        statement: u32,
    },
    /// A statement could not be read again.
    NotOpened {
        /// Its number.
        statement: u32,
        /// Why.
        reason: String,
    },
    /// How far the making of a file to take away is.
    Making {
        /// Bytes read for it.
        read: u64,
        /// Bytes in all.
        of: u64,
    },
    /// Another statement was opened.
    Opened {
        /// What is said about it.
        opened: Option<Opened>,
        /// Its first rows.
        rows: Rows,
    },
    /// The settings, once the worker is ready and whenever a change was asked for.
    Settings {
        /// Who asked for a change; nobody if a worker was started or a file was read.
        origin: Option<Origin>,
        /// What they are now.
        sheet: Box<SettingsSheet>,
        /// What is wrong with the change that was asked for; it was then not made.
        faults: Vec<String>,
    },
    /// The open file was judged again.
    Judged(Box<Opening>),
    /// The checks that were asked for.
    Checks(CheckList),
    /// A part of a picture.
    Picture(Box<Scene>),
    /// The page of the rule book that was asked for, if there is such a rule.
    Rule(Option<RulePage>),
    /// What a search found.
    Found(Found),
    /// What the picked lines come to.
    Picked(Picked),
    /// Rows of the tree.
    Rows(Rows),
    /// Everything about a line.
    Panel(Option<Panel>),
    /// A picture to take away; the payload is its bytes.
    Drawn(Box<Drawn>),
    /// What there is to print; the payload is its strokes, packed.
    Printed,
    /// The files that are open; the payload is a list of them.
    Files {
        /// What the writers are to make of them.
        format: Written,
    },
    /// Something about the text of a file.
    Source(Box<SourceTell>),
    /// A file to take away could not be made.
    NotExported {
        /// Why.
        reason: String,
    },
    /// A file to take away; the payload is its bytes, or a blob of them, or nothing if they are in the file that the
    /// person picked.
    Export(Made),
}

/// A file to take away, but for its bytes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// How many cells were kept from running as formulas.
    pub guarded: u64,
}

/// A picture to take away, but for its bytes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Drawn {
    /// The file.
    pub made: Made,
    /// What is not in it, and why.
    pub note: Option<String>,
    /// Its width and height, if pixels are to be made of it before it is handed out.
    pub pixels: Option<(u32, u32)>,
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
    /// The report as a file, its bytes the payload, if it is all that is left to ask for: the worker may then be
    /// ended.
    pub last: Option<Made>,
}

/// A worker that read a file larger than this, in bytes, is not used again: its memory would not shrink.
pub const LARGE: u64 = 16 * 1024 * 1024;

/// How many rows are sent before the page has said how many it shows.
pub const FIRST_ROWS: u32 = 80;

/// A message to post. Nothing here fails in practice; if it does, nothing is said.
pub fn pack(about: u32, body: &impl Serialize, payload: &JsValue) -> JsValue {
    let bytes = postcard::to_allocvec(&(about, body)).unwrap_or_default();
    Array::of2(&Uint8Array::from(bytes.as_slice()), payload).into()
}

/// A message that was posted, or nothing if it is none of ours.
pub fn unpack<T: DeserializeOwned>(value: JsValue) -> Option<Message<T>> {
    let pair: Array = value.dyn_into().ok()?;
    let bytes: Uint8Array = pair.get(0).dyn_into().ok()?;
    let (about, body) = postcard::from_bytes(&bytes.to_vec()).ok()?;
    Some(Message { about, body, payload: pair.get(1) })
}

/// What there is to print, to be handed over as bytes: they wait on the page until someone prints.
pub fn pack_strokes(strokes: &[Stroke]) -> Uint8Array {
    Uint8Array::from(postcard::to_allocvec(strokes).unwrap_or_default().as_slice())
}

/// What there is to print, as it was handed over.
pub fn unpack_strokes(bytes: &JsValue) -> Vec<Stroke> {
    let bytes = bytes.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    postcard::from_bytes(&bytes).unwrap_or_default()
}
