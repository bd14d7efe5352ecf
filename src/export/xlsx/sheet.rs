//! A sheet that is being filled, row by row.

use std::io::Result;

use rust_xlsxwriter::{Note, Worksheet, XlsxError};

use crate::export::xlsx::ink::{Ink, Inks, Shows};
use crate::export::xlsx::limits::Limits;

/// The widest that a column is made, in characters.
const WIDEST: u16 = 60;

/// A sheet with a row of headings.
pub struct Sheet {
    /// What the crate keeps of it.
    pub paper: Worksheet,
    /// The next row, from 0.
    pub row: u32,
    widths: Vec<u16>,
}

impl Sheet {
    /// A sheet of this name, with these headings in a row that stays in sight; those over numbers stand to the right.
    pub fn new<'a>(
        name: &str,
        headings: impl IntoIterator<Item = (&'a str, bool)>,
        inks: &mut Inks,
    ) -> Result<Sheet> {
        let mut sheet = Sheet { paper: Worksheet::new(), row: 0, widths: Vec::new() };
        sheet.paper.set_name(name).map_err(failed)?;
        for (column, (heading, over_numbers)) in (0_u16..).zip(headings) {
            let shows = if over_numbers { Shows::Digits } else { Shows::Plain };
            let format = inks.format(Ink { bold: true, ..Ink::of(shows) });
            sheet.paper.write_string_with_format(0, column, heading, format).map_err(failed)?;
            sheet.widen(column, heading.chars().count());
        }
        if !sheet.widths.is_empty() {
            sheet.paper.set_freeze_panes(1, 0).map_err(failed)?;
            sheet.paper.set_repeat_rows(0, 0).map_err(failed)?;
            sheet.row = 1;
        }
        Ok(sheet)
    }

    /// Whether so many more rows fit.
    pub fn has_room(&self, rows: u32, limits: Limits) -> bool {
        self.row.checked_add(rows).is_some_and(|after| after <= limits.rows)
    }

    /// Makes a column wide enough for so many characters.
    pub fn widen(&mut self, column: u16, characters: usize) {
        let at = usize::from(column);
        if self.widths.len() <= at {
            self.widths.resize(at + 1, 0);
        }
        let wanted = u16::try_from(characters).unwrap_or(WIDEST).min(WIDEST);
        if let Some(width) = self.widths.get_mut(at) {
            *width = wanted.max(*width);
        }
    }

    /// Makes columns as wide as this, whatever stands in them.
    pub fn set_widths(&mut self, widths: &[u16]) {
        self.widths = widths.to_vec();
    }

    /// Puts a note on a cell.
    pub fn note(&mut self, row: u32, column: u16, text: &str) -> Result<()> {
        let lines = text.lines().map(|line| line.chars().count().div_ceil(44)).sum::<usize>();
        let height = 24 + 17 * u32::try_from(lines).unwrap_or(20).min(20);
        let note =
            Note::new(text).add_author_prefix(false).set_author("Tieout").set_width(280).set_height(height);
        self.paper.insert_note(row, column, &note).map_err(failed)?;
        Ok(())
    }

    /// The sheet with its columns as wide as what stands in them.
    pub fn finish(mut self) -> Result<Worksheet> {
        for (column, width) in (0_u16..).zip(self.widths) {
            self.paper.set_column_width(column, width.max(6) + 2).map_err(failed)?;
        }
        self.paper.set_landscape();
        self.paper.set_print_fit_to_pages(1, 0);
        Ok(self.paper)
    }
}

/// The name of the n-th sheet of a table, from 1: at most 31 characters.
pub fn name(table: &str, part: u32) -> String {
    if part == 1 {
        return table.chars().take(31).collect();
    }
    let number = format!(" {part}");
    let room = 31_usize.saturating_sub(number.len());
    table.chars().take(room).chain(number.chars()).collect()
}

/// The crate's errors, which name what it refused.
#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
pub fn failed(error: XlsxError) -> std::io::Error {
    std::io::Error::other(format!("the workbook cannot be written: {error}"))
}

#[cfg(test)]
mod tests {
    use crate::export::xlsx::sheet::name;

    #[test]
    fn names_of_sheets_are_short_and_different() {
        assert_eq!(name("line", 1), "line");
        assert_eq!(name("line", 12), "line 12");
        assert_eq!(name(&"x".repeat(40), 1).len(), 31);
        assert_eq!(name(&"x".repeat(40), 10), format!("{} 10", "x".repeat(28)));
    }
}
