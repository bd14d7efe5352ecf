//! What a rule has to say about a place.

use crate::model::amount::Amount;
use crate::model::cause::Cause;
use crate::model::lines::LineId;
use crate::model::place::Place;
use crate::model::waiver::Fingerprint;

/// How much a finding weighs. The order is from worst to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The figures or the file are wrong.
    Error,
    /// Something that is probably wrong, or will cause trouble later.
    Warning,
    /// Something worth knowing.
    Info,
}

impl Severity {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// The amounts a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The amount the file states.
    pub reported: Amount,
    /// The sum of the parts.
    pub calculated: Amount,
    /// Reported − calculated.
    pub difference: Amount,
    /// What would be left of the equation's difference once failing totals are replaced.
    pub residual: Option<Amount>,
}

/// The number of a line of the file, as a message says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineSaid {
    /// At which byte of the message it stands, in digits.
    pub at: u32,
    /// The line, from 1.
    pub line: u32,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's code, such as `T001`.
    pub rule: &'static str,
    /// The rule's name, such as `total-differs`.
    pub name: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, with the figures: lower case, no full stop, names in backticks.
    pub message: String,
    /// Where the message says the number of another line of the file, if it does.
    pub line_said: Option<LineSaid>,
    /// The file it is about, by its place in the report.
    pub file: u32,
    /// The statement it is about, by its number in the report.
    pub statement: Option<u32>,
    /// The line it is about.
    pub line: Option<LineId>,
    /// Where in the file.
    pub place: Option<Place>,
    /// The JSON pointer, if it is not the line's or the statement's own.
    pub pointer: Option<String>,
    /// The amounts it is about.
    pub figures: Option<Figures>,
    /// Why the figures probably differ, the most probable first; empty for findings about anything else.
    pub causes: Vec<Cause>,
    /// The names from the section down to the line, once the lines of the statement are let go.
    pub path: Vec<String>,
    /// What it is about, for accepting it.
    pub fingerprint: Fingerprint,
    /// The waiver that accepts it, by its place in the settings.
    pub waiver: Option<u32>,
}

impl Finding {
    /// What it is about stands so many lines further on in the file than was known.
    pub fn move_down(&mut self, lines: u32) {
        if let Some(place) = &mut self.place {
            place.move_down(lines);
        }
        if let Some(LineSaid { at, line }) = &mut self.line_said {
            let (from, before) = (*at as usize, line.to_string());
            *line = line.saturating_add(lines);
            if let Some((head, rest)) = self.message.split_at_checked(from)
                && let Some(behind) = rest.strip_prefix(&before)
            {
                self.message = format!("{head}{line}{behind}");
            }
        }
    }
}
