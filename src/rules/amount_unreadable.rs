//! V001 amount-unreadable: an amount is no number.

use crate::model::level::Level;
use crate::model::lines::AmountState;
use crate::rules::example;
use crate::rules::rule::{Draft, Rule, Subject, Test};
use crate::rules::words;

/// V001: an amount is no number.
pub const RULE: Rule = Rule {
    code: "V001",
    name: "amount-unreadable",
    level: Level::Error,
    what: "an amount is no number",
    why: "the line cannot be added, so no total above it can be proved",
    fix: "write a plain number such as `-1234.50`: a point for the decimals, no separators, no currency sign",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "n/a"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Vec<Draft>) {
    let lines = &subject.statement.lines;
    for line in lines.all().filter(|line| lines.amount_state(*line) == AmountState::Unreadable) {
        let name = words::name(subject.statement, line);
        let literal = words::quoted(&lines.literal(line));
        drafts.push(Draft::at(line, format!("the amount of {name} is {literal}, which is no number")));
    }
}
