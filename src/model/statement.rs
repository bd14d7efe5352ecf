//! One statement: one entity, one date, one currency.

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::check::Subject;
use crate::model::currency::StatedCurrency;
use crate::model::dialect::Dialect;
use crate::model::header::Header;
use crate::model::lines::{LineId, Lines};
use crate::model::mapping::Mapping;
use crate::model::place::Place;
use crate::model::sum::Sum;
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
    /// A part of a statement that is no balance sheet.
    Other,
    /// The debits of a trial balance.
    Debits,
    /// The credits of a trial balance.
    Credits,
}

/// A top-level branch of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Its key in the file, as written.
    pub key: String,
    /// Its own line.
    pub line: LineId,
    /// Where it stands, as a JSON pointer from the statement's: `/assets`, or `/assets/0` for the only root in a list.
    pub pointer: String,
    /// Whether it is a list of lines that states no name and no total of its own: nothing is compared with the sum of
    /// its items, which stands for its amount in the equation.
    pub bare: bool,
}

impl Section {
    /// A section that is an object under its key.
    pub fn new(kind: SectionKind, key: String, line: LineId) -> Section {
        let mut pointer = String::new();
        push_segment(&mut pointer, &key);
        Section { kind, key, line, pointer, bare: false }
    }
}

/// What a statement is a statement of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatementKind {
    /// Assets, liabilities and equity on one day.
    #[default]
    BalanceSheet,
    /// Income and expenses over a period. Its roll-ups can be checked; it has no equation.
    ProfitAndLoss,
    /// Every account with its balance. It has a section of debits and one of credits, which should be equal.
    TrialBalance,
    /// Any other report with totals, such as one of cash flows. It has no equation.
    Other,
}

/// How the amounts of liabilities and equity are stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// What is owed is positive.
    #[default]
    Usual,
    /// What is owed is negative, as in a ledger; the three sections then add up to zero.
    CreditsNegative,
}

/// One balance sheet as read, with nothing judged.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The shape it was read by.
    pub dialect: Dialect,
    /// What the shape was recognised by: keys, as written.
    pub evidence: Vec<String>,
    /// Which keys its lines were read by, if a mapping was chosen for it.
    pub mapping: Option<Arc<Mapping>>,
    /// What it is a statement of.
    pub kind: StatementKind,
    /// How liabilities and equity are stated.
    pub signs: Signs,
    /// The JSON pointer of the statement's object, empty for the whole document.
    pub pointer: String,
    /// Where the statement's object begins.
    pub place: Place,
    /// The fields around the sections.
    pub header: Header,
    /// The sections, in file order: rising by line.
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
    /// Whether a known field of a line held what is no text, number or list for it, and was passed over.
    pub passed_over: bool,
}

impl Statement {
    /// A statement of which nothing has been read yet.
    pub fn new(dialect: Dialect, pointer: String, place: Place) -> Statement {
        Statement {
            dialect,
            evidence: Vec::new(),
            mapping: None,
            kind: StatementKind::default(),
            signs: Signs::default(),
            pointer,
            place,
            header: Header::default(),
            sections: Vec::new(),
            lines: Lines::default(),
            currencies: Vec::new(),
            unknown_fields: Vec::new(),
            unlisted_fields: 0,
            passed_over: false,
        }
    }

    /// With which sign the sections of a kind stand in the equation, whose sum should be zero; 0 if they do not.
    pub fn weight(&self, kind: SectionKind) -> i8 {
        match (kind, self.signs) {
            (SectionKind::Assets | SectionKind::Debits, _)
            | (SectionKind::Liabilities | SectionKind::Equity, Signs::CreditsNegative) => 1,
            (SectionKind::Liabilities | SectionKind::Equity, Signs::Usual) | (SectionKind::Credits, _) => -1,
            (SectionKind::Unknown | SectionKind::Other, _) => 0,
        }
    }

    /// With which sign a line stands in the equation, by its section.
    pub fn weight_of(&self, line: LineId) -> i8 {
        self.section_of(line).map_or(0, |section| self.weight(section.kind))
    }

    /// The kinds of sections that the equation compares: the one side, and the other.
    pub fn sides(&self) -> (&'static [SectionKind], &'static [SectionKind]) {
        match self.kind {
            StatementKind::BalanceSheet => {
                (&[SectionKind::Assets], &[SectionKind::Liabilities, SectionKind::Equity])
            }
            StatementKind::TrialBalance => (&[SectionKind::Debits], &[SectionKind::Credits]),
            StatementKind::ProfitAndLoss | StatementKind::Other => (&[], &[]),
        }
    }

    /// The amount of a section: what it reports, or the sum of its items if it is bare.
    pub fn section_amount(&self, section: &Section) -> Option<Amount> {
        if !section.bare {
            return self.lines.amount(section.line);
        }
        let mut sum = Sum::ZERO;
        for item in self.lines.items(section.line) {
            sum = sum.plus(self.lines.amount(item)?);
        }
        sum.total()
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
        let mut bare = false;
        let items = self.mapping.as_ref().map_or("items", |mapping| mapping.items.as_str());
        for line in self.lines.ancestry(line) {
            if let Some(stated) = self.lines.pointer(line) {
                stated.clone_into(&mut pointer);
                bare = false;
            } else if self.lines.depth(line) == 0 {
                let section = self.section_of(line);
                pointer.push_str(section.map_or("", |section| section.pointer.as_str()));
                bare = section.is_some_and(|section| section.bare);
            } else {
                if !bare {
                    push_segment(&mut pointer, items);
                }
                bare = false;
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
            Subject::Stated(at) => match self.header.totals.get(at as usize) {
                Some(total) => self.field_pointer(&total.key, None),
                None => self.pointer.clone(),
            },
        }
    }

    /// The JSON pointer of a header field, which `envelope` states if the statement does not.
    pub fn field_pointer(&self, key: &str, envelope: Option<&str>) -> String {
        let stated = self.header.pointers.iter().find(|(known, _)| known == key);
        if let (Some((_, pointer)), None) = (stated, envelope) {
            return pointer.clone();
        }
        let mut pointer = envelope.unwrap_or(&self.pointer).to_owned();
        push_segment(&mut pointer, key);
        pointer
    }
}

/// Whether a text has nothing but spaces.
#[inline]
pub fn is_blank(text: &str) -> bool {
    // Nearly every text begins with a letter or a digit, and is not looked at further.
    !text.bytes().next().is_some_and(|first| first.is_ascii_graphic()) && text.trim().is_empty()
}

/// Adds `/segment` to a JSON pointer, escaped.
pub fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
}
