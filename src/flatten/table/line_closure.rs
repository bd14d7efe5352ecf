//! The table `line_closure`: every pair of a line and one above it.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::line::TO_STATEMENT;
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;

/// Its columns.
pub fn schema() -> Schema {
    let to_line = |columns| ForeignKey { columns, table: Table::Line, fields: &["statement_id", "line_id"] };
    Schema {
        table: Table::LineClosure,
        description: "One row for each line and each line above it, so that everything under a line is found with one \
            join and without recursion.",
        columns: vec![
            Column::new("statement_id", Kind::Whole, "The statement's number in the file, from 1."),
            Column::new("ancestor_id", Kind::Text, "The line_id of the line above, or of the line itself."),
            Column::new("descendant_id", Kind::Text, "The line_id of the line below, or of the line itself."),
            Column::new(
                "distance",
                Kind::Whole,
                "How many levels are between them; 0 from a line to itself.",
            ),
        ],
        primary_key: &["statement_id", "ancestor_id", "descendant_id"],
        foreign_keys: vec![
            TO_STATEMENT,
            to_line(&["statement_id", "ancestor_id"]),
            to_line(&["statement_id", "descendant_id"]),
        ],
    }
}

/// The rows of one statement: by descendant in file order, the nearest ancestor first.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let lines = &entered.judged.examined.statement.lines;
    let statement_id = Value::Whole(entered.statement_id());
    for line in lines.all() {
        let descendant = entered.key(line).text();
        let chain = std::iter::successors(Some(line), |line| lines.parent(*line));
        for (distance, above) in (0..).zip(chain) {
            let ancestor = entered.key(above).text();
            take(&[
                statement_id,
                Value::Text(ancestor.as_str()),
                Value::Text(descendant.as_str()),
                Value::Whole(distance),
            ])?;
        }
    }
    Ok(())
}
