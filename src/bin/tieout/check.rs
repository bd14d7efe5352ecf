//! `tieout check`: says whether files tie.

use std::io::{BufWriter, Error, ErrorKind, Result, Write, stdout};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::command::{CLEAN, FOUND, UNREADABLE, say};
use crate::options::Options;
use crate::source;
use tieout::export::{report_html, report_json, report_text};
use tieout::model::report::Report;
use tieout::model::verdict::Verdict;

/// Say whether files tie, and what is wrong with them
///
/// Exit code: 0 if nothing at or above --fail-on was found, 1 if something was, 2 if a file could not be read.
#[derive(Args)]
pub struct Check {
    /// How to print the report; with several files, json prints a list of reports; html is of one file
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// From which severity on findings make the exit code 1
    #[arg(long, value_enum, default_value = "error")]
    fail_on: FailOn,
    #[command(flatten)]
    options: Options,
    /// Files to check; - is standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Html,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Never,
}

impl Check {
    /// Checks each file and answers with the worst exit code. A file that cannot be opened does not stop the rest.
    pub fn run(self) -> Result<u8> {
        if matches!(self.format, Format::Html) && self.files.len() > 1 {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "a report in HTML is of one file; name one at a time",
            ));
        }
        let settings = self.options.settings()?;
        let mut out = BufWriter::new(stdout().lock());
        let mut worst = CLEAN;
        let mut printed = 0_usize;
        // What one file has no use for may be meant for another.
        let mut stale = vec![true; settings.waivers.len()];
        let list = matches!(self.format, Format::Json) && self.files.len() > 1;
        if list {
            writeln!(out, "[")?;
        }
        for path in &self.files {
            match source::check(path, settings.clone(), None) {
                Ok((report, _)) => {
                    if printed > 0 {
                        writeln!(out, "{}", if list { "," } else { "" })?;
                    }
                    match self.format {
                        Format::Text => report_text::write(&report, &mut out)?,
                        Format::Json => report_json::write(&report, &mut out)?,
                        Format::Html => report_html::write(&report, &mut out)?,
                    }
                    let own = report.stale_waivers();
                    for (at, stale) in (0_u32..).zip(&mut stale) {
                        *stale &= own.binary_search(&at).is_ok();
                    }
                    printed += 1;
                    worst = worst.max(self.fail_on.code(&report));
                }
                Err(error) => {
                    say(&error);
                    worst = UNREADABLE;
                }
            }
        }
        if list {
            writeln!(out, "]")?;
        }
        if printed > 0 && matches!(self.format, Format::Text) {
            let left =
                settings.waivers.iter().zip(stale).filter(|(_, stale)| *stale).map(|(waiver, _)| waiver);
            report_text::stale(left, &mut out)?;
        }
        out.flush()?;
        Ok(worst)
    }
}

impl FailOn {
    fn code(self, report: &Report) -> u8 {
        // Not all findings of a large file are kept, but all are counted.
        let found = match self {
            _ if report.verdict == Verdict::Unreadable => return UNREADABLE,
            FailOn::Error => report.counts.error,
            FailOn::Warning => report.counts.error + report.counts.warning,
            FailOn::Never => 0,
        };
        if found > 0 { FOUND } else { CLEAN }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::FailOn;
    use crate::command::{CLEAN, FOUND};
    use tieout::engine;
    use tieout::model::settings::Settings;

    #[test]
    fn findings_that_were_too_many_to_be_kept_fail_as_well() {
        let bytes = include_bytes!("../../../tests/fixtures/canonical.json");
        let mut report = engine::check("sheet.json", bytes, Settings::default());
        report.findings.clear();
        assert_eq!(FailOn::Error.code(&report), FOUND);
        assert_eq!(FailOn::Never.code(&report), CLEAN);
        report.counts.error = 0;
        assert_eq!(FailOn::Error.code(&report), CLEAN);
        assert_eq!(FailOn::Warning.code(&report), FOUND);
    }
}
