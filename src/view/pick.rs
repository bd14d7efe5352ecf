//! Adding up by hand: how lines are picked, and what they come to.

use serde::{Deserialize, Serialize};

/// One act on the lines that are picked. Lines are given by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pick {
    /// No line is picked any more.
    Clear,
    /// Picks the line, or lets go of it; a range goes from here next.
    Toggle {
        /// The line.
        line: u32,
        /// The line that is chosen: it is picked too if none was.
        with: Option<u32>,
    },
    /// Picks every line that is shown between two. If `from` is where the last range ended, or the line that was picked
    /// last, that range is drawn anew from where it began; else another begins at `from`.
    Range {
        /// Where the reader was.
        from: u32,
        /// Where it ends.
        to: u32,
    },
    /// The same with nothing else picked: what a hand does that is drawn over lines.
    Sweep {
        /// Where it begins.
        from: u32,
        /// Where it ends.
        to: u32,
    },
}

/// What the picked lines come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    /// The statement they belong to.
    pub statement: u32,
    /// How many lines are picked.
    pub count: u32,
    /// How many of them have no amount that can be read.
    pub without_amount: u32,
    /// The exact sum of the others; nothing if it has more digits than an amount may have.
    pub sum: Option<String>,
    /// The total to compare with, if there is one.
    pub against: Option<Against>,
    /// The first picked lines that have picked lines under them, by name, so that figures are counted twice.
    pub twice: Vec<String>,
    /// How many such lines there are.
    pub twice_count: u32,
}

/// A total that picked lines are compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Against {
    /// Its line.
    pub line: u32,
    /// Its name.
    pub name: String,
    /// What it reports, exact, if that can be read.
    pub amount: Option<String>,
    /// How many of the picked lines are compared with it: all of them but itself.
    pub others: u32,
    /// Its amount − the sum of those, exact, if both can be told.
    pub difference: Option<String>,
}
