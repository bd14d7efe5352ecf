//! The canonical dialect: an object with assets, liabilities and equity, each a node with nodes under `items`.

use crate::input::decorated;
use crate::input::fields::{self, HeaderField};
use crate::input::repeated;
use crate::input::scanner::event::Event;
use crate::input::unknown::UnknownFields;
use crate::model::amount::{Amount, NotAnAmount};
use crate::model::currency;
use crate::model::dialect::Dialect;
use crate::model::header::{StatedDate, StatedTotal};
use crate::model::lines::{AmountState, LineId};
use crate::model::oddity::{Oddity, OddityKind, Taken};
use crate::model::place::{Extent, Place};
use crate::model::statement::{Section, SectionKind, Statement, push_segment};
use crate::model::syntax::Shape;

/// What an event did to the object being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It goes on.
    More,
    /// A list of statements begins; its events are for someone else.
    List,
    /// The object is complete.
    Done,
}

/// Reads one object that may be a statement, an envelope around statements, or neither.
pub struct CanonicalReader {
    statement: Statement,
    oddities: Vec<Oddity>,
    frames: Vec<Frame>,
    key: String,
    first_keys: Vec<String>,
    /// Whether a key of a section was met, whatever it held.
    section_seen: bool,
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
    /// In a line's list of items.
    Items { line: LineId, next: u32 },
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
}

impl CanonicalReader {
    /// A reader for the object that begins at `place` and whose JSON pointer is `pointer`.
    pub fn new(pointer: String, place: Place) -> CanonicalReader {
        CanonicalReader {
            statement: Statement::new(Dialect::Canonical, pointer, place),
            oddities: Vec::new(),
            frames: vec![Frame::Root],
            key: String::new(),
            first_keys: Vec::new(),
            section_seen: false,
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
        match event {
            Event::Key { text, repeated } => self.key(text, repeated, extent),
            Event::EndObject | Event::EndArray => return self.end(),
            _ => match self.frames.last_mut() {
                Some(Frame::Root) => return self.root_value(event, extent),
                Some(Frame::Node { line, .. }) => {
                    let line = *line;
                    self.node_value(line, event, extent);
                }
                Some(Frame::Items { line, next }) => {
                    let (line, ordinal) = (*line, *next);
                    *next += 1;
                    self.item(line, ordinal, event, extent);
                }
                Some(Frame::Skip) | None => self.skip_if_container(event),
            },
        }
        Step::More
    }

    /// What the object is, once it is complete.
    pub fn finish(self) -> Outcome {
        let CanonicalReader { mut statement, mut oddities, first_keys, section_seen, unknown, .. } = self;
        (statement.unknown_fields, statement.unlisted_fields) = (unknown.listed, unknown.unlisted);
        repeated::mark_sections(&statement.sections, &mut oddities);
        for oddity in &mut oddities {
            let Some(line) = oddity.line else { continue };
            let pointer = statement.line_pointer(line);
            oddity.pointer = match &oddity.kind {
                OddityKind::RepeatedKey { key, .. } => Some(with_segment(pointer, key)),
                OddityKind::ItemsMalformed { .. } => Some(with_segment(pointer, "items")),
                _ => Some(pointer),
            };
        }
        Outcome { statement, oddities, first_keys, is_statement: section_seen }
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
            Some(Frame::Items { .. } | Frame::Skip) => {}
        }
        Step::More
    }

    /// An unknown object is a section only if there are amounts in it; otherwise it is forgotten.
    fn end_section(&mut self, line: LineId, started: usize) {
        let lines = &mut self.statement.lines;
        let has_lines = lines.is_group(line);
        let has_amount = || (line.0..lines.end(line).0).any(|line| lines.amount(LineId(line)).is_some());
        let Some(section) = self.statement.sections.pop_if(|section| section.kind == SectionKind::Unknown)
        else {
            return;
        };
        let aside = std::mem::take(&mut self.aside);
        if has_lines && has_amount() {
            self.statement.sections.push(section);
            self.unknown.append(aside);
        } else {
            if !fields::is_known(&section.key) {
                self.unknown.note(&section.key, lines.place(line), None);
            }
            lines.truncate(line);
            self.statement.currencies.retain(|stated| stated.line.is_none_or(|stated| stated < line));
            let kept = self.oddities.split_off(started);
            self.oddities.extend(kept.into_iter().filter_map(|oddity| match oddity.kind {
                OddityKind::RepeatedKey { key, .. } => {
                    let kind = OddityKind::RepeatedKey { key, taken: Taken::Other };
                    Some(Oddity { kind, line: None, ..oddity })
                }
                _ => None,
            }));
        }
    }

