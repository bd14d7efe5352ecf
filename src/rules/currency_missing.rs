//! D006 currency-missing: the statement names no currency.

use crate::model::level::Level;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};

/// D006: the statement names no currency.
pub const RULE: Rule = Rule {
    code: "D006",
    name: "currency-missing",
    level: Level::Info,
    what: "the statement names no currency",
    why: "the figures cannot be compared or added with those of another statement",
    fix: "add `currency_code`, such as `EUR`",
    bad: br#"{"end_date": "2024-12-31",
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
    if subject.statement.currencies.is_empty() {
        drafts.push(Draft::new("no currency is named".to_owned()));
    }
}
