//! How outcomes, verdicts and severities are marked: a sign and a word, never a colour alone.

use serde::{Deserialize, Serialize};

use crate::model::check::Outcome;
use crate::model::finding::Severity;
use crate::model::verdict::Verdict;
use crate::rules::words;

/// How a comparison, a statement or a file came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// No difference.
    Ties,
    /// A difference that rounding explains.
    Rounding,
    /// Something could not be compared.
    NotCheckable,
    /// A difference.
    Differs,
    /// It could not be read.
    Unreadable,
}

impl Mark {
    /// The name in reports, hooks and classes.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Ties => "ties",
            Mark::Rounding => "rounding",
            Mark::NotCheckable => "not-checkable",
            Mark::Differs => "differs",
            Mark::Unreadable => "unreadable",
        }
    }

    /// The sign drawn for it.
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Ties => "✓",
            Mark::Rounding => "≈",
            Mark::NotCheckable => "?",
            Mark::Differs | Mark::Unreadable => "✗",
        }
    }

    /// The words for one comparison.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Ties => "ties",
            Mark::Rounding => "rounding",
            Mark::NotCheckable => "not checkable",
            Mark::Differs => "differs",
            Mark::Unreadable => "unreadable",
        }
    }
}

impl From<Outcome> for Mark {
    fn from(outcome: Outcome) -> Mark {
        match outcome {
            Outcome::Ties => Mark::Ties,
            Outcome::Rounding => Mark::Rounding,
            Outcome::NotCheckable => Mark::NotCheckable,
            Outcome::Differs => Mark::Differs,
        }
    }
}

impl From<Verdict> for Mark {
    fn from(verdict: Verdict) -> Mark {
        match verdict {
            Verdict::Ties => Mark::Ties,
            Verdict::Rounding => Mark::Rounding,
            Verdict::NotCheckable => Mark::NotCheckable,
            Verdict::Differs => Mark::Differs,
            Verdict::Unreadable => Mark::Unreadable,
        }
    }
}

/// How much a finding weighs, from worst to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Info,
}

impl Weight {
    /// The name in reports, hooks and classes.
    pub fn name(self) -> &'static str {
        match self {
            Weight::Error => "error",
            Weight::Warning => "warning",
            Weight::Info => "info",
        }
    }

    /// The sign drawn for it.
    pub fn sign(self) -> &'static str {
        match self {
            Weight::Error => "✗",
            Weight::Warning => "!",
            Weight::Info => "·",
        }
    }

    /// So many of them, in words.
    pub fn count(self, count: u64) -> String {
        let word = match self {
            Weight::Error => "error",
            Weight::Warning => "warning",
            Weight::Info => "note",
        };
        format!("{} {word}{}", words::number(count), if count == 1 { "" } else { "s" })
    }
}

impl From<Severity> for Weight {
    fn from(severity: Severity) -> Weight {
        match severity {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
            Severity::Info => Weight::Info,
        }
    }
}
