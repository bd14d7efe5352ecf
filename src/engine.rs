//! The facade: feed bytes, get a report, ask for an export. It knows no browser and no terminal.

use std::io::{Result, Write};

use sha2::{Digest, Sha256};

use crate::causes::explain::explain;
use crate::export::format::{Download, Format};
use crate::export::guard::Guard;
use crate::export::{csv_compact, csv_full, report_json};
use crate::flatten::keys::hexadecimal;
use crate::input::reader::Reader;
use crate::model::reading::Reading;
use crate::model::report::{FileFacts, Report};
use crate::model::settings::Settings;
use crate::rules::judge::{Judgement, judge};

/// Reads one file, piece by piece. The pieces may be cut anywhere.
pub struct Engine {
    file_name: String,
    settings: Settings,
    bytes: u64,
    digest: Sha256,
    reader: Reader,
}

impl Engine {
    /// An engine for a file of this name.
    pub fn new(file_name: &str, settings: Settings) -> Engine {
        let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Engine { file_name, settings, bytes: 0, digest: Sha256::new(), reader: Reader::default() }
    }

    /// The file's next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
        self.reader.feed(bytes);
    }

    /// The report, once all bytes are in.
    pub fn finish(self) -> Report {
        let sha256 = hexadecimal(&self.digest.finalize());
        let file = FileFacts { name: self.file_name, bytes: self.bytes, sha256 };
        examine(file, self.reader.finish(), self.settings)
    }
}

/// The report on the same file with other settings.
pub fn again(report: Report, settings: Settings) -> Report {
    let (file, reading) = report.into_reading();
    examine(file, reading, settings)
}

fn examine(file: FileFacts, reading: Reading, settings: Settings) -> Report {
    let Judgement { verdict, statements, mut findings, oddities } = judge(reading, &settings);
    explain(&statements, settings.tolerance, &mut findings);
    Report { file, settings, verdict, statements, findings, oddities }
}

/// Checks a whole file at once.
pub fn check(file_name: &str, bytes: &[u8], settings: Settings) -> Report {
    let mut engine = Engine::new(file_name, settings);
    engine.feed(bytes);
    engine.finish()
}

/// Writes `report` in `format` and answers how many cells were guarded against spreadsheets. The only errors are
/// those of `out`.
pub fn write(report: &Report, format: Format, guard: bool, out: impl Write) -> Result<u64> {
    let mut guard = Guard::new(guard);
    match format {
        Format::CsvCompact => csv_compact::write(report, &mut guard, out)?,
        Format::CsvFull => csv_full::write(report, &mut guard, out)?,
        Format::ReportJson => report_json::write(report, out)?,
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
