//! The findings of one statement, found by line.

use crate::model::finding::{Finding, Severity};
use crate::model::lines::LineId;
use crate::model::order::sorted;

/// Which findings stand at which line of a statement.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Line and finding, by line, then in the order of the report: worst first.
    by_line: Vec<(u32, u32)>,
    /// The lines with an error that nobody accepted, rising.
    errors: Vec<u32>,
}

impl Notes {
    /// Those of the statement with this number.
    pub fn of(findings: &[Finding], statement: u32) -> Notes {
        let own = (0_u32..).zip(findings).filter(|(_, finding)| finding.statement == Some(statement));
        let by_line: Vec<(u32, u32)> =
            own.filter_map(|(index, finding)| finding.line.map(|line| (line.0, index))).collect();
        let by_line = sorted(&by_line, Ord::cmp);
        let counts = |index: u32| {
            findings
                .get(index as usize)
                .is_some_and(|one| one.severity == Severity::Error && one.waiver.is_none())
        };
        let errors = by_line.iter().filter(|(_, index)| counts(*index)).map(|(line, _)| *line).collect();
        Notes { by_line, errors }
    }

    /// The findings at `line`, as numbers in the report.
    pub fn at(&self, line: LineId) -> impl Iterator<Item = u32> {
        let from = self.by_line.partition_point(|(at, _)| *at < line.0);
        let own = self.by_line.get(from..).unwrap_or_default();
        own.iter().take_while(move |(at, _)| *at == line.0).map(|(_, finding)| *finding)
    }

    /// Whether an error stands at a line after `line` and before `end`.
    pub fn error_within(&self, line: LineId, end: LineId) -> bool {
        let next = self.errors.partition_point(|at| *at <= line.0);
        self.errors.get(next).is_some_and(|at| *at < end.0)
    }
}
