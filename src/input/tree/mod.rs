//! Trees of lines: an object with assets, liabilities and equity, each a line with lines under its items.
//!
//! Without a mapping the keys are the canonical ones, which is what is made to be fast. A mapping says other keys, and
//! with it sections may also be lists of lines, and amounts objects.

use std::sync::Arc;

use crate::input::fields::{self, HeaderField};
use crate::input::figures;
use crate::input::money::Money;
use crate::input::repeated;
use crate::input::scanner::event::Event;
use crate::input::tree::shape::{shape, stand_in};
use crate::input::unknown::UnknownFields;
use crate::model::currency;
use crate::model::dialect::Dialect;
use crate::model::lines::room::Size;
use crate::model::lines::{AmountState, LineId};
use crate::model::mapping::{LineKey, Mapping};
use crate::model::oddity::{Oddity, OddityKind, Taken};
use crate::model::place::{Extent, Place};
use crate::model::statement::{SectionKind, Statement, push_segment};

mod flat;
mod further;
mod header;
mod items;
mod sections;
pub mod shape;
mod too_large;

/// What an event did to the object being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It goes on.
    More,
    /// A value begins in which statements may stand; its events are for someone else.
    Enter,
    /// The object is complete.
    Done,
}

/// Reads one object that may be a statement, an envelope around statements, or neither.
pub struct TreeReader {
    /// The keys, if they are not the canonical ones, and how many keys of its path lie behind.
    mapping: Option<Arc<Mapping>>,
    depth: usize,
    statement: Statement,
    oddities: Vec<Oddity>,
    frames: Vec<Frame>,
    key: String,
    first_keys: Vec<String>,
    /// Whether a key of a section was met, whatever it held.
    section_seen: bool,
    /// Whether there was no room for it; what is left is passed over.
    too_large: bool,
    unknown: UnknownFields,
    /// The unknown fields of an unknown section, until it is known to be one.
    aside: UnknownFields,
}

/// Where in the object the reader is.
enum Frame {
    /// Among the object's own fields.
    Root,
    /// Among a line's fields. `started` counts the oddities before it, for taking back what is no section.
    Node { line: LineId, started: usize },
    /// In a line's list of items, and under which key it stands, if that is a further one.
    Items { line: LineId, next: u32, under: Option<Box<str>> },
    /// In a section that is a list of lines. `started` counts the oddities before it.
    Bare { line: LineId, next: u32, started: usize },
    /// In a list of sections.
    Roots { next: u32 },
    /// In an amount that is an object.
    Money { line: LineId, money: Box<Money> },
    /// In something that is passed over.
    Skip,
}

/// What an object turned out to be.
pub struct Outcome {
    /// The statement; without sections it is an envelope or nothing at all.
    pub statement: Statement,
    /// What was odd. Lines and pointers are set; the statement's number is not.
    pub oddities: Vec<Oddity>,
    /// The object's first keys, at most five.
    pub first_keys: Vec<String>,
    /// Whether it has a key of a section.
    pub is_statement: bool,
    /// Whether there was no room for its lines, so that it is without any.
    pub too_large: bool,
}

impl TreeReader {
    /// A reader for the object that begins at `place` and whose JSON pointer is `pointer`; `depth` keys of the mapping's
    /// path lead to it. It will probably have as much as `size`.
    pub fn new(
        mapping: Option<Arc<Mapping>>,
        depth: usize,
        pointer: String,
        place: Place,
        size: Size,
    ) -> TreeReader {
        let mut statement = Statement::new(Dialect::Canonical, pointer, place);
        statement.mapping.clone_from(&mapping);
        statement.lines.expect(size);
        TreeReader {
            mapping,
            depth,
            statement,
            oddities: Vec::new(),
            frames: vec![Frame::Root],
            key: String::new(),
            first_keys: Vec::new(),
            section_seen: false,
            too_large: false,
            unknown: UnknownFields::default(),
            aside: UnknownFields::default(),
        }
    }

    /// What was read so far.
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The object's pointer.
    pub fn pointer(&self) -> &str {
        &self.statement.pointer
    }

