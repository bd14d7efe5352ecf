//! `tieout picture`: draws a statement as entity diagrams are drawn.

use std::io::{Error, ErrorKind, Result, Write, stderr};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::command::{CLEAN, UNREADABLE};
use crate::options::Options;
use crate::output;
use crate::source;
use tieout::export::report_text;
use tieout::model::report::Report;
use tieout::view::desk::Desk;
use tieout::view::picture::form::Form;

/// Draw a statement: a card a group with its items, joined, and what does not tie in red
///
/// Exit code: 0 if the picture was drawn, 2 if the file could not be read or has no such statement.
#[derive(Args)]
pub struct Picture {
    /// What kind of file to write
    #[arg(value_enum)]
    form: Kind,
    /// The file to draw; - is standard input
    file: PathBuf,
    /// Which statement of the file, from 1; the first of the worst unless said
    #[arg(long, value_name = "N")]
    statement: Option<u32>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// A picture that any browser shows
    Svg,
    /// A diagram to work on in draw.io
    Drawio,
    /// A text that Mermaid draws
    Mermaid,
}

impl Picture {
    /// Draws the picture, and tells on standard error what is not in it.
    pub fn run(self) -> Result<u8> {
        let (report, _) = source::check(&self.file, self.options.settings()?, None)?;
        if report.statements.is_empty() {
            report_text::write(&report, stderr().lock())?;
            return Ok(UNREADABLE);
        }
        let form = match self.form {
            Kind::Svg => Form::Svg,
            Kind::Drawio => Form::DrawIo,
            Kind::Mermaid => Form::Mermaid,
        };
        let missing = self.statement.map(|number| missing(number, &report));
        let mut desk = Desk::new(report);
        if let (Some(number), Some(missing)) = (self.statement, missing)
            && !number.checked_sub(1).is_some_and(|index| desk.open(index))
        {
            return Err(missing);
        }
        let Some(picture) = desk.take_picture(form) else { return Ok(UNREADABLE) };
        output::write(self.output.as_deref(), |out| Ok((true, out.write_all(&picture.bytes)?)))?;
        if let Some(note) = picture.note {
            writeln!(stderr(), "tieout: {note}")?;
        }
        Ok(CLEAN)
    }
}

/// What is said if there is no statement of this number, or none that is kept whole.
fn missing(number: u32, report: &Report) -> Error {
    let (kept, of) = (report.statements.len(), report.counts.statements);
    let text = if u64::from(number) > of || number == 0 {
        format!("there is no statement {number}; the file has {of}, counted from 1")
    } else {
        format!("of {of} statements the first {kept} can be drawn here; the page draws any")
    };
    Error::new(ErrorKind::InvalidInput, text)
}
