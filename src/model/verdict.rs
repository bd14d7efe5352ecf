//! The one word said first about a file or a statement.

use crate::model::check::{Check, Outcome, Standing};

/// Whether it ties. The order is from best to worst; a file's verdict is its worst statement's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Every check was made, and none shows a difference.
    Ties,
    /// Every check was made, and each difference is inside the tolerance.
    Rounding,
    /// A check could not be made, and none of the others differs.
    NotCheckable,
    /// A check differs.
    Differs,
    /// The file, or a document in it, is no JSON or holds no balance sheet.
    Unreadable,
}

impl Verdict {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Ties => "ties",
            Verdict::Rounding => "rounding",
            Verdict::NotCheckable => "not-checkable",
            Verdict::Differs => "differs",
            Verdict::Unreadable => "unreadable",
        }
    }

    /// The verdict over those of a statement's checks that count. Without any, a statement is not checkable.
    pub fn over(checks: &[Check]) -> Verdict {
        match checks
            .iter()
            .filter(|check| check.standing == Standing::Counts)
            .map(|check| check.outcome)
            .max()
        {
            Some(Outcome::Ties) => Verdict::Ties,
            Some(Outcome::Rounding) => Verdict::Rounding,
            Some(Outcome::Differs) => Verdict::Differs,
            Some(Outcome::NotCheckable) | None => Verdict::NotCheckable,
        }
    }
}