    /// The next event within the object.
    pub fn event(&mut self, event: Event<'_>, extent: Extent) -> Step {
        if let Some(Frame::Money { money, .. }) = self.frames.last_mut()
            && event != Event::EndObject
        {
            money.event(event);
            self.skip_if_container(event);
            return Step::More;
        }
        match event {
            Event::Key { text, repeated } => self.key(text, repeated, extent),
            Event::EndObject | Event::EndArray => return self.end(),
            _ => match self.frames.last_mut() {
                Some(Frame::Root) if !self.too_large => return self.root_value(event, extent),
                Some(Frame::Node { line, .. }) => {
                    let line = *line;
                    self.node_value(line, event, extent);
                }
                Some(Frame::Items { line, next, under }) => {
                    let (line, ordinal, under) = (*line, *next, under.clone());
                    *next += 1;
                    self.item(line, ordinal, under, event, extent);
                }
                Some(Frame::Bare { line, next, .. }) => {
                    let (line, ordinal) = (*line, *next);
                    *next += 1;
                    self.item(line, ordinal, None, event, extent);
                }
                Some(Frame::Roots { next }) => {
                    let ordinal = *next;
                    *next += 1;
                    self.begin_root(ordinal, event, extent);
                }
                Some(Frame::Root | Frame::Skip | Frame::Money { .. }) | None => self.skip_if_container(event),
            },
        }
        if self.statement.lines.is_full() {
            self.let_go();
        }
        Step::More
    }

    /// How many keys of the mapping's path lead to the value under the key that was met last.
    pub fn depth(&self) -> usize {
        let path = self.mapping.as_ref().map_or(&[][..], |own| own.path.as_slice());
        self.depth + usize::from(path.get(self.depth).is_some_and(|key| *key == self.key))
    }

    /// The key of the value that was met last.
    pub fn last_key(&self) -> &str {
        &self.key
    }

    /// What the object is, once it is complete.
    pub fn finish(self) -> Outcome {
        let TreeReader { mapping, mut statement, mut oddities, first_keys, unknown, .. } = self;
        (statement.unknown_fields, statement.unlisted_fields) = (unknown.listed, unknown.unlisted);
        repeated::mark_sections(&statement.sections, &mut oddities);
        for oddity in &mut oddities {
            let Some(line) = oddity.line else { continue };
            let pointer = statement.line_pointer(line);
            oddity.pointer = match &oddity.kind {
                OddityKind::RepeatedKey { key, .. } => Some(with_segment(pointer, key)),
                OddityKind::ItemsMalformed { .. } => {
                    let items = mapping.as_ref().map_or("items", |own| own.items.as_str());
                    Some(with_segment(pointer, items))
                }
                _ => Some(pointer),
            };
        }
        let (is_statement, too_large) = (self.section_seen, self.too_large);
        Outcome { statement, oddities, first_keys, is_statement, too_large }
    }

    fn key(&mut self, text: &str, repeated: bool, extent: Extent) {
        self.key.clear();
        self.key.push_str(text);
        let line = match self.frames.last() {
            Some(Frame::Node { line, .. }) => Some(*line),
            _ => None,
        };
        if let (Some(Frame::Root), true) = (self.frames.last(), self.first_keys.len() < 5) {
            self.first_keys.push(text.to_owned());
        }
        if repeated {
            let is_root = matches!(self.frames.last(), Some(Frame::Root));
            let taken = match line {
                Some(line) => repeated::in_line(&mut self.statement.lines, line, text),
                None if is_root => repeated::in_header(&mut self.statement.header, text),
                None => Taken::Other,
            };
            self.note(OddityKind::RepeatedKey { key: text.to_owned(), taken }, extent.start, line);
            if let (true, Some(last)) = (is_root, self.oddities.last_mut()) {
                last.pointer = Some(with_segment(self.statement.pointer.clone(), text));
            }
        }
    }

    fn end(&mut self) -> Step {
        match self.frames.pop() {
            Some(Frame::Node { line, started }) => {
                self.statement.lines.close(line);
                if self.statement.lines.depth(line) == 0 {
                    self.end_section(line, started);
                }
            }
            Some(Frame::Root) | None => return Step::Done,
            Some(Frame::Bare { line, started, .. }) => self.end_bare(line, started),
            Some(Frame::Money { line, money }) => money.put(&mut self.statement, line),
            Some(Frame::Items { .. } | Frame::Roots { .. } | Frame::Skip) => {}
        }
        Step::More
    }

