//! S004 name-missing: a line has no name.

use crate::model::level::Level;
use crate::model::statement::is_blank;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S004: a line has no name.
pub const RULE: Rule = Rule {
    code: "S004",
    name: "name-missing",
    level: Level::Warning,
    what: "a line has no name",
    why: "nobody can tell what the amount is",
    fix: "give the line a `name`",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let lines = &subject.statement.lines;
    for line in lines.all().filter(|line| lines.depth(*line) > 0 && is_blank(lines.name(*line))) {
        drafts.add(|| {
            let id = match lines.account_id(line) {
                "" => String::new(),
                id => format!(" with account id {}", words::quoted(id)),
            };
            let amount = lines.amount(line).map(|amount| format!(", {},", words::amount(amount)));
            let above =
                lines.parent(line).map(|parent| words::name(subject.statement, parent)).unwrap_or_default();
            let message = format!("a line{id}{} in {above} has no name", amount.unwrap_or_default());
            Draft::at(line, message).on(lines.account_id(line))
        });
    }
}
