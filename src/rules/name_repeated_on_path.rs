//! S006 name-repeated-on-path: a line is named like one above it.

use crate::model::level::Level;
use crate::model::statement::is_blank;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S006: a line is named like one above it.
pub const RULE: Rule = Rule {
    code: "S006",
    name: "name-repeated-on-path",
    level: Level::Info,
    what: "a line is named like one above it",
    why: "joined by name, or by the name of the parent, the two become one",
    fix: "join by account id or by the whole path; if the name is a slip, give the line its own",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"name": "Bank", "value": "100.00", "items": [
   {"account_id": "1000", "name": "Bank", "value": "60.00"},
   {"account_id": "1100", "name": "Savings", "value": "40.00"}]}]},
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
    for line in subject.tree.alike.in_order() {
        let name = statement.name(line);
        if is_blank(name) {
            continue;
        }
        let mut above = std::iter::successors(lines.parent(line), |above| lines.parent(*above));
        let Some(same) = above.find(|above| statement.name(*above) == name) else { continue };
        drafts.add(|| {
            let levels = lines.depth(line) - lines.depth(same);
            let whose = match levels {
                1 => "the group it stands in".to_owned(),
                _ => format!("the group {levels} levels above it"),
            };
            let message = format!("{} is named like {whose}, on line ", words::quoted(name));
            Draft::at(line, message).saying_line(lines.place(same), "")
        });
    }
}
