//! The tables that are handed out, and how they hang together: the one list to add a table to.

use crate::view::hit::Hit;
use crate::view::picture::drawing::{Card, CardRow, Column, Drawing, Link};
use crate::view::picture::layout::Layout;
use crate::view::picture::measure::{BRANCH_SPACE, CARD, MARGIN, ROW, height, left};
use crate::view::picture::plan::{Plan, Planned, PlannedRow};

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it is handed out as.
    pub told: &'static str,
    /// Its columns, in order.
    pub columns: &'static [TableColumn],
}

/// A column of a table: its name, its type in plain words, and which key it is.
pub type TableColumn = (&'static str, &'static str, Key);

/// Which key a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// None.
    None,
    /// It tells the rows of its table apart.
    Primary,
    /// It says which row of a table it belongs to: the name of that table, whose key is meant. Many rows may belong to
    /// one.
    Foreign(&'static str),
}

const TEXT: &str = "text";
const WHOLE: &str = "whole number";
const DECIMAL: &str = "decimal";
const YES_NO: &str = "yes/no";
const DATE: &str = "date";

/// Every table, in the order in which they are drawn.
pub const TABLES: &[Table] = &[
    Table {
        name: "line",
        told: "CSV, full",
        columns: &[
            ("statement_id", WHOLE, Key::None),
            ("as_of", DATE, Key::None),
            ("currency", TEXT, Key::None),
            ("line_id", TEXT, Key::Primary),
            ("parent_id", TEXT, Key::Foreign("line")),
            ("line_order", WHOLE, Key::None),
            ("level", WHOLE, Key::None),
            ("section", TEXT, Key::None),
            ("path", TEXT, Key::None),
            ("parent_name", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("account_id", TEXT, Key::None),
            ("amount", DECIMAL, Key::None),
            ("is_account", YES_NO, Key::None),
            ("calculated", DECIMAL, Key::None),
            ("difference", DECIMAL, Key::None),
            ("status", TEXT, Key::None),
            ("source_line", WHOLE, Key::None),
        ],
    },
    Table {
        name: "line_compact",
        told: "CSV, compact",
        columns: &[
            ("category", TEXT, Key::None),
            ("parent_name", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("account_id", TEXT, Key::None),
            ("value", DECIMAL, Key::None),
            ("is_lowest_level", YES_NO, Key::None),
        ],
    },
];

/// Rows of a table are known by its place and theirs.
const MOST_COLUMNS: u32 = 1_000;
/// How far from its table a link that leads back into it turns.
const OUT: u32 = 30;

/// Where the tables stand: one below the other.
pub fn layout(tables: &[Table]) -> Layout {
    let mut plan = Plan::default();
    let of = u32::try_from(tables.len()).unwrap_or(u32::MAX);
    for (id, table) in (0_u32..).zip(tables) {
        let first = u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
        let rows = (0_u32..).zip(table.columns);
        plan.rows.extend(rows.map(|(at, _)| PlannedRow { id: id * MOST_COLUMNS + at, place: at + 1 }));
        let shown = u32::try_from(table.columns.len()).unwrap_or(u32::MAX);
        let column = id % 2;
        plan.cards.push(Planned {
            id,
            first,
            shown,
            column,
            open: true,
            place: id + 1,
            of,
            ..Planned::default()
        });
    }
    let mut layout = Layout::of(plan);
    // No table leads to another as groups do, so each column begins at the top.
    for column in &layout.columns {
        let mut top = MARGIN;
        for card in column {
            let high = layout.plan.cards.get(*card as usize).map_or(0, |card| height(card.slots()));
            if let Some(slot) = layout.tops.get_mut(*card as usize) {
                *slot = top;
            }
            top += high + BRANCH_SPACE;
        }
    }
    let bottoms = (0..of).map(|at| layout.area(at).bottom());
    layout.height = bottoms.max().unwrap_or(0) + MARGIN;
    layout.width += OUT + 2 * MARGIN;
    layout
}

/// Draws all tables.
pub fn draw(tables: &[Table], layout: &Layout) -> Drawing {
    let all = (0_u32..).zip(tables);
    let columns = u32::try_from(layout.columns.len()).unwrap_or(u32::MAX);
    Drawing {
        width: layout.width,
        height: layout.height,
        columns: (0..columns)
            .map(|at| Column {
                x: left(at),
                width: CARD,
                title: if at == 0 { "tables".to_owned() } else { String::new() },
            })
            .collect(),
        cards: all.clone().filter_map(|(at, table)| card(layout, at, table)).collect(),
        links: all.flat_map(|(at, table)| links(tables, layout, at, table)).collect(),
        note: None,
    }
}

fn card(layout: &Layout, at: u32, table: &Table) -> Option<Card> {
    let planned = *layout.card(at)?;
    let area = layout.area(at);
    let rows = layout.plan.rows_of(&planned).iter().zip(table.columns);
    let key = |key: Key| match key {
        Key::None => "",
        Key::Primary => "PK",
        Key::Foreign(_) => "FK",
    };
    Some(Card {
        id: at,
        column: planned.column,
        parent: None,
        place: planned.place,
        of: planned.of,
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
        name: table.name.to_owned(),
        amount: table.told.to_owned(),
        figure: false,
        difference: String::new(),
        fails: false,
        mark: None,
        rows: rows
            .map(|(row, (name, kind, is))| CardRow {
                id: row.id,
                key: key(*is).to_owned(),
                name: (*name).to_owned(),
                value: (*kind).to_owned(),
                figure: false,
                mark: None,
                leads: false,
                fails: false,
                place: row.place,
                hit: Hit::default(),
                picked: false,
            })
            .collect(),
        open: true,
        more: 0,
    })
}

/// The links to a table from those its columns belong to: from the one to the many.
fn links(tables: &[Table], layout: &Layout, at: u32, table: &Table) -> Vec<Link> {
    let foreign = (0_u32..).zip(table.columns).filter_map(|(row, (_, _, key))| match key {
        Key::Foreign(name) => Some((row, *name)),
        Key::None | Key::Primary => None,
    });
    foreign
        .filter_map(|(row, name)| {
            let to = tables.iter().position(|table| table.name == name)?;
            let key = tables.get(to)?.columns.iter().position(|(_, _, key)| *key == Key::Primary)?;
            let (to, key) = (u32::try_from(to).ok()?, u32::try_from(key).ok()?);
            let (one, many) = (layout.area(to), layout.area(at));
            let middle = |top: u32, row: u32| top + height(row) + ROW / 2;
            // Tables in one column are linked around their right side.
            let beside = many.x > one.x;
            Some(Link {
                from: to,
                row: to * MOST_COLUMNS + key,
                to: at,
                start: (one.right(), middle(one.y, key)),
                end: (if beside { many.x } else { many.right() }, middle(many.y, row)),
                turn: one.right().max(if beside { 0 } else { many.right() }) + OUT,
                difference: String::new(),
                fails: false,
            })
        })
        .collect()
}
