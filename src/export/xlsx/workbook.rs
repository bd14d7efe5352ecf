//! A workbook that is being filled, statement by statement.

use std::io::Result;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::export::xlsx::about;
use crate::export::xlsx::columns;
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::hierarchy::{self, Hierarchy};
use crate::export::xlsx::ink::Inks;
use crate::export::xlsx::limits::{Limits, USUAL, too_much};
use crate::export::xlsx::sheet::{Sheet, failed};
use crate::export::xlsx::table_sheet::TableSheet;
use crate::flatten::entered::Entered;
use crate::flatten::schema::Schema;
use crate::flatten::table::Table;
use crate::flatten::value::Value;
use crate::model::report::Report;

/// A workbook: a sheet about the file, the lines, each further table, and a list of all columns.
pub struct Book {
    limits: Limits,
    inks: Inks,
    departures: Departures,
    hierarchy: Option<Hierarchy>,
    tables: Vec<(Table, TableSheet)>,
    columns: Sheet,
    cells: u64,
    notes: u64,
    /// The decimals of the present statement.
    decimals: u32,
}

impl Book {
    /// A workbook of these tables. The table of lines becomes the hierarchy.
    pub fn new(schemas: Vec<Schema>) -> Result<Book> {
        Book::within(schemas, USUAL)
    }

    /// The same within other limits.
    pub fn within(schemas: Vec<Schema>, limits: Limits) -> Result<Book> {
        let mut inks = Inks::default();
        let columns = columns::sheet(&schemas, &mut inks)?;
        let mut hierarchy = None;
        let mut tables = Vec::new();
        for schema in schemas {
            let table = schema.table;
            if table == Table::Line {
                hierarchy = Some(Hierarchy::default());
            } else {
                tables.push((table, TableSheet::new(schema, &mut inks, limits)?));
            }
        }
        let departures = Departures::default();
        Ok(Book { limits, inks, departures, hierarchy, tables, columns, cells: 0, notes: 0, decimals: 0 })
    }

    /// Adds the lines of a statement. Rows of other tables that follow are of it.
    pub fn statement(&mut self, entered: &Entered<'_>) -> Result<()> {
        self.decimals = entered.judged.examined.decimals;
        let Some(hierarchy) = &mut self.hierarchy else { return Ok(()) };
        self.cells +=
            u64::from(entered.judged.examined.statement.lines.len()) * hierarchy::HEADINGS.len() as u64;
        self.limits.hold(self.cells)?;
        let (inks, departures) = (&mut self.inks, &mut self.departures);
        self.notes = hierarchy.statement(entered, inks, departures, self.limits, self.notes)?;
        Ok(())
    }

    /// Whether rows of this table are to be given to [`Book::row`].
    pub fn takes(&self, table: Table) -> bool {
        self.tables.iter().any(|(own, _)| *own == table)
    }

    /// Adds a row to a table.
    pub fn row(&mut self, table: Table, cells: &[Value<'_>]) -> Result<()> {
        let Some((_, sheet)) = self.tables.iter_mut().find(|(own, _)| *own == table) else { return Ok(()) };
        self.cells += cells.len() as u64;
        self.limits.hold(self.cells)?;
        sheet.row(cells, self.decimals, &mut self.inks, &mut self.departures, self.limits)
    }

    /// The bytes of the workbook; `report` is what was said of all statements. The same rows give the same bytes.
    pub fn finish(mut self, report: &Report) -> Result<Vec<u8>> {
        let mut book = Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        let tool = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        book.set_properties(&DocProperties::new().set_author(tool).set_creation_datetime(&created));
        book.push_worksheet(about::sheet(report, self.departures, &mut self.inks)?.finish()?);
        if let Some(mut hierarchy) = self.hierarchy {
            if hierarchy.sheets.is_empty() {
                hierarchy.sheets.push(Sheet::new(hierarchy::NAME, hierarchy::HEADINGS, &mut self.inks)?);
            }
            for sheet in hierarchy.sheets {
                book.push_worksheet(sheet.finish()?);
            }
        }
        for (_, mut table) in self.tables {
            table.filter()?;
            for sheet in table.sheets {
                book.push_worksheet(sheet.finish()?);
            }
        }
        book.push_worksheet(self.columns.finish()?);
        book.save_to_buffer().map_err(failed)
    }
}

impl Limits {
    fn hold(&self, cells: u64) -> Result<()> {
        if cells <= self.cells {
            return Ok(());
        }
        let most = self.cells;
        too_much(&format!("these tables have more than the {most} cells that a workbook is made with"))
    }
}
