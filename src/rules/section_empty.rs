//! S003 section-empty: a section has no lines.

use crate::model::level::Level;
use crate::model::statement::SectionKind;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S003: a section has no lines.
pub const RULE: Rule = Rule {
    code: "S003",
    name: "section-empty",
    level: Level::Warning,
    what: "a section has no lines",
    why: "its total stands alone: there is nothing to prove it by",
    fix: "check whether the export left the lines out; a section that is really empty may stay",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": []},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    // A part of another statement may be one figure: a gross profit, say.
    let sections = statement.sections.iter();
    for section in sections.filter(|one| !matches!(one.kind, SectionKind::Unknown | SectionKind::Other)) {
        let lines = &statement.lines;
        if !lines.is_group(section.line) && !lines.items_malformed(section.line) {
            let message = format!("{} has no lines", words::name(statement, section.line));
            drafts.push(Draft::at(section.line, message));
        }
    }
}
