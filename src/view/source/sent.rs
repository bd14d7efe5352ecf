//! What the page asks about the text of a file, and what it is sent.

use serde::{Deserialize, Serialize};

use crate::view::mark::Weight;
use crate::view::source::ink::Ink;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceAsk {
    /// So many rows of the file that is shown.
    Rows {
        /// The first row wanted.
        from: u32,
        /// How many.
        count: u32,
    },
    /// Go to what is chosen, in whichever file it stands.
    Chosen {
        /// The finding, by its number in the report.
        finding: Option<u32>,
        /// The line of the open statement.
        line: Option<u32>,
        /// The row to stay at, if what is chosen is only to be marked.
        stay: Option<u32>,
        /// How many rows are wanted.
        count: u32,
    },
    /// Which line of which statement stands at this offset.
    At {
        /// The offset in the text.
        offset: u64,
        /// The first line that begins from there up to here is meant rather than one that began before.
        to: u64,
    },
    /// Find a text, and go to the first place from this offset on.
    Find {
        /// The text; empty to find nothing any more.
        text: String,
        /// The offset.
        from: u64,
    },
    /// Go to a place that was found.
    Hit {
        /// Which, from 0.
        at: u32,
        /// How many rows are wanted.
        count: u32,
    },
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceTell {
    /// Rows.
    Rows(SourceRows),
    /// How far the counting of the rows is: bytes read, and bytes in all.
    Counting(u64, u64),
    /// The text cannot be read; this is why.
    Failed(String),
    /// What was found so far.
    Found(SourceFound),
    /// What stands at the offset that was asked about.
    At {
        /// The statement, if any stands there.
        statement: Option<u32>,
        /// Its line; only told of the statement that is open.
        line: Option<u32>,
        /// The offset, to be asked about again once the statement is open.
        offset: u64,
    },
}

/// What was found in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFound {
    /// The text that was looked for.
    pub text: String,
    /// How many places.
    pub count: u32,
    /// The one that was gone to, from 0.
    pub at: Option<u32>,
    /// Whether all of the text was looked at, or as much as is.
    pub done: bool,
    /// Whether there are more places than are counted.
    pub full: bool,
}

/// A window of the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRows {
    /// The name of the file, if there are several.
    pub name: String,
    /// How many rows there are in all; as many as are at hand until they are counted.
    pub total: u32,
    /// Whether they are counted.
    pub counted: bool,
    /// The first row of the window.
    pub from: u32,
    /// The window.
    pub rows: Vec<SourceRow>,
    /// The row to go to, if something was to be gone to.
    pub focus: Option<u32>,
    /// The most characters of a row.
    pub widest: u32,
    /// The highest line number there is, as far as it is known.
    pub lines: u32,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// The offset of its first byte in the text.
    pub offset: u64,
    /// The line of the file, from 1.
    pub line: u32,
    /// Whether that line began in a row before.
    pub continued: bool,
    /// How much of it belongs to the chosen line.
    pub chosen: Share,
    /// Its text.
    pub pieces: Vec<SourcePiece>,
    /// What was found here, worst first.
    pub notes: Vec<SourceNote>,
    /// How many more findings there are.
    pub more: u32,
}

/// How much of a row belongs to something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    /// Nothing.
    #[default]
    None,
    /// A part.
    Part,
    /// All but blanks.
    Whole,
}

/// A stretch of a row that is drawn alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePiece {
    /// Where it begins, in bytes from the row's beginning.
    pub at: u32,
    /// What is shown.
    pub text: String,
    /// What it is.
    pub ink: Ink,
    /// Whether it stands for a character that cannot be shown.
    pub sign: bool,
    /// The worst finding whose place this is.
    pub under: Option<Weight>,
    /// Whether it was looked for.
    pub hit: Hit,
    /// Whether it belongs to the chosen line.
    pub chosen: bool,
}

/// Whether a stretch was looked for and found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hit {
    /// It was not.
    #[default]
    None,
    /// It was.
    One,
    /// It was, and is the one that was gone to.
    Current,
}

/// A finding at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNote {
    /// Its number in the report, if it is listed there.
    pub finding: Option<u32>,
    /// The statement it is about.
    pub statement: Option<u32>,
    /// The line it is about.
    pub line: Option<u32>,
    /// Where it stands in the text.
    pub offset: u64,
    /// The rule's code.
    pub rule: String,
    /// How much it weighs.
    pub weight: Weight,
    /// What is wrong.
    pub message: String,
    /// Whether it was accepted.
    pub accepted: bool,
}
