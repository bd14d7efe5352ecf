//! V006 amount-too-long: an amount has more than 28 digits.

use crate::model::amount::{Amount, MAX_DIGITS, NotAnAmount};
use crate::model::level::Level;
use crate::model::lines::AmountState;
use crate::rules::example;
use crate::rules::header_total_differs;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// V006: an amount has more than 28 digits.
pub const RULE: Rule = Rule {
    code: "V006",
    name: "amount-too-long",
    level: Level::Error,
    what: "an amount has more than 28 digits",
    why: "it cannot be added exactly, and Tieout does not round",
    fix: "check the amount; no balance sheet needs that many digits",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00000000000000000000000000000"}]},
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
    let any = subject.amounts.have(&[AmountState::TooLong]);
    for line in lines.all().filter(|line| any && lines.amount_state(*line) == AmountState::TooLong) {
        let name = words::name(subject.statement, line);
        let literal = words::quoted(&lines.literal(line));
        let message = format!("the amount of {name}, {literal}, takes more than {MAX_DIGITS} digits");
        drafts.push(Draft::at(line, message).on(lines.literal(line)));
    }
    for total in &subject.statement.header.totals {
        if Amount::parse(&total.literal) == Err(NotAnAmount::TooLong) {
            let (key, literal) = (words::quoted(&total.key), words::quoted(&total.literal));
            let message = format!("{key} in the header, {literal}, takes more than {MAX_DIGITS} digits");
            drafts.push(header_total_differs::draft(subject.statement, total, message).on(&total.literal));
        }
    }
}
