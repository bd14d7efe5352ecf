//! A003 account-odd: an account id is unlike the others in the file.

use crate::model::level::Level;
use crate::rules::example;
use crate::rules::rule::{Draft, Rule, Subject, Test};
use crate::rules::words;
use std::collections::BTreeMap;

/// A003: an account id is unlike the others in the file.
pub const RULE: Rule = Rule {
    code: "A003",
    name: "account-odd",
    level: Level::Warning,
    what: "an account id is unlike the others in the file",
    why: "it may come from another system or be typed by hand, and will match nothing",
    fix: "look the account up in the ledger and use its id",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "EQ-1", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Vec<Draft>) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let mut forms: BTreeMap<Form, u64> = BTreeMap::new();
    let with_id = || lines.all().filter(|line| !lines.account_id(*line).is_empty());
    for line in with_id() {
        *forms.entry(form(lines.account_id(line))).or_default() += 1;
    }
    let all: u64 = forms.values().sum();
    let Some((usual, like)) = forms.into_iter().max_by_key(|(_, count)| *count) else { return };
    if like < LEAST_LIKE || like == all || like * 4 < all * 3 {
        return;
    }
    for line in with_id() {
        let id = lines.account_id(line);
        if form(id) != usual {
            let message = format!(
                "the account id {} of {} is unlike the others: {like} of {all} are {}",
                words::quoted(id),
                words::name(statement, line),
                usual.words()
            );
            drafts.push(Draft::at(line, message));
        }
    }
}

/// How many ids must be alike before there is a usual form.
const LEAST_LIKE: u64 = 3;

/// What account ids have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// Digits and nothing else; ledgers number their accounts to any length.
    Digits,
    /// Letters and digits as `x`, other characters as they are.
    Mask(String),
}

impl Form {
    fn words(&self) -> String {
        match self {
            Form::Digits => "plain digits".to_owned(),
            Form::Mask(mask) => format!("like {}", words::quoted(mask)),
        }
    }
}

fn form(id: &str) -> Form {
    if id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Form::Digits;
    }
    Form::Mask(id.chars().map(|c| if c.is_ascii_alphanumeric() || !c.is_ascii() { 'x' } else { c }).collect())
}
