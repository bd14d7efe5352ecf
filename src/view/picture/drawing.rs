//! What is drawn of a picture: columns, cards with rows, and links, in whole pixels from the top left.

use serde::{Deserialize, Serialize};

use crate::view::hit::Hit;
use crate::view::mark::Mark;

/// A picture, or the part of it that was asked for; the size is that of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// The whole picture's width.
    pub width: u32,
    /// The whole picture's height.
    pub height: u32,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The cards, in the order in which they are read.
    pub cards: Vec<Card>,
    /// The links, in the order of the cards they lead to.
    pub links: Vec<Link>,
    /// What is not drawn, and why, if anything is left out.
    pub note: Option<String>,
}

/// A column of cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its left edge.
    pub x: u32,
    /// Its width.
    pub width: u32,
    /// What stands above it: "main categories", "first level".
    pub title: String,
}

/// A group, or a table: a header and rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What it is known by within the picture: a group's line, or a table's place.
    pub id: u32,
    /// Its column, from 0.
    pub column: u32,
    /// The card that leads to it, drawn or not; none for a section or a table.
    pub parent: Option<u32>,
    /// Its place among the items of its group, from 1; sections and tables are counted among themselves.
    pub place: u32,
    /// How many items its group has, itself counted.
    pub of: u32,
    /// Its left edge.
    pub x: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its width.
    pub width: u32,
    /// Its height, header and rows.
    pub height: u32,
    /// Its name, as written in the file.
    pub name: String,
    /// The reported amount, exact digits, if there is one; what is written instead if that cannot be read.
    pub amount: String,
    /// Whether `amount` is an amount, and not another text.
    pub figure: bool,
    /// Reported − calculated, exact digits, if its total differs; empty if it does not.
    pub difference: String,
    /// Whether its total, or one beneath it, differs and counts, which is what is drawn in the colour of faults.
    pub fails: bool,
    /// Whether its total ties, if that is a question.
    pub mark: Option<Mark>,
    /// Its rows, from the top; none if it is closed.
    pub rows: Vec<CardRow>,
    /// Whether its rows are shown.
    pub open: bool,
    /// How many rows are not drawn, because there are too many; told in a last row of the card.
    pub more: u32,
}

/// A row of a card: an item of the group, or a column of the table.
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the row")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardRow {
    /// What it is known by: the item's line, or the column's place.
    pub id: u32,
    /// The account id, or the key that a column is (`PK`, `FK`); empty if there is none.
    pub key: String,
    /// The name, as written in the file.
    pub name: String,
    /// The amount with exact digits, what is written instead if that cannot be read, or a column's type.
    pub value: String,
    /// Whether `value` is an amount, and not another text.
    pub figure: bool,
    /// The worst mark of the item, if it has one.
    pub mark: Option<Mark>,
    /// Whether it is a group, which has a card of its own where that is drawn.
    pub leads: bool,
    /// Whether its total, or one beneath it, differs and counts.
    pub fails: bool,
    /// Its place among all items of the group, drawn or not, from 1.
    pub place: u32,
    /// What of it a search found.
    pub hit: Hit,
    /// Whether it is picked to be added up.
    pub picked: bool,
}

/// A link from a row to the card it leads to, one to many: right to `turn`, up or down, and right again. Where it ends
/// is the side of the many. Where `turn` is right of both ends, it leads back into the same card from the right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The card it comes from.
    pub from: u32,
    /// The row it comes from, by its id.
    pub row: u32,
    /// The card it leads to.
    pub to: u32,
    /// Where it begins: right of the row, in its middle.
    pub start: (u32, u32),
    /// Where it ends: left of the card, in the middle of its header; right of a row where it leads back.
    pub end: (u32, u32),
    /// Where between the two columns it turns, from the left.
    pub turn: u32,
    /// The difference with exact digits, if the card's total differs.
    pub difference: String,
    /// Whether the card fails, or one beneath it, which is what is drawn in the colour of faults.
    pub fails: bool,
}
