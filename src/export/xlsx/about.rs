//! The first sheet: which file, how it came out, the figures, and where the workbook shows something else than the data.

use std::io::Result;

use crate::export::row_writer::About;
use crate::export::xlsx::cell::Pen;
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::hierarchy;
use crate::export::xlsx::ink::{Ink, Inks, Shows};
use crate::export::xlsx::sheet::Sheet;
use crate::model::finding::Severity;
use crate::model::report::{FileFacts, Report};
use crate::model::settings::Settings;
use crate::model::statement::SectionKind;
use crate::model::verdict::Verdict;
use crate::rules::words;
use crate::settings::write;

/// The name of the sheet.
pub const NAME: &str = "about";

/// The most statements and files that are listed here; the table `statement` has all of them.
const MOST_LISTED: usize = 1_000;

/// How the workbook is to be read, whatever is in it.
const HOW: [&str; 4] = [
    "On the sheet lines, calculated amounts are formulas over the reported amounts of the direct items. \
     They follow when an amount is changed; the other sheets do not.",
    "Cells are painted where something is at fault: red for errors, yellow for warnings, blue for what is worth knowing. \
     Their notes say what.",
    "Numbers in cells are doubles by the format, right to 15 digits. Numbers with more digits are written as text; \
     CSV, Parquet and the report have every digit.",
    "Account ids are text. Nothing in this workbook is a link, and no text of the file is a formula.",
];

/// Makes the sheet.
pub fn sheet(about: &About<'_>, departures: Departures, inks: &mut Inks) -> Result<Sheet> {
    let report = about.report;
    let mut sheet = Sheet::new(NAME, [], inks)?;
    // What is cut or long on this sheet is not counted: it tells of the others.
    let mut own = Departures::default();
    let mut page = Page { pen: Pen { sheet: &mut sheet, inks, departures: &mut own } };
    page.pen.text(0, &words::headline(report), verdict_ink(report.verdict))?;
    page.next(1);
    if let Some(left_out) = words::left_out(report) {
        page.pen.text(0, &left_out, verdict_ink(Verdict::Unreadable))?;
        page.next(1);
    }
    page.next(1);
    page.file(&report.file)?;
    let tool = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    page.fact("made by", tool)?;
    let usual = Settings {
        waivers: report.settings.waivers.clone(),
        clock: report.settings.clock,
        ..Settings::default()
    };
    if report.settings != usual {
        page.fact("settings", &write::told(&report.settings))?;
    }
    page.next(1);
    page.counts(report)?;
    page.statements(report)?;
    page.files(report)?;
    page.heading("how to read it")?;
    for said in HOW.iter().map(|said| (*said).to_owned()).chain(departures.told()).chain(repeated(about)) {
        page.pen.text(0, &said, Ink::default())?;
        page.next(1);
    }
    sheet.set_widths(&WIDTHS);
    Ok(sheet)
}

/// The widths of the columns: sentences run on over the empty cells beside them.
const WIDTHS: [u16; 9] = [24, 24, 14, 12, 20, 20, 20, 20, 16];

struct Page<'a> {
    pen: Pen<'a>,
}

