//! S005 sibling-repeated: two items of one group have the same name and no different account ids.

use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::numbers::Numbers;
use crate::model::order::sorted;
use crate::model::statement::is_blank;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S005: two items of one group have the same name and no different account ids.
pub const RULE: Rule = Rule {
    code: "S005",
    name: "sibling-repeated",
    level: Level::Warning,
    what: "two items of one group have the same name and no different account ids",
    why: "it may be one account listed twice and so counted twice",
    fix: "remove one if they are the same account; otherwise give each its own account id",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"name": "Bank", "value": "60.00", "items": [
   {"account_id": "1000", "name": "Checking", "value": "35.00"},
   {"account_id": "1010", "name": "Petty cash", "value": "25.00"}]},
  {"name": "Bank", "value": "40.00", "items": [
   {"account_id": "1100", "name": "Savings", "value": "30.00"},
   {"account_id": "1110", "name": "Deposits", "value": "10.00"}]}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let mut groups = Vec::new();
    for alike in subject.tree.alike.each() {
        let parents: Vec<LineId> = alike.iter().filter_map(|(_, line)| lines.parent(*line)).collect();
        let parents = sorted(&parents, Ord::cmp);
        groups.extend(
            parents.chunk_by(PartialEq::eq).filter(|same| same.len() > 1).filter_map(<[_]>::first).copied(),
        );
    }
    let mut groups = sorted(&groups, Ord::cmp);
    groups.dedup();
    for group in groups {
        // The ids met so far under each name; an empty id is like any other.
        let mut names = Numbers::default();
        let mut met: Vec<(LineId, Numbers<'_>)> = Vec::new();
        for item in lines.items(group).filter(|item| !is_blank(lines.name(*item))) {
            let id = lines.account_id(item);
            let (number, new) = names.meet(lines.name(item).into());
            if new {
                met.push((item, Numbers::default()));
            }
            let Some((first, ids)) = met.get_mut(number as usize) else { continue };
            if !new && (id.is_empty() || ids.get(id).is_some() || ids.get("").is_some()) {
                drafts.add(|| {
                    let message = format!(
                        "{} stands in {} again, after line ",
                        words::name(statement, item),
                        words::name(statement, group)
                    );
                    Draft::at(item, message).saying_line(lines.place(*first), "").on(id)
                });
            }
            ids.meet(id.into());
        }
    }
}
