//! The door to the tables of a warehouse and to every format that has all of them; the page has no part in it.

use std::io::{Error, Result, Write};

use crate::engine::Engine;
use crate::engine::watch::Watch;
use crate::export::csv_table::CsvTable;
use crate::export::ndjson::Ndjson;
use crate::export::package::Package;
use crate::export::parquet::package::ParquetPackage;
use crate::export::parquet::table::ParquetTable;
use crate::export::row_writer::{About, RowWriter};
use crate::export::spool::{InMemory, Spool};
use crate::export::warehouse_format::{Options, WarehouseFormat};
use crate::export::xlsx::limits;
use crate::export::xlsx::workbook::Book;
use crate::flatten::entered::{Judged, More};
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::table::finding::{self, Beside};
use crate::flatten::value::Value;
use crate::flatten::warehouse::{Told, Warehouse};
use crate::model::finding::Finding;
use crate::model::report::{Examined, Report};
use crate::model::settings::Settings;
use crate::model::verdict::Verdict;

/// The first reading: how deep the statements are and how wide their figures. Give it to an engine that is told
/// [`crate::engine::Engine::only_watch`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// What was found so far.
    pub shape: Shape,
}

impl Watch for Measure {
    fn statement(&mut self, judged: &Judged<'_>) {
        self.shape.meet(judged.examined);
    }

    fn beside(&mut self, _: &[Finding], _: &[More]) {}

    fn together(&mut self, _: &Finding, _: &Examined) {}
}

/// The second reading: makes the tables while statements are judged. Give it to an engine, and then the report to
/// [`Loading::finish`].
pub struct Loading<'a> {
    warehouse: Warehouse,
    writer: Box<dyn RowWriter + 'a>,
    tables: Vec<Table>,
    shape: Shape,
    beside: Vec<Beside>,
    more: Vec<More>,
    failed: Option<Error>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// How many cells were guarded against spreadsheets.
    pub guarded: u64,
    /// What should be said about the tables.
    pub told: Told,
}

impl<'a> Loading<'a> {
    /// Writes in this format to `out`, with places to keep unfinished parts from `spool`. Errors are those of
    /// `out` and `spool`, or say that a workbook has no room for the tables.
    pub fn new(
        format: WarehouseFormat,
        options: Options,
        shape: Shape,
        out: Box<dyn Write + 'a>,
        spool: &mut dyn Spool<'a>,
    ) -> Result<Loading<'a>> {
        let writer: Box<dyn RowWriter + 'a> = match format {
            WarehouseFormat::Csv(table) => Box::new(CsvTable::new(table, shape, options, out)?),
            WarehouseFormat::Ndjson(table) => Box::new(Ndjson::new(table, shape, out)),
            WarehouseFormat::Tables => Box::new(Package::new(shape, options, out, spool)?),
            WarehouseFormat::Parquet(table) => Box::new(ParquetTable::new(table, shape, out)?),
            WarehouseFormat::ParquetTables => Box::new(ParquetPackage::new(shape, out, spool)?),
            WarehouseFormat::Xlsx => Box::new(Book::new(shape, limits::USUAL, out)?),
        };
        Ok(Loading::with(writer, shape))
    }

    /// Hands the rows to any writer.
    pub fn with(writer: Box<dyn RowWriter + 'a>, shape: Shape) -> Loading<'a> {
        let tables = writer.tables().to_vec();
        let warehouse = Warehouse::new(shape);
        Loading { warehouse, writer, tables, shape, beside: Vec::new(), more: Vec::new(), failed: None }
    }

    /// The first error of writing, if there was one, so that nobody reads on in vain.
    pub fn written(&mut self) -> Result<()> {
        self.failed.take().map_or(Ok(()), Err)
    }

    /// Writes what only all statements together say, and ends. The first error of writing is told here.
    pub fn finish(mut self, report: &Report) -> Result<Loaded> {
        self.written()?;
        for table in &self.tables {
            let writer = &mut self.writer;
            let mut take = |row: &[Value<'_>]| writer.row(*table, row);
            if *table == Table::Finding {
                finding::beside(self.warehouse.next_finding(), &self.beside, &self.more, &mut take)?;
            }
            table.gathered(self.warehouse.dimensions(), &mut take)?;
        }
        let told = self.warehouse.told().clone();
        let guarded = self.writer.finish(&About { report, shape: self.shape, told: &told })?;
        Ok(Loaded { guarded, told })
    }
}

impl Watch for Loading<'_> {
    fn statement(&mut self, judged: &Judged<'_>) {
        if self.failed.is_some() {
            return;
        }
        let entered = self.warehouse.enter(*judged);
        let writer = &mut self.writer;
        let mut written = writer.statement(&entered);
        for table in &self.tables {
            written = written.and_then(|()| table.rows(&entered, &mut |row| writer.row(*table, row)));
        }
        self.failed = written.err();
    }

    fn beside(&mut self, findings: &[Finding], more: &[More]) {
        self.beside.extend(findings.iter().map(|finding| Beside::new(finding, None)));
        self.more.extend_from_slice(more);
    }

    fn together(&mut self, finding: &Finding, examined: &Examined) {
        self.beside.push(Beside::new(finding, Some(&examined.statement)));
    }
}

/// The tables of a whole file at once, in memory: its report and, if it could be read, what came of it. The only errors
/// are those of `out`.
pub fn export(
    file_name: &str,
    bytes: &[u8],
    settings: &Settings,
    (format, options): (WarehouseFormat, Options),
    out: &mut dyn Write,
) -> Result<(Report, Option<Loaded>)> {
    let mut measuring = Engine::new(file_name, settings.clone());
    measuring.only_watch();
    let mut measure = Measure::default();
    measuring.feed_to(bytes, Some(&mut measure));
    measuring.end_to(Some(&mut measure));
    let mut loading = Loading::new(format, options, measure.shape, Box::new(out), &mut InMemory)?;
    let mut engine = Engine::new(file_name, settings.clone());
    engine.feed_to(bytes, Some(&mut loading));
    let report = engine.finish_to(&mut loading);
    if report.verdict == Verdict::Unreadable {
        return Ok((report, None));
    }
    let loaded = loading.finish(&report)?;
    Ok((report, Some(loaded)))
}
