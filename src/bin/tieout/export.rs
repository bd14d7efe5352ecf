//! `tieout export`: writes the tables of a file for a warehouse.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Error, ErrorKind, Result, Write, copy, stderr, stdin};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::command::{CLEAN, UNREADABLE};
use crate::export_dbt;
use crate::options::Options;
use crate::output;
use crate::parts::{InFile, Parts};
use crate::source;
use tieout::engine::Engine;
use tieout::engine::warehouse::{Loaded, Loading, Measure};
use tieout::export::report_text;
use tieout::export::warehouse_format::{self, WarehouseFormat};
use tieout::flatten::shape::Shape;
use tieout::flatten::table::Table;
use tieout::model::report::Report;
use tieout::model::settings::Settings;
use tieout::model::verdict::Verdict;

/// Write the tables of a file for a warehouse
///
/// The file is read twice: once for how deep it is, and once for the rows. Standard input is kept in a temporary file
/// meanwhile. csv and ndjson are written as the statements are read, and in tables every table goes to a temporary file of
/// its own first, so that none of them grows with the file in memory; but the dimensions (dim_entity, dim_period,
/// dim_category, dim_account) are gathered in memory and written last. parquet is written row group by row group. xlsx does
/// not stream: a workbook is made in memory, of at most 12 million cells.
///
/// Exit code: 0 if the tables were written, 2 if the file could not be read. Of several files for dbt those that can be read
/// are written even if others cannot; the exit code is then 2 as well.
#[derive(Args)]
#[expect(clippy::doc_markdown, reason = "clap shows it as help, where backticks would be seen")]
pub struct Export {
    /// What to write
    #[arg(value_enum)]
    format: Format,
    /// The file to export, or several for dbt; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The table, for csv, ndjson and parquet: statement, line, account_line, line_closure, check, finding, fact_balance,
    /// dim_entity, dim_period, dim_category or dim_account; for parquet also all, in a zip [default: line]
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Begin CSV with a byte-order mark, which some spreadsheets need to read it as UTF-8
    #[arg(long)]
    bom: bool,
    /// Put an apostrophe in front of cells that a spreadsheet would run as a formula; usual for csv
    #[arg(long, conflicts_with = "no_guard")]
    guard: bool,
    /// Leave such cells as they are; usual for tables, which are for programs
    #[arg(long)]
    no_guard: bool,
    #[command(flatten)]
    options: Options,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One table as CSV (RFC 4180, UTF-8)
    Csv,
    /// One table as NDJSON, an object a row; decimals are texts, so that no reader rounds them
    Ndjson,
    /// Every table as CSV in a zip, with a Frictionless datapackage.json: types, keys, descriptions
    Tables,
    /// One table as Parquet: decimals, days and statistics; with --table all every table, in a zip
    Parquet,
    /// Every table as an Excel workbook: the hierarchy with live totals, findings, checks and the further tables
    Xlsx,
    /// A dbt project in a zip, with the files and their tables: `dbt build` makes the tables again and tests them
    Dbt,
}

impl Export {
    /// Writes the tables. They go to a file of another name first if there is one to write, so that a file that cannot be
    /// read leaves nothing behind.
    pub fn run(self) -> Result<u8> {
        let settings = self.options.settings()?;
        if self.format == Format::Dbt {
            if self.bom || self.guard || self.table.is_some() {
                let text =
                    "a dbt project has every table, for programs; --table, --bom and --guard are for csv";
                return Err(Error::new(ErrorKind::InvalidInput, text));
            }
            return export_dbt::run(&self.files, settings, self.output.as_deref());
        }
        let [file] = self.files.as_slice() else {
            let text = "give one file; only dbt takes several";
            return Err(Error::new(ErrorKind::InvalidInput, text));
        };
        let format = self.wanted()?;
        let guard = match self.format {
            Format::Csv => self.guard || settings.spreadsheet_guard && !self.no_guard,
            Format::Tables => self.guard,
            Format::Ndjson | Format::Parquet | Format::Xlsx | Format::Dbt => false,
        };
        let options = warehouse_format::Options { bom: self.bom, guard };
        let mut from = From::open(file)?;
        let shape = from.measure(settings.clone())?;
        let (report, loaded) = output::write(self.output.as_deref(), |out| {
            let mut loading = Loading::new(format, options, shape, Box::new(out), &mut Parts::default())?;
            let report = from.load(settings, &mut loading)?;
            if report.verdict == Verdict::Unreadable {
                return Ok((false, (report, None)));
            }
            let loaded = loading.finish(&report)?;
            Ok((true, (report, Some(loaded))))
        })?;
        let Some(loaded) = loaded else {
            report_text::write(&report, stderr().lock())?;
            return Ok(UNREADABLE);
        };
        if self.format == Format::Parquet && !shape.fits_38_digits() {
            stderr().write_all(TEXT.as_bytes())?;
        }
        stderr().write_all(told(&loaded).as_bytes())?;
        Ok(CLEAN)
    }

