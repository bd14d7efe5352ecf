//! The table `finding`: everything the rules have to say.

use std::io::Result;

use crate::flatten::entered::{Entered, More};
use crate::flatten::keys::KeyText;
use crate::flatten::schema::{Column, ForeignKey, Kind, Schema};
use crate::flatten::table::line::TO_STATEMENT;
use crate::flatten::table::{Table, Take};
use crate::flatten::value::Value;
use crate::model::finding::Finding;
use crate::rules::catalogue;

/// Its columns.
pub fn schema() -> Schema {
    use Kind::{Decimal, Flag, Text, Whole};
    Schema {
        table: Table::Finding,
        description: "One row a finding, and one for all findings of a rule and statement beyond those that are listed.",
        columns: vec![
            Column::new(
                "finding_id",
                Whole,
                "The finding's number, from 1: statement by statement, those beside all statements last.",
            ),
            Column::new(
                "statement_id",
                Whole,
                "The statement's number in the file, from 1; null if it is about none.",
            )
            .nullable(),
            Column::new("rule", Text, "The rule's code, such as T001."),
            Column::new("name", Text, "The rule's name, such as total-differs."),
            Column::new("severity", Text, "How much it weighs.").words(&["error", "warning", "info"]),
            Column::new("message", Text, "What is wrong, with the figures."),
            Column::new("line_id", Text, "The line it is about.").nullable(),
            Column::new("path", Text, "The names from the section down to the line.").nullable(),
            Column::new("pointer", Text, "The JSON pointer of what it is about; null for a whole document.")
                .nullable(),
            Column::new("source_line", Whole, "The line of the file, from 1.").nullable(),
            Column::new("source_column", Whole, "The byte in that line, from 1.").nullable(),
            Column::new("reported", Decimal, "The amount the file states.").nullable(),
            Column::new("calculated", Decimal, "The sum of the parts.").nullable(),
            Column::new("difference", Decimal, "reported - calculated.").nullable(),
            Column::new(
                "residual",
                Decimal,
                "What would be left of the equation's difference with failing totals replaced.",
            )
            .nullable(),
            Column::new("cause", Text, "The most probable cause, if the figures prove one.").nullable(),
            Column::new(
                "fingerprint",
                Text,
                "What it is about, in 16 hexadecimal digits: the same in tomorrow's file if the \
                same is wrong. Two findings that say the same share it.",
            )
            .nullable(),
            Column::new("is_accepted", Flag, "Whether the settings accept it."),
            Column::new(
                "times",
                Whole,
                "1; or how many findings the row stands for, if they are not listed.",
            ),
        ],
        primary_key: &["finding_id"],
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

/// The rows of one statement: the worst first, then in file order.
pub fn rows(entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
    let statement = &entered.judged.examined.statement;
    let mut ids = entered.first_finding..;
    for (finding, id) in entered.judged.findings.iter().zip(&mut ids) {
        let key = finding.line.map(|line| entered.key(line).text());
        let path = finding.line.map(|line| entered.path(line));
        let pointer = finding.pointer.clone().unwrap_or_else(|| match finding.line {
            Some(line) => statement.line_pointer(line),
            None => statement.pointer.clone(),
        });
        row(id, Some(entered.statement_id()), finding, key, path.as_deref(), &pointer, take)?;
    }
    more(ids, Some(entered.statement_id()), entered.judged.more, take)
}

/// The rows of findings beside all statements, or of those that only all statements together show, numbered from `first`:
/// after the rows of all statements.
pub fn beside(first: i64, findings: &[Finding], unlisted: &[More], take: &mut Take<'_>) -> Result<()> {
    let mut ids = first..;
    for (finding, id) in findings.iter().zip(&mut ids) {
        let path = finding.path.join(" > ");
        let statement = finding.statement.map(|number| i64::from(number) + 1);
        let pointer = finding.pointer.as_deref().unwrap_or_default();
        row(id, statement, finding, None, Some(&path), pointer, take)?;
    }
    more(ids, None, unlisted, take)
}

fn row(
    id: i64,
    statement_id: Option<i64>,
    finding: &Finding,
    key: Option<KeyText>,
    path: Option<&str>,
    pointer: &str,
    take: &mut Take<'_>,
) -> Result<()> {
    let figures = finding.figures;
    let fingerprint = finding.fingerprint.to_string();
    take(&[
        Value::Whole(id),
        statement_id.map_or(Value::Nothing, Value::Whole),
        Value::Text(finding.rule),
        Value::Text(finding.name),
        Value::Text(finding.severity.name()),
        Value::Text(&finding.message),
        Value::maybe(key.as_ref().map(KeyText::as_str)),
        Value::maybe(path),
        Value::text(pointer),
        finding.place.map_or(Value::Nothing, |place| Value::whole(place.line)),
        finding.place.map_or(Value::Nothing, |place| Value::whole(place.column)),
        Value::amount(figures.map(|figures| figures.reported)),
        Value::amount(figures.map(|figures| figures.calculated)),
        Value::amount(figures.map(|figures| figures.difference)),
        Value::amount(figures.and_then(|figures| figures.residual)),
        Value::maybe(finding.causes.first().map(|cause| cause.text.as_str())),
        Value::Text(&fingerprint),
        Value::Flag(finding.waiver.is_some()),
        Value::Whole(1),
    ])
}

fn more(
    ids: impl Iterator<Item = i64>,
    statement_id: Option<i64>,
    more: &[More],
    take: &mut Take<'_>,
) -> Result<()> {
    let null = Value::Nothing;
    for ((rule, severity, times), id) in more.iter().zip(ids) {
        take(&[
            Value::Whole(id),
            statement_id.map_or(null, Value::Whole),
            Value::Text(rule),
            Value::Text(catalogue::find(rule).map_or("", |rule| rule.name)),
            Value::Text(severity.name()),
            Value::Text("more findings of this rule, which are not listed"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Value::Flag(false),
            Value::whole(*times),
        ])?;
    }
    Ok(())
}
