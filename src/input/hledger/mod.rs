//! Reports of hledger: `balancesheetequity`, `balancesheet`, `incomestatement` and `cashflow` with `-O json`.
//!
//! A report has parts (`cbrSubreports`), a part has rows with an amount for each period and commodity. Each period and
//! commodity is a statement: commodities are never added together. Row by row an account's name has its whole path.
//! In a list a row's amount is what the account itself holds, in a tree it is that with all below it; the report does
//! not say which it is, so [`nesting`] tells by the figures. No group is made up for a parent that has no row.

mod entries;
mod nesting;
mod statements;

use crate::input::outline::{NodeId, Outline};
use crate::input::reports::ReportShape;
use crate::input::section_words::{self, Topic, topics};
use crate::model::dialect::Dialect;
use crate::model::reading::Reading;
use crate::model::statement::{SectionKind, StatementKind};
use crate::model::syntax::Shape;

/// The shape.
pub const SHAPE: ReportShape = ReportShape { dialect: Dialect::Hledger, recognise, read };

/// The keys of a report, in the order in which hledger writes them.
const KEYS: [&str; 4] = ["cbrDates", "cbrSubreports", "cbrTitle", "cbrTotals"];

/// A part of a report: the assets, for instance.
struct Part<'a> {
    node: NodeId,
    title: &'a str,
    kind: SectionKind,
    rows: Vec<Row<'a>>,
    totals: Option<Row<'a>>,
}

/// A row of a part.
struct Row<'a> {
    node: NodeId,
    name: &'a str,
    /// For how many periods it has a list of amounts.
    periods: usize,
}

/// The whole of a report.
struct Compound<'a> {
    outline: &'a Outline,
    root: NodeId,
    kind: StatementKind,
    parts: Vec<Part<'a>>,
}

fn recognise(outline: &Outline) -> Option<Vec<String>> {
    let root = outline.root()?;
    let found = |key: &&str| outline.children(root).any(|child| outline.key(child) == *key);
    let keys: Vec<String> = KEYS.iter().filter(|key| found(key)).map(|key| (*key).to_owned()).collect();
    (!keys.is_empty()).then_some(keys)
}

fn read(outline: &Outline) -> Reading {
    let statements = outline.root().map(|root| statements::of(&compound(outline, root)));
    Reading { statements: statements.unwrap_or_default(), oddities: Vec::new() }
}

fn compound(outline: &Outline, root: NodeId) -> Compound<'_> {
    let subreports = outline.items(root, "cbrSubreports");
    let mut parts: Vec<Part<'_>> = subreports.map(|node| part(outline, node)).collect();
    let subjects: Vec<Vec<Topic>> = parts.iter().map(subject).collect();
    let is_result =
        |topics: &Vec<Topic>| topics.iter().any(|one| matches!(one, Topic::Income | Topic::Expenses));
    let flows = |part: &Part<'_>| part.title.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("cash"));
    let other = match parts.as_slice() {
        [part] if flows(part) => Some(StatementKind::Other),
        _ if subjects.iter().any(is_result) => Some(StatementKind::ProfitAndLoss),
        _ => None,
    };
    if let Some(kind) = other {
        for part in &mut parts {
            part.kind = SectionKind::Other;
        }
        return Compound { outline, root, kind, parts };
    }
    for (part, topics) in parts.iter_mut().zip(&subjects) {
        part.kind = section_words::section(topics).unwrap_or(SectionKind::Unknown);
    }
    // Accounts and titles may be in any language; the order is always the same.
    let usual = [SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity];
    for (at, kind) in usual.into_iter().enumerate() {
        let taken = parts.iter().any(|part| part.kind == kind);
        if let Some(part) = parts.get_mut(at).filter(|part| !taken && part.kind == SectionKind::Unknown) {
            part.kind = kind;
        }
    }
    Compound { outline, root, kind: StatementKind::BalanceSheet, parts }
}

/// A part is a list of its title, its report, and whether it adds to the total.
fn part(outline: &Outline, node: NodeId) -> Part<'_> {
    let of_shape = |shape| outline.children(node).find(|child| outline.shape(*child) == shape);
    let title = of_shape(Shape::Text).map_or("", |title| outline.text(title));
    let report = of_shape(Shape::Object);
    let rows = report.into_iter().flat_map(|report| outline.items(report, "prRows"));
    let totals = report.and_then(|report| outline.get(report, "prTotals"));
    let (rows, totals) =
        (rows.map(|node| row(outline, node)).collect(), totals.map(|node| row(outline, node)));
    Part { node, title, kind: SectionKind::Unknown, rows, totals }
}

fn row(outline: &Outline, node: NodeId) -> Row<'_> {
    let name = outline.text_at(node, "prrName").unwrap_or_default();
    Row { node, name, periods: outline.items(node, "prrAmounts").count() }
}

/// What a part speaks of: by the first account whose root is known, or else by its title.
fn subject(part: &Part<'_>) -> Vec<Topic> {
    let root = |row: &Row<'_>| topics(row.name.split(':').next().unwrap_or_default());
    let known = part.rows.iter().map(root).find(|topics| !topics.is_empty());
    known.unwrap_or_else(|| topics(part.title))
}
