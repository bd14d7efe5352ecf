//! The formats that take the tables of a warehouse.

use crate::export::format::stem;
use crate::flatten::table::Table;

/// A format of one table or of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarehouseFormat {
    /// A table as CSV.
    Csv(Table),
    /// A table as NDJSON.
    Ndjson(Table),
    /// All tables as CSV in a zip, with a Frictionless datapackage.json.
    Tables,
    /// A table as Parquet.
    Parquet(Table),
    /// All tables as Parquet in a zip.
    ParquetTables,
    /// All tables as an Excel workbook.
    Xlsx,
}

/// How texts are written, where the format leaves a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether CSV begins with a byte-order mark, which some spreadsheets need to read it as UTF-8.
    pub bom: bool,
    /// Whether cells of CSV that a spreadsheet would run as a formula get an apostrophe in front.
    pub guard: bool,
}

impl WarehouseFormat {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            WarehouseFormat::Csv(_) => "text/csv;charset=utf-8",
            WarehouseFormat::Ndjson(_) => "application/x-ndjson",
            WarehouseFormat::Tables | WarehouseFormat::ParquetTables => "application/zip",
            WarehouseFormat::Parquet(_) => "application/vnd.apache.parquet",
            WarehouseFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// A file name made from the source file's, safe on any system; `guarded` is told in it.
    pub fn file_name(self, source: &str, guarded: bool) -> String {
        let stem = stem(source);
        let guarded = if guarded { ".guarded" } else { "" };
        match self {
            WarehouseFormat::Csv(table) => format!("{stem}.{}{guarded}.csv", table.name()),
            WarehouseFormat::Ndjson(table) => format!("{stem}.{}.ndjson", table.name()),
            WarehouseFormat::Tables => format!("{stem}.tables{guarded}.zip"),
            WarehouseFormat::Parquet(table) => format!("{stem}.{}.parquet", table.name()),
            WarehouseFormat::ParquetTables => format!("{stem}.parquet.zip"),
            WarehouseFormat::Xlsx => format!("{stem}.xlsx"),
        }
    }
}
