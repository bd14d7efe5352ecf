//! One balance sheet: one entity, one date, one currency.

use crate::model::check::Subject;
use crate::model::currency::StatedCurrency;
use crate::model::header::Header;
use crate::model::lines::{LineId, Lines};
use crate::model::place::Place;
use crate::model::unknown_field::UnknownField;

/// Which side of the equation a section stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    /// What is owned.
    Assets,
    /// What is owed.
    Liabilities,
    /// What is left to the owners.
    Equity,
    /// A further section that the equation does not know.
    Unknown,
}

/// A top-level branch of the tree.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Its key in the file, as written.
    pub key: String,
    /// Its own line.
    pub line: LineId,
}

/// The JSON shape a statement was read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `{"assets": {…}, "liabilities": {…}, "equity": {…}}`, nodes with name, value, `account_id`, items.
    Canonical,
}

impl Dialect {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::Canonical => "canonical",
        }
    }
}

/// One balance sheet as read, with nothing judged.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The shape it was read by.
    pub dialect: Dialect,
    /// The JSON pointer of the statement's object, empty for the whole document.
    pub pointer: String,
    /// Where the statement's object begins.
    pub place: Place,
    /// The fields around the sections.
    pub header: Header,
    /// The sections, in file order.
    pub sections: Vec<Section>,
    /// Every line of every section.
    pub lines: Lines,
    /// The currencies it names: different texts, the header's first, at most
    /// [`crate::model::currency::MOST_CURRENCIES`].
    pub currencies: Vec<StatedCurrency>,
    /// The fields that its dialect does not know, in file order, at most a hundred.
    pub unknown_fields: Vec<UnknownField>,
    /// How often fields stand in it that are unknown and not listed.
    pub unlisted_fields: u64,
}

impl Statement {
    /// A statement of which nothing has been read yet.
    pub fn new(dialect: Dialect, pointer: String, place: Place) -> Statement {
        Statement {
            dialect,
            pointer,
            place,
            header: Header::default(),
            sections: Vec::new(),
            lines: Lines::default(),
            currencies: Vec::new(),
            unknown_fields: Vec::new(),
            unlisted_fields: 0,
        }
    }

    /// The section `line` stands in.
    pub fn section_of(&self, line: LineId) -> Option<&Section> {
        let at = self.sections.partition_point(|section| section.line <= line);
        self.sections.get(at.checked_sub(1)?)
    }

    /// The sections of a kind.
    pub fn sections_of(&self, kind: SectionKind) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| section.kind == kind)
    }

    /// The name to show: as written, or a section's key. Empty only for a line without a name.
    pub fn name(&self, line: LineId) -> &str {
        let name = self.lines.name(line);
        if !name.is_empty() || self.lines.depth(line) > 0 {
            return name;
        }
        self.section_of(line).map_or("", |section| section.key.as_str())
    }

    /// The names from the section down to the line.
    pub fn path(&self, line: LineId) -> Vec<&str> {
        self.lines.ancestry(line).into_iter().map(|line| self.name(line)).collect()
    }

    /// The JSON pointer (RFC 6901) of the line's object, from the document's root.
    pub fn line_pointer(&self, line: LineId) -> String {
        let mut pointer = self.pointer.clone();
        for line in self.lines.ancestry(line) {
            if self.lines.depth(line) == 0 {
                let key = self.section_of(line).map_or("", |section| section.key.as_str());
                push_segment(&mut pointer, key);
            } else {
                push_segment(&mut pointer, "items");
                push_segment(&mut pointer, &self.lines.ordinal(line).to_string());
            }
        }
        pointer
    }

    /// The JSON pointer of the reported amount's holder in a comparison, from the document's root.
    pub fn check_pointer(&self, subject: Subject) -> String {
        match subject {
            Subject::Total(line) => self.line_pointer(line),
            Subject::Equation => self.pointer.clone(),
            Subject::Stated(at) => {
                let mut pointer = self.pointer.clone();
                if let Some(total) = self.header.totals.get(at as usize) {
                    push_segment(&mut pointer, &total.key);
                }
                pointer
            }
        }
    }
}

/// Adds `/segment` to a JSON pointer, escaped.
pub fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
}
