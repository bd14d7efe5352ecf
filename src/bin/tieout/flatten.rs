//! `tieout flatten`: writes a file's lines as a CSV table.

use std::fs::File;
use std::io::{BufWriter, Error, Result, Write, stderr, stdout};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::command::{CLEAN, UNREADABLE};
use crate::options::Options;
use crate::source;
use tieout::engine;
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
    /// Writes the table.
    pub fn run(self) -> Result<u8> {
        let report = source::check(&self.file, self.options.settings()?)?;
        if report.verdict == Verdict::Unreadable {
            report_text::write(&report, stderr().lock())?;
            return Ok(UNREADABLE);
        }
        let format = match self.columns {
            Columns::Compact => Format::CsvCompact,
            Columns::Full => Format::CsvFull,
        };
        let guard = report.settings.spreadsheet_guard && !self.no_guard;
        let guarded = match &self.output {
            None => engine::write(&report, format, guard, BufWriter::new(stdout().lock()))?,
            Some(path) => {
                let named = |error: Error| Error::other(format!("cannot write {}: {error}", path.display()));
                let file = File::create(path).map_err(named)?;
                engine::write(&report, format, guard, BufWriter::new(file)).map_err(named)?
            }
        };
        if guarded > 0 {
            writeln!(
                stderr(),
                "tieout: {guarded} cells begin like a formula and got an apostrophe in front; --no-guard leaves them"
            )?;
        }
        Ok(CLEAN)
    }
}
