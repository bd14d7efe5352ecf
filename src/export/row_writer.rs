//! What a format has to do to take the tables of a warehouse.

use std::io::Result;

use crate::flatten::entered::Entered;
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;
use crate::flatten::warehouse::Told;
use crate::model::report::Report;

/// Takes rows and makes a file of them.
pub trait RowWriter {
    /// The tables it wants, in the order in which it wants the rows of each statement.
    fn tables(&self) -> &[Table];

    /// The next statement, before its rows: for formats that show more of it than the tables do.
    fn statement(&mut self, _: &Entered<'_>) -> Result<()> {
        Ok(())
    }

    /// The next row of a table, a cell for each column of its schema. Rows of several tables come mixed: all of a
    /// statement, then all of the next, those of dimensions last. The only errors are those of where it writes.
    fn row(&mut self, table: Table, row: &[Value<'_>]) -> Result<()>;

    /// There are no more rows. Answers with how many cells were guarded against spreadsheets.
    fn finish(self: Box<Self>, about: &About<'_>) -> Result<u64>;
}

/// What the rows are of.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The report that was made while the rows were.
    pub report: &'a Report,
    /// The extent of all statements.
    pub shape: Shape,
    /// What should be said about the tables.
    pub told: &'a Told,
}
