//! The table `dim_entity`: whose statements there are.

use std::io::Result;

use crate::flatten::dimensions::Dimensions;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// The reference to this table.
pub const TO_ENTITY: ForeignKey =
    ForeignKey { columns: &["entity_key"], table: Table::DimEntity, fields: &["entity_key"] };

/// Its columns.
pub fn schema() -> Schema {
    Schema {
        table: Table::DimEntity,
        description: "One row an entity. All statements that name none share a row without a name.",
        columns: vec![
            Column::new("entity_key", Kind::Text, "Its key: substr(sha256(coalesce(entity, '')), 1, 16)."),
            Column::new("entity", Kind::Text, "Its name, as written.").nullable(),
        ],
        primary_key: &["entity_key"],
        foreign_keys: Vec::new(),
    }
}

/// The rows, by key.
pub fn rows(dimensions: &Dimensions, take: &mut Take<'_>) -> Result<()> {
    for (key, entity) in &dimensions.entities {
        take(&[Value::Text(key.text().as_str()), Value::maybe(entity.as_deref())])?;
    }
    Ok(())
}
