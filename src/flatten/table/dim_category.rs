//! The table `dim_category`: the sections and groups, which are the levels above accounts.

use std::io::Result;

use crate::flatten::dimensions::Dimensions;
use crate::flatten::keys::{Key, KeyText};
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// The reference to this table.
pub const TO_CATEGORY: ForeignKey =
    ForeignKey { columns: &["category_key"], table: Table::DimCategory, fields: &["category_key"] };

/// Its columns.
pub fn schema() -> Schema {
    use Kind::{Text, Whole};
    Schema {
        table: Table::DimCategory,
        description: "One row a section or group, by its path of names, whichever entities and periods have it. It is described \
            as in the latest statement that has it: the one of the latest as_of_day, and of those the last.",
        columns: vec![
            Column::new(
                "category_key",
                Text,
                "Its key: the line_id of its lines, which depends on names only.",
            ),
            Column::new("parent_key", Text, "The category_key of the group above; null for a section.")
                .nullable(),
            Column::new("level", Whole, "0 for a section, one more a level."),
            Column::new("section", Text, "assets, liabilities, equity, or the key of another section."),
            Column::new("name", Text, "The name as written; a section without one has its key.").nullable(),
            Column::new("path", Text, "The names from the section down, joined by ' > '."),
        ],
        primary_key: &["category_key"],
        foreign_keys: vec![ForeignKey {
            columns: &["parent_key"],
            table: Table::DimCategory,
            fields: &["category_key"],
        }],
    }
}

/// The rows, by key.
pub fn rows(dimensions: &Dimensions, take: &mut Take<'_>) -> Result<()> {
    for (key, category) in &dimensions.categories {
        let parent = category.parent.map(Key::text);
        take(&[
            Value::Text(key.text().as_str()),
            Value::maybe(parent.as_ref().map(KeyText::as_str)),
            Value::whole(category.level),
            Value::text(&category.section),
            Value::text(&category.name),
            Value::text(&category.path),
        ])?;
    }
    Ok(())
}
