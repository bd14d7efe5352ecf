//! A table that is made while its statements are read.

use crate::export::csv_compact::Heads;
use crate::export::format::Format;
use crate::export::guard::Guard;
use crate::export::{csv_compact, csv_full};
use crate::model::report::Examined;

/// The most bytes that there is room for before they are made.
const MOST_ROOM: usize = 512 << 10;

/// The bytes of a table, as far as they are made.
pub struct Table {
    format: Format,
    guard: Guard,
    heads: Heads,
    bytes: Vec<u8>,
    /// How many bytes were handed over, or made elsewhere.
    made: u64,
    /// How many there may be in all. A table that would be larger is given up.
    most: u64,
    given_up: bool,
}

impl Table {
    /// A table with its header, if `format` is one.
    pub fn new(format: Format, guard: bool) -> Option<Table> {
        let mut table = Table::empty(format, guard);
        match format {
            Format::CsvCompact => csv_compact::header(&mut table.bytes),
            Format::CsvFull => csv_full::header(&mut table.bytes).ok()?,
            Format::ReportJson | Format::ReportHtml => return None,
        }
        Some(table)
    }

    /// Goes on with a table that was begun elsewhere, if its rows do not say how many came before them.
    pub fn amid(format: Format, guard: bool) -> Option<Table> {
        Some(Table::empty(format, guard)).filter(Table::can_be_parted)
    }

    fn empty(format: Format, guard: bool) -> Table {
        let (guard, heads, bytes) = (Guard::new(guard), Heads::default(), Vec::new());
        Table { format, guard, heads, bytes, made: 0, most: u64::MAX, given_up: false }
    }

    /// The same table, which is given up where it would have more bytes than that.
    #[must_use]
    pub fn of_at_most(self, most: u64) -> Table {
        Table { most, ..self }
    }

    /// Whether rows can be made of some of the statements without knowing how many came before.
    pub fn can_be_parted(&self) -> bool {
        self.format == Format::CsvCompact
    }

    /// Rows of so many bytes, with so many guarded cells, were made elsewhere, or given up.
    pub fn add_elsewhere(&mut self, guarded: u64, made: Option<u64>) {
        self.guard.again(guarded);
        self.made = self.made.saturating_add(made.unwrap_or(u64::MAX));
        if self.made > self.most || made.is_none() {
            self.give_up();
        }
    }

    /// How many bytes there are in all; nothing if it was given up.
    pub fn made(&self) -> Option<u64> {
        Some(self.made + self.bytes.len() as u64).filter(|_| !self.given_up)
    }

    fn give_up(&mut self) {
        self.given_up = true;
        self.bytes = Vec::new();
    }

    /// Adds the rows of a statement. Memory can always be written to, so nothing fails.
    pub fn add(&mut self, number: u32, examined: &Examined) {
        if self.given_up {
            return;
        }
        match self.format {
            Format::CsvFull => {
                let number = u64::from(number) + 1;
                let _ = csv_full::statement(number, examined, &mut self.guard, &mut self.bytes);
            }
            Format::CsvCompact | Format::ReportJson | Format::ReportHtml => {
                let most = usize::try_from(self.most.saturating_sub(self.made)).unwrap_or(usize::MAX);
                let (guard, heads) = (&mut self.guard, &mut self.heads);
                let stopped = csv_compact::statement(examined, guard, &mut self.bytes, most, heads);
                if stopped || self.bytes.len() > most {
                    self.give_up();
                }
            }
        }
    }

    /// Hands over what is made so far.
    pub fn take(&mut self) -> Vec<u8> {
        self.made += self.bytes.len() as u64;
        // What comes next may be about as long.
        let next = Vec::with_capacity(self.bytes.len().min(MOST_ROOM));
        std::mem::replace(&mut self.bytes, next)
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

#[cfg(test)]
mod tests {
    use crate::engine;
    use crate::engine::table::Table;
    use crate::export::format::Format;
    use crate::model::settings::Settings;

    #[test]
    fn a_table_that_would_be_too_long_is_given_up_before_it_is() {
        let name = "long ".repeat(1_000);
        let items: Vec<String> =
            (0..1_000).map(|at| format!(r#"{{"account_id":"{at}","name":"{at}","value":"1.00"}}"#)).collect();
        let sheet =
            format!(r#"{{"assets":{{"name":"{name}","value":"1000.00","items":[{}]}}}}"#, items.join(","));
        let report = engine::check("sheet.json", sheet.as_bytes(), Settings::default());
        let examined = report.statements.first().expect("a statement");
        let table = || Table::new(Format::CsvCompact, false).expect("a table");
        let mut whole = table();
        whole.add(0, examined);
        let length = whole.made().expect("all of it");
        for (most, made) in [(length, Some(length)), (length - 1, None), (10, None)] {
            let mut table = table().of_at_most(most);
            table.add(0, examined);
            assert!(table.bytes.capacity() as u64 <= 2 * most + 64);
            assert_eq!((table.made(), table.take().len() as u64), (made, made.unwrap_or(0)));
            table.add_elsewhere(0, Some(1));
            assert_eq!(table.made(), None);
        }
    }
}
