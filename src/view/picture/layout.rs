//! Where the cards of a plan stand, and how their links run.
//!
//! A card and everything it leads to have a band of their own across all columns, and the bands of what it leads to lie
//! below one another in the order of its rows. So no two cards overlap and order is kept, and since both ends of the
//! links between two columns go down in one order, links do not cross: of those that go down side by side the lower one
//! turns sooner, of those that go up the upper one. Time and memory grow with the cards, and nothing calls itself.

use crate::view::picture::measure::{
    BRANCH_SPACE, CARD, GAP, HEADER, MARGIN, ROW, SPACE, TURNS, height, left,
};
use crate::view::picture::plan::{Plan, Planned};
use crate::view::picture::scene::Area;

/// A plan, laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// What is laid out.
    pub plan: Plan,
    /// The upper edge of each card.
    pub tops: Vec<u32>,
    /// Where the link to each card turns; of no meaning for a card that none leads to.
    pub turns: Vec<u32>,
    /// The cards of each column, from the top.
    pub columns: Vec<Vec<u32>>,
    /// The width of the whole.
    pub width: u32,
    /// The height of the whole.
    pub height: u32,
}

impl Layout {
    /// Lays out a plan.
    pub fn of(plan: Plan) -> Layout {
        let (tops, height) = stack(&plan.cards);
        let columns = columns(&plan.cards);
        let count = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        let width = left(count).saturating_sub(GAP).saturating_add(MARGIN).max(2 * MARGIN);
        let turns = vec![0; tops.len()];
        let mut layout = Layout { plan, tops, turns, columns, width, height };
        layout.turn();
        layout
    }

    /// A card, by its place in the plan.
    pub fn card(&self, index: u32) -> Option<&Planned> {
        self.plan.cards.get(index as usize)
    }

    /// Where a card stands.
    pub fn area(&self, index: u32) -> Area {
        let (Some(card), Some(y)) = (self.card(index), self.tops.get(index as usize)) else {
            return Area::default();
        };
        Area { x: left(card.column), y: *y, width: CARD, height: height(card.slots()) }
    }

    /// Where the link to a card begins and ends, if one leads to it.
    pub fn ends(&self, index: u32) -> Option<((u32, u32), (u32, u32))> {
        let card = self.card(index)?;
        let from = self.area(card.parent?);
        let to = self.area(index);
        let row = from.y.saturating_add(height(card.row)).saturating_add(ROW / 2);
        Some(((from.right(), row), (to.x, to.y.saturating_add(HEADER / 2))))
    }

    /// Says where links turn.
    fn turn(&mut self) {
        let mut turns = std::mem::take(&mut self.turns);
        for column in &self.columns {
            let mut rest = column.as_slice();
            while let Some(first) = rest.first() {
                let way = self.way(*first);
                let run = rest.iter().take_while(|card| self.way(**card) == way).count().max(1);
                let (links, later) = rest.split_at(run);
                for (at, card) in (1_u32..).zip(links) {
                    if let Some(turn) = turns.get_mut(*card as usize) {
                        *turn = self.turn_of(*card, at, u32::try_from(run).unwrap_or(u32::MAX));
                    }
                }
                rest = later;
            }
        }
        self.turns = turns;
    }

    /// The card that leads to a card, and whether the link goes down.
    fn way(&self, card: u32) -> (Option<u32>, bool) {
        let down = self.ends(card).is_some_and(|((_, start), (_, end))| end >= start);
        (self.card(card).and_then(|card| card.parent), down)
    }

    /// Where the `at`-th of `run` links that go the same way turns.
    fn turn_of(&self, card: u32, at: u32, run: u32) -> u32 {
        let Some(((start, from), (_, to))) = self.ends(card) else { return 0 };
        let (near, far) = TURNS;
        let share = u64::from(far - near) * u64::from(at) / (u64::from(run) + 1);
        let share = u32::try_from(share).unwrap_or(0);
        start + if to >= from { far - share } else { near + share }
    }
}

/// The upper edges of all cards, and the height of the whole.
fn stack(cards: &[Planned]) -> (Vec<u32>, u32) {
    // What each card leads to, one below the other, is so high; a card's own height may be more.
    let mut bands = vec![0_u32; cards.len()];
    for (at, card) in cards.iter().enumerate().rev() {
        let band = band(&bands, at, card);
        if let Some(above) = card.parent.and_then(|parent| bands.get_mut(parent as usize)) {
            *above = above.saturating_add(band).saturating_add(SPACE);
        }
    }
    // Where the next card goes that a card leads to.
    let mut next = vec![0_u32; cards.len()];
    let mut next_branch = MARGIN;
    let mut tops = Vec::with_capacity(cards.len());
    for (at, card) in cards.iter().enumerate() {
        let band = band(&bands, at, card);
        let parent = card.parent.and_then(|parent| next.get_mut(parent as usize));
        let (slot, space) = parent.map_or((&mut next_branch, BRANCH_SPACE), |slot| (slot, SPACE));
        let top = *slot;
        *slot = top.saturating_add(band).saturating_add(space);
        if let Some(own) = next.get_mut(at) {
            *own = top;
        }
        tops.push(top);
    }
    (tops, next_branch.saturating_sub(if cards.is_empty() { 0 } else { BRANCH_SPACE }).saturating_add(MARGIN))
}

/// How high the band of a card is, once what it leads to has been added up.
fn band(bands: &[u32], at: usize, card: &Planned) -> u32 {
    let beneath = bands.get(at).copied().unwrap_or(0).saturating_sub(SPACE);
    beneath.max(height(card.slots()))
}

fn columns(cards: &[Planned]) -> Vec<Vec<u32>> {
    let mut columns: Vec<Vec<u32>> = Vec::new();
    for (at, card) in (0_u32..).zip(cards) {
        let column = card.column as usize;
        if columns.len() <= column {
            columns.resize(column + 1, Vec::new());
        }
        if let Some(column) = columns.get_mut(column) {
            column.push(at);
        }
    }
    columns
}
