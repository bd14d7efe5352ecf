//! The table `fact_balance`: what each account holds in each statement.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::dim_account::TO_ACCOUNT;
use crate::flatten::table::dim_category::TO_CATEGORY;
use crate::flatten::table::dim_entity::TO_ENTITY;
use crate::flatten::table::dim_period::TO_PERIOD;
use crate::flatten::table::line::TO_STATEMENT;
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// Its columns.
pub fn schema() -> Schema {
    use Kind::{Decimal, Text, Whole};
    Schema {
        table: Table::FactBalance,
        description: "One row an account and statement, so one an account and period where no statement repeats another. Sum \
            it over accounts, never over periods.",
        columns: vec![
            Column::new(
                "balance_key",
                Text,
                "Its key: substr(sha256(statement_key || '#' || repetition || '/' || account_key), 1, 16), \
                with the columns of statement. It stays the same from file to file.",
            ),
            Column::new("statement_id", Whole, "The statement's number in the file, from 1."),
            Column::new("entity_key", Text, "The entity."),
            Column::new("period_key", Text, "The period."),
            Column::new("account_key", Text, "The account."),
            Column::new("category_key", Text, "The group that the account stands in, in this statement."),
            Column::new("line_id", Text, "Its line in the statement."),
            Column::new("currency", Text, "The currency, as written.").nullable(),
            Column::new(
                "amount",
                Decimal,
                "The amount; null if it cannot be read or has more than 28 digits.",
            )
            .nullable(),
            Column::new("amount_written", Text, "The amount exactly as the file writes it.")
                .nullable()
                .literal(),
        ],
        primary_key: &["balance_key"],
        foreign_keys: vec![
            TO_STATEMENT,
            TO_ENTITY,
            TO_PERIOD,
            TO_ACCOUNT,
            TO_CATEGORY,
            ForeignKey {
                columns: &["statement_id", "line_id"],
                table: Table::Line,
                fields: &["statement_id", "line_id"],
            },
        ],
    }
}

/// The rows of one statement, in file order.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let identity = &entered.identity;
    let (entity, period) = (identity.entity_key.text(), identity.period_key.text());
    for posting in &entered.postings {
        let balance = entered.balance_key(posting.account_key).text();
        let account = posting.account_key.text();
        let (category, line) = (entered.key(posting.category).text(), entered.key(posting.line).text());
        let written = entered.written(posting);
        take(&[
            Value::Text(balance.as_str()),
            Value::Whole(entered.statement_id()),
            Value::Text(entity.as_str()),
            Value::Text(period.as_str()),
            Value::Text(account.as_str()),
            Value::Text(category.as_str()),
            Value::Text(line.as_str()),
            Value::maybe(identity.currency.as_deref()),
            Value::amount(posting.amount),
            Value::text(&written),
        ])?;
    }
    Ok(())
}
