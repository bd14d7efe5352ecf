//! The table `line`: one row a line with its keys, its path and its check.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::rows::{self, Row};
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// The reference to the statement that every table of lines has.
pub const TO_STATEMENT: ForeignKey =
    ForeignKey { columns: &["statement_id"], table: Table::Statement, fields: &["statement_id"] };

/// What `line_id` is made of.
pub const LINE_ID: &str = "The line's key in its statement: substr(sha256(coalesce(parent_id, '') || '/' || name || '#' || n), 1, 16), where \
    name is empty if it is null, for a section it is the column section, and n = row_number() over (partition by \
    statement_id, parent_id, name order by line_order). It stays the same when lines are moved or figures change.";

/// The outcomes of a comparison.
pub const OUTCOMES: &[&str] = &["ties", "rounding", "not-checkable", "differs"];

/// Its columns: those of the full CSV.
pub fn schema() -> Schema {
    use Kind::{Decimal, Flag, Text, Whole};
    Schema {
        table: Table::Line,
        description: "One row a line, in file order: sections, groups and accounts. Amounts of groups contain those of \
            their items; sum account_line instead.",
        columns: vec![
            Column::new("statement_id", Whole, "The statement's number in the file, from 1."),
            Column::new(
                "as_of",
                Text,
                "The day the figures are true of, YYYY-MM-DD; or the text in its place, as written.",
            )
            .nullable(),
            Column::new("currency", Text, "The currency, as written.").nullable(),
            Column::new("line_id", Text, LINE_ID),
            Column::new("parent_id", Text, "The line_id of the line above; null for a section.").nullable(),
            Column::new("line_order", Whole, "The line's number in its statement, from 1, in file order."),
            Column::new("level", Whole, "0 for a section, one more a level."),
            Column::new("section", Text, "assets, liabilities, equity, or the key of another section."),
            Column::new("path", Text, "The names from the section down, joined by ' > '."),
            Column::new("parent_name", Text, "The name of the line above; null for a section.").nullable(),
            Column::new("name", Text, "The name as written; a section without one has its key.").nullable(),
            Column::new("account_id", Text, "The account id as written.").nullable(),
            Column::new(
                "amount",
                Decimal,
                "The reported amount with its digits as written; null if it cannot be read.",
            )
            .nullable(),
            Column::new("is_account", Flag, "Whether it is at the lowest level."),
            Column::new(
                "calculated",
                Decimal,
                "The sum of its direct items, if it is a group and the sum was made.",
            )
            .nullable(),
            Column::new("difference", Decimal, "amount - calculated, if the sum was made.").nullable(),
            Column::new("status", Text, "How amount and calculated compare; null for an account.")
                .nullable()
                .words(OUTCOMES),
            Column::new("source_line", Whole, "The line of the file on which it begins, from 1."),
        ],
        primary_key: &["statement_id", "line_id"],
        foreign_keys: vec![
            TO_STATEMENT,
            ForeignKey {
                columns: &["statement_id", "parent_id"],
                table: Table::Line,
                fields: &["statement_id", "line_id"],
            },
        ],
    }
}

/// The rows of one statement.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let identity = &entered.identity;
    let statement_id = Value::Whole(entered.statement_id());
    rows::each(entered.judged.examined, |row| {
        take(&[
            statement_id,
            Value::maybe(identity.as_of.as_deref()),
            Value::maybe(identity.currency.as_deref()),
            Value::Text(row.line_id),
            Value::text(row.parent_id),
            Value::whole(u64::from(row.line.0) + 1),
            Value::whole(row.level),
            Value::text(row.section),
            Value::text(row.path),
            Value::text(row.parent_name),
            Value::text(row.name),
            Value::text(row.account_id),
            amount(entered, row),
            Value::Flag(row.is_account),
            Value::amount(row.check.and_then(|check| check.calculated)),
            Value::amount(row.check.and_then(|check| check.difference)),
            Value::text(row.status()),
            Value::whole(row.source_line),
        ])
    })
}

fn amount<'a>(entered: &Entered<'_>, row: &'a Row<'_>) -> Value<'a> {
    match entered.judged.examined.statement.lines.amount(row.line) {
        Some(amount) => Value::Written(amount, &row.amount),
        None => Value::Nothing,
    }
}
