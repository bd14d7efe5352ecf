//! All tables as Parquet files in one zip.

use std::io::{Result, Write};

use crate::export::archive::Archive;
use crate::export::parquet::table::ParquetTable;
use crate::export::row_writer::{About, RowWriter};
use crate::export::spool::{Part, Spool};
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;
use crate::rules::words;

/// Writes every table to a part of its own, and the zip once all of them are complete.
pub struct ParquetPackage<'a> {
    files: Vec<ParquetTable<Box<dyn Part + 'a>>>,
    out: Box<dyn Write + 'a>,
}

impl<'a> ParquetPackage<'a> {
    /// For a zip that goes to `out`.
    pub fn new(
        shape: Shape,
        out: Box<dyn Write + 'a>,
        spool: &mut dyn Spool<'a>,
    ) -> Result<ParquetPackage<'a>> {
        let files: Result<Vec<_>> =
            Table::ALL.into_iter().map(|table| ParquetTable::new(table, shape, spool.part()?)).collect();
        Ok(ParquetPackage { files: files?, out })
    }
}

impl RowWriter for ParquetPackage<'_> {
    fn tables(&self) -> &[Table] {
        &Table::ALL
    }

    fn row(&mut self, table: Table, row: &[Value<'_>]) -> Result<()> {
        let file = Table::ALL.into_iter().zip(&mut self.files).find(|(one, _)| *one == table);
        file.map_or(Ok(()), |(_, file)| file.add(row))
    }

    fn finish(self: Box<Self>, about: &About<'_>) -> Result<u64> {
        let mut zip = Archive::new(self.out);
        for (table, file) in Table::ALL.into_iter().zip(self.files) {
            let mut part = file.close()?;
            part.flush()?;
            // How long it is is not known; an entry that may be long is told as such.
            zip.file(&format!("{}.parquet", table.name()), u64::MAX, &mut part.read_back()?)?;
        }
        if let Some(left_out) = words::left_out(about.report) {
            zip.text("left_out.txt", &format!("{left_out}\n"))?;
        }
        zip.finish()?;
        Ok(0)
    }
}
