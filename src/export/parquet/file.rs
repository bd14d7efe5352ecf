//! A table as a Parquet file, written row group by row group, so that no more than one of them is held.

use std::io::{Error, Result};
use std::mem;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;

use crate::export::parquet::gathered::Gathered;
use crate::export::parquet::stored::{self, Stored};
use crate::flatten::schema::Schema;
use crate::flatten::shape::Shape;
use crate::flatten::value::Value;

/// The most rows of a row group.
pub const MOST_ROWS: usize = 131_072;

/// About how many bytes a row group may have before it is compressed.
const MOST_BYTES: usize = 32 << 20;

/// A table that is being written. The same rows give the same bytes.
pub struct ParquetFile {
    writer: SerializedFileWriter<Vec<u8>>,
    columns: Vec<Gathered>,
    rows: usize,
    bytes: usize,
}

impl ParquetFile {
    /// A file without rows yet. The schema's description and those of its columns stand in the file's metadata, under
    /// `description` and `description.COLUMN`.
    pub fn new(schema: &Schema, shape: Shape) -> Result<ParquetFile> {
        let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
        let mut told = vec![
            entry("tool", &format!("{name} {version}")),
            entry("table", schema.table.name()),
            entry("description", schema.description),
        ];
        for column in &schema.columns {
            let mut description = column.description.to_string();
            if Stored::of(column.kind, shape) == Stored::Digits {
                description.push_str(DIGITS);
            }
            told.push(entry(&format!("description.{}", column.name), &description));
        }
        let properties = WriterProperties::builder()
            .set_created_by(format!("{name} version {version}"))
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Page)
            .set_key_value_metadata(Some(told))
            .build();
        let fields = stored::schema(schema, shape).map_err(failed)?;
        let writer = SerializedFileWriter::new(Vec::new(), fields, Arc::new(properties)).map_err(failed)?;
        let columns = schema
            .columns
            .iter()
            .map(|column| Gathered::new(column, Stored::of(column.kind, shape)))
            .collect();
        Ok(ParquetFile { writer, columns, rows: 0, bytes: 0 })
    }

    /// Adds a row: a cell for each column of the schema, in order. Answers whether a row group is full, so that there are
    /// bytes to take.
    pub fn row(&mut self, cells: &[Value<'_>]) -> Result<bool> {
        if cells.len() != self.columns.len() {
            return Err(Error::other("a row does not have a cell for each column"));
        }
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            self.bytes += column.push(*cell)?;
        }
        self.rows += 1;
        let full = self.rows >= MOST_ROWS || self.bytes >= MOST_BYTES;
        if full {
            self.close_group()?;
        }
        Ok(full)
    }

    fn close_group(&mut self) -> Result<()> {
        self.rows = 0;
        self.bytes = 0;
        let mut group = self.writer.next_row_group().map_err(failed)?;
        for column in &mut self.columns {
            let Some(into) = group.next_column().map_err(failed)? else { continue };
            column.pour(into).map_err(failed)?;
        }
        group.close().map_err(failed)?;
        Ok(())
    }

    /// Hands over the bytes of the row groups that are full.
    pub fn take(&mut self) -> Result<Vec<u8>> {
        self.writer.flush()?;
        Ok(mem::take(self.writer.inner_mut()))
    }

    /// The rest of the bytes.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        if self.rows > 0 {
            self.close_group()?;
        }
        self.writer.into_inner().map_err(failed)
    }
}

/// What is said of a column of amounts that fit no decimal type.
pub const DIGITS: &str =
    " Text, as these amounts have more digits before and behind the point together than decimal(38) holds.";

fn entry(key: &str, value: &str) -> KeyValue {
    KeyValue::new(format!("tieout.{key}"), value.to_owned())
}

fn failed(error: ParquetError) -> Error {
    Error::other(error)
}
