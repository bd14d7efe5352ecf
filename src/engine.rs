//! The facade: feed bytes, get a report, ask for an export. It knows no browser and no terminal.

use std::io::{Result, Write};
use std::sync::Arc;

use crate::engine::book::{Book, Room};
use crate::engine::digest::FileDigest;
use crate::engine::table::Table;
use crate::engine::watch::Watch;
use crate::export::format::{Download, Format};
use crate::export::guard::Guard;
use crate::export::{csv_compact, csv_full, report_html, report_json};
use crate::flatten::entered::Judged;
use crate::input::excerpt::Excerpt;
use crate::input::gather::Found;
use crate::input::infer;
use crate::input::reader::{self, Reader};
use crate::model::dialect::Dialect;
use crate::model::finding::Finding;
use crate::model::mapping::{Mapping, Survey};
use crate::model::register::Entry;
use crate::model::report::{Examined, FileFacts, Report};
use crate::model::settings::Settings;
use crate::model::source::Plan;

pub mod book;
pub mod dbt;
pub mod digest;
pub mod part;
pub mod stretch;
pub mod table;
pub mod warehouse;
pub mod watch;
pub mod wire;
pub mod wire_entry;
pub mod wire_finding;

/// Reads files, piece by piece, one after another. The pieces may be cut anywhere.
///
/// Statements are judged as they are complete. The lines of the first ones are kept; of all others only what a list of
/// statements shows, and where their bytes stand.
pub struct Engine {
    reading: Option<Reading>,
    book: Book,
    table: Option<Table>,
    /// Whether cells of the table that is made beside the report are guarded, until it is begun.
    beside: Option<bool>,
    /// Whether no rule is to be applied and nothing kept.
    unjudged: bool,
}

/// The file that is being read.
struct Reading {
    name: String,
    bytes: u64,
    digest: Digesting,
    reader: Reader,
}

/// Who makes the digest of a file's bytes.
enum Digesting {
    /// It is made here, as bytes come.
    Here(Box<FileDigest>),
    /// It is not wanted, or made by somebody else once the report is there ([`Report::set_digest`]).
    Elsewhere,
}

impl Engine {
    /// An engine for a file of this name.
    pub fn new(file_name: &str, settings: Settings) -> Engine {
        let mut engine = Engine::empty(settings);
        engine.begin(file_name);
        engine
    }

    /// An engine for files that are yet to begin.
    pub fn empty(settings: Settings) -> Engine {
        Engine::with_room(settings, Room::USUAL)
    }

    /// An engine that keeps more or less than usual.
    pub fn with_room(settings: Settings, room: Room) -> Engine {
        Engine { reading: None, book: Book::new(settings, room), table: None, beside: None, unjudged: false }
    }

    /// Makes a table of the statements as they are judged; ask for its bytes with [`Engine::take_table`].
    pub fn tabulate(&mut self, format: Format, guard: bool) {
        self.table = Table::new(format, guard);
    }

    /// Makes the compact CSV as well as soon as there are statements that the report does not keep: of those it keeps it can
    /// be made at any time. If it is longer than 256 MiB it is given up, as [`Engine::has_table`] then says.
    pub fn tabulate_beside(&mut self, guard: bool) {
        self.beside = Some(guard);
    }