    fn wanted(&self) -> Result<WarehouseFormat> {
        let wrong = |text: String| Err(Error::new(ErrorKind::InvalidInput, text));
        let csv = matches!(self.format, Format::Csv | Format::Tables);
        if !csv && (self.bom || self.guard) {
            return wrong("--bom and --guard are for CSV; no other format has either".to_owned());
        }
        let name = match (self.table.as_deref(), self.format) {
            (None, Format::Xlsx) => return Ok(WarehouseFormat::Xlsx),
            (None, Format::Tables) => return Ok(WarehouseFormat::Tables),
            (Some("all"), Format::Parquet) => return Ok(WarehouseFormat::ParquetTables),
            (Some(_), Format::Tables | Format::Xlsx) => {
                return wrong(
                    "this format has all tables; --table is for csv, ndjson and parquet".to_owned(),
                );
            }
            (Some(name), _) => name,
            (None, _) => Table::Line.name(),
        };
        let Some(table) = Table::named(name) else {
            let names: Vec<&str> = Table::ALL.into_iter().map(Table::name).collect();
            return wrong(format!("there is no table {name}; there are {}", names.join(", ")));
        };
        Ok(match self.format {
            Format::Csv => WarehouseFormat::Csv(table),
            Format::Ndjson => WarehouseFormat::Ndjson(table),
            Format::Tables | Format::Dbt => WarehouseFormat::Tables,
            Format::Parquet => WarehouseFormat::Parquet(table),
            Format::Xlsx => WarehouseFormat::Xlsx,
        })
    }
}

/// A file that is read twice.
pub enum From<'a> {
    Path(&'a Path),
    Input(InFile),
}

impl<'a> From<'a> {
    /// Opens it. Standard input and pipes can be read only once, and are kept in a file.
    pub fn open(path: &'a Path) -> Result<From<'a>> {
        let is_input = path.as_os_str() == "-";
        let again = path.metadata().map_or(true, |facts| facts.is_file() || facts.is_dir());
        if !is_input && again {
            return Ok(From::Path(path));
        }
        let mut kept = Parts::default().file()?;
        if is_input {
            copy(&mut stdin().lock(), &mut kept)?;
        } else {
            copy(&mut File::open(path)?, &mut kept)?;
        }
        Ok(From::Input(kept))
    }

    /// The first reading.
    fn measure(&mut self, settings: Settings) -> Result<Shape> {
        let mut engine = Engine::empty(settings);
        engine.only_watch();
        let mut measure = Measure::default();
        self.feed(&mut engine, &mut |engine, bytes| {
            match bytes {
                Some(bytes) => engine.feed_to(bytes, Some(&mut measure)),
                None => engine.end_to(Some(&mut measure)),
            }
            Ok(())
        })?;
        Ok(measure.shape)
    }

    /// The second.
    fn load(&mut self, settings: Settings, loading: &mut Loading<'_>) -> Result<Report> {
        let mut engine = Engine::empty(settings);
        self.feed(&mut engine, &mut |engine, bytes| {
            match bytes {
                Some(bytes) => engine.feed_to(bytes, Some(loading)),
                None => engine.end_to(Some(loading)),
            }
            loading.written()
        })?;
        Ok(engine.finish_to(loading))
    }

    /// Reads it from its beginning.
    pub fn feed(&mut self, engine: &mut Engine, take: &mut source::Take<'_>) -> Result<()> {
        match self {
            From::Path(path) => source::feed(path, engine, take),
            From::Input(kept) => {
                kept.rewind()?;
                source::feed_from("standard input", engine, &mut BufReader::new(kept), take)
            }
        }
    }
}

/// Said of Parquet where no decimal type holds all amounts.
const TEXT: &str = "tieout: amounts are text with all their digits, as they have more before and behind the point together \
    than decimal(38) holds\n";

/// What should be said about the tables.
pub fn told(loaded: &Loaded) -> String {
    let mut text = String::new();
    let told = &loaded.told;
    if loaded.guarded > 0 {
        let guarded = loaded.guarded;
        let _ = writeln!(
            text,
            "tieout: {guarded} cells begin like a formula and got an apostrophe in front; --no-guard leaves them"
        );
    }
    if told.repetitions > 0 {
        let named: Vec<String> =
            told.repeated.iter().map(|(number, first)| format!("{number} repeats {first}")).collect();
        let more = if told.repetitions > told.repeated.len() as u64 { ", …" } else { "" };
        let _ = writeln!(
            text,
            "tieout: statements of one entity, period and currency, all of them kept, with another repetition in the table \
             statement: {}{more}",
            named.join(", ")
        );
    }
    if told.texts > 0 {
        let texts = told.texts;
        let _ = writeln!(
            text,
            "tieout: {texts} amounts are no decimal numbers of at most 28 digits; amount is null and amount_written has their text"
        );
    }
    text
}
