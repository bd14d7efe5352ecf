//! How cells look.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::model::finding::Severity;

/// The look of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ink {
    /// What kind of value is shown.
    pub shows: Shows,
    /// How many levels a text is moved in.
    pub indent: u8,
    /// Whether it is a heading or a total.
    pub bold: bool,
    /// What the worst finding about it weighs.
    pub fault: Option<Severity>,
}

/// What kind of value a cell shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows {
    /// A text, or a number in no format.
    #[default]
    Plain,
    /// An amount to so many decimals.
    Money(u8),
    /// A number that is written as text.
    Digits,
    /// A day.
    Day,
    /// A text over several lines.
    Prose,
}

impl Ink {
    /// For this kind of value.
    pub fn of(shows: Shows) -> Ink {
        Ink { shows, ..Ink::default() }
    }

    fn format(self) -> Format {
        let mut format = Format::new();
        match self.shows {
            Shows::Plain => {}
            Shows::Money(decimals) => format = format.set_num_format(money(decimals)),
            Shows::Digits => format = format.set_align(FormatAlign::Right),
            Shows::Day => format = format.set_num_format("yyyy-mm-dd"),
            Shows::Prose => format = format.set_text_wrap().set_align(FormatAlign::Top),
        }
        if self.indent > 0 {
            format = format.set_indent(self.indent);
        }
        if self.bold {
            format = format.set_bold();
        }
        match self.fault {
            None => format,
            Some(severity) => format.set_background_color(Color::RGB(match severity {
                Severity::Error => 0xF8_C9_C4,
                Severity::Warning => 0xFB_E3_B0,
                Severity::Info => 0xDD_E8_F4,
            })),
        }
    }
}

fn money(decimals: u8) -> String {
    if decimals == 0 {
        return "#,##0".to_owned();
    }
    format!("#,##0.{}", "0".repeat(usize::from(decimals)))
}

/// The looks that were used so far.
#[derive(Default)]
pub struct Inks {
    made: BTreeMap<Ink, Format>,
}

impl Inks {
    /// The format of a look.
    pub fn format(&mut self, ink: Ink) -> &Format {
        self.made.entry(ink).or_insert_with(|| ink.format())
    }
}
