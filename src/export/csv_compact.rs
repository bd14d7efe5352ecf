//! The compact CSV: six columns, one row a line, as the first Python script wrote it.

use std::io::{Result, Write};

use crate::export::csv_record;
use crate::export::guard::Guard;
use crate::flatten::rows;
use crate::model::report::{Examined, Report};

/// The columns, in order.
pub const COLUMNS: [&str; 6] = ["category", "parent_name", "name", "account_id", "value", "is_lowest_level"];

/// Writes the table: UTF-8, lines ended by LF, amounts exactly as in the file but without separators and the like,
/// `True` and `False`.
pub fn write(report: &Report, guard: &mut Guard, mut out: impl Write) -> Result<()> {
    header(&mut out)?;
    for examined in &report.statements {
        statement(examined, guard, &mut out)?;
    }
    out.flush()
}

/// The names of the columns.
pub fn header(out: &mut impl Write) -> Result<()> {
    csv_record::write(&COLUMNS, out)
}

/// The rows of one statement.
pub fn statement(examined: &Examined, guard: &mut Guard, out: &mut impl Write) -> Result<()> {
    rows::each(examined, |row| {
        // A readable amount is a number to every program, even with a minus in front.
        let value =
            if row.amount.is_empty() { guard.cell(&row.literal) } else { row.literal.as_str().into() };
        let cells = [
            guard.cell(row.category),
            guard.cell(row.parent_name),
            guard.cell(row.name),
            guard.cell(row.account_id),
            value,
            if row.is_account { "True" } else { "False" }.into(),
        ];
        csv_record::write(&cells.each_ref().map(AsRef::as_ref), out)
    })
}
