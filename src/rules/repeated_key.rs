//! J003 repeated-key: an object has a key twice.

use crate::model::level::Level;
use crate::model::oddity::{OddityKind, Taken};
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};
use crate::rules::words::{self, quoted};

/// J003: an object has a key twice.
pub const RULE: Rule = Rule {
    code: "J003",
    name: "repeated-key",
    level: Level::Error,
    what: "an object has a key twice",
    why: "only one of the two values can be kept; which one depends on the program that reads the file",
    fix: "find out which value is right and remove the other",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "41.00", "value": "40.00"}]},
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
        let OddityKind::RepeatedKey { key, taken } = &oddity.kind else { continue };
        let statement = noticed.statement.map(|(_, statement)| statement);
        let holder = statement.zip(oddity.line).map(|(statement, line)| words::name(statement, line));
        let then = match taken {
            Taken::Last => "; the last value is used here",
            Taken::Lists => "; every list is read",
            Taken::Sections => "; both are read, but not compared",
            Taken::Other => "",
        };
        let holder = holder.unwrap_or_else(|| "one object".to_owned());
        let message = format!("the key {} stands in {holder} again{then}", quoted(key));
        drafts.push(Draft::about(oddity, message).on(key));
    }
}
