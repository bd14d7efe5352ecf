//! S008 field-unknown: there is a field that Tieout does not know.

use crate::model::level::Level;
use crate::model::statement::Statement;
use crate::model::statement::push_segment;
use crate::model::unknown_field::UnknownField;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S008: there is a field that Tieout does not know.
pub const RULE: Rule = Rule {
    code: "S008",
    name: "field-unknown",
    level: Level::Info,
    what: "there is a field that Tieout does not know",
    why: "what it says was passed over: it is in no total and in no table",
    fix: "nothing, if the field only describes; if it holds amounts or lines, give it a name that is known, or move them to where they count",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00", "memo": "petty cash"},
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
    let statement = subject.statement;
    drafts.extend(statement.unknown_fields.iter().map(|field| draft(statement, field)));
    if statement.unlisted_fields > 0 {
        let message = format!(
            "beside the {} unknown fields that are told, others were passed over {}",
            statement.unknown_fields.len(),
            words::count(statement.unlisted_fields, "time", "times")
        );
        drafts.push(Draft::new(message).on(format!("others {}", statement.unlisted_fields)));
    }
}

fn draft(statement: &Statement, field: &UnknownField) -> Draft {
    let key = words::quoted(&field.key);
    let first = field.line.map(|line| words::name(statement, line));
    let (kind, message) = match (first, field.count) {
        (None, _) => {
            ("header", format!("the field {key} beside the sections is not known and was passed over"))
        }
        (Some(name), 1) => ("line", format!("the field {key} of {name} is not known and was passed over")),
        (Some(name), count) => (
            "line",
            format!("the field {key} is not known and was passed over {count} times, first in {name}"),
        ),
    };
    let mut pointer =
        field.line.map_or_else(|| statement.pointer.clone(), |line| statement.line_pointer(line));
    push_segment(&mut pointer, &field.key);
    let draft = Draft::new(message).widespread(field.line).field(field.place, pointer);
    draft.on(format!("{kind} {}", field.key))
}
