//! One table as NDJSON: an object a line, with every column as a key in the order of the table.

use std::io::{Result, Write};

use crate::export::row_writer::{About, RowWriter};
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;

/// How many bytes are gathered before they are handed on.
const BLOCK: usize = 1 << 16;

/// Writes rows of one table: decimals and days as texts, so that no reader rounds them; everything else as what it is.
pub struct Ndjson<W> {
    table: [Table; 1],
    /// `"name":` of each column.
    keys: Vec<String>,
    out: W,
    block: Vec<u8>,
}

impl<W: Write> Ndjson<W> {
    /// For rows of this table.
    pub fn new(table: Table, shape: Shape, out: W) -> Ndjson<W> {
        let keys = table.schema(shape).columns.iter().map(|column| format!("\"{}\":", column.name)).collect();
        Ndjson { table: [table], keys, out, block: Vec::new() }
    }
}

impl<W: Write> RowWriter for Ndjson<W> {
    fn tables(&self) -> &[Table] {
        &self.table
    }

    fn row(&mut self, _: Table, row: &[Value<'_>]) -> Result<()> {
        for (at, (key, value)) in self.keys.iter().zip(row).enumerate() {
            self.block.push(if at == 0 { b'{' } else { b',' });
            self.block.extend_from_slice(key.as_bytes());
            cell(*value, &mut self.block)?;
        }
        self.block.extend_from_slice(b"}\n");
        if self.block.len() >= BLOCK {
            self.out.write_all(&self.block)?;
            self.block.clear();
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, _: &About<'_>) -> Result<u64> {
        self.out.write_all(&self.block)?;
        self.out.flush()?;
        Ok(0)
    }
}

fn cell(value: Value<'_>, block: &mut Vec<u8>) -> Result<()> {
    match value {
        Value::Nothing => block.extend_from_slice(b"null"),
        Value::Text(text) | Value::Written(_, text) => serde_json::to_writer(block, text)?,
        Value::Whole(number) => serde_json::to_writer(block, &number)?,
        Value::Decimal(amount) => serde_json::to_writer(block, &amount.to_string())?,
        Value::Flag(flag) => serde_json::to_writer(block, &flag)?,
        Value::Day(day) => serde_json::to_writer(block, &day.to_string())?,
    }
    Ok(())
}
