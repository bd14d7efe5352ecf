//! What a search found: of the statement as a whole, and of one line.

use serde::{Deserialize, Serialize};

/// The most letters that are searched for; what is typed beyond is not looked at.
pub const LONGEST: usize = 200;

/// What a search found, and which of the hits the reader is at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What was searched for, as typed; empty if nothing is.
    pub text: String,
    /// The statement that was searched.
    pub statement: u32,
    /// How many lines were found.
    pub total: u32,
    /// The hit that was gone to: its place among all, from 1, and its line.
    pub at: Option<(u32, u32)>,
    /// Whether the difference of the equation is what was searched for, which stands at no line.
    pub difference: bool,
    /// The same for what remains of it once failing totals are repaired.
    pub residual: bool,
}

/// What of one line a search found. Whoever draws a line marks it: each view of a statement asks
/// [`crate::view::desk::Desk::hit`] for the lines it is about to send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The bytes of the name, from and to.
    pub name: Option<(u32, u32)>,
    /// The bytes of the account id, from and to.
    pub account_id: Option<(u32, u32)>,
    /// Whether it is the reported amount, or what stands in its place.
    pub reported: bool,
    /// Whether it is the calculated amount.
    pub calculated: bool,
    /// Whether it is the difference.
    pub difference: bool,
}

impl Hit {
    /// Whether anything of the line was found.
    pub fn is_any(self) -> bool {
        self.name.is_some()
            || self.account_id.is_some()
            || self.reported
            || self.calculated
            || self.difference
    }
}
