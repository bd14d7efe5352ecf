//! Rebuilds the tree of a Xero report, whose rows follow each other without standing in each other.
//!
//! A balance sheet is written as `Assets` (a title alone), `Bank`, `Fixed Assets` (each with its accounts and its
//! total), `Total Assets` (a total alone), and so on with `Liabilities`; `Net Assets`, a row alone; and `Equity` with its
//! accounts. A title alone is closed by a total alone: by the one that names it or, in whatever language, by the next.

use crate::input::decorated;
use crate::input::grid::{Cell, Grid, Row, Total};
use crate::input::outline::{NodeId, Outline};
use crate::input::section_words::{Topic, section, topics};
use crate::input::xero::{list, text, values};
use crate::model::header::TotalRole;
use crate::model::lines::AmountState;
use crate::model::statement::{SectionKind, StatementKind};

/// The most titles that are open at once; there are three at most in what Xero writes.
const MOST_OPEN: usize = 64;

/// What stands in the list of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A title alone.
    Title,
    /// A title with rows.
    Group,
    /// A total alone.
    Total,
    /// A row alone.
    Line,
}

#[derive(Clone, Copy, Debug)]
struct Entry<'a> {
    kind: Kind,
    node: NodeId,
    name: &'a str,
    /// The total that closes a title, or the title that a total closes.
    partner: Option<usize>,
}

/// Adds the rows of a report, and the totals beside its sections.
pub fn add(grid: &mut Grid<'_>) {
    let outline = grid.outline;
    let mut entries = entries(outline, grid.node);
    if grid.kind == StatementKind::BalanceSheet {
        pair(&mut entries, outline);
        add_tree(grid, &entries);
        return;
    }
    for entry in entries {
        add_entry(grid, entry, 0);
    }
    if grid.kind == StatementKind::Other {
        let other = |cell: Cell| {
            let read = cell.map(|node| decorated::read(outline.text(node)).state);
            read == Some(AmountState::Unreadable)
        };
        for at in 1..grid.columns.len() {
            let words =
                |row: &Row<'_>| [&row.own, &row.cells].iter().any(|cells| other(grid.stated(cells, at)));
            let money = !grid.rows.iter().any(words);
            if let Some(column) = grid.columns.get_mut(at) {
                column.money = money;
            }
        }
    }
}

fn entries(outline: &Outline, report: NodeId) -> Vec<Entry<'_>> {
    let mut found = Vec::new();
    let mut put = |kind: Kind, node: NodeId| {
        let name = if kind == Kind::Title || kind == Kind::Group {
            text(outline, node, "title")
        } else {
            label(outline, node)
        };
        found.push(Entry { kind, node, name, partner: None });
    };
    let single = |node: NodeId| if is(outline, node, "SummaryRow") { Kind::Total } else { Kind::Line };
    for row in list(outline, report, "rows").filter(|row| !is(outline, *row, "Header")) {
        if !is(outline, row, "Section") {
            put(single(row), row);
            continue;
        }
        let titled = !text(outline, row, "title").is_empty();
        let mut inner = list(outline, row, "rows").peekable();
        match (titled, inner.peek().is_some()) {
            (true, false) => put(Kind::Title, row),
            (true, true) => put(Kind::Group, row),
            (false, _) => inner.for_each(|one| {
                put(if is(outline, one, "Section") { Kind::Group } else { single(one) }, one);
            }),
        }
    }
    found
}

fn is(outline: &Outline, row: NodeId, kind: &str) -> bool {
    text(outline, row, "rowtype") == kind
}

fn label(outline: &Outline, row: NodeId) -> &str {
    list(outline, row, "cells").next().map_or("", |cell| text(outline, cell, "value"))
}

/// Finds which total closes which title.
fn pair(entries: &mut [Entry<'_>], outline: &Outline) {
    // The titles that are open, and whether anything but titles stands under each.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for at in 0..entries.len() {
        let Some(entry) = entries.get(at).copied() else { break };
        match entry.kind {
            Kind::Title if open.len() < MOST_OPEN => open.push((at, false)),
            Kind::Title => {}
            // Net assets, which stand in nothing: what holds nothing so far was no title of them.
            Kind::Line if account(outline, entry.node).is_empty() => {
                while open.pop_if(|(_, held)| !*held).is_some() {}
            }
            Kind::Group | Kind::Line => hold(&mut open),
            Kind::Total => {
                let title = |at: usize| entries.get(at).map_or("", |title| title.name);
                let total = entry.name.to_lowercase();
                let is_named = |at: usize| {
                    title(at).len() <= entry.name.len() && total.contains(&title(at).to_lowercase())
                };
                let named =
                    open.iter().filter(|(at, _)| is_named(*at)).max_by_key(|(at, _)| title(*at).len());
                let next = open.iter().rfind(|(_, held)| *held).or(open.last());
                let Some((title, _)) = named.or(next).copied() else { continue };
                open.retain(|(other, _)| *other < title);
                hold(&mut open);
                for (one, other) in [(at, title), (title, at)] {
                    if let Some(entry) = entries.get_mut(one) {
                        entry.partner = Some(other);
                    }
                }
            }
        }
    }
}

fn hold(open: &mut [(usize, bool)]) {
    for (_, held) in open {
        *held = true;
    }
}

