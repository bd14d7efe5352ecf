//! D001 date-missing: the statement says neither of which day it is nor when it was made or changed.

use crate::model::header::DateRole;
use crate::model::level::Level;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};

/// D001: the statement says neither of which day it is nor when it was made or changed.
pub const RULE: Rule = Rule {
    code: "D001",
    name: "date-missing",
    level: Level::Warning,
    what: "the statement says neither of which day it is nor when it was made or changed",
    why: "a balance sheet is true of one day only; without it, figures of two periods are easily mixed",
    fix: "add `end_date`, the day the figures are true of",
    bad: br#"{"currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
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
    let dates = &subject.statement.header.dates;
    if dates.iter().all(|date| date.role == DateRole::Start) {
        let message = "no date: neither an as-of date nor a created or changed timestamp".to_owned();
        drafts.push(Draft::new(message));
    }
}
