//! One cell of a table.

use crate::model::amount::Amount;
use crate::model::date::Day;

/// What stands in a cell. An empty text is told from nothing nowhere, as CSV cannot: it is [`Value::Nothing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Null.
    Nothing,
    /// A text of the file or of the engine, unguarded.
    Text(&'a str),
    /// A whole number.
    Whole(i64),
    /// An exact decimal number, with its decimals.
    Decimal(Amount),
    /// The same where the file writes it in another way than [`Amount`] does, such as `-0.00` or `007`: a plain number
    /// all the same, for formats that show digits.
    Written(Amount, &'a str),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Day),
}

impl<'a> Value<'a> {
    /// A text; nothing if it is empty.
    pub fn text(text: &'a str) -> Value<'a> {
        if text.is_empty() { Value::Nothing } else { Value::Text(text) }
    }

    /// A text that may not be there.
    pub fn maybe(text: Option<&'a str>) -> Value<'a> {
        text.map_or(Value::Nothing, Value::text)
    }

    /// An amount that may not be there.
    pub fn amount(amount: Option<Amount>) -> Value<'a> {
        amount.map_or(Value::Nothing, Value::Decimal)
    }

    /// A day that may not be there.
    pub fn day(day: Option<Day>) -> Value<'a> {
        day.map_or(Value::Nothing, Value::Day)
    }

    /// A count or a number; beyond `i64` the greatest there is.
    pub fn whole(number: impl TryInto<i64>) -> Value<'a> {
        Value::Whole(number.try_into().unwrap_or(i64::MAX))
    }

    /// The decimal number in the cell, however written.
    pub fn decimal(self) -> Option<Amount> {
        match self {
            Value::Decimal(amount) | Value::Written(amount, _) => Some(amount),
            _ => None,
        }
    }
}
