//! The last sheet: what stands in each column of each table.

use std::io::Result;

use crate::export::xlsx::cell::Pen;
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::ink::{Ink, Inks};
use crate::export::xlsx::sheet::Sheet;
use crate::flatten::schema::{Kind, Schema};

/// The name of the sheet.
pub const NAME: &str = "columns";

/// Makes the sheet.
pub fn sheet(schemas: &[Schema], inks: &mut Inks) -> Result<Sheet> {
    let mut sheet =
        Sheet::new(NAME, ["table", "column", "type", "description"].map(|heading| (heading, false)), inks)?;
    let mut departures = Departures::default();
    for schema in schemas {
        for column in &schema.columns {
            let mut pen = Pen { sheet: &mut sheet, inks: &mut *inks, departures: &mut departures };
            let texts = [schema.table.name(), &column.name, word(column.kind), &column.description];
            for (at, text) in (0_u16..).zip(texts) {
                pen.text(at, text, Ink::default())?;
            }
            sheet.row += 1;
        }
    }
    Ok(sheet)
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Whole => "whole number",
        Kind::Decimal => "decimal",
        Kind::Flag => "yes or no",
        Kind::Day => "day",
    }
}
