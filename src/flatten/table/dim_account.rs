//! The table `dim_account`: the accounts of each entity.

use std::io::Result;

use crate::flatten::dimensions::Dimensions;
use crate::flatten::keys::Key;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::dim_category::TO_CATEGORY;
use crate::flatten::table::dim_entity::TO_ENTITY;
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// The reference to this table.
pub const TO_ACCOUNT: ForeignKey =
    ForeignKey { columns: &["account_key"], table: Table::DimAccount, fields: &["account_key"] };

/// Its columns.
pub fn schema() -> Schema {
    use Kind::{Day, Flag, Text, Whole};
    Schema {
        table: Table::DimAccount,
        description: "One row an account of an entity, described as in the latest statement that has it: the one of the latest \
            as_of_day, and of those the last.",
        columns: vec![
            Column::new(
                "account_key",
                Text,
                "Its key. With an account id: substr(sha256(entity_key || '/id/' || account_id || '#' || n), 1, 16), where n = \
                row_number() over (partition by statement_id, account_id order by line_id) among the rows of account_line; \
                without one: substr(sha256(entity_key || '/line/' || line_id), 1, 16). An account with an id may be renamed or \
                moved and stays the same.",
            ),
            Column::new("entity_key", Text, "Whose account it is."),
            Column::new(
                "category_key",
                Text,
                "The group it stands in; of a group with postings of its own, that group.",
            ),
            Column::new("account_id", Text, "The account id as written.").nullable(),
            Column::new("name", Text, "The name as written.").nullable(),
            Column::new("section", Text, "assets, liabilities, equity, or the key of another section."),
            Column::new("level", Whole, "The level of its line: 1 under a section, one more a level."),
            Column::new("path", Text, "The names from the section down, joined by ' > '."),
            Column::new("line_id", Text, "The key of its line."),
            Column::new(
                "is_group",
                Flag,
                "Whether it is a group that has postings of its own beside its items.",
            ),
            Column::new(
                "first_day",
                Day,
                "The first day of which a statement has it; null if no day is known.",
            )
            .nullable(),
            Column::new(
                "last_day",
                Day,
                "The last day of which a statement has it; null if no day is known.",
            )
            .nullable(),
        ],
        primary_key: &["account_key"],
        foreign_keys: vec![TO_ENTITY, TO_CATEGORY],
    }
}

/// The rows, by key.
pub fn rows(dimensions: &Dimensions, take: &mut Take<'_>) -> Result<()> {
    for (key, account) in &dimensions.accounts {
        let keys = [*key, account.entity, account.category, account.line].map(Key::text);
        let [key, entity, category, line] = &keys;
        take(&[
            Value::Text(key.as_str()),
            Value::Text(entity.as_str()),
            Value::Text(category.as_str()),
            Value::text(&account.account_id),
            Value::text(&account.name),
            Value::text(&account.section),
            Value::whole(account.level),
            Value::text(&account.path),
            Value::Text(line.as_str()),
            Value::Flag(account.is_group),
            Value::day(account.first_day),
            Value::day(account.last_day()),
        ])?;
    }
    Ok(())
}
