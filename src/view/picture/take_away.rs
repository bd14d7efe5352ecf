//! A picture of a statement as a file to take away.

use crate::model::report::{Examined, Report};
use crate::view::amount_text::Separators;
use crate::view::picture::caption::Caption;
use crate::view::picture::choices::{Choices, FURTHER_ROWS, LAST_ROW, MOST_ROWS};
use crate::view::picture::content;
use crate::view::picture::drawing::Drawing;
use crate::view::picture::failing::Failing;
use crate::view::picture::form::Form;
use crate::view::picture::groups;
use crate::view::picture::layout::Layout;
use crate::view::picture::{drawio, mermaid, svg};
use crate::view::summarise;

/// A picture that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The content of the file.
    pub bytes: Vec<u8>,
    /// The media type of these bytes.
    pub media_type: &'static str,
    /// What its name ends with, after that of the file it is of.
    pub ending: String,
    /// Its width in pixels, as far as it has one.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What is not in it, and why.
    pub note: Option<String>,
}

/// Makes the picture of a statement of the report, with every group open, as far as the layout goes.
pub fn make(report: &Report, examined: &Examined, statement: u32, form: Form) -> Picture {
    let drawing = whole(examined);
    let several = report.counts.statements > 1;
    let number = (u64::from(statement) + 1).to_string();
    let words = if several { words(report, examined, statement, &number) } else { String::new() };
    let part = if several { format!(".statement-{number}") } else { String::new() };
    let caption = Caption::new(&report.file.name, words, &drawing);
    let (bytes, note) = write(&drawing, &caption, form);
    let (width, height) = svg::size(&drawing);
    // A browser is to make the pixels.
    let media_type = if form == Form::Png { Form::Svg } else { form }.media_type();
    Picture { bytes, media_type, ending: format!("{part}.diagram.{}", form.ending()), width, height, note }
}

/// Every group with as many of its items as can be asked for; if that is too much, with the first of them.
fn whole(examined: &Examined) -> Drawing {
    let statement = &examined.statement;
    let failing = Failing::of(examined);
    let mut choices = Choices::new(&statement.lines);
    choices.set_all(true);
    let mut further = choices.clone();
    for group in statement.lines.all().filter(|line| statement.lines.is_group(*line)) {
        if statement.lines.items(group).nth(MOST_ROWS as usize).is_some() {
            (0..LAST_ROW.div_ceil(FURTHER_ROWS)).for_each(|_| further.show_more(group));
        }
    }
    let plan = groups::plan(statement, &failing, &further);
    let plan = if plan.note.is_none() { plan } else { groups::plan(statement, &failing, &choices) };
    let layout = Layout::of(plan);
    let all: Vec<u32> = (0..).zip(&layout.plan.cards).map(|(at, _)| at).collect();
    content::draw(examined, &failing, &layout, &(all.clone(), all), true)
}

fn write(drawing: &Drawing, caption: &Caption, form: Form) -> (Vec<u8>, Option<String>) {
    let note = Some(caption.note.clone()).filter(|note| !note.is_empty());
    match form {
        Form::Svg | Form::Png => (svg::write(drawing, caption), note),
        Form::DrawIo => (drawio::write(drawing, caption), note),
        Form::Mermaid => {
            let (text, note) = mermaid::write(drawing, caption);
            (text.into_bytes(), note)
        }
    }
}

/// Which statement it is of several: its number, and whose and of which day it is.
fn words(report: &Report, examined: &Examined, statement: u32, number: &str) -> String {
    let of = Separators::default().write(&report.counts.statements.to_string());
    let counted = format!("statement {number} of {of}");
    let title = summarise::opened(examined, &report.settings, statement).title;
    if title.eq_ignore_ascii_case(&format!("statement {number}")) {
        counted
    } else {
        format!("{counted} · {title}")
    }
}
