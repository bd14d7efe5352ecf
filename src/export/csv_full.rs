//! The full CSV: keys, level, path, amounts and the outcome of each check, one row a line.

use std::io::{Result, Write};

use crate::export::csv_record;
use crate::export::guard::Guard;
use crate::flatten::rows;
use crate::model::report::{Examined, Report};

/// The columns, in order.
pub const COLUMNS: [&str; 18] = [
    "statement_id",
    "as_of",
    "currency",
    "line_id",
    "parent_id",
    "line_order",
    "level",
    "section",
    "path",
    "parent_name",
    "name",
    "account_id",
    "amount",
    "is_account",
    "calculated",
    "difference",
    "status",
    "source_line",
];

/// Writes the table: UTF-8, lines ended by LF, `true` and `false`. `statement_id` is the statement's ordinal in the
/// file, `line_order` the line's in its statement, both from 1; an amount that cannot be read is empty.
pub fn write(report: &Report, guard: &mut Guard, mut out: impl Write) -> Result<()> {
    header(&mut out)?;
    for (statement_id, examined) in (1_u64..).zip(&report.statements) {
        statement(statement_id, examined, guard, &mut out)?;
    }
    out.flush()
}

/// The names of the columns.
pub fn header(out: &mut impl Write) -> Result<()> {
    csv_record::write(&COLUMNS, out)
}

/// The rows of one statement, which is the so-manieth of the file.
pub fn statement(
    statement_id: u64,
    examined: &Examined,
    guard: &mut Guard,
    out: &mut impl Write,
) -> Result<()> {
    let header = &examined.statement.header;
    let (as_of, currency) = (header.as_of().unwrap_or_default(), header.currency.clone().unwrap_or_default());
    rows::each(examined, |row| {
        csv_record::write(
            &[
                &statement_id.to_string(),
                &guard.cell(&as_of),
                &guard.cell(&currency),
                row.line_id,
                row.parent_id,
                &(u64::from(row.line.0) + 1).to_string(),
                &row.level.to_string(),
                &guard.cell(row.section),
                &guard.cell(row.path),
                &guard.cell(row.parent_name),
                &guard.cell(row.name),
                &guard.cell(row.account_id),
                &row.amount,
                if row.is_account { "true" } else { "false" },
                &row.calculated(),
                &row.difference(),
                row.status(),
                &row.source_line.to_string(),
            ],
            out,
        )
    })
}
