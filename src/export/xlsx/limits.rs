//! How much a workbook takes.

use std::io::{Error, ErrorKind, Result};

/// The most of everything. The format has more sheets than these let anyone fill.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Rows of a sheet.
    pub rows: u32,
    /// Columns of a sheet.
    pub columns: usize,
    /// Cells of a workbook; each takes about 160 bytes of memory until it is saved.
    pub cells: u64,
    /// Notes of a workbook; programs become slow with more.
    pub notes: u64,
}

/// What the format allows, and what a browser's memory does.
pub const USUAL: Limits = Limits { rows: 1_048_576, columns: 16_384, cells: 12_000_000, notes: 5_000 };

/// The most UTF-16 units of a cell's text.
pub const MOST_TEXT: usize = 32_767;

/// The most characters of a formula.
pub const MOST_FORMULA: usize = 8_192;

/// The most arguments of a function.
pub const MOST_ARGUMENTS: usize = 255;

/// The most digits that a cell's number surely keeps.
pub const MOST_DIGITS: u32 = 15;

/// Says that something does not fit, and what to do.
pub fn too_much<T>(what: &str) -> Result<T> {
    let told = format!("{what}; take CSV or Parquet, or fewer statements at a time");
    Err(Error::new(ErrorKind::InvalidInput, told))
}
