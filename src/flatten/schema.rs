//! What a table is: its columns with types and descriptions, its key, and what it refers to.

use std::borrow::Cow;

use crate::flatten::table::Table;

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// UTF-8 text.
    Text,
    /// A whole number of 64 bits.
    Whole,
    /// An exact decimal number of at most 28 digits before and behind the point together, which differ in decimals
    /// from row to row; [`crate::flatten::shape::Shape`] says how many there are at most.
    Decimal,
    /// Yes or no.
    Flag,
    /// A calendar day.
    Day,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name: lower-case ASCII letters, digits and `_`.
    pub name: Cow<'static, str>,
    /// Its type.
    pub kind: Kind,
    /// What stands in it; for a key also how SQL computes it.
    pub description: Cow<'static, str>,
    /// Whether a cell may have nothing.
    pub nullable: bool,
    /// The only texts that may stand in it; empty if there may be others.
    pub words: &'static [&'static str],
    /// Whether its texts are amounts as the file writes them, of which a plain number such as `-5.00` is no formula.
    pub is_literal: bool,
}

impl Column {
    /// A column in which every cell has a value.
    pub fn new(name: &'static str, kind: Kind, description: &'static str) -> Column {
        Column {
            name: name.into(),
            kind,
            description: description.into(),
            nullable: false,
            words: &[],
            is_literal: false,
        }
    }

    /// The same with cells that may have nothing.
    #[must_use]
    pub fn nullable(mut self) -> Column {
        self.nullable = true;
        self
    }

    /// The same with amounts as the file writes them.
    #[must_use]
    pub fn literal(mut self) -> Column {
        self.is_literal = true;
        self
    }

    /// The same with these texts only.
    #[must_use]
    pub fn words(mut self, words: &'static [&'static str]) -> Column {
        self.words = words;
        self
    }
}

/// Columns whose values stand in another table.
#[derive(Clone, Copy, Debug)]
pub struct ForeignKey {
    /// The columns here.
    pub columns: &'static [&'static str],
    /// The other table, which may be this one.
    pub table: Table,
    /// Its columns, in the same order: its primary key.
    pub fields: &'static [&'static str],
}

/// A table without its rows.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Which table it is.
    pub table: Table,
    /// What it has a row for, and what it is good for.
    pub description: &'static str,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The columns that tell its rows apart.
    pub primary_key: &'static [&'static str],
    /// What it refers to.
    pub foreign_keys: Vec<ForeignKey>,
}
