//! D003 dates-reversed: the period starts after the day it ends.

use crate::model::header::DateRole;
use crate::model::level::Level;
use crate::rules::date_impossible;
use crate::rules::example;
use crate::rules::rule::{Drafts, Rule, Subject, Test};
use crate::rules::words;

/// D003: the period starts after the day it ends.
pub const RULE: Rule = Rule {
    code: "D003",
    name: "dates-reversed",
    level: Level::Error,
    what: "the period starts after the day it ends",
    why: "one of the two dates is wrong, so nobody knows which day the figures are true of",
    fix: "look up the period in the system the file comes from; the two dates may only have changed places",
    bad: br#"{"start_date": "2025-01-01", "end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let header = &subject.statement.header;
    let (Some((start, first)), Some((end, last))) = (header.day(DateRole::Start), header.day(DateRole::AsOf))
    else {
        return;
    };
    if first > last {
        let message = format!(
            "{} is {first}, which is after {}, {last}",
            words::quoted(&start.key),
            words::quoted(&end.key)
        );
        let draft = date_impossible::draft(subject.statement, start, message);
        drafts.push(draft.on(format!("{} {}", start.text, end.text)));
    }
}
