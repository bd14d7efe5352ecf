//! The tables of a warehouse: their names, their columns and where their rows come from.

use std::io::Result;

use crate::flatten::dimensions::Dimensions;
use crate::flatten::entered::Entered;
use crate::flatten::schema::Schema;
use crate::flatten::shape::Shape;
use crate::flatten::value::Value;

pub mod account_line;
pub mod check;
pub mod dim_account;
pub mod dim_category;
pub mod dim_entity;
pub mod dim_period;
pub mod fact_balance;
pub mod finding;
pub mod line;
pub mod line_closure;
pub mod statement;

/// What takes rows: a cell for each column of the table, in order.
pub type Take<'a> = dyn FnMut(&[Value<'_>]) -> Result<()> + 'a;

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// One row a statement.
    Statement,
    /// One row a line: the full CSV.
    Line,
    /// One row an account, with the names above it.
    AccountLine,
    /// One row a pair of a line and one above it.
    LineClosure,
    /// One row a comparison.
    Check,
    /// One row a finding.
    Finding,
    /// One row an account and statement.
    FactBalance,
    /// One row an entity.
    DimEntity,
    /// One row a period.
    DimPeriod,
    /// One row a section or group.
    DimCategory,
    /// One row an account.
    DimAccount,
}

impl Table {
    /// Every table, in the order in which files list them.
    pub const ALL: [Table; 11] = [
        Table::Statement,
        Table::Line,
        Table::AccountLine,
        Table::LineClosure,
        Table::Check,
        Table::Finding,
        Table::FactBalance,
        Table::DimEntity,
        Table::DimPeriod,
        Table::DimCategory,
        Table::DimAccount,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Table::Statement => "statement",
            Table::Line => "line",
            Table::AccountLine => "account_line",
            Table::LineClosure => "line_closure",
            Table::Check => "check",
            Table::Finding => "finding",
            Table::FactBalance => "fact_balance",
            Table::DimEntity => "dim_entity",
            Table::DimPeriod => "dim_period",
            Table::DimCategory => "dim_category",
            Table::DimAccount => "dim_account",
        }
    }

    /// The table of this name.
    pub fn named(name: &str) -> Option<Table> {
        Table::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Its columns and keys.
    pub fn schema(self, shape: Shape) -> Schema {
        match self {
            Table::Statement => statement::schema(),
            Table::Line => line::schema(),
            Table::AccountLine => account_line::schema(shape),
            Table::LineClosure => line_closure::schema(),
            Table::Check => check::schema(),
            Table::Finding => finding::schema(),
            Table::FactBalance => fact_balance::schema(),
            Table::DimEntity => dim_entity::schema(),
            Table::DimPeriod => dim_period::schema(),
            Table::DimCategory => dim_category::schema(),
            Table::DimAccount => dim_account::schema(),
        }
    }

    /// The rows of one statement; of a dimension there are none. The only errors are those of `take`.
    pub fn rows(self, entered: &Entered<'_>, take: &mut Take<'_>) -> Result<()> {
        match self {
            Table::Statement => statement::rows(entered, take),
            Table::Line => line::rows(entered, take),
            Table::AccountLine => account_line::rows(entered, take),
            Table::LineClosure => line_closure::rows(entered, take),
            Table::Check => check::rows(entered, take),
            Table::Finding => finding::rows(entered, take),
            Table::FactBalance => fact_balance::rows(entered, take),
            Table::DimEntity | Table::DimPeriod | Table::DimCategory | Table::DimAccount => Ok(()),
        }
    }

    /// The rows that are gathered over all statements, which only dimensions have. The only errors are those of `take`.
    pub fn gathered(self, dimensions: &Dimensions, take: &mut Take<'_>) -> Result<()> {
        match self {
            Table::DimEntity => dim_entity::rows(dimensions, take),
            Table::DimPeriod => dim_period::rows(dimensions, take),
            Table::DimCategory => dim_category::rows(dimensions, take),
            Table::DimAccount => dim_account::rows(dimensions, take),
            _ => Ok(()),
        }
    }
}
