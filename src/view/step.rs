//! What a person can do to the hierarchy.

use serde::{Deserialize, Serialize};

/// One act on the tree. Lines are given by number, rows by their place among the visible ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Nothing; only show the window.
    Look,
    /// Open the line if it is closed, else close it.
    Toggle(u32),
    /// Open the line, its siblings, or all lines.
    Open(Reach),
    /// Close the line, its siblings, or all lines.
    Close(Reach),
    /// Open everything above the line and go there.
    Reveal(u32),
    /// Go to the line's parent.
    Parent(u32),
    /// Go to the next visible row after `after` whose name begins so; case does not count.
    Find {
        /// How the name begins.
        prefix: String,
        /// The row to search from; itself looked at last, or first if `stay`.
        after: u32,
        /// Whether `after` itself may be the answer.
        stay: bool,
    },
}

/// How far opening and closing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// This line.
    Line(u32),
    /// This line and its siblings.
    Siblings(u32),
    /// Every line; this one stays in sight.
    All(u32),
}
