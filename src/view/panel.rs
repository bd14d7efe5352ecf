//! Everything about the chosen line.

use serde::{Deserialize, Serialize};

use crate::view::cause_note::CauseNote;
use crate::view::mark::{Mark, Weight};
use crate::view::settings_sheet::Accepted;

/// The chosen line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// The statement it belongs to.
    pub statement: u32,
    /// The line's number.
    pub line: u32,
    /// The lines above it, the section first, then itself.
    pub path: Vec<PathStep>,
    /// Its JSON pointer.
    pub pointer: String,
    /// The line of the source it begins on, from 1.
    pub source_line: u32,
    /// The byte within that line, from 1.
    pub source_column: u32,
    /// Its account id; empty if it has none.
    pub account_id: String,
    /// The amount it states, exact; what is written instead if that cannot be read.
    pub reported: String,
    /// Whether `reported` is an amount.
    pub readable: bool,
    /// How many direct items it has.
    pub items: u32,
    /// The comparison of its total, if it has one.
    pub check: Option<Comparison>,
    /// What rules say about it, worst first.
    pub notes: Vec<Note>,
}

/// A line above the chosen one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathStep {
    /// The line's number.
    pub line: u32,
    /// Its name; empty if it has none.
    pub name: String,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The sum of the items, exact.
    pub calculated: Option<String>,
    /// Reported − calculated, exact.
    pub difference: Option<String>,
    /// The largest difference that rounding explains, exact.
    pub tolerance: Option<String>,
    /// How it came out.
    pub mark: Mark,
    /// Why it could not be made, if so.
    pub obstacle: Option<String>,
    /// Why a difference does not count in the verdict; empty if it does.
    pub aside: String,
}

/// What a rule says about the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which finding it is, for accepting it.
    pub fingerprint: String,
    /// How many findings of the file say the same of statements of one entity, itself among them: they are accepted
    /// together.
    pub like: u32,
    /// The rule's code.
    pub rule: String,
    /// The rule's name.
    pub name: String,
    /// How much it weighs.
    pub weight: Weight,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// Why the figures probably differ, if it is about figures that do; may be empty.
    pub causes: Option<Vec<CauseNote>>,
    /// Who accepted it and why, if someone did.
    pub accepted: Option<Accepted>,
}
