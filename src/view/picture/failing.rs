//! Which totals of a statement differ and count in the verdict, found by branch.

use crate::model::check::{Outcome, Standing, Subject};
use crate::model::lines::{LineId, Lines};
use crate::model::report::Examined;

/// The groups whose totals differ, rising by line. What was accepted, or is of a rule that is off, is no fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failing(Vec<u32>);

impl Failing {
    /// Those of a statement.
    pub fn of(examined: &Examined) -> Failing {
        let counts = examined
            .checks
            .iter()
            .filter(|check| check.outcome == Outcome::Differs && check.standing == Standing::Counts);
        let line = |subject| match subject {
            Subject::Total(line) => Some(line.0),
            Subject::Equation | Subject::Stated(_) => None,
        };
        Failing(counts.filter_map(|check| line(check.subject)).collect())
    }

    /// Whether the line's own total fails.
    pub fn at(&self, line: LineId) -> bool {
        self.0.binary_search(&line.0).is_ok()
    }

    /// Whether its own total, or one beneath it, fails.
    pub fn within(&self, lines: &Lines, line: LineId) -> bool {
        let next = self.0.partition_point(|at| *at < line.0);
        self.0.get(next).is_some_and(|at| *at < lines.end(line).0)
    }

    /// Whether none fails.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
