//! Where the tables that are handed out stand in their picture, and how they hang together.

use crate::view::hit::Hit;
use crate::view::picture::drawing::{Card, CardRow, Column, Drawing, Link};
use crate::view::picture::layout::Layout;
use crate::view::picture::measure::{BRANCH_SPACE, CARD, MARGIN, ROW, height, left};
use crate::view::picture::plan::{Plan, Planned, PlannedRow};
use crate::view::picture::table_list::Table;

/// Rows of a table are known by its place and theirs.
const MOST_COLUMNS: u32 = 1_000;
/// How far from its table a link turns at least; the next ones turn farther out, so that they can be told apart.
const OUT: u32 = 16;
/// How far from one another they turn, and how many do before it begins anew.
const LANES: (u32, u32) = (8, 10);

/// Where the tables stand: in their columns, one below the other.
pub fn layout(tables: &[Table]) -> Layout {
    let mut plan = Plan::default();
    let of = u32::try_from(tables.len()).unwrap_or(u32::MAX);
    for (id, table) in (0_u32..).zip(tables) {
        let first = u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
        let rows = (0_u32..).zip(table.columns);
        plan.rows.extend(rows.map(|(at, _)| PlannedRow { id: id * MOST_COLUMNS + at, place: at + 1 }));
        let shown = u32::try_from(table.columns.len()).unwrap_or(u32::MAX);
        let column = table.column;
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
    layout.width += OUT + LANES.0 * LANES.1 + MARGIN;
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
        cards: all.filter_map(|(at, table)| card(layout, at, table)).collect(),
        links: links(tables, layout),
        note: None,
    }
}

fn card(layout: &Layout, at: u32, table: &Table) -> Option<Card> {
    let planned = *layout.card(at)?;
    let area = layout.area(at);
    let rows = layout.plan.rows_of(&planned).iter().zip(table.columns);
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
                key: is.word().to_owned(),
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

/// The links to tables from those their columns belong to: from the one to the many. Of a key of several columns it is the
/// last that is meant.
fn links(tables: &[Table], layout: &Layout) -> Vec<Link> {
    let all =
        (0_u32..).zip(tables).flat_map(|(at, table)| (0_u32..).zip(table.columns).map(move |own| (at, own)));
    let foreign = all.filter_map(|(at, (row, (_, _, key)))| Some((at, row, key.foreign()?)));
    let meant = foreign.filter_map(|(at, row, name)| {
        let to = tables.iter().position(|table| table.name == name)?;
        let key = tables.get(to)?.columns.iter().rposition(|(_, _, key)| key.is_primary())?;
        Some((at, row, u32::try_from(to).ok()?, u32::try_from(key).ok()?))
    });
    let lanes = (0..LANES.1).cycle().map(|lane| OUT + lane * LANES.0);
    meant
        .zip(lanes)
        .map(|((at, row, to, key), out)| {
            let (one, many) = (layout.area(to), layout.area(at));
            let middle = |top: u32, row: u32| top + height(row) + ROW / 2;
            // Tables in one column are linked around their right side.
            let beside = many.x > one.x;
            Link {
                from: to,
                row: to * MOST_COLUMNS + key,
                to: at,
                start: (one.right(), middle(one.y, key)),
                end: (if beside { many.x } else { many.right() }, middle(many.y, row)),
                turn: one.right().max(if beside { 0 } else { many.right() }) + out,
                difference: String::new(),
                fails: false,
            }
        })
        .collect()
}
