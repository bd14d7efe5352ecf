//! One cell: a text stays a text whatever it looks like, and a number that a double would change becomes one.

use std::borrow::Cow;
use std::io::Result;

use rust_xlsxwriter::Formula;

use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::ink::{Ink, Inks, Shows};
use crate::export::xlsx::limits::{MOST_DIGITS, MOST_TEXT};
use crate::export::xlsx::sheet::{Sheet, failed};
use crate::flatten::value::Value;
use crate::model::amount::Amount;
use crate::model::date::Day;

/// Writes cells of a sheet's present row.
pub struct Pen<'a> {
    /// The sheet.
    pub sheet: &'a mut Sheet,
    /// The looks used.
    pub inks: &'a mut Inks,
    /// What could not be shown as it is.
    pub departures: &'a mut Departures,
}

impl Pen<'_> {
    /// Writes a value of a table.
    pub fn value(&mut self, column: u16, value: Value<'_>, decimals: u32) -> Result<()> {
        match value {
            Value::Nothing => Ok(()),
            Value::Text(text) => self.text(column, text, Ink::default()),
            Value::Whole(number) => self.whole(column, number),
            Value::Decimal(amount) | Value::Written(amount, _) => {
                self.money(column, amount, decimals, Ink::default())
            }
            Value::Flag(flag) => {
                let format = self.inks.format(Ink::default());
                let row = self.sheet.row;
                self.sheet.paper.write_boolean_with_format(row, column, flag, format).map_err(failed)?;
                Ok(())
            }
            Value::Day(day) => self.day(column, day),
        }
    }

    /// Writes a text, which no program takes for a formula, a number or a link.
    pub fn text(&mut self, column: u16, text: &str, ink: Ink) -> Result<()> {
        let fitting = fitting(text);
        self.departures.cut_texts += u64::from(matches!(fitting, Cow::Owned(_)));
        let characters = fitting.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        self.sheet.widen(column, characters + usize::from(ink.indent));
        let (row, format) = (self.sheet.row, self.inks.format(ink));
        self.sheet.paper.write_string_with_format(row, column, &*fitting, format).map_err(failed)?;
        Ok(())
    }

    /// Leaves a cell empty but painted.
    pub fn blank(&mut self, column: u16, ink: Ink) -> Result<()> {
        let (row, format) = (self.sheet.row, self.inks.format(ink));
        self.sheet.paper.write_blank(row, column, format).map_err(failed)?;
        Ok(())
    }

    /// Writes a whole number.
    pub fn whole(&mut self, column: u16, number: i64) -> Result<()> {
        match Amount::from_small(number, 0) {
            Some(amount) if is_kept(amount) => self.number(column, amount, Ink::default()),
            _ => self.digits(column, &number.to_string(), Ink::default()),
        }
    }

    /// Writes an amount with at least so many decimals shown.
    pub fn money(&mut self, column: u16, amount: Amount, decimals: u32, ink: Ink) -> Result<()> {
        self.sheet.widen(column, width(amount));
        if is_kept(amount) {
            self.number(column, amount, Ink { shows: shows(amount, decimals), ..ink })
        } else {
            self.digits(column, &amount.to_string(), ink)
        }
    }

    /// Writes a formula whose value is `amount`.
    pub fn formula(
        &mut self,
        column: u16,
        formula: &str,
        amount: Amount,
        decimals: u32,
        ink: Ink,
    ) -> Result<()> {
        self.sheet.widen(column, width(amount));
        let formula = Formula::new(formula).set_result(amount.to_string());
        let format = self.inks.format(Ink { shows: shows(amount, decimals), ..ink });
        let row = self.sheet.row;
        self.sheet.paper.write_formula_with_format(row, column, formula, format).map_err(failed)?;
        Ok(())
    }

    fn digits(&mut self, column: u16, digits: &str, ink: Ink) -> Result<()> {
        self.departures.long_numbers += 1;
        self.text(column, digits, Ink { shows: Shows::Digits, ..ink })
    }

    /// A day; the format counts from 1900, and wrongly until the end of February of that year.
    fn day(&mut self, column: u16, day: Day) -> Result<()> {
        const BEFORE_1900: i64 = 25_569;
        let serial = Day::since_1970(0).map_or(0, |start| day.days_after(start)) + BEFORE_1900;
        let amount = Amount::from_small(serial, 0).filter(|_| serial > 60);
        self.sheet.widen(column, 10);
        let Some(amount) = amount else {
            self.departures.early_days += 1;
            return self.text(column, &day.to_string(), Ink::default());
        };
        self.number(column, amount, Ink::of(Shows::Day))
    }

    fn number(&mut self, column: u16, amount: Amount, ink: Ink) -> Result<()> {
        let (row, format) = (self.sheet.row, self.inks.format(ink));
        self.sheet.paper.write_number_with_format(row, column, double(amount), format).map_err(failed)?;
        Ok(())
    }
}

/// Whether a double keeps every digit of an amount.
pub fn is_kept(amount: Amount) -> bool {
    let mut digits = amount.mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().is_none_or(|log| log < MOST_DIGITS)
}

fn shows(amount: Amount, decimals: u32) -> Shows {
    Shows::Money(u8::try_from(amount.decimals().max(decimals)).unwrap_or(u8::MAX))
}

/// How many characters an amount takes with its separators.
fn width(amount: Amount) -> usize {
    let digits = amount.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1);
    digits + digits / 3 + 3
}

#[expect(
    clippy::disallowed_types,
    reason = "numbers in cells are doubles by the format; this one keeps all digits"
)]
fn double(amount: Amount) -> f64 {
    // The nearest double of the digits; multiplying would round twice.
    amount.to_string().parse().unwrap_or_default()
}

/// A text that fits a cell.
fn fitting(text: &str) -> Cow<'_, str> {
    // A character has at least as many bytes as UTF-16 units.
    if text.len() <= MOST_TEXT || text.encode_utf16().count() <= MOST_TEXT {
        return Cow::Borrowed(text);
    }
    let mut room = MOST_TEXT - 1;
    let kept = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(['…']).collect())
}

#[cfg(test)]
mod tests {
    use crate::export::xlsx::cell::{fitting, is_kept};
    use crate::export::xlsx::limits::MOST_TEXT;
    use crate::model::amount::Amount;

    #[test]
    fn numbers_of_up_to_fifteen_digits_are_kept() {
        for (text, kept) in [
            ("0.00", true),
            ("999999999999999", true),
            ("-9999999999999.99", true),
            ("1234567890123456", false),
            ("1000000000000000000000.00", true),
            ("0.0000000000000001", true),
            ("12345678901234.56", false),
        ] {
            assert_eq!(is_kept(Amount::parse(text).expect(text)), kept, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        for text in ["a".repeat(40_000), "é".repeat(40_000), "😀".repeat(20_000)] {
            let cut = fitting(&text);
            let units = cut.encode_utf16().count();
            assert!(units == MOST_TEXT || units == MOST_TEXT - 1, "{units}");
            assert!(cut.ends_with('…'));
        }
        assert_eq!(fitting(&"😀".repeat(16_383)).chars().count(), 16_383);
    }
}