impl Page<'_> {
    fn next(&mut self, rows: u32) {
        self.pen.sheet.row += rows;
    }

    fn heading(&mut self, text: &str) -> Result<()> {
        self.next(1);
        self.pen.text(0, text, bold())?;
        self.next(1);
        Ok(())
    }

    fn fact(&mut self, label: &str, text: &str) -> Result<()> {
        self.pen.text(0, label, Ink::default())?;
        self.pen.text(1, text, Ink::default())?;
        self.next(1);
        Ok(())
    }

    fn number(&mut self, label: &str, number: u64) -> Result<()> {
        self.pen.text(0, label, Ink::default())?;
        self.pen.whole(1, i64::try_from(number).unwrap_or(i64::MAX))?;
        self.next(1);
        Ok(())
    }

    fn file(&mut self, file: &FileFacts) -> Result<()> {
        self.fact("file", &file.name)?;
        self.number("bytes", file.bytes)?;
        if !file.sha256.is_empty() {
            self.fact("SHA-256", &file.sha256)?;
        }
        Ok(())
    }

    fn counts(&mut self, report: &Report) -> Result<()> {
        let counts = &report.counts;
        self.fact("verdict", report.verdict.name())?;
        for (label, count) in [
            ("statements", counts.statements),
            ("lines", counts.lines),
            ("groups", counts.groups),
            ("accounts", counts.accounts),
            ("checks that tie", counts.ties),
            ("checks with rounding", counts.rounding),
            ("checks that differ", counts.differs),
            ("not checkable", counts.not_checkable),
            ("errors", counts.error),
            ("warnings", counts.warning),
            ("notes", counts.info),
            ("accepted findings", counts.accepted),
        ] {
            self.number(label, count)?;
        }
        if counts.lost > 0 {
            self.number("documents that cannot be read", counts.lost)?;
        }
        Ok(())
    }

    /// The figures of each statement.
    fn statements(&mut self, report: &Report) -> Result<()> {
        self.heading("statements")?;
        let headings = [
            "entity",
            "title",
            "as of",
            "currency",
            "assets",
            "liabilities",
            "equity",
            "difference",
            "verdict",
        ];
        for (column, heading) in (0_u16..).zip(headings) {
            let shows = if (4..8).contains(&column) { Shows::Digits } else { Shows::Plain };
            self.pen.text(column, heading, Ink { shows, ..bold() })?;
        }
        self.next(1);
        let entries = report.register.entries();
        for entry in entries.iter().take(MOST_LISTED) {
            let texts = [&entry.entity, &entry.title, &entry.as_of, &entry.currency];
            for (column, text) in (0_u16..).zip(texts) {
                if let Some(text) = text {
                    self.pen.text(column, text, Ink::default())?;
                }
            }
            let examined = report.statements.get(entry.number as usize);
            let decimals = examined.map_or(0, |examined| examined.decimals);
            let kinds = [SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity];
            for (column, kind) in (4_u16..).zip(kinds) {
                let statement = examined.map(|examined| &examined.statement);
                let section = statement
                    .and_then(|statement| statement.section_amount(statement.sections_of(kind).next()?));
                if let Some(amount) = section {
                    self.pen.money(column, amount, decimals, Ink::default())?;
                }
            }
            let ink = verdict_ink(entry.verdict);
            if let Some(difference) = entry.difference {
                self.pen.money(7, difference, decimals, ink)?;
            }
            self.pen.text(8, entry.verdict.name(), Ink { indent: 1, ..ink })?;
            self.next(1);
        }
        if entries.iter().take(MOST_LISTED).any(|entry| entry.number as usize >= report.statements.len()) {
            let told =
                "assets, liabilities and equity stand here of the statements of the first 60,000 lines";
            self.pen.text(0, told, Ink::default())?;
            self.next(1);
        }
        let more = report.counts.statements.saturating_sub(entries.len().min(MOST_LISTED) as u64);
        if more > 0 {
            let sheets = hierarchy::NAME;
            self.pen.text(
                0,
                &format!("and {more} more, on the sheets statement and {sheets}"),
                Ink::default(),
            )?;
            self.next(1);
        }
        Ok(())
    }

    /// The files, if they are several.
    fn files(&mut self, report: &Report) -> Result<()> {
        if report.files.is_empty() {
            return Ok(());
        }
        self.heading("files")?;
        for file in report.files.iter().take(MOST_LISTED) {
            self.file(file)?;
        }
        let more = report.files.len().saturating_sub(MOST_LISTED);
        if more > 0 {
            self.pen.text(0, &format!("and {more} more"), Ink::default())?;
            self.next(1);
        }
        Ok(())
    }
}

/// Statements that repeat another one are kept; whoever adds them up should know.
fn repeated(about: &About<'_>) -> Option<String> {
    let many = about.told.repetitions;
    let are = words::count(many, "statement repeats", "statements repeat");
    (many > 0)
        .then(|| format!("{are} another one's entity, period and currency; the sheet statement says which"))
}

fn bold() -> Ink {
    Ink { bold: true, ..Ink::of(Shows::Plain) }
}

fn verdict_ink(verdict: Verdict) -> Ink {
    let fault = match verdict {
        Verdict::Ties | Verdict::Rounding => None,
        Verdict::NotCheckable => Some(Severity::Warning),
        Verdict::Differs | Verdict::Unreadable => Some(Severity::Error),
    };
    Ink { fault, ..bold() }
}
