//! A report as rows and columns, whichever system wrote it.
//!
//! A reader of reports makes a [`Grid`] of its shape; [`statements`] makes a statement of each of its periods, which
//! [`columns`] chooses, and [`trial`] the two sides of a trial balance. [`days`] reads dates as reports write them.

use crate::input::outline::{NodeId, Outline};
use crate::model::dialect::Dialect;
use crate::model::header::{DateRole, TotalRole};
use crate::model::statement::{SectionKind, StatementKind};
use crate::model::syntax::Shape;

pub mod columns;
pub mod days;
pub mod statements;
pub mod trial;

/// A report.
pub struct Grid<'a> {
    /// What the nodes are of.
    pub outline: &'a Outline,
    /// The report's object.
    pub node: NodeId,
    /// Its shape.
    pub dialect: Dialect,
    /// What it is.
    pub kind: StatementKind,
    /// Whose it is.
    pub entity: Option<&'a str>,
    /// Its currency.
    pub currency: Option<&'a str>,
    /// The dates of all of it.
    pub dates: Vec<Dated>,
    /// Its columns, that of the names among them.
    pub columns: Vec<Column<'a>>,
    /// Its rows, a group before what is in it.
    pub rows: Vec<Row<'a>>,
    /// The totals that stand beside the sections.
    pub totals: Vec<Total<'a>>,
}

/// A date.
#[derive(Clone, Debug)]
pub struct Dated {
    /// What it is for.
    pub role: DateRole,
    /// What it is called.
    pub key: String,
    /// Its text; `YYYY-MM-DD` where it was read out of words.
    pub text: String,
    /// The value that states it.
    pub node: NodeId,
}

/// A column.
pub struct Column<'a> {
    /// The value that describes it.
    pub node: NodeId,
    /// Its title.
    pub title: &'a str,
    /// The dates of its period, if it is known to be one.
    pub dates: Vec<Dated>,
    /// Whether it has amounts.
    pub money: bool,
    /// Whether it is the total of the others, as far as that can be told.
    pub total: bool,
}

/// The value of an amount, if there is one.
pub type Cell = Option<NodeId>;

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The row's own object.
    pub node: NodeId,
    /// How many groups it stands in.
    pub depth: usize,
    /// Which row of its list it is, from 0.
    pub ordinal: u32,
    /// What it is called.
    pub name: &'a str,
    /// Its account's id, or nothing.
    pub id: &'a str,
    /// What it states over all that is in it, by column.
    pub cells: Vec<Cell>,
    /// What is posted to itself, by column; of an account, its amount.
    pub own: Vec<Cell>,
    /// Whether it is made to have rows in it.
    pub heading: bool,
    /// What part of the statement it is, and its key there; for rows that stand in no other.
    pub section: Option<(SectionKind, &'a str)>,
}

/// A total beside the sections.
pub struct Total<'a> {
    /// Of what.
    pub role: TotalRole,
    /// What it is called.
    pub name: &'a str,
    /// Its amounts, by column.
    pub cells: Vec<Cell>,
}

impl Grid<'_> {
    /// The value in a column, if anything stands in it.
    pub fn stated(&self, cells: &[Cell], column: usize) -> Cell {
        let blank = |node: &NodeId| match self.outline.shape(*node) {
            Shape::Null => true,
            Shape::Text => self.outline.text(*node).trim().is_empty(),
            _ => false,
        };
        cells.get(column).copied().flatten().filter(|node| !blank(node))
    }

    /// Whether there is any amount.
    pub fn states_anything(&self) -> bool {
        let any = |cells: &[Cell]| (1..cells.len()).any(|column| self.stated(cells, column).is_some());
        self.rows.iter().any(|row| any(&row.cells) || any(&row.own))
    }
}
