//! S005 sibling-repeated: two items of one group have the same name and no different account ids.

use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::rules::example;
use crate::rules::rule::{Draft, Rule, Subject, Test};
use crate::rules::words;
use std::collections::BTreeMap;

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
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Vec<Draft>) {
    let statement = subject.statement;
    let lines = &statement.lines;
    for group in lines.all().filter(|line| lines.is_group(*line)) {
        // For each name its place in `met`: the first line of that name, and the ids under it. An empty id is like
        // any other.
        let mut names: BTreeMap<&str, u32> = BTreeMap::new();
        let mut met: Vec<(LineId, BTreeMap<&str, u32>)> = Vec::new();
        for item in lines.items(group).filter(|item| !lines.name(*item).trim().is_empty()) {
            let id = lines.account_id(item);
            let new = u32::try_from(met.len()).unwrap_or(u32::MAX);
            let at = *names.entry(lines.name(item)).or_insert(new);
            if at == new {
                met.push((item, BTreeMap::new()));
            }
            let Some((first, ids)) = met.get_mut(at as usize) else { continue };
            if *first != item && (id.is_empty() || ids.contains_key(id) || ids.contains_key("")) {
                let message = format!(
                    "{} stands in {} again, after line {}",
                    words::name(statement, item),
                    words::name(statement, group),
                    lines.place(*first).line
                );
                drafts.push(Draft::at(item, message).on(id));
            }
            *ids.entry(id).or_default() += 1;
        }
    }
}
