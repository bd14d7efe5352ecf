//! D004 date-future: the statement is of a day after today.

use crate::model::date::{self, DateReading};
use crate::model::header::DateRole;
use crate::model::level::Level;
use crate::rules::date_impossible;
use crate::rules::rule::{Drafts, Rule, Subject, Test};
use crate::rules::words;

/// D004: the statement is of a day after today.
pub const RULE: Rule = Rule {
    code: "D004",
    name: "date-future",
    level: Level::Warning,
    what: "the statement is of a day after today",
    why: "figures of a day to come are a plan or a slip, not a balance sheet",
    fix: "check the year first; if the figures are a forecast, do not use them as a balance sheet",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: br#"{"end_date": "2024-06-30", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    settings: r#"{"today": "2024-06-30"}"#,
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let Some(today) = subject.settings.day() else { return };
    let statement = subject.statement;
    for stated in statement.header.dates.iter().filter(|stated| stated.role == DateRole::AsOf) {
        let DateReading::Day(day) = date::read(&stated.text) else { continue };
        if day > today {
            let key = words::quoted(&stated.key);
            let message = format!("{key} is {day}, which is after today, {today}");
            drafts.push(date_impossible::draft(statement, stated, message));
        }
    }
}
