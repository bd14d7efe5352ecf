//! The table `check`: every comparison of a reported amount with a calculated one.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::keys::KeyText;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::line::{OUTCOMES, TO_STATEMENT};
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;
use crate::model::check::{Standing, Subject};
use crate::rules::words;

/// Its columns.
pub fn schema() -> Schema {
    use Kind::{Decimal, Text, Whole};
    Schema {
        table: Table::Check,
        description: "One row a comparison: each group with its items, assets with liabilities plus equity, and each total \
            stated beside the tree with the tree's.",
        columns: vec![
            Column::new("statement_id", Whole, "The statement's number in the file, from 1."),
            Column::new("check_order", Whole, "The comparison's number in its statement, from 1."),
            Column::new("rule", Text, "The rule that speaks if it differs: T001, T002 or T004."),
            Column::new(
                "subject",
                Text,
                "What is compared: a group's total, the equation, or a total stated beside the tree.",
            )
            .words(&["total", "equation", "stated"]),
            Column::new("line_id", Text, "The group's line; null for the others.").nullable(),
            Column::new("path", Text, "The names from the section down to the group.").nullable(),
            Column::new(
                "pointer",
                Text,
                "The JSON pointer of what reports the amount; null for a whole document.",
            )
            .nullable(),
            Column::new("reported", Decimal, "The amount the file states; of the equation, assets.")
                .nullable(),
            Column::new(
                "calculated",
                Decimal,
                "The sum of the parts; of the equation, liabilities plus equity.",
            )
            .nullable(),
            Column::new("difference", Decimal, "reported - calculated.").nullable(),
            Column::new(
                "tolerance",
                Decimal,
                "The largest difference that rounding explains, itself allowed.",
            )
            .nullable(),
            Column::new("status", Text, "How it came out.").words(OUTCOMES),
            Column::new("standing", Text, "Whether it counts in the verdict, or why it does not.")
                .words(&["counts", "accepted", "rule-off", "beside"]),
            Column::new("reason", Text, "Why it could not be made.").nullable(),
        ],
        primary_key: &["statement_id", "check_order"],
        foreign_keys: vec![
            TO_STATEMENT,
            ForeignKey {
                columns: &["statement_id", "line_id"],
                table: Table::Line,
                fields: &["statement_id", "line_id"],
            },
        ],
    }
}

/// The rows of one statement.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let examined = entered.judged.examined;
    let statement = &examined.statement;
    for (order, check) in (1..).zip(&examined.checks) {
        let (subject, line) = match check.subject {
            Subject::Total(line) => ("total", Some(line)),
            Subject::Equation => ("equation", None),
            Subject::Stated(_) => ("stated", None),
        };
        let standing = match check.standing {
            Standing::Counts => "counts",
            Standing::Accepted => "accepted",
            Standing::RuleOff => "rule-off",
            Standing::Beside => "beside",
        };
        let key = line.map(|line| entered.key(line).text());
        let path = line.map(|line| entered.path(line));
        let pointer = statement.check_pointer(check.subject);
        let reason = check.obstacle.as_ref().map(|obstacle| words::obstacle(obstacle, statement));
        take(&[
            Value::Whole(entered.statement_id()),
            Value::Whole(order),
            Value::Text(check.subject.rule()),
            Value::Text(subject),
            Value::maybe(key.as_ref().map(KeyText::as_str)),
            Value::maybe(path.as_deref()),
            Value::text(&pointer),
            Value::amount(check.reported),
            Value::amount(check.calculated),
            Value::amount(check.difference),
            Value::amount(check.tolerance),
            Value::Text(check.outcome.name()),
            Value::Text(standing),
            Value::maybe(reason.as_deref()),
        ])?;
    }
    Ok(())
}
