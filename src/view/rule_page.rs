//! One page of the rule book.

use serde::{Deserialize, Serialize};

use crate::view::mark::Weight;

/// Everything there is to say about a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulePage {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What its findings weigh unless settings say otherwise; nothing stands for off.
    pub own: Option<Weight>,
    /// When it fires.
    pub what: String,
    /// Why that matters.
    pub why: String,
    /// What to do about it.
    pub fix: String,
    /// A file that fires it.
    pub bad: String,
    /// A like file that does not.
    pub good: String,
    /// The settings that the examples are checked with; empty for the usual ones.
    pub settings: String,
}
