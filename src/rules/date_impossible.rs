//! D002 date-impossible: a date does not exist.

use crate::model::date::{self, DateReading};
use crate::model::finding::Severity;
use crate::model::header::StatedDate;
use crate::model::level::Level;
use crate::model::statement::Statement;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// D002: a date does not exist.
pub const RULE: Rule = Rule {
    code: "D002",
    name: "date-impossible",
    level: Level::Error,
    what: "a date does not exist",
    why: "other programs refuse the file or take another day",
    fix: "write the date as `YYYY-MM-DD`, such as `2024-12-31`",
    bad: br#"{"end_date": "2024-09-31", "currency_code": "EUR",
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
    let statement = subject.statement;
    for stated in &statement.header.dates {
        let (what, severity) = match date::read(&stated.text) {
            DateReading::Day(_) => continue,
            DateReading::Impossible => ("a day that does not exist", Severity::Error),
            DateReading::Unreadable => ("which is not written as a date", Severity::Warning),
        };
        let (key, text) = (words::quoted(&stated.key), words::quoted(&stated.text));
        let message = format!("{key} is {text}, {what}");
        drafts.push(draft(statement, stated, message).weighing(severity));
    }
}

/// A draft about a date in the header.
pub fn draft(statement: &Statement, stated: &StatedDate, message: String) -> Draft {
    let pointer = statement.field_pointer(&stated.key, stated.envelope.as_deref());
    Draft::new(message).field(stated.place, pointer).on(format!("{} {}", stated.key, stated.text))
}
