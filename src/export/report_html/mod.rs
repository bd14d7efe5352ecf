//! The report as a document for people: one HTML file that asks for nothing, and the same content for a printer.
//!
//! [`draw`] puts the report on a [`paper::Paper`], stroke by stroke; [`document`] makes the strokes an HTML file, and the
//! page sets them itself when it prints. To say one more thing, add a part and draw it in [`draw`].

use std::io::{Result, Write};

use crate::export::report_html::document::Document;
use crate::export::report_html::paper::{Paper, Stroke};
use crate::model::report::{Examined, Report};

pub mod amounts;
pub mod checks;
pub mod contents;
pub mod document;
pub mod findings;
pub mod lines;
pub mod opening;
pub mod paper;
pub mod policy;
pub mod settings;
pub mod statement;
pub mod statements;

/// How much of a report is drawn. What is left out is counted and told.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Whether it is a file of its own, which has contents to go to and the list of all checks.
    pub alone: bool,
    /// The most lines, of all statements together.
    pub lines: usize,
    /// The most findings of one rule and severity.
    pub findings: usize,
    /// The most checks of all statements together; of more than that those that tie are left out first.
    pub checks: usize,
    /// The most statements in their list.
    pub statements: usize,
}

/// What a file has. A browser opens that in seconds, whatever the statement is.
pub const FILE: Extent =
    Extent { alone: true, lines: 20_000, findings: 500, checks: 5_000, statements: 2_000 };

/// What is printed: more fills a shelf that nobody reads.
pub const PRINT: Extent = Extent { alone: false, lines: 2_000, findings: 50, checks: 0, statements: 100 };

/// Writes the report as one HTML file: UTF-8, ended by LF. The same report gives the same bytes. Its own policy lets it
/// ask for nothing and run nothing but its script for sorting. The only errors are those of `out`.
pub fn write(report: &Report, mut out: impl Write) -> Result<()> {
    let mut document = Document::begin(report, &mut out)?;
    let statements = (0_u32..).zip(&report.statements);
    draw(report, &mut statements.into_iter(), FILE, &mut |stroke| document.take(&stroke))?;
    document.end()
}

/// Draws the report with these of its statements. The only errors are those of `hand`.
pub fn draw(
    report: &Report,
    statements: &mut dyn Iterator<Item = (u32, &Examined)>,
    extent: Extent,
    hand: &mut dyn FnMut(Stroke<'_>) -> Result<()>,
) -> Result<()> {
    let mut paper = Paper::new(hand);
    opening::running(&mut paper, report);
    opening::head(&mut paper, report);
    let several = report.counts.statements > 1;
    let statements: Vec<(u32, &Examined)> = statements.collect();
    if let Some((_, examined)) = statements.first().filter(|_| !several) {
        statement::figures(&mut paper, report, examined);
    }
    if extent.alone {
        contents::contents(&mut paper, report, several);
    }
    opening::facts(&mut paper, report, &statements);
    if several {
        statements::list(&mut paper, report, extent);
    }
    findings::findings(&mut paper, report, extent);
    lines::hierarchies(&mut paper, report, &statements, extent);
    if extent.alone {
        checks::checks(&mut paper, report, &statements, extent);
    }
    settings::waivers(&mut paper, report);
    settings::settings(&mut paper, report);
    opening::foot(&mut paper);
    paper.finish()
}
