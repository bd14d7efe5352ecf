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
    let mut engine = Engine::empty(settings);
    if let Some(table) = &table {
        engine.tabulate(table.format, table.guard);
    }
    feed(path, &mut engine, &mut |engine, bytes| {
        match bytes {
            Some(bytes) => engine.feed(bytes),
            None => engine.end(),
        }
        match &mut table {
            Some(table) => table.out.write_all(&engine.take_table()),
            None => Ok(()),
        }
    })?;
    if let Some(table) = &mut table {
        table.out.flush()?;
    }
    let guarded = engine.guarded();
    Ok((engine.finish(), guarded))
}

/// What is done with the next bytes of a file, and at its end.
pub type Take<'a> = dyn FnMut(&mut Engine, Option<&[u8]>) -> Result<()> + 'a;

/// Begins the file at `path` and hands its bytes to `take`, unpacked if they are packed. Errors name the file and what to
/// do.
pub fn feed(path: &Path, engine: &mut Engine, take: &mut Take<'_>) -> Result<()> {
    let read = if path.as_os_str() == "-" {
        feed_from("standard input", engine, &mut stdin().lock(), take)
    } else {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let file = File::open(path);
        file.and_then(|file| feed_from(&name, engine, &mut BufReader::with_capacity(PIECE, file), take))
    };
    read.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => error,
        kind => Error::new(kind, format!("cannot read {}: {error}", path.display())),
    })
}

/// The same from anywhere.
pub fn feed_from(name: &str, engine: &mut Engine, from: &mut dyn BufRead, take: &mut Take<'_>) -> Result<()> {
    let packed = gzip::is_packed(from.fill_buf()?);
    engine.begin(name);
    if packed {
        let mut unpacked = Unpacked { from: MultiGzDecoder::new(Counted { from, taken: 0 }), given: 0 };
        pour(engine, &mut unpacked, take)?;
    } else {
        pour(engine, from, take)?;
    }
    take(engine, None)
}

fn pour(engine: &mut Engine, from: &mut (impl Read + ?Sized), take: &mut Take<'_>) -> Result<()> {
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => take(engine, Some(piece.get(..count).unwrap_or_default()))?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
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