    fn root_value(&mut self, event: Event<'_>, extent: Extent) -> Step {
        let enters = matches!(event, Event::BeginArray | Event::BeginObject);
        if let Some(own) = &self.mapping {
            if enters && own.path.get(self.depth).is_some_and(|key| *key == self.key) {
                return Step::Enter;
            }
            if event == Event::BeginArray && own.roots == self.key && !own.roots.is_empty() {
                self.section_seen = true;
                self.frames.push(Frame::Roots { next: 0 });
                return Step::More;
            }
        }
        if let Some(kind) = self.section_kind() {
            self.section_seen = true;
            match event {
                Event::BeginObject => self.begin_section(kind, extent.start),
                Event::BeginArray if self.mapping.is_some() => self.begin_bare(kind, extent.start),
                Event::Null => {}
                _ => {
                    let found = shape(event);
                    let kind = OddityKind::SectionMalformed { kind, key: self.key.clone(), found };
                    self.note(kind, extent.start, None);
                    if let Some(last) = self.oddities.last_mut() {
                        last.pointer = Some(with_segment(self.statement.pointer.clone(), &self.key));
                    }
                    self.skip_if_container(event);
                }
            }
            return Step::More;
        }
        if let (Some(HeaderField::Total(_) | HeaderField::Date(_)), Some(literal)) =
            (fields::header(&self.key), stand_in(event))
        {
            self.header_value(literal, true, extent.start);
            self.statement.header.passed_over |= !matches!(event, Event::Boolean(_));
            self.skip_if_container(event);
            return Step::More;
        }
        let is_section = event == Event::BeginObject && !fields::NOT_SECTIONS.contains(&self.key.as_str());
        if !is_section && !fields::is_known(&self.key) {
            self.unknown.note(&self.key, extent.start, None);
        }
        match event {
            Event::BeginArray if self.key == fields::STATEMENT_LIST => return Step::Enter,
            Event::BeginObject if is_section => self.begin_section(SectionKind::Unknown, extent.start),
            Event::Text(text) if !text.trim().is_empty() => self.header_value(text, true, extent.start),
            Event::Number(text) => self.header_value(text, false, extent.start),
            Event::Boolean(_) => self.statement.header.passed_over |= fields::header(&self.key).is_some(),
            _ => self.skip_if_container(event),
        }
        Step::More
    }

    fn node_value(&mut self, line: LineId, event: Event<'_>, extent: Extent) {
        let is = Mapping::line_key(self.mapping.as_deref(), &self.key);
        if self.is_spare(line, is, event) {
            return self.skip_if_container(event);
        }
        match (is, event) {
            (LineKey::Name, Event::Text(text) | Event::Number(text)) => {
                self.statement.lines.set_name(line, text);
            }
            (LineKey::AccountId, Event::Text(text)) if !text.trim().is_empty() => {
                self.statement.lines.set_account_id(line, text);
            }
            (LineKey::AccountId, Event::Number(text)) => self.statement.lines.set_number_id(line, text),
            (LineKey::Amount, Event::BeginObject) if self.mapping.is_some() => {
                self.frames.push(Frame::Money { line, money: Box::default() });
            }
            (LineKey::Amount, _) => {
                self.amount(line, event);
                self.skip_if_container(event);
            }
            (LineKey::Items, Event::BeginArray) => {
                let under = self.further_key();
                self.frames.push(Frame::Items { line, next: 0, under });
            }
            (LineKey::Items, Event::Null) => {}
            (LineKey::Items, _) => {
                self.items_malformed(line, shape(event), false, extent.start);
                self.skip_if_container(event);
            }
            (LineKey::Currency, Event::Text(text)) if !text.trim().is_empty() => {
                currency::state(&mut self.statement.currencies, text, Some(line));
            }
            (key, _) => {
                if key == LineKey::Other {
                    self.unknown_field(extent.start, line);
                } else if !matches!(event, Event::Null | Event::Text(_)) {
                    self.statement.passed_over = true;
                }
                self.skip_if_container(event);
            }
        }
    }

    fn unknown_field(&mut self, place: Place, line: LineId) {
        let section = self.statement.sections.last().map(|section| section.kind);
        let fields = if section == Some(SectionKind::Unknown) { &mut self.aside } else { &mut self.unknown };
        fields.note(&self.key, place, Some(line));
    }

    fn amount(&mut self, line: LineId, event: Event<'_>) {
        match event {
            Event::Text(text) => figures::put_text(&mut self.statement, line, text),
            Event::Number(text) => figures::put_number(&mut self.statement, line, text),
            Event::Null => self.statement.lines.set_amount(line, AmountState::Null, None, ""),
            _ => {
                let shown = stand_in(event).unwrap_or("?");
                self.statement.lines.set_amount(line, AmountState::Unreadable, None, shown);
            }
        }
    }

    /// Keeps the first place of each currency written within an amount.
    fn currency(&mut self, text: Option<&str>, line: Option<LineId>) {
        if let Some(text) = text {
            currency::state(&mut self.statement.currencies, text, line);
        }
    }

    fn note(&mut self, kind: OddityKind, place: Place, line: Option<LineId>) {
        self.oddities.push(Oddity { kind, place, statement: None, line, pointer: None });
    }

    fn skip_if_container(&mut self, event: Event<'_>) {
        if matches!(event, Event::BeginObject | Event::BeginArray) {
            self.frames.push(Frame::Skip);
        }
    }
}

fn with_segment(mut pointer: String, segment: &str) -> String {
    push_segment(&mut pointer, segment);
    pointer
}