    /// Whether a table was begun and not given up.
    pub fn has_table(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.made().is_some())
    }

    /// Makes nothing but the table: no rule is applied, nothing is kept, and the report at the end says nothing. For files
    /// of which a report was made before.
    pub fn only_tabulate(&mut self, format: Format, guard: bool) {
        self.tabulate(format, guard);
        self.unjudged = true;
    }

    /// Makes no more than the checks of statements, for who watches: no rule is applied, nothing is kept, and the report at
    /// the end says nothing.
    pub fn only_watch(&mut self) {
        self.unjudged = true;
    }

    /// Begins the next file; the one before it ends.
    pub fn begin(&mut self, file_name: &str) {
        self.end();
        let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let reader = Reader::new(asked(self.book.settings()));
        let digest = if self.unjudged { Digesting::Elsewhere } else { Digesting::Here(Box::default()) };
        self.reading = Some(Reading { name, bytes: 0, digest, reader });
    }

    /// Leaves the digest of the file that has just begun to somebody else, who gives it to the report.
    pub fn leave_digest(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.digest = Digesting::Elsewhere;
        }
    }

    /// The file's next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.feed_to(bytes, None);
    }

    /// The file's next bytes; who watches is shown each statement that they complete.
    pub fn feed_to(&mut self, bytes: &[u8], watch: Option<&mut dyn Watch>) {
        let Some(mut reading) = self.reading.take() else { return };
        reading.bytes += bytes.len() as u64;
        if let Digesting::Here(digest) = &mut reading.digest {
            digest.feed(bytes);
        }
        reading.reader.feed(bytes);
        let found = reading.reader.take();
        self.enter(found, &reading.name, watch);
        self.reading = Some(reading);
    }

    /// The table's bytes since this was asked last.
    pub fn take_table(&mut self) -> Vec<u8> {
        self.table.as_mut().map(Table::take).unwrap_or_default()
    }

    /// How many bytes of the table wait to be taken.
    pub fn waiting(&self) -> usize {
        self.table.as_ref().map_or(0, Table::waiting)
    }

    /// How many cells of the table were guarded against spreadsheets.
    pub fn guarded(&self) -> u64 {
        self.table.as_ref().map_or(0, Table::guarded)
    }

    /// The file has ended.
    pub fn end(&mut self) {
        self.end_to(None);
    }

    /// The file has ended; who watches is shown what that completes.
    pub fn end_to(&mut self, mut watch: Option<&mut dyn Watch>) {
        let Some(mut reading) = self.reading.take() else { return };
        let rest = reading.reader.finish();
        let found = reading.reader.take();
        let again = watch.as_mut().map(|watch| &mut **watch as &mut dyn Watch);
        self.enter(found, &reading.name, again);
        let sha256 = match reading.digest {
            Digesting::Here(digest) => digest.finish(),
            Digesting::Elsewhere => String::new(),
        };
        let text_from = reading.reader.text_from();
        let facts = FileFacts { name: reading.name, bytes: reading.bytes, sha256, text_from };
        self.book.end_file(facts, rest, watch);
    }

    /// The report, once all bytes are in.
    pub fn finish(mut self) -> Report {
        self.end();
        self.book.close(None)
    }

    /// The report, once all bytes are in; who watches is shown what only several statements together show.
    pub fn finish_to(mut self, watch: &mut dyn Watch) -> Report {
        self.end_to(Some(watch));
        self.book.close(Some(watch))
    }

    fn enter(&mut self, all: Vec<Found>, file: &str, mut watch: Option<&mut dyn Watch>) {
        for found in all {
            let watch = watch.as_mut().map(|watch| &mut **watch as &mut dyn Watch);
            if !self.unjudged {
                self.begin_beside(&found);
                self.book.enter(found, file, self.table.as_mut(), watch);
                continue;
            }
            let (number, examined) = self.book.number(found);
            if let Some(table) = &mut self.table {
                table.add(number, &examined);
            }
            if let Some(watch) = watch {
                watch.statement(&Judged { number, file, examined: &examined, findings: &[], more: &[] });
            }
        }
    }

    /// Begins the table beside the report with all that is kept, if that is not all any more.
    fn begin_beside(&mut self, next: &Found) {
        let Some(guard) = self.beside.take_if(|_| !self.book.has_room(&next.statement)) else { return };
        let table = Table::new(Format::CsvCompact, guard).map(|table| table.of_at_most(MOST_BESIDE));
        self.table = table.map(|mut table| {
            for (number, examined) in (0_u32..).zip(self.book.kept()) {
                table.add(number, examined);
            }
            table
        });
    }
}

/// The most bytes of a table that is made beside the report, without anybody having asked for it.
const MOST_BESIDE: u64 = 256 << 20;

/// How documents are to be read, if a person chose.
fn asked(settings: &Settings) -> Option<Arc<Plan>> {
    if let Some(mapping) = &settings.mapping {
        let evidence = infer::evidence(mapping);
        let mapping = Some(Arc::new(mapping.clone()));
        return Some(Arc::new(Plan { dialect: Dialect::NamedTree, mapping, evidence }));
    }
    // A tree under other names is told by its names, so that asking for one without a mapping asks for nothing.
    let dialect = settings.dialect.filter(|dialect| *dialect != Dialect::NamedTree)?;
    Some(Arc::new(Plan { dialect, ..Plan::default() }))
}

/// The report on the same files with other settings. If not all statements are kept ([`Report::is_whole`]), the files
/// have to be read again instead.
pub fn again(report: Report, settings: Settings) -> Report {
    book::judge_again(report, settings)
}

/// One statement of a report read again from the bytes of its source, with its findings; nothing if the bytes are not
/// what they were.
pub fn reopen(entry: &Entry, bytes: &[u8], settings: &Settings) -> Option<(Examined, Vec<Finding>)> {
    let found = reader::read_again(&entry.source, bytes)?;
    if found.statement.lines.len() != entry.lines {
        return None;
    }
    Some(book::judge_one(found, entry, settings))
}

/// Takes the bytes of a file from its beginning and keeps its text between two offsets, for [`reopen`].
pub fn excerpt(from: u64, to: u64) -> Excerpt {
    Excerpt::new(from, to)
}

/// What the beginning of a file says of the keys of its lines, by a mapping that is asked for or by the one that fits best.
pub fn survey(beginning: &[u8], asked: Option<&Mapping>) -> Survey {
    infer::survey(beginning, asked)
}

/// Checks a whole file at once.
pub fn check(file_name: &str, bytes: &[u8], settings: Settings) -> Report {
    let mut engine = Engine::new(file_name, settings);
    engine.feed(bytes);
    engine.finish()
}

/// Writes `report` in `format` and answers how many cells were guarded against spreadsheets. Tables have the statements
/// that the report keeps. The only errors are those of `out`.
pub fn write(report: &Report, format: Format, guard: bool, out: impl Write) -> Result<u64> {
    let mut guard = Guard::new(guard);
    match format {
        Format::CsvCompact => csv_compact::write(report, &mut guard, out)?,
        Format::CsvFull => csv_full::write(report, &mut guard, out)?,
        Format::ReportJson => report_json::write(report, out)?,
        Format::ReportHtml => report_html::write(report, out)?,
    }
    Ok(guard.guarded())
}

/// Makes a file of `report` for a person to keep, guarded against spreadsheets if its settings say so; its name tells
/// if that changed a cell. Errors only if memory cannot be written to.
pub fn export(report: &Report, format: Format) -> Result<Download> {
    let mut bytes = Vec::new();
    let guarded = write(report, format, report.settings.spreadsheet_guard, &mut bytes)?;
    let file_name = format.file_name(&report.file.name, guarded > 0);
    Ok(Download { file_name, media_type: format.media_type(), bytes, guarded })
}
