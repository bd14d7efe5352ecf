//! The table `statement`: what each statement is, and how it came out.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::identity::KINDS;
use crate::flatten::keys::Key;
use crate::flatten::schema::{Column, Kind, Schema};
use crate::flatten::table::dim_entity::TO_ENTITY;
use crate::flatten::table::dim_period::TO_PERIOD;
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// Its columns.
pub fn schema() -> Schema {
    use Kind::{Day, Text, Whole};
    Schema {
        table: Table::Statement,
        description: "One row a statement: one entity, one date, one currency.",
        columns: vec![
            Column::new("statement_id", Whole, "The statement's number in the file, from 1."),
            Column::new(
                "statement_key",
                Text,
                "What tells statements apart: substr(sha256(entity_key || '/' || period_key || '/' || kind || '/' \
                || substr(sha256(coalesce(currency, '')), 1, 16) || '/' || coalesce(title, '')), 1, 16).",
            ),
            Column::new(
                "repetition",
                Whole,
                "1; or more for a statement of a statement_key that was there before: \
                row_number() over (partition by statement_key order by statement_id).",
            ),
            Column::new("entity_key", Text, "The entity."),
            Column::new("period_key", Text, "The period."),
            Column::new("entity", Text, "Whose statement it is, as written.").nullable(),
            Column::new(
                "title",
                Text,
                "What it is called beside entity, date and currency: the title of its column.",
            )
            .nullable(),
            Column::new("kind", Text, "What it is a statement of.").words(KINDS),
            Column::new(
                "as_of",
                Text,
                "The day the figures are true of, YYYY-MM-DD; or the text in its place, as written.",
            )
            .nullable(),
            Column::new("as_of_day", Day, "The same as a day; null if no such day exists.").nullable(),
            Column::new("currency", Text, "The currency, as written.").nullable(),
            Column::new("dialect", Text, "The JSON shape it was read by."),
            Column::new("verdict", Text, "Whether it ties.").words(&[
                "ties",
                "rounding",
                "not-checkable",
                "differs",
            ]),
            Column::new("lines", Whole, "How many lines it has."),
            Column::new("accounts", Whole, "How many rows it has in account_line and fact_balance."),
            Column::new("file", Text, "The name of its file, without folders.").nullable(),
            Column::new("pointer", Text, "The JSON pointer of its object; null for a whole document.")
                .nullable(),
            Column::new("source_line", Whole, "The line of the file on which it begins, from 1."),
        ],
        primary_key: &["statement_id"],
        foreign_keys: vec![TO_ENTITY, TO_PERIOD],
    }
}

/// The one row of a statement.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let examined = entered.judged.examined;
    let statement = &examined.statement;
    let identity = &entered.identity;
    let keys = [identity.statement_key, identity.entity_key, identity.period_key].map(Key::text);
    let [statement_key, entity_key, period_key] = &keys;
    take(&[
        Value::Whole(entered.statement_id()),
        Value::Text(statement_key.as_str()),
        Value::whole(entered.repetition),
        Value::Text(entity_key.as_str()),
        Value::Text(period_key.as_str()),
        Value::maybe(identity.entity.as_deref()),
        Value::maybe(identity.title.as_deref()),
        Value::Text(identity.kind),
        Value::maybe(identity.as_of.as_deref()),
        Value::day(identity.as_of_day),
        Value::maybe(identity.currency.as_deref()),
        Value::Text(statement.dialect.name()),
        Value::Text(examined.verdict.name()),
        Value::whole(statement.lines.len()),
        Value::whole(entered.postings.len()),
        Value::text(entered.judged.file),
        Value::text(&statement.pointer),
        Value::whole(statement.place.line),
    ])
}
