//! S010 items-malformed: `items` is no list of objects.

use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::rules::broken_json;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};
use crate::rules::words;

/// S010: `items` is no list of objects.
pub const RULE: Rule = Rule {
    code: "S010",
    name: "items-malformed",
    level: Level::Error,
    what: "`items` is no list of objects",
    why: "the lines that should stand there are lost",
    fix: "write `items` as a list in square brackets with one object a line; an account has no `items` or an empty list",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00", "items": "none"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        let OddityKind::ItemsMalformed { found, within } = &oddity.kind else { continue };
        let statement = noticed.statement.map(|(_, statement)| statement);
        let Some((statement, line)) = statement.zip(oddity.line) else { continue };
        let (name, found) = (words::name(statement, line), broken_json::shape(*found));
        let basis = if *within { format!("holds {found}") } else { format!("is {found}") };
        let message = if *within {
            format!("`items` of {name} holds {found}, where each item should be an object")
        } else {
            format!("`items` of {name} is {found}, where a list of objects is expected")
        };
        drafts.push(Draft::about(oddity, message).on(basis));
    }
}
