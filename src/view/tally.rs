//! Makes the list of checks.

use crate::model::check::{Check, Subject};
use crate::model::report::Examined;
use crate::model::statement::Statement;
use crate::view::check_row::{CheckList, CheckRow, MOST_CHECKS, OUTCOMES};
use crate::view::inspect::comparison;
use crate::view::mark::Mark;

/// The checks of a statement from the `from`-th on, of one outcome or all.
pub fn checks(examined: &Examined, index: u32, only: Option<Mark>, from: u32) -> CheckList {
    let outcome = |check: &Check| Mark::from(check.outcome);
    let count = |mark: Mark| examined.checks.iter().filter(|check| outcome(check) == mark).count();
    let counts = OUTCOMES.map(|mark| u32::try_from(count(mark)).unwrap_or(u32::MAX));
    let wanted = || examined.checks.iter().filter(|check| only.is_none_or(|only| outcome(check) == only));
    let total = u32::try_from(wanted().count()).unwrap_or(u32::MAX);
    let from = if from < total { from } else { 0 };
    let rows = wanted().skip(from as usize).take(MOST_CHECKS as usize);
    let rows = rows.map(|check| row(&examined.statement, check)).collect();
    CheckList { statement: index, counts, only, total, from, rows }
}

fn row(statement: &Statement, check: &Check) -> CheckRow {
    let path = match check.subject {
        Subject::Total(line) => statement.path(line).into_iter().map(str::to_owned).collect(),
        Subject::Equation => vec!["Assets = liabilities + equity".to_owned()],
        Subject::Stated(at) => {
            statement.header.totals.get(at as usize).map(|total| vec![total.key.clone()]).unwrap_or_default()
        }
    };
    CheckRow {
        line: if let Subject::Total(line) = check.subject { Some(line.0) } else { None },
        path,
        pointer: statement.check_pointer(check.subject),
        reported: check.reported.map(|amount| amount.to_string()),
        comparison: comparison(statement, check),
    }
}
