//! T003 total-missing: a group states no amount.

use crate::model::level::Level;
use crate::model::lines::AmountState;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// T003: a group states no amount.
pub const RULE: Rule = Rule {
    code: "T003",
    name: "total-missing",
    level: Level::Warning,
    what: "a group states no amount",
    why: "its items cannot be checked against a total, and the total above lacks an addend",
    fix: "give the group its total, or export the file with totals",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": null, "items": [
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
    let statement = subject.statement;
    let bare =
        |line| lines.depth(line) == 0 && statement.section_of(line).is_some_and(|section| section.bare);
    let groups = lines.all().filter(|line| lines.is_group(*line) || lines.items_malformed(*line));
    for line in groups.filter(|line| !bare(*line)) {
        if matches!(lines.amount_state(line), AmountState::Absent | AmountState::Null | AmountState::Empty) {
            drafts.add(|| {
                let name = words::name(subject.statement, line);
                let items = words::count(lines.items(line).count() as u64, "item", "items");
                Draft::at(line, format!("{name} states no total over its {items}"))
            });
        }
    }
}
