//! V002 amount-missing: an account line has no amount.

use crate::model::level::Level;
use crate::model::lines::AmountState;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// V002: an account line has no amount.
pub const RULE: Rule = Rule {
    code: "V002",
    name: "amount-missing",
    level: Level::Error,
    what: "an account line has no amount",
    why: "the line cannot be added, so no total above it can be proved",
    fix: "write the amount, `0.00` if it is zero",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": ""}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let lines = &subject.statement.lines;
    if !subject.amounts.have(&[AmountState::Absent, AmountState::Null, AmountState::Empty]) {
        return;
    }
    for line in lines.all().filter(|line| lines.is_account(*line)) {
        let found = match lines.amount_state(line) {
            AmountState::Absent => "it has no `value`",
            AmountState::Null => "its `value` is null",
            AmountState::Empty => "its `value` is empty",
            _ => continue,
        };
        drafts.add(|| {
            let name = words::name(subject.statement, line);
            Draft::at(line, format!("{name} has no amount: {found}"))
        });
    }
}
