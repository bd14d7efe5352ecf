//! S002 section-unknown: a further section has amounts outside assets, liabilities and equity.

use crate::model::level::Level;
use crate::model::statement::SectionKind;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S002: a further section has amounts outside assets, liabilities and equity.
pub const RULE: Rule = Rule {
    code: "S002",
    name: "section-unknown",
    level: Level::Warning,
    what: "a further section has amounts outside assets, liabilities and equity",
    why: "its amounts are part of no side of the equation, so they may be missing from one",
    fix: "find out to which side the section belongs, and whether it is in the totals already",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]},
 "uncategorized": {"name": "Uncategorized", "value": "5.00", "items": [
  {"account_id": "9000", "name": "Suspense", "value": "5.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    for section in statement.sections_of(SectionKind::Unknown) {
        let lines = &statement.lines;
        let under = u64::from(lines.end(section.line).0 - section.line.0 - 1);
        let holds = words::count(under, "line", "lines");
        let amount = lines.amount(section.line).map(|amount| format!(" and {}", words::amount(amount)));
        let message = format!(
            "{} holds {holds}{} outside `assets`, `liabilities` and `equity`",
            words::name(statement, section.line),
            amount.unwrap_or_default()
        );
        drafts.push(Draft::at(section.line, message));
    }
}
