//! `tieout flatten`: writes a file's lines as a CSV table.

use std::fs::{self, File};
use std::io::{BufWriter, Error, Result, Write, stderr, stdout};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::command::{CLEAN, UNREADABLE};
use crate::options::Options;
use crate::source::{self, Table};
use tieout::export::format::Format;
use tieout::export::report_text;
use tieout::model::verdict::Verdict;

/// Write the lines of a file as a CSV table
///
/// Exit code: 0 if the table was written, 2 if the file could not be read.
#[derive(Args)]
pub struct Flatten {
    /// The file to flatten; - is standard input
    file: PathBuf,
    /// The six columns of the first script, or all with keys and checks
    #[arg(long, value_enum, default_value = "compact")]
    columns: Columns,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Leave cells as they are that a spreadsheet would run as a formula; otherwise they get an apostrophe in front
    #[arg(long)]
    no_guard: bool,
    #[command(flatten)]
    options: Options,
}

#[derive(Clone, Copy, ValueEnum)]
enum Columns {
    Compact,
    Full,
}

impl Flatten {
    /// Writes the table. It is made while the file is read, and goes to a file of its own first if there is one to write,
    /// so that a file that cannot be read leaves nothing behind.
    pub fn run(self) -> Result<u8> {
        let settings = self.options.settings()?;
        let format = match self.columns {
            Columns::Compact => Format::CsvCompact,
            Columns::Full => Format::CsvFull,
        };
        let guard = settings.spreadsheet_guard && !self.no_guard;
        let mut held = Vec::new();
        let made = match &self.output {
            None => {
                let mut out = Held { held: &mut held, out: stdout().lock() };
                let table = Table { format, guard, out: &mut out };
                let (report, guarded) = source::check(&self.file, settings, Some(table))?;
                if report.verdict != Verdict::Unreadable {
                    out.let_go()?;
                }
                (report, guarded)
            }
            Some(path) => {
                let named = |error: Error| Error::other(format!("cannot write {}: {error}", path.display()));
                let unfinished = path.with_extension("unfinished");
                let mut out = BufWriter::new(File::create(&unfinished).map_err(named)?);
                let table = Table { format, guard, out: &mut out };
                let made = source::check(&self.file, settings, Some(table));
                if made.as_ref().is_ok_and(|(report, _)| report.verdict != Verdict::Unreadable) {
                    fs::rename(&unfinished, path).map_err(named)?;
                } else {
                    fs::remove_file(&unfinished).map_err(named)?;
                }
                made?
            }
        };
        let (report, guarded) = made;
        if report.verdict == Verdict::Unreadable {
            report_text::write(&report, stderr().lock())?;
            return Ok(UNREADABLE);
        }
        if guarded > 0 {
            writeln!(
                stderr(),
                "tieout: {guarded} cells begin like a formula and got an apostrophe in front; --no-guard leaves them"
            )?;
        }
        Ok(CLEAN)
    }
}

/// How much of a table is held back until it is known whether the file can be read.
const MOST_HELD: usize = 64 << 20;

/// Writes to standard output, but holds the first part back: of a file that cannot be read nothing is written, unless it
/// is a very large one.
struct Held<'a, W> {
    held: &'a mut Vec<u8>,
    out: W,
}

impl<W: Write> Held<'_, W> {
    fn let_go(&mut self) -> Result<()> {
        self.out.write_all(self.held)?;
        self.held.clear();
        self.out.flush()
    }
}

impl<W: Write> Write for Held<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() > MOST_HELD {
            self.out.write_all(self.held)?;
            self.held.clear();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
