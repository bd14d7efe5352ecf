//! T005 total-rounded: a difference is no larger than the tolerance.

use crate::model::check::{Outcome, Subject as Compared};
use crate::model::level::Level;
use crate::rules::example;
use crate::rules::header_total_differs;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::total_differs;
use crate::rules::words;

/// T005: a difference is no larger than the tolerance.
pub const RULE: Rule = Rule {
    code: "T005",
    name: "total-rounded",
    level: Level::Info,
    what: "a difference is no larger than the tolerance",
    why: "amounts that are rounded add up to a little more or less than their total; how much is allowed follows from the data, or was set",
    fix: "nothing, if the system rounds each line; to have every difference counted, set the tolerance to exact",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.01", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    for check in subject.checks.iter().filter(|check| check.outcome == Outcome::Rounding) {
        let (Some(figures), Some(tolerance)) = (total_differs::figures(check), check.tolerance) else {
            continue;
        };
        let (gap, allowed) = (words::amount(figures.difference), words::amount(tolerance));
        let allowed = if subject.settings.tolerance.is_fixed() {
            format!(", within the tolerance that was set, {allowed}")
        } else {
            format!("; rounding explains up to {allowed}")
        };
        let draft = match check.subject {
            Compared::Total(line) => {
                let name = words::name(statement, line);
                Draft::at(line, format!("{name} differs from its items by {gap}{allowed}"))
            }
            Compared::Equation => Draft::new(format!("the equation is off by {gap}{allowed}")),
            Compared::Stated(at) => {
                let Some(total) = statement.header.totals.get(at as usize) else { continue };
                let key = words::quoted(&total.key);
                let message = format!("{key} differs from the tree by {gap}{allowed}");
                header_total_differs::draft(statement, total, message)
            }
        };
        drafts.push(draft.with(figures));
    }
}
