//! What the page asks of a picture, and what it is sent.

use serde::{Deserialize, Serialize};

use crate::view::picture::drawing::Drawing;

/// Which picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motif {
    /// The groups of the open statement.
    #[default]
    Hierarchy,
    /// The tables that are handed out.
    Tables,
}

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its left edge.
    pub x: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// What of a picture is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// The part that is looked at.
    pub area: Area,
    /// Whether it is looked at from so far that no row can be read: cards then come without them.
    pub far: bool,
}

/// Where in a picture the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    /// The card.
    pub card: u32,
    /// The part of it.
    pub part: CardPart,
}

impl At {
    /// The place of the row among the card's rows, if it is one.
    pub fn row(self) -> Option<u32> {
        match self.part {
            CardPart::Row(row) => Some(row),
            CardPart::Header | CardPart::More => None,
        }
    }
}

/// A part of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardPart {
    /// Its header.
    #[default]
    Header,
    /// A row, by its id.
    Row(u32),
    /// The last row, which tells how many are not shown.
    More,
}

/// A way to go from where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// To the row above; from a header to the card above.
    Up,
    /// To the row below; from the last row to the card below.
    Down,
    /// To the header; from there to the row that leads to the card.
    Left,
    /// From a header to the first row, opening the card; from a row to the card it leads to.
    Right,
    /// To the card above.
    CardUp,
    /// To the card below.
    CardDown,
    /// To the first card.
    First,
    /// To the last row of the last card.
    Last,
}

/// What a person can do to a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Nothing; only show the part that is looked at.
    Look,
    /// Open the card if it is closed, else close it.
    Toggle(u32),
    /// Open every card, or close every card.
    All(bool),
    /// Show further rows of the card.
    More(u32),
    /// Show only branches that fail, or all.
    Failing(bool),
    /// Open everything above the line and go there.
    Reveal(u32),
    /// Be there.
    Stand(At),
    /// Go on from where the reader is.
    Go(Way),
}

/// The whole of a picture in few rectangles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Where cards are.
    pub cards: Vec<Area>,
    /// Where cards are that fail.
    pub failing: Vec<Area>,
}

/// A part of a picture as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Which picture.
    pub motif: Motif,
    /// The statement it is of.
    pub statement: u32,
    /// What is in the part.
    pub drawing: Drawing,
    /// The part that is sent.
    pub sight: Sight,
    /// Where the reader is.
    pub at: At,
    /// Where that is, if the reader went there now, or what is around was moved.
    pub focus: Option<Area>,
    /// What the reader chose by going there.
    pub chosen: Option<u32>,
    /// Whether only branches that fail are shown.
    pub failing: bool,
    /// How many cards there are in all.
    pub cards: u32,
    /// The whole, if it is not as it was when it was asked for last.
    pub overview: Option<Overview>,
}

impl Area {
    /// The first pixel right of it.
    pub fn right(self) -> u32 {
        self.x.saturating_add(self.width)
    }

    /// The first pixel below it.
    pub fn bottom(self) -> u32 {
        self.y.saturating_add(self.height)
    }

    /// Whether `other` lies wholly in it.
    pub fn holds(self, other: Area) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// It with its middle moved to that of `other`, as far as there are pixels.
    #[must_use]
    pub fn around(self, other: Area) -> Area {
        let x = (other.x + other.width / 2).saturating_sub(self.width / 2);
        let y = (other.y + other.height / 2).saturating_sub(self.height / 2);
        Area { x, y, ..self }
    }
}

impl At {
    /// The header of a card.
    pub fn header(card: u32) -> At {
        At { card, part: CardPart::Header }
    }

    /// What is chosen by being there.
    pub fn chosen(self) -> Option<u32> {
        match self.part {
            CardPart::Header => Some(self.card),
            CardPart::Row(row) => Some(row),
            CardPart::More => None,
        }
    }
}
