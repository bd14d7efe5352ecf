//! Where a workbook shows something else than the data, to be told on its first sheet.

use crate::rules::words;

/// How often it does, by what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Departures {
    /// Numbers of more than 15 digits, which stand as text.
    pub long_numbers: u64,
    /// Texts that were too long for a cell and were cut.
    pub cut_texts: u64,
    /// Days before March 1900, which stand as text.
    pub early_days: u64,
    /// Totals that stand as plain values, as an item or they themselves are text.
    pub plain_totals: u64,
    /// Painted cells without their notes.
    pub notes_left_out: u64,
}

impl Departures {
    /// What there is to tell, a sentence each.
    pub fn told(self) -> Vec<String> {
        let cells = |many: u64, said: &str| {
            (many > 0).then(|| format!("{}{said}", words::count(many, "cell ", "cells ")))
        };
        [
            cells(self.long_numbers, "with a number of more than 15 digits, written as text"),
            cells(self.cut_texts, "with a text that was too long and was cut, ended by …"),
            cells(self.early_days, "with a day before March 1900, written as text"),
            cells(self.plain_totals, "with a calculated total that is no formula, as a number in it is text"),
            cells(self.notes_left_out, "painted without a note, as notes would have become too many"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
