//! The table `account_line`: one row an account with every name above it as a column of its own.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::shape::Shape;
use crate::flatten::table::line::TO_STATEMENT;
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// Its columns: as many levels as the deepest line has.
pub fn schema(shape: Shape) -> Schema {
    use Kind::{Decimal, Flag, Text, Whole};
    let mut columns = vec![
        Column::new("statement_id", Whole, "The statement's number in the file, from 1."),
        Column::new("line_id", Text, "The key of its line in the statement."),
        Column::new("line_order", Whole, "The line's number in its statement, from 1, in file order."),
        Column::new("entity", Text, "Whose statement it is.").nullable(),
        Column::new(
            "as_of",
            Text,
            "The day the figures are true of, YYYY-MM-DD; or the text in its place, as written.",
        )
        .nullable(),
        Column::new("currency", Text, "The currency, as written.").nullable(),
        Column::new("section", Text, "assets, liabilities, equity, or the key of another section."),
        Column::new("account_id", Text, "The account id as written.").nullable(),
        Column::new("name", Text, "The account's name as written.").nullable(),
        Column::new("level", Whole, "The level of its line: 1 under a section, one more a level."),
        Column::new("is_own", Flag, "Whether it is what a group has posted to itself, beside its items."),
        Column::new(
            "amount",
            Decimal,
            "The amount, safe to sum; null if it cannot be read or has more than 28 digits.",
        )
        .nullable(),
        Column::new("amount_written", Text, "The amount exactly as the file writes it.").nullable().literal(),
    ];
    columns.extend((0..=shape.deepest).map(|level| {
        Column {
            name: format!("level_{level}").into(),
            description: format!(
                "The name at level {level} of its path, its own at its own level; null below that{}.",
                if level == 0 { ". Level 0 is the section" } else { "" }
            )
            .into(),
            ..Column::new("", Text, "").nullable()
        }
    }));
    Schema {
        table: Table::AccountLine,
        description: "One row an account, and one for what a group has posted to itself, so that no amount is in another: \
            safe to sum by any column.",
        columns,
        primary_key: &["statement_id", "line_id"],
        foreign_keys: vec![
            TO_STATEMENT,
            ForeignKey {
                columns: &["statement_id", "line_id"],
                table: Table::Line,
                fields: &["statement_id", "line_id"],
            },
        ],
    }
}

/// The rows of one statement.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let statement = &entered.judged.examined.statement;
    let lines = &statement.lines;
    let identity = &entered.identity;
    for posting in &entered.postings {
        let line = posting.line;
        let names = statement.path(line);
        let key = entered.key(line).text();
        let written = entered.written(posting);
        let mut row = vec![
            Value::Whole(entered.statement_id()),
            Value::Text(key.as_str()),
            Value::whole(u64::from(line.0) + 1),
            Value::maybe(identity.entity.as_deref()),
            Value::maybe(identity.as_of.as_deref()),
            Value::maybe(identity.currency.as_deref()),
            Value::text(entered.section(line)),
            Value::text(lines.account_id(line)),
            Value::text(statement.name(line)),
            Value::whole(lines.depth(line)),
            Value::Flag(posting.is_own),
            Value::amount(posting.amount),
            Value::text(&written),
        ];
        let levels = usize::from(entered.shape.deepest) + 1;
        let below = std::iter::repeat(Value::Nothing);
        row.extend(names.into_iter().map(Value::text).chain(below).take(levels));
        take(&row)?;
    }
    Ok(())
}
