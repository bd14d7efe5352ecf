//! One row of the hierarchy, and a window of rows.

use serde::{Deserialize, Serialize};

use crate::view::hit::Hit;
use crate::view::mark::{Mark, Weight};

/// A line as the hierarchy draws it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The line's number within its statement.
    pub line: u32,
    /// 0 for a section, one more a level.
    pub depth: u16,
    /// Its place among its siblings, from 1.
    pub position: u32,
    /// How many siblings there are, itself counted.
    pub siblings: u32,
    /// Its name; empty if it has none.
    pub name: String,
    /// Its account id; empty if it has none.
    pub account_id: String,
    /// The amount it states, exact; what is written instead if that cannot be read.
    pub reported: String,
    /// Whether `reported` is an amount.
    pub readable: bool,
    /// The sum of its items, exact, if it was compared.
    pub calculated: Option<String>,
    /// Reported − calculated, exact, if it is not zero.
    pub difference: Option<String>,
    /// How its total came out, if it has one.
    pub mark: Option<Mark>,
    /// The worst of its own findings that nobody accepted.
    pub weight: Option<Weight>,
    /// Whether lines stand under it, and whether these are shown.
    pub branch: Branch,
    /// Its JSON pointer.
    pub pointer: String,
    /// What of it a search found.
    pub hit: Hit,
    /// How many hits stand under it that are not shown.
    pub hidden_hits: u32,
    /// Whether it is picked to be added up.
    pub picked: bool,
}

/// What stands under a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Branch {
    /// Nothing.
    None,
    /// Lines that are shown.
    Open,
    /// Lines that are not shown.
    Closed {
        /// Whether an error stands at one of them.
        hides_error: bool,
    },
}

/// A window of the rows that are visible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The statement they belong to.
    pub statement: u32,
    /// How many rows are visible in all.
    pub total: u32,
    /// The first row of the window.
    pub from: u32,
    /// The window.
    pub rows: Vec<Row>,
    /// The row to move to, if the request was to find one.
    pub focus: Option<u32>,
}
