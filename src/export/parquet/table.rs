//! One table as a Parquet file.

use std::io::{Result, Write};

use crate::export::parquet::file::ParquetFile;
use crate::export::row_writer::{About, RowWriter};
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;

/// Writes rows of one table, a row group at a time.
pub struct ParquetTable<W> {
    table: [Table; 1],
    file: ParquetFile,
    out: W,
}

impl<W: Write> ParquetTable<W> {
    /// For rows of this table, which go to `out`.
    pub fn new(table: Table, shape: Shape, out: W) -> Result<ParquetTable<W>> {
        Ok(ParquetTable { table: [table], file: ParquetFile::new(&table.schema(shape), shape)?, out })
    }

    /// Writes the rest, and answers with where it all went.
    pub fn close(mut self) -> Result<W> {
        self.out.write_all(&self.file.finish()?)?;
        Ok(self.out)
    }

    /// Adds a row.
    pub fn add(&mut self, row: &[Value<'_>]) -> Result<()> {
        if self.file.row(row)? {
            self.out.write_all(&self.file.take()?)?;
        }
        Ok(())
    }
}

impl<W: Write> RowWriter for ParquetTable<W> {
    fn tables(&self) -> &[Table] {
        &self.table
    }

    fn row(&mut self, _: Table, row: &[Value<'_>]) -> Result<()> {
        self.add(row)
    }

    /// Nothing is guarded: no spreadsheet runs what stands in it.
    fn finish(self: Box<Self>, _: &About<'_>) -> Result<u64> {
        self.close()?.flush()?;
        Ok(0)
    }
}
