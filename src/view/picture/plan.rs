//! Which cards a picture has, which rows they have, and what leads where; not yet where they stand.

/// The cards of a picture in the order in which they are read: each before the cards that it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The cards; their ids rise.
    pub cards: Vec<Planned>,
    /// The rows of all of them, one after the other.
    pub rows: Vec<PlannedRow>,
    /// What is not drawn, and why, if anything is left out.
    pub note: Option<String>,
}

/// A card of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// What it is known by.
    pub id: u32,
    /// The card that leads to it, by its place in the plan.
    pub parent: Option<u32>,
    /// Which of that card's rows leads to it, from 0.
    pub row: u32,
    /// Its column.
    pub column: u32,
    /// Its first row, by its place in the plan.
    pub first: u32,
    /// How many rows it shows.
    pub shown: u32,
    /// How many rows it has beyond those.
    pub more: u32,
    /// Whether its rows are shown.
    pub open: bool,
    /// Its place among the items of its group, from 1.
    pub place: u32,
    /// How many these are.
    pub of: u32,
}

/// A row of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlannedRow {
    /// What it is known by; it rises within a card.
    pub id: u32,
    /// Its place among all rows that its card could have, from 1.
    pub place: u32,
}

impl Planned {
    /// How many rows high it is; that there are more is told in one of them.
    pub fn slots(&self) -> u32 {
        self.shown + u32::from(self.open && self.more > 0)
    }
}

impl Plan {
    /// The rows that a card shows.
    pub fn rows_of(&self, card: &Planned) -> &[PlannedRow] {
        let first = card.first as usize;
        self.rows.get(first..first + card.shown as usize).unwrap_or_default()
    }
}
