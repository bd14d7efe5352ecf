//! The list of statements: what the page asks of it, and what it is sent.

use serde::{Deserialize, Serialize};

use crate::view::mark::Mark;

/// The columns that the list can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Column {
    /// The order of the files.
    #[default]
    Number,
    /// Whose statement it is.
    Entity,
    /// The day the figures are true of.
    Date,
    /// The currency.
    Currency,
    /// The verdict, the worst last.
    Verdict,
    /// The size of the difference.
    Difference,
    /// How many errors there are.
    Errors,
    /// The file it stands in.
    File,
}

/// Which statements are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Sorted by this column; equal ones stay in the order of the files.
    pub by: Column,
    /// Whether from the other end.
    pub down: bool,
    /// Only those of this verdict.
    pub only: Option<Mark>,
    /// Only those whose entity, title, date, currency or file has this text in it; the case of ASCII letters does not
    /// count.
    pub text: String,
}

/// One statement in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    /// Its number among all statements, from 0.
    pub number: u32,
    /// The name of its file, if there are several.
    pub file: String,
    /// Whose statement it is, and what it is called beside that; may be empty.
    pub entity: String,
    /// The day the figures are true of, or the text that stands for it; may be empty.
    pub as_of: String,
    /// Its currency; may be empty.
    pub currency: String,
    /// Its verdict.
    pub verdict: Mark,
    /// What the equation differs by, exact, if it was compared; where it does not, what a total differs by.
    pub difference: Option<String>,
    /// Whether that is of a total: the one that differs most.
    pub of_total: bool,
    /// How many checks differ and do not count in the verdict.
    pub aside: u32,
    /// How many findings are errors.
    pub errors: u32,
    /// How many findings are warnings.
    pub warnings: u32,
    /// How many lines it has.
    pub lines: u32,
}

/// A window of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListWindow {
    /// What was wished for.
    pub wish: Wish,
    /// How many statements are as wished.
    pub total: u32,
    /// How many of all that are listed are of each verdict: ties, rounding, not checkable, differs.
    pub verdicts: [u32; 4],
    /// How many statements are not listed, because they are too many.
    pub unlisted: u64,
    /// The first row of the window.
    pub from: u32,
    /// The rows.
    pub rows: Vec<ListRow>,
}
