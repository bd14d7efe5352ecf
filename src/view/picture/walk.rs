//! Going from place to place in a picture, as the arrow keys do.

use crate::view::picture::layout::Layout;
use crate::view::picture::measure::{HEADER, ROW};
use crate::view::picture::scene::{Area, At, CardPart, Way};

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Led {
    /// There.
    To(At),
    /// Nowhere until this card is open.
    Closed(u32),
}

/// The place in the plan of the card with this id, or of the last one before it, which is the closed card it stands
/// under, if there is any.
pub fn nearest(layout: &Layout, id: u32) -> Option<u32> {
    let after = layout.plan.cards.partition_point(|card| card.id <= id);
    u32::try_from(after).ok()?.checked_sub(1)
}

/// The place in the plan of the card with this id, if it is drawn.
pub fn find(layout: &Layout, id: u32) -> Option<u32> {
    nearest(layout, id).filter(|at| layout.card(*at).is_some_and(|card| card.id == id))
}

/// Where a place is, if it is drawn.
pub fn area(layout: &Layout, at: At) -> Option<Area> {
    let index = find(layout, at.card)?;
    let card = layout.area(index);
    Some(match part(layout, index, at.part)?.checked_sub(1) {
        None => Area { height: HEADER, ..card },
        Some(row) => Area { y: card.y + HEADER + row * ROW, height: ROW, ..card },
    })
}

/// The place that is drawn and nearest to this one, if anything is drawn.
pub fn settle(layout: &Layout, at: At) -> Option<At> {
    if area(layout, at).is_some() {
        return Some(at);
    }
    if let Some(index) = find(layout, at.card).filter(|_| at.part == CardPart::More) {
        // All rows are shown now.
        return place(layout, index, layout.card(index)?.slots());
    }
    let index = nearest(layout, at.card).unwrap_or(0);
    layout.card(index).map(|card| At::header(card.id))
}

/// One step from a place that is drawn.
pub fn step(layout: &Layout, at: At, way: Way) -> Option<Led> {
    let index = find(layout, at.card)?;
    let card = layout.card(index)?;
    let here = part(layout, index, at.part)?;
    let to = |index: u32, part: u32| place(layout, index, part).map(Led::To);
    match (way, here) {
        (Way::Up, 0) => {
            let above = beside(layout, index, false)?;
            to(above, layout.card(above)?.slots())
        }
        (Way::Up, _) => to(index, here - 1),
        (Way::Down, _) if here < card.slots() => to(index, here + 1),
        (Way::Down | Way::CardDown, _) => to(beside(layout, index, true)?, 0),
        (Way::CardUp, _) => to(beside(layout, index, false)?, 0),
        (Way::Left, 0) => to(card.parent?, card.row + 1),
        (Way::Left, _) => to(index, 0),
        (Way::Right, 0) if !card.open => Some(Led::Closed(card.id)),
        (Way::Right, 0) if card.slots() > 0 => to(index, 1),
        (Way::Right, _) => match at.part {
            CardPart::Row(row) => to(find(layout, row).filter(|led| leads(layout, index, *led))?, 0),
            CardPart::Header | CardPart::More => None,
        },
        (Way::First, _) => to(0, 0),
        (Way::Last, _) => {
            let last = u32::try_from(layout.plan.cards.len()).ok()?.checked_sub(1)?;
            to(last, layout.card(last)?.slots())
        }
    }
}

/// Whether a card is led to from the card at `index`.
fn leads(layout: &Layout, index: u32, led: u32) -> bool {
    layout.card(led).is_some_and(|card| card.parent == Some(index))
}

/// Which part of a card it is: 0 for its header, then the rows. Nothing if it is not drawn.
fn part(layout: &Layout, index: u32, part: CardPart) -> Option<u32> {
    let card = layout.card(index)?;
    match part {
        CardPart::Header => Some(0),
        CardPart::Row(row) => {
            let rows = layout.plan.rows_of(card);
            let at = rows.binary_search_by_key(&row, |row| row.id).ok()?;
            u32::try_from(at + 1).ok()
        }
        CardPart::More => (card.slots() > card.shown).then_some(card.slots()),
    }
}

fn place(layout: &Layout, index: u32, part: u32) -> Option<At> {
    let card = layout.card(index)?;
    let row = part.checked_sub(1).map(|row| layout.plan.rows_of(card).get(row as usize));
    let part = match row {
        None => CardPart::Header,
        Some(row) => row.map_or(CardPart::More, |row| CardPart::Row(row.id)),
    };
    Some(At { card: card.id, part })
}

/// The card above or below in the same column.
fn beside(layout: &Layout, index: u32, below: bool) -> Option<u32> {
    let column = layout.columns.get(layout.card(index)?.column as usize)?;
    let at = column.binary_search(&index).ok()?;
    let at = if below { at + 1 } else { at.checked_sub(1)? };
    column.get(at).copied()
}
