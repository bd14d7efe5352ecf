//! `tieout flatten`: writes a file's lines as a CSV table.

use std::io::{Result, Write, stderr};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::command::{CLEAN, UNREADABLE};
use crate::options::Options;
use crate::output;
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
        let (report, guarded) = output::write(self.output.as_deref(), |out| {
            let (report, guarded) = source::check(&self.file, settings, Some(Table { format, guard, out }))?;
            Ok((report.verdict != Verdict::Unreadable, (report, guarded)))
        })?;
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
