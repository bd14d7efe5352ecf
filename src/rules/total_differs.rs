//! T001 total-differs: the reported amount of a group is not the sum of its items.

use crate::model::check::{Check, Outcome, Subject as Compared};
use crate::model::finding::Figures;
use crate::model::level::Level;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// T001: the reported amount of a group is not the sum of its items.
pub const RULE: Rule = Rule {
    code: "T001",
    name: "total-differs",
    level: Level::Error,
    what: "the reported amount of a group is not the sum of its items",
    why: "either the total or one of its items is wrong, or an item is missing or counted twice",
    fix: "compare the items with the ledger; the group named is where the figures part, the totals above it are not blamed for it",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "45.00"}]},
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
    for check in subject.checks.iter().filter(|check| check.outcome == Outcome::Differs) {
        let (Compared::Total(line), Some(figures)) = (check.subject, figures(check)) else { continue };
        let items = statement.lines.items(line).count() as u64;
        let message = format!(
            "{} is reported as {}, but its {} to {}; the difference is {}",
            words::name(statement, line),
            words::amount(figures.reported),
            words::count(items, "item comes", "items add up"),
            words::amount(figures.calculated),
            words::amount(figures.difference)
        );
        drafts.push(Draft::at(line, message).with(figures));
    }
}

/// The amounts of a check that was made.
pub fn figures(check: &Check) -> Option<Figures> {
    Some(Figures {
        reported: check.reported?,
        calculated: check.calculated?,
        difference: check.difference?,
        residual: check.residual.as_ref().map(|residual| residual.amount),
    })
}
