//! What stands in the verdict strip.

use serde::{Deserialize, Serialize};

use crate::rules::words;
use crate::view::mark::{Mark, Weight};

/// What is said about the file before anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The file's name.
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The verdict over the file.
    pub verdict: Mark,
    /// It in words.
    pub headline: String,
    /// Findings that are errors.
    pub errors: u64,
    /// Findings that are warnings.
    pub warnings: u64,
    /// Findings that are notes.
    pub notes: u64,
    /// Findings that were accepted; they are none of those.
    pub accepted: u64,
    /// Acceptances that fit no finding of this file.
    pub stale: u32,
    /// Checks of all statements: ties, rounding, differs, not checkable.
    pub checks: [u64; 4],
    /// Lines of all statements.
    pub lines: u64,
    /// How many statements there are.
    pub statements: u32,
    /// How many statements tie, tie within rounding, cannot be checked, and differ.
    pub verdicts: [u64; 4],
    /// Whether all statements are at hand; otherwise one that is opened is read again from its file.
    pub whole: bool,
    /// Those of several files that gave no statement: their names, and the first finding about each by its number in the
    /// report.
    pub without: Vec<(String, Option<u32>)>,
    /// The names of the other files of which something could not be read.
    pub in_part: Vec<String>,
}

impl Summary {
    /// How many findings of each severity there are.
    pub fn tally(&self) -> String {
        let counts =
            [(Weight::Error, self.errors), (Weight::Warning, self.warnings), (Weight::Info, self.notes)];
        let mut told: Vec<String> = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(weight, count)| weight.count(*count))
            .collect();
        if self.accepted > 0 {
            told.push(format!("{} accepted", self.accepted));
        }
        if told.is_empty() { "No findings".to_owned() } else { told.join(" · ") }
    }
}

impl Summary {
    /// What of the files is not in tables that are made of them, to stand alone; nothing if all is in them.
    pub fn left_out(&self) -> Option<String> {
        let without: Vec<&str> = self.without.iter().map(|(name, _)| name.as_str()).collect();
        let in_part: Vec<&str> = self.in_part.iter().map(String::as_str).collect();
        words::left_out_of(&without, &in_part)
    }

    /// How many lines there are, to be said behind something else; empty without any.
    pub fn length(&self) -> String {
        match self.lines {
            0 => String::new(),
            1 => " · 1 line".to_owned(),
            many => format!(" · {} lines", words::number(many)),
        }
    }

    /// That acceptances fit nothing that was read, if so.
    pub fn outdated(&self) -> String {
        match self.stale {
            0 => String::new(),
            1 => "1 acceptance fits nothing here".to_owned(),
            many => format!("{many} acceptances fit nothing here"),
        }
    }

    /// How many checks there are and how they came out, in words; empty without any.
    pub fn checked(&self) -> String {
        let [ties, rounding, differs, not_checkable] = self.checks;
        let all = ties + rounding + differs + not_checkable;
        let others = [(rounding, "rounding"), (differs, "differ"), (not_checkable, "not checkable")];
        let others = others.iter().filter(|(count, _)| *count > 0);
        let others = others.map(|(count, word)| format!(", {} {word}", words::number(*count)));
        match all {
            0 => String::new(),
            1 if ties == 1 => "1 check, which ties".to_owned(),
            1 if differs == 1 => "1 check, which differs".to_owned(),
            1 if rounding == 1 => "1 check, which is rounding".to_owned(),
            1 => "1 check, which cannot be made".to_owned(),
            _ if ties == all => format!("{} checks, which all tie", words::number(all)),
            _ => format!(
                "{} checks: {} tie{}",
                words::number(all),
                words::number(ties),
                others.collect::<String>()
            ),
        }
    }
}

/// What a section has in the equation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionFigure {
    /// The section.
    pub name: String,
    /// Its amount, exact.
    pub amount: Option<String>,
    /// Whether the file states none and it is the sum of the section's lines.
    pub summed: bool,
}

/// The statement that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Which of the file's statements, from 0.
    pub statement: u32,
    /// What to call it.
    pub title: String,
    /// The file it stands in, if there are several; else empty.
    pub file: String,
    /// Its verdict.
    pub verdict: Mark,
    /// It in words.
    pub headline: String,
    /// The sections of its equation; none if it has none.
    pub sections: Vec<SectionFigure>,
    /// What the one side has more than the other, exact: assets − (liabilities + equity).
    pub difference: Option<String>,
    /// What the difference means, or why there is none.
    pub sentence: String,
    /// How the equation came out.
    pub equation: Mark,
    /// What would be left of the difference after failing totals are repaired.
    pub residual: Option<Remainder>,
    /// How it was read, and what that was recognised by.
    pub read_as: String,
    /// The most decimals any amount of the statement is written to.
    pub decimals: u32,
    /// The most digits before the point of any amount of the statement.
    pub digits: u32,
}

/// What would be left of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remainder {
    /// The amount, exact.
    pub amount: String,
    /// On what condition.
    pub sentence: String,
}
