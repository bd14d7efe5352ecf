//! The dialect of Xero reports: `Reports` with flat `Rows`.

use crate::input::grid::{Cell, Column, Dated, Grid, days, statements};
use crate::input::outline::{NodeId, Outline};
use crate::input::reports::ReportShape;
use crate::input::xero_rows;
use crate::model::dialect::Dialect;
use crate::model::header::DateRole;
use crate::model::reading::Reading;
use crate::model::statement::StatementKind;
use crate::model::syntax::Shape;

/// `{"Reports": [{"ReportType": …, "Rows": […]}]}`, or one such report by itself.
pub const SHAPE: ReportShape = ReportShape { dialect: Dialect::Xero, recognise, read };

/// A value by its key; the libraries of several languages write the same keys in their own way.
pub fn field(outline: &Outline, node: NodeId, key: &str) -> Option<NodeId> {
    let plain = |text: &str, key: &str| {
        text.bytes().filter(|byte| *byte != b'_').map(|byte| byte.to_ascii_lowercase()).eq(key.bytes())
    };
    outline.children(node).filter(|child| plain(outline.key(*child), key)).last()
}

/// The values of a list by its key.
pub fn list<'a>(outline: &'a Outline, node: NodeId, key: &str) -> impl Iterator<Item = NodeId> + use<'a> {
    let list = field(outline, node, key).filter(|list| outline.shape(*list) == Shape::Array);
    list.into_iter().flat_map(|list| outline.children(list))
}

/// A text by its key, without what is blank around it; empty if there is none.
pub fn text<'a>(outline: &'a Outline, node: NodeId, key: &str) -> &'a str {
    field(outline, node, key).map_or("", |value| outline.text(value).trim())
}

/// The amounts of a row, by column.
pub fn values(outline: &Outline, row: NodeId) -> Vec<Cell> {
    list(outline, row, "cells").map(|cell| field(outline, cell, "value")).collect()
}

fn reports(outline: &Outline) -> Vec<NodeId> {
    let Some(root) = outline.root() else { return Vec::new() };
    if field(outline, root, "reports").is_some() {
        return list(outline, root, "reports").collect();
    }
    if outline.shape(root) == Shape::Object { vec![root] } else { Vec::new() }
}

/// A report is known by its rows, of which each says its type; or, if there are none, by what else it says.
fn recognise(outline: &Outline) -> Option<Vec<String>> {
    for report in reports(outline) {
        let Some(rows) = field(outline, report, "rows") else { continue };
        let known = match list(outline, report, "rows").next() {
            Some(row) => {
                let within = field(outline, row, "cells").or(field(outline, row, "rows"))?;
                [field(outline, row, "rowtype")?, within]
            }
            None => [field(outline, report, "reporttype")?, field(outline, report, "reporttitles")?],
        };
        let around = outline.parent(report).into_iter().chain([rows]).chain(known);
        return Some(around.map(|node| outline.key(node).to_owned()).collect());
    }
    None
}

fn read(outline: &Outline) -> Reading {
    let mut reading = Reading::default();
    for report in reports(outline) {
        statements::add(grid(outline, report), &mut reading);
    }
    reading
}

fn grid(outline: &Outline, report: NodeId) -> Grid<'_> {
    let titles: Vec<NodeId> = list(outline, report, "reporttitles").collect();
    // The name of the report, whose it is, and of when.
    let entity = titles.get(1).map(|title| outline.text(*title).trim());
    let mut grid = Grid {
        outline,
        node: report,
        dialect: Dialect::Xero,
        kind: kind(outline, report),
        entity: entity.filter(|title| !title.is_empty() && days::all(title).is_empty()),
        currency: None,
        dates: Vec::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        totals: Vec::new(),
    };
    let header = list(outline, report, "rows").find(|row| text(outline, *row, "rowtype") == "Header");
    let cells = header.into_iter().flat_map(|header| list(outline, header, "cells"));
    grid.columns.extend(cells.map(|cell| column(outline, cell)));
    // The titles tell of one period; several are told apart by their columns alone.
    let days =
        |title: &NodeId| Some((*title, days::all(outline.text(*title)))).filter(|(_, days)| !days.is_empty());
    let told = titles.iter().find_map(days);
    let single = grid.columns.len() <= 2 || grid.kind == StatementKind::TrialBalance;
    if let Some((node, days)) = told.filter(|_| single) {
        grid.columns.iter_mut().for_each(|column| column.dates.clear());
        grid.dates = dated(outline, node, days);
    }
    for key in ["reportdate", "updateddateutc"] {
        let Some(node) = field(outline, report, key) else { continue };
        let Some(text) = days::moment(outline.text(node)) else { continue };
        grid.dates.push(Dated { role: DateRole::Recorded, key: outline.key(node).to_owned(), text, node });
    }
    xero_rows::add(&mut grid);
    grid
}

/// What a report is, by its type or else by what it is called.
fn kind(outline: &Outline, report: NodeId) -> StatementKind {
    let known = [
        ("balancesheet", StatementKind::BalanceSheet),
        ("profitandloss", StatementKind::ProfitAndLoss),
        ("incomestatement", StatementKind::ProfitAndLoss),
        ("trialbalance", StatementKind::TrialBalance),
    ];
    for key in ["reporttype", "reportid", "reportname"] {
        let mut name = text(outline, report, key).to_ascii_lowercase();
        name.retain(|c| c.is_ascii_lowercase());
        if let Some((_, kind)) = known.iter().find(|(part, _)| name.contains(part)) {
            return *kind;
        }
    }
    StatementKind::Other
}

fn column(outline: &Outline, cell: NodeId) -> Column<'_> {
    let node = field(outline, cell, "value").unwrap_or(cell);
    let title = outline.text(node).trim();
    let mut dates = dated(outline, node, days::all(title));
    dates.retain(|date| date.role == DateRole::AsOf);
    Column { node, title, dates, money: true, total: title.eq_ignore_ascii_case("total") }
}

/// The days of a title: the last is that of the figures, one before it the first of the period.
fn dated(outline: &Outline, node: NodeId, mut days: Vec<String>) -> Vec<Dated> {
    let as_of = days.pop();
    let all = [(DateRole::Start, days.pop()), (DateRole::AsOf, as_of)].into_iter();
    let key = outline.text(node).trim();
    all.filter_map(|(role, text)| Some(Dated { role, key: key.to_owned(), text: text?, node })).collect()
}
