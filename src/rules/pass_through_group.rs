//! S007 pass-through-group: a group has a single item, of the same amount.

use crate::model::amount::Amount;
use crate::model::level::Level;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S007: a group has a single item, of the same amount.
pub const RULE: Rule = Rule {
    code: "S007",
    name: "pass-through-group",
    level: Level::Info,
    what: "a group has a single item, of the same amount",
    why: "the level says nothing that the item does not say, and whoever adds up both counts the amount twice",
    fix: "nothing, if the group will have more items in another period; otherwise the level may go",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"name": "Trade", "value": "40.00", "items": [
   {"account_id": "1100", "name": "Receivables", "value": "40.00"}]}]},
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
    let lines = &statement.lines;
    for group in lines.all().filter(|line| lines.depth(*line) > 0 && lines.is_group(*line)) {
        let mut items = lines.items(group);
        let (Some(item), None, false) = (items.next(), items.next(), lines.items_malformed(group)) else {
            continue;
        };
        let Some(amount) = lines.amount(group) else { continue };
        if lines.amount(item).map(Amount::value) == Some(amount.value()) {
            drafts.add(|| {
                let message = format!(
                    "{} has one item, {}, of the same amount, {}",
                    words::name(statement, group),
                    words::name(statement, item),
                    words::amount(amount)
                );
                Draft::at(group, message).on(statement.name(item))
            });
        }
    }
}
