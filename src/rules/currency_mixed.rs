//! D007 currency-mixed: a statement names two currencies.

use crate::model::level::Level;
use crate::rules::currency_sign;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// D007: a statement names two currencies.
pub const RULE: Rule = Rule {
    code: "D007",
    name: "currency-mixed",
    level: Level::Error,
    what: "a statement names two currencies",
    why: "amounts of two currencies cannot be added, so no total means anything",
    fix: "convert all amounts to one currency, or split the statement; if the field is wrong, correct it",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00", "currency": "USD"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let stated = &subject.statement.currencies;
    for (at, one) in stated.iter().enumerate() {
        let before = stated.iter().take(at);
        let Some(other) = before.clone().find(|other| currency_sign::differ(&other.text, &one.text)) else {
            continue;
        };
        let first = match other.line {
            None => "the statement is".to_owned(),
            Some(line) => format!("{} is", words::name(subject.statement, line)),
        };
        let (known, found) = (words::quoted(&other.text), words::quoted(&one.text));
        let message = match one.line {
            None => format!("two currencies are named beside the sections, {known} and {found}"),
            Some(line) => {
                format!("{} is in {found}, while {first} in {known}", words::name(subject.statement, line))
            }
        };
        let basis = [other.text.as_str(), one.text.as_str()].join(" ");
        drafts.push(Draft::new(message).widespread(one.line).on(basis));
        return;
    }
}
