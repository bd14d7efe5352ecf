//! One table as CSV (RFC 4180 with lines ended by LF), with a header; a null is an empty cell.

use std::io::{Result, Write};

use crate::export::csv_record;
use crate::export::guard::Guard;
use crate::export::row_writer::{About, RowWriter};
use crate::export::warehouse_format::Options;
use crate::flatten::schema::Column;
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;
use crate::model::amount::Amount;
use crate::model::written::Written;

/// The byte-order mark in UTF-8.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// How many bytes are gathered before they are handed on.
const BLOCK: usize = 1 << 16;

/// Writes rows of one table.
pub struct CsvTable<W> {
    table: [Table; 1],
    columns: Vec<Column>,
    guard: Guard,
    out: W,
    block: Vec<u8>,
}

impl<W: Write> CsvTable<W> {
    /// Begins the table with its header. The only errors are those of `out`.
    pub fn new(table: Table, shape: Shape, options: Options, out: W) -> Result<CsvTable<W>> {
        let mut block = if options.bom { BOM.to_vec() } else { Vec::new() };
        let columns = table.schema(shape).columns;
        header(&columns, &mut block)?;
        Ok(CsvTable { table: [table], columns, guard: Guard::new(options.guard), out, block })
    }
}

impl<W: Write> RowWriter for CsvTable<W> {
    fn tables(&self) -> &[Table] {
        &self.table
    }

    fn row(&mut self, _: Table, row: &[Value<'_>]) -> Result<()> {
        record(&self.columns, row, &mut self.guard, &mut self.block);
        if self.block.len() >= BLOCK {
            self.out.write_all(&self.block)?;
            self.block.clear();
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, _: &About<'_>) -> Result<u64> {
        self.out.write_all(&self.block)?;
        self.out.flush()?;
        Ok(self.guard.guarded())
    }
}

/// Adds the names of the columns.
pub fn header(columns: &[Column], block: &mut Vec<u8>) -> Result<()> {
    let names: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
    csv_record::write(&names, block)
}

/// Adds one row.
pub fn record(columns: &[Column], row: &[Value<'_>], guard: &mut Guard, block: &mut Vec<u8>) {
    for (at, (column, value)) in columns.iter().zip(row).enumerate() {
        if at > 0 {
            block.push(b',');
        }
        match value {
            Value::Nothing => {}
            Value::Text(text) if column.is_literal && Amount::parse(text).is_ok() => {
                csv_record::cell(text, block);
            }
            Value::Text(text) => csv_record::cell(&guard.cell(text), block),
            Value::Whole(number) => block.extend_from_slice(number.to_string().as_bytes()),
            Value::Decimal(amount) => block.extend_from_slice(Written::of(*amount).as_bytes()),
            Value::Written(_, text) => csv_record::cell(text, block),
            Value::Flag(flag) => block.extend_from_slice(if *flag { b"true" } else { b"false" }),
            Value::Day(day) => block.extend_from_slice(day.to_string().as_bytes()),
        }
    }
    block.push(b'\n');
}
