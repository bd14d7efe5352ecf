//! The dialect of `QuickBooks` Online reports: `Header`, `Columns` and `Rows`, with groups known by codes.

use crate::input::grid::statements;
use crate::input::grid::{Cell, Column, Dated, Grid, Row, Total};
use crate::input::outline::{NodeId, Outline};
use crate::input::reports::ReportShape;
use crate::model::dialect::Dialect;
use crate::model::header::{DateRole, TotalRole};
use crate::model::reading::Reading;
use crate::model::statement::{SectionKind, StatementKind};
use crate::model::syntax::Shape;

/// `{"Header": …, "Columns": {"Column": […]}, "Rows": {"Row": […]}}`.
pub const SHAPE: ReportShape = ReportShape { dialect: Dialect::QuickBooks, recognise, read };

/// The group of liabilities and equity together. It is only a total: the two in it stand for themselves.
const CLAIMS: &str = "TotalLiabilitiesAndEquity";

/// A report is known by how its columns or its rows are written; its header alone could be anyone's.
fn recognise(outline: &Outline) -> Option<Vec<String>> {
    let root = outline.root()?;
    let first = |list: &str, item: &str| outline.items(outline.get(root, list)?, item).next();
    let column = first("Columns", "Column").is_some_and(|column| outline.get(column, "ColType").is_some());
    let row = first("Rows", "Row").is_some_and(|row| {
        let parts = ["Header", "Summary"].into_iter().filter_map(|part| outline.get(row, part));
        std::iter::once(row).chain(parts).any(|part| outline.items(part, "ColData").next().is_some())
    });
    let known = ["Header", "Columns", "Rows"].into_iter().filter(|key| outline.get(root, key).is_some());
    (column || row).then(|| known.map(str::to_owned).collect())
}

fn read(outline: &Outline) -> Reading {
    let mut reading = Reading::default();
    let Some(root) = outline.root() else { return reading };
    let header = outline.get(root, "Header").unwrap_or(root);
    let rows = outline.get(root, "Rows").unwrap_or(root);
    let kind = kind(outline.text_at(header, "ReportName").unwrap_or_default());
    let mut grid = Grid {
        outline,
        node: root,
        dialect: Dialect::QuickBooks,
        kind: kind.unwrap_or(StatementKind::Other),
        entity: None,
        currency: outline.text_at(header, "Currency").filter(|text| !text.trim().is_empty()),
        dates: Vec::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        totals: Vec::new(),
    };
    if outline.items(rows, "Row").any(|row| section(outline, row).is_some() || is_claims(outline, row)) {
        grid.kind = StatementKind::BalanceSheet;
    }
    for (key, role) in
        [("StartPeriod", DateRole::Start), ("EndPeriod", DateRole::AsOf), ("Time", DateRole::Recorded)]
    {
        grid.dates.extend(dated(outline, outline.get(header, key), role, key));
    }
    add_columns(&mut grid, root);
    add_rows(&mut grid, rows);
    if says_empty(outline, header) && !grid.states_anything() {
        grid.rows.clear();
    }
    statements::add(grid, &mut reading);
    reading
}

/// Whether a report says that it has no data; it may have headings all the same.
fn says_empty(outline: &Outline, header: NodeId) -> bool {
    let mut options = outline.items(header, "Option");
    options.any(|option| {
        let is = |key, text| outline.text_at(option, key) == Some(text);
        is("Name", "NoReportData") && is("Value", "true")
    })
}

/// What a report is by its name, which is a code.
fn kind(name: &str) -> Option<StatementKind> {
    let known = [
        ("BalanceSheet", StatementKind::BalanceSheet),
        ("ProfitAndLoss", StatementKind::ProfitAndLoss),
        ("TrialBalance", StatementKind::TrialBalance),
    ];
    known.into_iter().find(|(start, _)| name.starts_with(start)).map(|(_, kind)| kind)
}

fn dated(outline: &Outline, node: Option<NodeId>, role: DateRole, key: &str) -> Option<Dated> {
    let node = node.filter(|node| !outline.text(*node).trim().is_empty())?;
    Some(Dated { role, key: key.to_owned(), text: outline.text(node).to_owned(), node })
}

/// Adds the columns. One that is split into others stands for those.
fn add_columns(grid: &mut Grid<'_>, root: NodeId) {
    let outline = grid.outline;
    for column in outline.get(root, "Columns").into_iter().flat_map(|list| outline.items(list, "Column")) {
        let parts = outline.get(column, "Columns").into_iter().flat_map(|list| outline.items(list, "Column"));
        let before = grid.columns.len();
        grid.columns.extend(parts.map(|part| self::column(outline, part)));
        if grid.columns.len() == before {
            grid.columns.push(self::column(outline, column));
        }
    }
}

