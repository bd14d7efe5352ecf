//! What `input` noticed and could not fit into a statement; rules turn it into findings.

use crate::model::dialect::Dialect;
use crate::model::encoding::Encoding;
use crate::model::lines::LineId;
use crate::model::place::Place;
use crate::model::statement::SectionKind;
use crate::model::syntax::{FaultKind, Shape};

/// One thing noticed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// What was noticed.
    pub kind: OddityKind,
    /// Where.
    pub place: Place,
    /// The statement it belongs to, by its place in [`crate::model::reading::Reading::statements`].
    pub statement: Option<u32>,
    /// The line it belongs to, within that statement.
    pub line: Option<LineId>,
    /// The JSON pointer of the value, if it is not the line's own.
    pub pointer: Option<String>,
}

/// What is taken of the values of a repeated key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The last one.
    Last,
    /// The items of every list.
    Lists,
    /// Every section.
    Sections,
    /// None, for the key is not known there; or what can be used of them.
    Other,
}

impl OddityKind {
    /// Whether something of the file could not be read at all.
    pub fn is_loss(&self) -> bool {
        matches!(self, OddityKind::Fault(_) | OddityKind::TooLarge | OddityKind::TooManyLines)
    }
}

/// What can be noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OddityKind {
    /// The text is not JSON, not UTF-8 or too deep at this place.
    Fault(FaultKind),
    /// The file's encoding is not plain UTF-8, but was read.
    Encoding(Encoding),
    /// An object has this key a second time.
    RepeatedKey {
        /// The key.
        key: String,
        /// What was taken of the values under it.
        taken: Taken,
    },
    /// A line's items are something other than a list (its shape is given) or hold something that is no object.
    ItemsMalformed {
        /// What stood there.
        found: Shape,
        /// Whether it stood within the list.
        within: bool,
    },
    /// A section's key holds something that is no section.
    SectionMalformed {
        /// Which section.
        kind: SectionKind,
        /// The key, as written.
        key: String,
        /// What it holds.
        found: Shape,
    },
    /// A row names a parent that no row is; it stands where a row without a parent would.
    ParentMissing {
        /// The parent it names.
        parent: String,
    },
    /// A row is its own parent, directly or by way of others; it stands where a row without a parent would.
    ParentCycle {
        /// The parent it names.
        parent: String,
    },
    /// A row's level is deeper than one below the row before it; it stands directly under that row.
    LevelJump {
        /// The level of the row before.
        from: i64,
        /// Its own.
        to: i64,
    },
    /// A column of a report is not read.
    ColumnPassedOver {
        /// Its title, as written.
        title: String,
        /// Whether it is the total of the other columns, rather than something that is no period at all.
        total: bool,
    },
    /// A document that is not what it was to be read as.
    FitsNothing(Dialect),
    /// A report that is too large to be kept whole, which its shape needs.
    TooLarge,
    /// A statement of more lines, or longer texts, than are held.
    TooManyLines,
    /// A report that says itself that it has no data.
    EmptyReport,
    /// A value that should hold a statement holds none of the three sections.
    NoStatement {
        /// What it is.
        found: Shape,
        /// Its first keys, at most five, if it is an object.
        keys: Vec<String>,
        /// Whether it is a list without elements.
        empty_list: bool,
    },
}
