//! A workbook that is being filled, statement by statement.

use std::io::{Result, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::export::row_writer::{About, RowWriter};
use crate::export::xlsx::about;
use crate::export::xlsx::columns;
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::hierarchy::{self, Hierarchy};
use crate::export::xlsx::ink::Inks;
use crate::export::xlsx::limits::{Limits, too_much};
use crate::export::xlsx::sheet::failed;
use crate::export::xlsx::table_sheet::TableSheet;
use crate::flatten::entered::Entered;
use crate::flatten::schema::Schema;
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;

/// The tables that have sheets, in their order: what a person looks for comes first. The table of lines is the hierarchy.
const TABLES: [Table; 10] = [
    Table::Finding,
    Table::Check,
    Table::Statement,
    Table::AccountLine,
    Table::LineClosure,
    Table::FactBalance,
    Table::DimEntity,
    Table::DimPeriod,
    Table::DimCategory,
    Table::DimAccount,
];

/// A workbook: a sheet about the file, the lines, every further table, and a list of all columns.
pub struct Book<W> {
    out: W,
    limits: Limits,
    inks: Inks,
    departures: Departures,
    hierarchy: Hierarchy,
    sheets: Vec<TableSheet>,
    cells: u64,
    /// The decimals of the present statement.
    decimals: u32,
}

impl<W: Write> Book<W> {
    /// A workbook that goes to `out` once it is complete. Errors, here and later, say what it has no room for.
    pub fn new(shape: Shape, limits: Limits, out: W) -> Result<Book<W>> {
        let mut inks = Inks::default();
        let hierarchy = Hierarchy::new(&mut inks)?;
        let sheets: Result<Vec<TableSheet>> =
            TABLES.iter().map(|table| TableSheet::new(table.schema(shape), &mut inks, limits)).collect();
        let departures = Departures::default();
        Ok(Book { out, limits, inks, departures, hierarchy, sheets: sheets?, cells: 0, decimals: 0 })
    }

    fn count(&mut self, cells: u64) -> Result<()> {
        self.cells = self.cells.saturating_add(cells);
        if self.cells <= self.limits.cells {
            return Ok(());
        }
        let most = self.limits.cells;
        too_much(&format!("these tables have more than the {most} cells that a workbook is made with"))
    }
}

impl<W: Write> RowWriter for Book<W> {
    fn tables(&self) -> &[Table] {
        &TABLES
    }

    fn statement(&mut self, entered: &Entered<'_>) -> Result<()> {
        self.decimals = entered.judged.examined.decimals;
        let lines = u64::from(entered.judged.examined.statement.lines.len());
        self.count(lines * hierarchy::HEADINGS.len() as u64)?;
        self.hierarchy.statement(entered, &mut self.inks, &mut self.departures, self.limits)
    }

    fn row(&mut self, table: Table, row: &[Value<'_>]) -> Result<()> {
        self.count(row.len() as u64)?;
        let of_table = TABLES.into_iter().zip(&mut self.sheets).find(|(one, _)| *one == table);
        let Some((_, sheet)) = of_table else { return Ok(()) };
        sheet.row(row, self.decimals, &mut self.inks, &mut self.departures, self.limits)
    }

    /// Nothing is guarded: texts are texts here. The same rows give the same bytes.
    fn finish(mut self: Box<Self>, about: &About<'_>) -> Result<u64> {
        let mut book = Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        let tool = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        book.set_properties(&DocProperties::new().set_author(tool).set_creation_datetime(&created));
        let schemas: Vec<Schema> =
            [Table::Line].iter().chain(&TABLES).map(|table| table.schema(about.shape)).collect();
        let columns = columns::sheet(&schemas, &mut self.inks)?;
        let lines = self.hierarchy.finish(about.report, &mut self.inks, &mut self.departures)?;
        let mut sheets = vec![about::sheet(about, self.departures, &mut self.inks)?];
        sheets.extend(lines);
        for mut table in self.sheets {
            table.filter()?;
            sheets.extend(table.sheets);
        }
        sheets.push(columns);
        for sheet in sheets {
            book.push_worksheet(sheet.finish()?);
        }
        let bytes = book.save_to_buffer().map_err(failed)?;
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        Ok(0)
    }
}
