//! Where a file's bytes come from: a path, or `-` for standard input; unpacked if they are packed.

use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write, stdin};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use tieout::engine::Engine;
use tieout::export::format::Format;
use tieout::model::gzip;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

/// How much is read at a time.
const PIECE: usize = 1 << 20;

/// A table to make while a file is read.
pub struct Table<'a> {
    /// Its format.
    pub format: Format,
    /// Whether cells are guarded against spreadsheets.
    pub guard: bool,
    /// Where it goes.
    pub out: &'a mut dyn Write,
}

/// Checks the file at `path` with these settings, and makes a table of it if one is wanted. Answers with the report and
/// how many cells of the table were guarded. Errors name the file and what to do.
pub fn check(path: &Path, settings: Settings, mut table: Option<Table<'_>>) -> Result<(Report, u64)> {
    let read = if path.as_os_str() == "-" {
        feed("standard input", settings, stdin().lock(), &mut table)
    } else {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        File::open(path)
            .and_then(|file| feed(&name, settings, BufReader::with_capacity(PIECE, file), &mut table))
    };
    read.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => error,
        kind => Error::new(kind, format!("cannot read {}: {error}", path.display())),
    })
}

fn feed(
    name: &str,
    settings: Settings,
    mut from: impl BufRead,
    table: &mut Option<Table<'_>>,
) -> Result<(Report, u64)> {
    let packed = gzip::is_packed(from.fill_buf()?);
    let mut engine = Engine::empty(settings);
    if let Some(table) = table {
        engine.tabulate(table.format, table.guard);
    }
    engine.begin(name);
    if packed {
        let mut unpacked = Unpacked { from: MultiGzDecoder::new(Counted { from, taken: 0 }), given: 0 };
        pour(&mut engine, &mut unpacked, table)?;
    } else {
        pour(&mut engine, &mut from, table)?;
    }
    engine.end();
    if let Some(table) = table {
        table.out.write_all(&engine.take_table())?;
        table.out.flush()?;
    }
    let guarded = engine.guarded();
    Ok((engine.finish(), guarded))
}

fn pour(engine: &mut Engine, from: &mut dyn Read, table: &mut Option<Table<'_>>) -> Result<()> {
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => engine.feed(piece.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if let Some(table) = table {
            table.out.write_all(&engine.take_table())?;
        }
    }
}

/// Counts the packed bytes that were taken.
struct Counted<R> {
    from: R,
    taken: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = self.from.read(into)?;
        self.taken += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.from.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken += count as u64;
        self.from.consume(count);
    }
}

/// Unpacks, and stops where nothing but a bomb would go on.
struct Unpacked<R> {
    from: MultiGzDecoder<Counted<R>>,
    given: u64,
}

impl<R: BufRead> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = self
            .from
            .read(into)
            .map_err(|error| Error::new(error.kind(), gzip::cannot_be_unpacked(&error.to_string())))?;
        self.given += count as u64;
        if gzip::is_too_much(self.given, self.from.get_ref().taken) {
            return Err(Error::new(ErrorKind::InvalidData, gzip::TOO_MUCH));
        }
        Ok(count)
    }
}
