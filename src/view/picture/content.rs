//! What stands on the cards of a statement's picture.

use crate::model::check::{Check, Outcome};
use crate::model::lines::LineId;
use crate::model::report::Examined;
use crate::view::hit::Hit;
use crate::view::mark::Mark;
use crate::view::picture::drawing::{Card, CardRow, Column, Drawing, Link};
use crate::view::picture::failing::Failing;
use crate::view::picture::layout::Layout;
use crate::view::picture::measure::{CARD, left};
use crate::view::picture::plan::{Planned, PlannedRow};
use crate::view::rows::reported;

/// Draws these cards, and the links to those; rows only if `near` enough.
pub fn draw(
    examined: &Examined,
    failing: &Failing,
    layout: &Layout,
    (cards, links): &(Vec<u32>, Vec<u32>),
    near: bool,
) -> Drawing {
    let cards = cards.iter().filter_map(|at| card(examined, failing, layout, *at, near));
    let links = links.iter().filter_map(|at| link(examined, failing, layout, *at));
    Drawing {
        width: layout.width,
        height: layout.height,
        columns: columns(layout),
        cards: cards.collect(),
        links: links.collect(),
        note: layout.plan.note.clone(),
    }
}

/// The columns with their titles.
fn columns(layout: &Layout) -> Vec<Column> {
    let count = u32::try_from(layout.columns.len()).unwrap_or(u32::MAX);
    (0..count).map(|at| Column { x: left(at), width: CARD, title: level(at) }).collect()
}

/// What the groups of a level are called: "main categories", "first level".
pub fn level(column: u32) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let Some(before) = column.checked_sub(1) else { return "main categories".to_owned() };
    match WORDS.get(before as usize) {
        Some(word) => format!("{word} level"),
        None => format!("level {column}"),
    }
}

/// A card with its rows, or without where they could not be read.
pub fn card(examined: &Examined, failing: &Failing, layout: &Layout, at: u32, near: bool) -> Option<Card> {
    let planned = *layout.card(at)?;
    let Planned { id, parent, column, open, more, place, of, .. } = planned;
    let area = layout.area(at);
    let line = LineId(id);
    let statement = &examined.statement;
    let lines = &statement.lines;
    let check = examined.check_of(line);
    let rows = layout.plan.rows_of(&planned).iter().filter(|_| near);
    Some(Card {
        id,
        column,
        parent: parent.and_then(|parent| layout.card(parent)).map(|parent| parent.id),
        place,
        of,
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
        name: statement.name(line).to_owned(),
        amount: reported(statement, line),
        figure: lines.amount(line).is_some(),
        difference: difference(check),
        fails: failing.within(lines, line),
        mark: check.map(|check| Mark::from(check.outcome)),
        rows: rows.map(|row| card_row(examined, failing, *row)).collect(),
        open,
        more,
    })
}

fn card_row(examined: &Examined, failing: &Failing, PlannedRow { id, place }: PlannedRow) -> CardRow {
    let line = LineId(id);
    let statement = &examined.statement;
    let lines = &statement.lines;
    CardRow {
        id,
        key: lines.account_id(line).to_owned(),
        name: statement.name(line).to_owned(),
        value: reported(statement, line),
        figure: lines.amount(line).is_some(),
        mark: examined.check_of(line).map(|check| Mark::from(check.outcome)),
        leads: lines.is_group(line),
        fails: failing.within(lines, line),
        place,
        hit: Hit::default(),
        picked: false,
    }
}

fn link(examined: &Examined, failing: &Failing, layout: &Layout, at: u32) -> Option<Link> {
    let to = layout.card(at)?;
    let (start, end) = layout.ends(at)?;
    let line = LineId(to.id);
    Some(Link {
        from: layout.card(to.parent?)?.id,
        row: to.id,
        to: to.id,
        start,
        end,
        turn: layout.turns.get(at as usize).copied()?,
        difference: difference(examined.check_of(line)),
        fails: failing.within(&examined.statement.lines, line),
    })
}

/// The difference of a total that differs; empty of any other.
fn difference(check: Option<&Check>) -> String {
    let differs = check.filter(|check| check.outcome == Outcome::Differs);
    differs.and_then(|check| check.difference).map(|amount| amount.to_string()).unwrap_or_default()
}
