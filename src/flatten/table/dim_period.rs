//! The table `dim_period`: the days and periods of the statements.

use std::io::Result;

use crate::flatten::dimensions::Dimensions;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;
use crate::model::date::Day;

/// The reference to this table.
pub const TO_PERIOD: ForeignKey =
    ForeignKey { columns: &["period_key"], table: Table::DimPeriod, fields: &["period_key"] };

/// Its columns.
pub fn schema() -> Schema {
    Schema {
        table: Table::DimPeriod,
        description: "One row a day that figures are true of, or a period that they are of. All statements without a date \
            share a row without one.",
        columns: vec![
            Column::new(
                "period_key",
                Kind::Text,
                "Its key: substr(sha256(coalesce(start_day, '') || '/' || coalesce(as_of, '')), 1, 16), with \
                start_day as YYYY-MM-DD.",
            ),
            Column::new(
                "as_of",
                Kind::Text,
                "The last day, YYYY-MM-DD; or the text in its place, as written.",
            )
            .nullable(),
            Column::new("as_of_day", Kind::Day, "The same as a day; null if no such day exists.").nullable(),
            Column::new(
                "start_day",
                Kind::Day,
                "The first day of a profit and loss or another statement over a period; null for a \
                balance sheet.",
            )
            .nullable(),
            Column::new("year", Kind::Whole, "The year of as_of_day.").nullable(),
            Column::new("quarter", Kind::Whole, "Its quarter, 1 to 4, of the calendar year.").nullable(),
            Column::new("month", Kind::Whole, "Its month, 1 to 12.").nullable(),
        ],
        primary_key: &["period_key"],
        foreign_keys: Vec::new(),
    }
}

/// The rows, by key.
pub fn rows(dimensions: &Dimensions, take: &mut Take<'_>) -> Result<()> {
    for (key, period) in &dimensions.periods {
        let part =
            |part: fn(Day) -> u16| period.as_of_day.map_or(Value::Nothing, |day| Value::whole(part(day)));
        take(&[
            Value::Text(key.text().as_str()),
            Value::maybe(period.as_of.as_deref()),
            Value::day(period.as_of_day),
            Value::day(period.start_day),
            part(Day::year),
            part(|day| u16::from(day.month().div_ceil(3))),
            part(|day| u16::from(day.month())),
        ])?;
    }
    Ok(())
}