/// Adds a balance sheet.
fn add_tree<'a>(grid: &mut Grid<'a>, entries: &[Entry<'a>]) {
    let outline = grid.outline;
    // The rows that may be one of the three sections.
    let mut sections: Vec<usize> = Vec::new();
    // The closed titles that are open, and whether each only holds sections; and whether a title without a total is.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut loose = false;
    for (at, entry) in entries.iter().enumerate() {
        let is_section = entry.kind == Kind::Title && open.is_empty();
        let net_assets = entry.kind == Kind::Line && account(outline, entry.node).is_empty();
        loose &= !(is_section || net_assets);
        let depth = open.iter().filter(|(_, claims)| !claims).count() + usize::from(loose);
        let total = entry.partner.and_then(|total| entries.get(total));
        match (entry.kind, total) {
            (Kind::Title, Some(total)) => {
                let cells = values(outline, total.node);
                let claims = open.is_empty() && holds_claims(entries, at, sections.len());
                open.push((at, claims));
                if claims {
                    grid.totals.push(Total { role: TotalRole::Claims, name: total.name, cells });
                    continue;
                }
                sections.extend((depth == 0).then_some(grid.rows.len()));
                add_entry(grid, *entry, depth);
                if let Some(row) = grid.rows.last_mut() {
                    row.cells = cells;
                }
            }
            (Kind::Title, None) if open.is_empty() => {
                let next = entries.get(at + 1);
                loose = next.is_some_and(|next| matches!(next.kind, Kind::Group | Kind::Line));
                loose &= next
                    .is_some_and(|next| next.kind == Kind::Group || !account(outline, next.node).is_empty());
                sections.push(grid.rows.len());
                add_entry(grid, *entry, 0);
            }
            // A kind of accounts of which there are none.
            (Kind::Title, None) => {}
            (Kind::Total, Some(_)) => open.retain(|(title, _)| Some(*title) < entry.partner),
            (Kind::Total | Kind::Line, None) if depth == 0 => {
                let role = match entry.kind {
                    Kind::Total if names_claims(entry.name) => Some(TotalRole::Claims),
                    Kind::Line if net_assets => Some(TotalRole::NetAssets),
                    _ => None,
                };
                if let Some(role) = role.filter(|role| grid.totals.iter().all(|total| total.role != *role)) {
                    let cells = values(outline, entry.node);
                    grid.totals.push(Total { role, name: entry.name, cells });
                    continue;
                }
                add_entry(grid, *entry, 0);
                if let Some(row) = grid.rows.last_mut().filter(|row| !row.id.is_empty()) {
                    row.section = Some((SectionKind::Unknown, row.name));
                }
            }
            _ => {
                sections.extend((depth == 0 && entry.kind == Kind::Group).then_some(grid.rows.len()));
                add_entry(grid, *entry, depth);
            }
        }
    }
    let order: &[SectionKind] = match sections.len() {
        2 => &[SectionKind::Assets, SectionKind::Equity],
        _ => &[SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity],
    };
    for (nth, at) in sections.into_iter().enumerate() {
        let Some(row) = grid.rows.get_mut(at) else { continue };
        let in_order = order.get(nth).copied().unwrap_or(SectionKind::Unknown);
        row.section = Some((section(&topics(row.name)).unwrap_or(in_order), row.name));
    }
}

/// Whether a title is one of liabilities and equity together: it says so; or it is not the first, something in it has a
/// title and a total of its own, and nothing that could be equity comes after it.
fn holds_claims(entries: &[Entry<'_>], at: usize, before: usize) -> bool {
    let Some((title, end)) = entries.get(at).and_then(|title| Some((title, title.partner?))) else {
        return false;
    };
    let closed = |entry: &Entry<'_>| entry.kind == Kind::Title && entry.partner.is_some();
    let inner = || entries.get(at + 1..end).unwrap_or_default().iter();
    let more = |entry: &Entry<'_>| matches!(entry.kind, Kind::Title | Kind::Group);
    let last = || !entries.get(end + 1..).unwrap_or_default().iter().any(more);
    names_claims(title.name) || (before > 0 && inner().any(closed) && last())
}

fn names_claims(name: &str) -> bool {
    let topics = topics(name);
    topics.contains(&Topic::Liabilities) && topics.contains(&Topic::Equity)
}

/// Adds an entry and what stands in it.
fn add_entry(grid: &mut Grid<'_>, entry: Entry<'_>, depth: usize) {
    let outline = grid.outline;
    let mut pending = vec![(entry.node, depth, u32::try_from(grid.rows.len()).unwrap_or(u32::MAX))];
    while let Some((node, depth, ordinal)) = pending.pop() {
        let section = is(outline, node, "Section");
        let heading = section || is(outline, node, "SummaryRow");
        let own = values(outline, node);
        let mut row = Row {
            node,
            depth,
            ordinal,
            name: if section { text(outline, node, "title") } else { label(outline, node) },
            id: account(outline, node),
            cells: Vec::new(),
            own: Vec::new(),
            heading,
            section: None,
        };
        if heading {
            row.cells = own;
        } else {
            row.own = own;
        }
        let from = pending.len();
        for (at, inner) in (0..).zip(list(outline, node, "rows")) {
            if is(outline, inner, "SummaryRow") {
                row.cells = values(outline, inner);
            } else {
                pending.push((inner, depth + 1, at));
            }
        }
        pending.get_mut(from..).unwrap_or_default().reverse();
        grid.rows.push(row);
    }
}

/// The id of a row's account; empty for one that Xero makes up, such as `abababab-abab-…`, for what it computes.
fn account(outline: &Outline, row: NodeId) -> &str {
    let Some(first) = list(outline, row, "cells").next() else { return "" };
    let attribute = list(outline, first, "attributes").find(|one| text(outline, *one, "id") == "account");
    let id = attribute.map_or("", |one| text(outline, one, "value"));
    let digits = || id.bytes().filter(u8::is_ascii_alphanumeric);
    let made_up = digits().count() > 2 && digits().zip(digits().skip(2)).all(|(one, other)| one == other);
    if made_up && id.contains('-') { "" } else { id }
}
