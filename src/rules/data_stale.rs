//! D005 data-stale: the newest date is further back than the limit that was set.

use crate::model::date::{self, DateReading};
use crate::model::header::DateRole;
use crate::model::level::Level;
use crate::rules::date_impossible;
use crate::rules::rule::{Drafts, Rule, Subject, Test};
use crate::rules::words;

/// D005: the newest date is further back than the limit that was set.
pub const RULE: Rule = Rule {
    code: "D005",
    name: "data-stale",
    level: Level::Off,
    what: "the newest date is further back than the limit that was set",
    why: "old figures look like new ones, and are used as such",
    fix: "export the statement again; the limit is `freshness_days` in the settings, and without it this rule is off",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: br#"{"end_date": "2025-05-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    settings: r#"{"today": "2025-06-30", "freshness_days": 90}"#,
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let settings = subject.settings;
    let (Some(today), Some(limit)) = (settings.day(), settings.freshness_days) else { return };
    let statement = subject.statement;
    let dates = statement.header.dates.iter().filter(|stated| stated.role != DateRole::Start);
    let days = dates.filter_map(|stated| match date::read(&stated.text) {
        DateReading::Day(day) => Some((day, stated)),
        DateReading::Impossible | DateReading::Unreadable => None,
    });
    let Some((day, stated)) = days.max_by_key(|(day, _)| *day) else { return };
    let age = u64::try_from(today.days_after(day)).unwrap_or(0);
    if age > u64::from(limit) {
        let message = format!(
            "the newest date, {day} in {}, is {} before today, {today}; the limit is {}",
            words::quoted(&stated.key),
            words::count(age, "day", "days"),
            words::count(u64::from(limit), "day", "days")
        );
        drafts.push(date_impossible::draft(statement, stated, message));
    }
}
