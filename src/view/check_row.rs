//! The checks of the open statement, as a list.

use serde::{Deserialize, Serialize};

use crate::view::mark::Mark;
use crate::view::panel::Comparison;

/// The most checks that are sent at once.
pub const MOST_CHECKS: u32 = 200;

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRow {
    /// The line it is of; none for the equation and for totals of the header.
    pub line: Option<u32>,
    /// The names from the section to the line, or what is compared.
    pub path: Vec<String>,
    /// Its JSON pointer.
    pub pointer: String,
    /// The amount stated, exact.
    pub reported: Option<String>,
    /// How it came out.
    pub comparison: Comparison,
}

/// A part of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckList {
    /// The statement they are of.
    pub statement: u32,
    /// How many there are of each outcome: ties, rounding, differs, not checkable.
    pub counts: [u32; 4],
    /// The only outcome in the list, if it is not all.
    pub only: Option<Mark>,
    /// How many there are of it.
    pub total: u32,
    /// Which of these is the first row.
    pub from: u32,
    /// The rows, at most [`MOST_CHECKS`].
    pub rows: Vec<CheckRow>,
}

/// The outcomes in the order of [`CheckList::counts`].
pub const OUTCOMES: [Mark; 4] = [Mark::Ties, Mark::Rounding, Mark::Differs, Mark::NotCheckable];