    fn root_value(&mut self, event: Event<'_>, extent: Extent) -> Step {
        if let Some(kind) = fields::section(&self.key) {
            self.section_seen = true;
            match event {
                Event::BeginObject => self.begin_section(kind, extent.start),
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
            self.skip_if_container(event);
            return Step::More;
        }
        let is_section = event == Event::BeginObject && !fields::NOT_SECTIONS.contains(&self.key.as_str());
        if !is_section && !fields::is_known(&self.key) {
            self.unknown.note(&self.key, extent.start, None);
        }
        match event {
            Event::BeginArray if self.key == fields::STATEMENT_LIST => return Step::List,
            Event::BeginObject if is_section => self.begin_section(SectionKind::Unknown, extent.start),
            Event::Text(text) if !text.trim().is_empty() => self.header_value(text, true, extent.start),
            Event::Number(text) => self.header_value(text, false, extent.start),
            _ => self.skip_if_container(event),
        }
        Step::More
    }

    fn header_value(&mut self, text: &str, is_text: bool, place: Place) {
        let header = &mut self.statement.header;
        let key = self.key.clone();
        match fields::header(&self.key) {
            Some(HeaderField::Id) => header.id = Some(text.to_owned()),
            Some(HeaderField::Entity) => header.entity = Some(text.to_owned()),
            Some(HeaderField::Currency) => {
                header.currency = Some(text.to_owned());
                currency::state(&mut self.statement.currencies, text, None);
            }
            Some(HeaderField::Date(role)) => {
                header.dates.push(StatedDate { key, role, text: text.to_owned(), place, envelope: None });
            }
            Some(HeaderField::Total(role)) => {
                let written = decorated::read(text);
                let ambiguous = written.state == AmountState::Ambiguous;
                let amount =
                    if is_text { written.amount.filter(|_| !ambiguous) } else { Amount::parse(text).ok() };
                header.totals.push(StatedTotal { key, role, literal: text.to_owned(), amount, place });
                self.currency(written.currency, None);
            }
            None => {}
        }
    }

    fn begin_section(&mut self, kind: SectionKind, place: Place) {
        let Some(line) = self.statement.lines.push(None, 0, place) else {
            self.frames.push(Frame::Skip);
            return;
        };
        self.statement.sections.push(Section::new(kind, self.key.clone(), line));
        self.frames.push(Frame::Node { line, started: self.oddities.len() });
    }

    fn node_value(&mut self, line: LineId, event: Event<'_>, extent: Extent) {
        match (self.key.as_str(), event) {
            ("name", Event::Text(text) | Event::Number(text)) => self.statement.lines.set_name(line, text),
            ("account_id", Event::Text(text)) if !text.trim().is_empty() => {
                self.statement.lines.set_account_id(line, text);
            }
            ("account_id", Event::Number(text)) => self.statement.lines.set_number_id(line, text),
            ("value", _) => {
                self.amount(line, event);
                self.skip_if_container(event);
            }
            ("items", Event::BeginArray) => self.frames.push(Frame::Items { line, next: 0 }),
            ("items", Event::Null) => {}
            ("items", _) => {
                self.items_malformed(line, shape(event), false, extent.start);
                self.skip_if_container(event);
            }
            ("currency" | "currency_code", Event::Text(text)) if !text.trim().is_empty() => {
                currency::state(&mut self.statement.currencies, text, Some(line));
            }
            (key, _) => {
                if !fields::OF_LINES.contains(&key) {
                    self.unknown_field(extent.start, line);
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
        let (read, literal) = match event {
            Event::Text(text) => {
                let written = decorated::read(text);
                let literal = if written.state == AmountState::Empty { "" } else { text };
                self.currency(written.currency, Some(line));
                (written.amount.map(|amount| (written.state, amount)).ok_or(written.state), literal)
            }
            Event::Number(text) => (parsed(text).map(|amount| (AmountState::Number, amount)), text),
            Event::Null => (Err(AmountState::Null), ""),
            _ => (Err(AmountState::Unreadable), stand_in(event).unwrap_or("?")),
        };
        match read {
            Ok((state, amount)) => self.statement.lines.set_amount(line, state, Some(amount), literal),
            Err(state) => self.statement.lines.set_amount(line, state, None, literal),
        }
    }

    /// Keeps the first place of each currency written within an amount.
    fn currency(&mut self, text: Option<&str>, line: Option<LineId>) {
        if let Some(text) = text {
            currency::state(&mut self.statement.currencies, text, line);
        }
    }

    fn item(&mut self, parent: LineId, ordinal: u32, event: Event<'_>, extent: Extent) {
        if event != Event::BeginObject {
            self.items_malformed(parent, shape(event), true, extent.start);
            self.skip_if_container(event);
            return;
        }
        match self.statement.lines.push(Some(parent), ordinal, extent.start) {
            Some(line) => self.frames.push(Frame::Node { line, started: self.oddities.len() }),
            None => self.frames.push(Frame::Skip),
        }
    }

    /// Told once a line, at the first place.
    fn items_malformed(&mut self, line: LineId, found: Shape, within: bool, place: Place) {
        if !self.statement.lines.items_malformed(line) {
            self.statement.lines.set_items_malformed(line);
            self.note(OddityKind::ItemsMalformed { found, within }, place, Some(line));
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

fn parsed(text: &str) -> Result<Amount, AmountState> {
    Amount::parse(text).map_err(|error| match error {
        NotAnAmount::Unreadable => AmountState::Unreadable,
        NotAnAmount::TooLong => AmountState::TooLong,
    })
}

/// What is shown for a value that is neither a text nor a number nor null.
fn stand_in(event: Event<'_>) -> Option<&'static str> {
    match event {
        Event::Boolean(true) => Some("true"),
        Event::Boolean(false) => Some("false"),
        Event::BeginObject => Some("{…}"),
        Event::BeginArray => Some("[…]"),
        _ => None,
    }
}

/// The shape of the value an event begins.
pub fn shape(event: Event<'_>) -> Shape {
    match event {
        Event::BeginObject => Shape::Object,
        Event::BeginArray => Shape::Array,
        Event::Number(_) => Shape::Number,
        Event::Boolean(_) => Shape::Boolean,
        Event::Null => Shape::Null,
        _ => Shape::Text,
    }
}

fn with_segment(mut pointer: String, segment: &str) -> String {
    push_segment(&mut pointer, segment);
    pointer
}
