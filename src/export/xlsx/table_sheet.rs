//! A table on sheets of its own, one after another if it has more rows than one holds.

use std::io::Result;

use crate::export::xlsx::cell::Pen;
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::ink::Inks;
use crate::export::xlsx::limits::{Limits, too_much};
use crate::export::xlsx::sheet::{Sheet, failed, name};
use crate::flatten::schema::{Kind, Schema};
use crate::flatten::value::Value;

/// The sheets of a table.
pub struct TableSheet {
    schema: Schema,
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
}

impl TableSheet {
    /// A table without rows yet.
    pub fn new(schema: Schema, inks: &mut Inks, limits: Limits) -> Result<TableSheet> {
        if schema.columns.len() > limits.columns {
            let (table, columns) = (schema.table.name(), schema.columns.len());
            return too_much(&format!(
                "the table {table} has {columns} columns, more than a sheet of a workbook"
            ));
        }
        let mut table = TableSheet { schema, sheets: Vec::new() };
        table.turn_over(inks)?;
        Ok(table)
    }

    /// Begins the next sheet.
    fn turn_over(&mut self, inks: &mut Inks) -> Result<()> {
        let part = u32::try_from(self.sheets.len()).unwrap_or(u32::MAX).saturating_add(1);
        let headings = self
            .schema
            .columns
            .iter()
            .map(|column| (&*column.name, matches!(column.kind, Kind::Whole | Kind::Decimal)));
        self.sheets.push(Sheet::new(&name(self.schema.table.name(), part), headings, inks)?);
        Ok(())
    }

    /// Adds a row, with at least so many decimals shown.
    pub fn row(
        &mut self,
        cells: &[Value<'_>],
        decimals: u32,
        inks: &mut Inks,
        departures: &mut Departures,
        limits: Limits,
    ) -> Result<()> {
        if !self.sheets.last().is_some_and(|sheet| sheet.has_room(1, limits)) {
            self.turn_over(inks)?;
        }
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        let mut pen = Pen { sheet: &mut *sheet, inks, departures };
        for (column, cell) in (0_u16..).zip(cells) {
            pen.value(column, *cell, decimals)?;
        }
        sheet.row += 1;
        Ok(())
    }

    /// Lets a person filter each sheet by its columns.
    pub fn filter(&mut self) -> Result<()> {
        let last = u16::try_from(self.schema.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for sheet in &mut self.sheets {
            if sheet.row > 1 {
                sheet.paper.autofilter(0, 0, sheet.row - 1, last).map_err(failed)?;
            }
        }
        Ok(())
    }
}
