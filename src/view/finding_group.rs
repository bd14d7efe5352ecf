//! The findings of one rule and severity, as the list shows them.

use serde::{Deserialize, Serialize};

use crate::view::cause_note::CauseNote;
use crate::view::mark::Weight;
use crate::view::settings_sheet::Accepted;

/// The most findings of a group that are sent to the page; the count stays honest.
pub const MOST_SHOWN: usize = 100;

/// The findings of one rule that weigh the same, either all accepted or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingGroup {
    /// The rule's code.
    pub rule: String,
    /// The rule's name.
    pub name: String,
    /// How much they weigh.
    pub weight: Weight,
    /// Whether they were accepted.
    pub accepted: bool,
    /// Why they matter.
    pub why: String,
    /// What to do about them.
    pub fix: String,
    /// How many there are.
    pub count: u64,
    /// The first of them, at most [`MOST_SHOWN`].
    pub shown: Vec<Found>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Its number in the report, from 0.
    pub index: u32,
    /// What is wrong.
    pub message: String,
    /// The file it is about, where there are several.
    pub file: Option<String>,
    /// The statement it is about.
    pub statement: Option<u32>,
    /// The line it is about.
    pub line: Option<u32>,
    /// The names from the section to the line; empty without a line.
    pub path: Vec<String>,
    /// Its JSON pointer.
    pub pointer: String,
    /// Where in the source, from 1; 0 if nowhere in particular.
    pub source_line: u32,
    /// The byte within that line, from 1.
    pub column: u32,
    /// Why the figures probably differ, if it is about figures that do; may be empty.
    pub causes: Option<Vec<CauseNote>>,
    /// Who accepted it and why, if someone did.
    pub accepted: Option<Accepted>,
    /// Which finding it is, for accepting it.
    pub fingerprint: String,
    /// How many findings of the file say the same of statements of one entity, itself among them.
    pub like: u32,
}