fn column(outline: &Outline, node: NodeId) -> Column<'_> {
    let title = outline.text_at(node, "ColTitle").unwrap_or_default();
    let mut column = Column { node, title, dates: Vec::new(), money: false, total: false };
    column.money = outline.text_at(node, "ColType").is_none_or(|kind| kind.eq_ignore_ascii_case("Money"));
    for meta in outline.items(node, "MetaData") {
        let value = outline.get(meta, "Value");
        let (role, key) = match outline.text_at(meta, "Name") {
            Some("StartDate") => (DateRole::Start, "StartDate"),
            Some("EndDate") => (DateRole::AsOf, "EndDate"),
            Some("ColKey") => {
                column.total |= value.is_some_and(|value| outline.text(value).eq_ignore_ascii_case("total"));
                continue;
            }
            _ => continue,
        };
        column.dates.extend(dated(outline, value, role, key));
    }
    column.total |= title.eq_ignore_ascii_case("Total");
    // A total of all periods may state from when to when they are.
    if column.total {
        column.dates.clear();
    }
    column
}

/// What part of a balance sheet a row is, by its group.
fn section(outline: &Outline, row: NodeId) -> Option<SectionKind> {
    match outline.text_at(row, "group")? {
        "TotalAssets" => Some(SectionKind::Assets),
        "Liabilities" => Some(SectionKind::Liabilities),
        "Equity" => Some(SectionKind::Equity),
        _ => None,
    }
}

fn is_claims(outline: &Outline, row: NodeId) -> bool {
    outline.text_at(row, "group") == Some(CLAIMS)
}

/// Adds the rows, a group before what is in it.
fn add_rows(grid: &mut Grid<'_>, list: NodeId) {
    let outline = grid.outline;
    let mut pending: Vec<(NodeId, usize, u32)> = Vec::new();
    let put = |pending: &mut Vec<(NodeId, usize, u32)>, list: NodeId, depth: usize| {
        let from = pending.len();
        pending.extend((0..).zip(outline.items(list, "Row")).map(|(ordinal, row)| (row, depth, ordinal)));
        pending.get_mut(from..).unwrap_or_default().reverse();
    };
    put(&mut pending, list, 0);
    while let Some((node, depth, ordinal)) = pending.pop() {
        let inner = outline.get(node, "Rows");
        let mut row = row(outline, node, depth, ordinal);
        if depth == 0 && is_claims(outline, node) && grid.kind == StatementKind::BalanceSheet {
            add_missing(grid, &row, inner);
            grid.totals.push(Total { role: TotalRole::Claims, name: row.name, cells: row.cells });
            if let Some(inner) = inner {
                put(&mut pending, inner, 0);
            }
            continue;
        }
        if depth == 0 {
            let key = outline.text_at(node, "group").unwrap_or(row.name);
            let known = section(outline, node).filter(|_| grid.kind == StatementKind::BalanceSheet);
            let group = inner.is_some_and(|inner| outline.items(inner, "Row").next().is_some());
            let other = if (group || !row.id.is_empty()) && grid.kind == StatementKind::BalanceSheet {
                SectionKind::Unknown
            } else {
                SectionKind::Other
            };
            row.section = Some((known.unwrap_or(other), key));
        }
        grid.rows.push(row);
        if let Some(inner) = inner {
            put(&mut pending, inner, depth + 1);
        }
    }
}

/// One row. A section has its own postings in its header and its total in its summary; an account has its amounts in
/// itself.
fn row(outline: &Outline, node: NodeId, depth: usize, ordinal: u32) -> Row<'_> {
    let header = outline.get(node, "Header").unwrap_or(node);
    let summary = outline.get(node, "Summary");
    let label = |part: NodeId| outline.items(part, "ColData").next();
    let first = label(header).or(summary.and_then(label));
    let text = |key: &str| first.and_then(|first| outline.text_at(first, key)).unwrap_or_default();
    let values = |part: NodeId| -> Vec<Cell> {
        outline.items(part, "ColData").map(|cell| outline.get(cell, "value")).collect()
    };
    Row {
        node,
        depth,
        ordinal,
        name: text("value"),
        id: text("id"),
        cells: summary.map(values).unwrap_or_default(),
        own: values(header),
        heading: outline.shape(node) == Shape::Object && outline.get(node, "ColData").is_none(),
        section: None,
    }
}

/// Where liabilities and equity together hold only one of the two, there is nothing of the other.
fn add_missing<'a>(grid: &mut Grid<'a>, claims: &Row<'a>, inner: Option<NodeId>) {
    let rows = || inner.into_iter().flat_map(|inner| grid.outline.items(inner, "Row"));
    let kinds: Vec<Option<SectionKind>> = rows().map(|row| section(grid.outline, row)).collect();
    let missing = match kinds.as_slice() {
        [Some(SectionKind::Equity)] => (SectionKind::Liabilities, "Liabilities"),
        [Some(SectionKind::Liabilities)] => (SectionKind::Equity, "Equity"),
        _ => return,
    };
    let row = Row {
        name: "",
        id: "",
        cells: Vec::new(),
        own: Vec::new(),
        section: Some(missing),
        ..claims.clone()
    };
    grid.rows.push(row);
}
