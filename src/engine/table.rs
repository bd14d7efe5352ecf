//! A table that is made while its statements are read.

use crate::export::format::Format;
use crate::export::guard::Guard;
use crate::export::{csv_compact, csv_full};
use crate::model::report::Examined;

/// The bytes of a table, as far as they are made.
pub struct Table {
    format: Format,
    guard: Guard,
    bytes: Vec<u8>,
}

impl Table {
    /// A table with its header, if `format` is one.
    pub fn new(format: Format, guard: bool) -> Option<Table> {
        let mut table = Table { format, guard: Guard::new(guard), bytes: Vec::new() };
        match format {
            Format::CsvCompact => csv_compact::header(&mut table.bytes),
            Format::CsvFull => csv_full::header(&mut table.bytes).ok()?,
            Format::ReportJson | Format::ReportHtml => return None,
        }
        Some(table)
    }

    /// Goes on with a table that was begun elsewhere, if its rows do not say how many came before them.
    pub fn amid(format: Format, guard: bool) -> Option<Table> {
        let table = Table { format, guard: Guard::new(guard), bytes: Vec::new() };
        Some(table).filter(Table::can_be_parted)
    }

    /// Whether rows can be made of some of the statements without knowing how many came before.
    pub fn can_be_parted(&self) -> bool {
        self.format == Format::CsvCompact
    }

    /// So many cells were guarded in rows that were made elsewhere.
    pub fn guarded_elsewhere(&mut self, many: u64) {
        self.guard.again(many);
    }

    /// Adds the rows of a statement. Memory can always be written to, so nothing fails.
    pub fn add(&mut self, number: u32, examined: &Examined) {
        match self.format {
            Format::CsvFull => {
                let number = u64::from(number) + 1;
                let _ = csv_full::statement(number, examined, &mut self.guard, &mut self.bytes);
            }
            Format::CsvCompact | Format::ReportJson | Format::ReportHtml => {
                csv_compact::statement(examined, &mut self.guard, &mut self.bytes);
            }
        }
    }

    /// Hands over what is made so far.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    /// How many bytes wait.
    pub fn waiting(&self) -> usize {
        self.bytes.len()
    }

    /// How many cells were guarded.
    pub fn guarded(&self) -> u64 {
        self.guard.guarded()
    }
}
