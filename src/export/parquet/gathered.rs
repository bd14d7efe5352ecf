//! The cells of one column until their row group is full.

use std::io::{Error, Result};

use parquet::data_type::{BoolType, ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType};
use parquet::data_type::{Int32Type, Int64Type};
use parquet::file::writer::SerializedColumnWriter;

use crate::export::parquet::stored::Stored;
use crate::flatten::schema::Column;
use crate::flatten::value::Value;
use crate::model::amount::Amount;
use crate::model::date::Day;

/// A column's cells.
pub struct Gathered {
    name: String,
    stored: Stored,
    /// For each cell whether it has something; empty for a column in which every cell has.
    present: Option<Vec<i16>>,
    cells: Cells,
}

enum Cells {
    Text(Vec<ByteArray>),
    Whole(Vec<i64>),
    Large(Vec<FixedLenByteArray>),
    Flag(Vec<bool>),
    Day(Vec<i32>),
}

impl Gathered {
    /// For this column.
    pub fn new(column: &Column, stored: Stored) -> Gathered {
        let cells = match stored {
            Stored::Text | Stored::Digits => Cells::Text(Vec::new()),
            Stored::Whole | Stored::Small(_) => Cells::Whole(Vec::new()),
            Stored::Large(_) => Cells::Large(Vec::new()),
            Stored::Flag => Cells::Flag(Vec::new()),
            Stored::Day => Cells::Day(Vec::new()),
        };
        let present = column.nullable.then(Vec::new);
        Gathered { name: column.name.to_string(), stored, present, cells }
    }

    /// Adds a cell and answers about how many bytes it takes. Errors if it is none of the column's.
    pub fn push(&mut self, value: Value<'_>) -> Result<usize> {
        if value == Value::Nothing {
            let Some(present) = &mut self.present else {
                return Err(Error::other(format!("there is nothing in column {}", self.name)));
            };
            present.push(0);
            return Ok(2);
        }
        let taken = match (&mut self.cells, value, self.stored) {
            (Cells::Text(cells), Value::Text(text), Stored::Text)
            | (Cells::Text(cells), Value::Written(_, text), Stored::Digits) => keep(cells, text),
            (Cells::Text(cells), Value::Decimal(amount), Stored::Digits) => keep(cells, &amount.to_string()),
            (Cells::Whole(cells), Value::Whole(number), Stored::Whole) => {
                cells.push(number);
                Some(10)
            }
            (Cells::Whole(cells), value, Stored::Small(scale)) => {
                let digits = value.decimal().and_then(|amount| scaled(amount, scale));
                digits.and_then(|digits| i64::try_from(digits).ok()).map(|digits| {
                    cells.push(digits);
                    10
                })
            }
            (Cells::Large(cells), value, Stored::Large(scale)) => {
                value.decimal().and_then(|amount| scaled(amount, scale)).map(|digits| {
                    cells.push(ByteArray::from(digits.to_be_bytes().to_vec()).into());
                    64
                })
            }
            (Cells::Flag(cells), Value::Flag(flag), Stored::Flag) => {
                cells.push(flag);
                Some(3)
            }
            (Cells::Day(cells), Value::Day(day), Stored::Day) => days(day).map(|days| {
                cells.push(days);
                6
            }),
            _ => None,
        };
        let taken = taken.ok_or_else(|| Error::other(format!("a cell does not fit column {}", self.name)))?;
        if let Some(present) = &mut self.present {
            present.push(1);
        }
        Ok(taken)
    }

    /// Writes the cells as this row group's part of the column, and forgets them.
    pub fn pour(&mut self, mut into: SerializedColumnWriter<'_>) -> parquet::errors::Result<()> {
        let present = self.present.as_deref();
        match &mut self.cells {
            Cells::Text(cells) => {
                into.typed::<ByteArrayType>().write_batch(cells, present, None)?;
                cells.clear();
            }
            Cells::Whole(cells) => {
                into.typed::<Int64Type>().write_batch(cells, present, None)?;
                cells.clear();
            }
            Cells::Large(cells) => {
                into.typed::<FixedLenByteArrayType>().write_batch(cells, present, None)?;
                cells.clear();
            }
            Cells::Flag(cells) => {
                into.typed::<BoolType>().write_batch(cells, present, None)?;
                cells.clear();
            }
            Cells::Day(cells) => {
                into.typed::<Int32Type>().write_batch(cells, present, None)?;
                cells.clear();
            }
        }
        if let Some(present) = &mut self.present {
            present.clear();
        }
        into.close()
    }
}

#[expect(clippy::unnecessary_wraps, reason = "it answers as its neighbours do")]
fn keep(cells: &mut Vec<ByteArray>, text: &str) -> Option<usize> {
    cells.push(ByteArray::from(text));
    Some(text.len() + 48)
}

/// The digits of an amount written to so many decimals; nothing if it has more, or does not fit.
fn scaled(amount: Amount, decimals: u32) -> Option<i128> {
    let factor = 10_i128.checked_pow(decimals.checked_sub(amount.decimals())?)?;
    amount.mantissa().checked_mul(factor)
}

/// Days since 1970-01-01.
fn days(day: Day) -> Option<i32> {
    i32::try_from(day.days_after(Day::since_1970(0)?)).ok()
}
