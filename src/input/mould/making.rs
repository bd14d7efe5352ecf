//! Finds what of a statement's text may be different in another: its figures, and what the fields around it say.

use std::sync::Arc;

use crate::input::mould::{Field, Hole, Spot};
use crate::input::scanner::event::Event;
use crate::input::scanner::flat::Flat;
use crate::input::scanner::token::Kind;
use crate::model::lines::LineId;
use crate::model::mapping::{LineKey, Mapping};
use crate::model::place::Extent;
use crate::model::statement::Statement;

/// Takes the events of a statement that was read before.
#[derive(Default)]
pub struct Making {
    mapping: Option<Arc<Mapping>>,
    /// Where the statement begins.
    base: u64,
    open: Vec<Open>,
    /// The last key, and where it stands, without quotes.
    key: String,
    key_at: (usize, usize),
    /// What may be different, in file order.
    pub holes: Vec<Hole>,
    /// The fields around the sections, in file order.
    pub fields: Vec<Field>,
    /// Where each line begins.
    pub lines: Vec<Spot>,
    /// Whether something is in it that a mould does not know.
    strange: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Statement,
    Line(LineId),
    Items,
}

impl Making {
    /// For a statement that was read by this mapping.
    pub fn new(mapping: Option<Arc<Mapping>>) -> Making {
        Making { mapping, ..Making::default() }
    }

    /// Whether all of it was as a mould knows it, and gave the lines of this statement.
    pub fn is_of(&self, statement: &Statement) -> bool {
        let lines = &statement.lines;
        let begins = |(line, spot): (LineId, &Spot)| lines.place(line).offset == self.base + spot.at as u64;
        self.open.is_empty()
            && !self.strange
            && self.lines.len() == lines.len() as usize
            && lines.all().zip(&self.lines).all(begins)
    }

    /// The next event of the document.
    pub fn event(&mut self, event: Event<'_>, extent: Extent) {
        match (self.open.last().copied(), event) {
            (None, Event::BeginObject) => {
                self.base = extent.start.offset;
                self.open.push(Open::Statement);
            }
            (None, Event::EndDocument) => {}
            (Some(Open::Statement | Open::Line(_)), Event::Key { text, repeated: false }) => {
                self.key.clear();
                self.key.push_str(text);
                self.key_at = self.within(extent, 1);
            }
            (Some(Open::Statement | Open::Items), Event::BeginObject) => {
                let line = self.begin_line(extent.start.offset);
                self.open.push(Open::Line(line));
            }
            (Some(Open::Line(_)), Event::BeginArray) if self.meaning(&self.key) == LineKey::Items => {
                self.open.push(Open::Items);
            }
            (Some(Open::Statement | Open::Line(_)), Event::EndObject)
            | (Some(Open::Items), Event::EndArray) => {
                self.open.pop();
            }
            (Some(open), Event::Text(_) | Event::Number(_) | Event::Boolean(_) | Event::Null) => {
                let value = self.within(extent, u64::from(matches!(event, Event::Text(_))));
                match open {
                    Open::Statement => self.field(event, value),
                    Open::Line(line) if self.meaning(&self.key) == LineKey::Amount => {
                        self.hole(event, value, Some(line));
                    }
                    Open::Line(_) => {}
                    Open::Items => self.strange = true,
                }
            }
            _ => self.strange = true,
        }
    }

    /// Whether a list of lines is open.
    pub fn takes_flat(&self) -> bool {
        self.open.last() == Some(&Open::Items)
    }

    /// A line in place of its events; of a group all that stands before its items.
    pub fn flat(&mut self, object: &Flat<'_>) -> bool {
        let line = self.begin_line(object.start().offset);
        for member in object.members() {
            if self.meaning(object.key(member)) == LineKey::Amount {
                let quote = u64::from(matches!(object.value(member), Event::Text(_)));
                let value = self.within(object.extent(member), quote);
                self.hole(object.value(member), value, Some(line));
            }
        }
        if let Some(key) = object.list() {
            self.strange |= self.meaning(key) != LineKey::Items;
            self.open.extend([Open::Line(line), Open::Items]);
        }
        true
    }

    fn meaning(&self, key: &str) -> LineKey {
        Mapping::line_key(self.mapping.as_deref(), key)
    }

    /// Where in the text something stands, without its quotes.
    fn within(&self, extent: Extent, quote: u64) -> (usize, usize) {
        let at = |offset: u64| usize::try_from(offset.saturating_sub(self.base)).unwrap_or(usize::MAX);
        (at(extent.start.offset + quote), at(extent.end.saturating_sub(quote)))
    }

    fn begin_line(&mut self, offset: u64) -> LineId {
        let line = LineId(u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        let at = usize::try_from(offset.saturating_sub(self.base)).unwrap_or(usize::MAX);
        self.lines.push(Spot { at, holes: self.holes.len() });
        line
    }

    /// A value beside the sections.
    fn field(&mut self, event: Event<'_>, value: (usize, usize)) {
        let kind = match event {
            Event::Text(_) => Kind::Text,
            Event::Number(_) => Kind::Number,
            Event::Boolean(true) => Kind::True,
            Event::Boolean(false) => Kind::False,
            _ => Kind::Null,
        };
        self.strange |= self.key.len() != self.key_at.1 - self.key_at.0;
        self.fields.push(Field { key: self.key_at, value, kind, holes: self.holes.len() });
        self.hole(event, value, None);
    }

    /// A value for which there may be another, if it is a text or a number.
    fn hole(&mut self, event: Event<'_>, (from, to): (usize, usize), line: Option<LineId>) {
        let (Event::Text(text) | Event::Number(text)) = event else { return };
        // What is not plain is longer as it is written.
        self.strange |= text.len() != to - from;
        self.holes.push(Hole { from, to, is_text: matches!(event, Event::Text(_)), line });
    }
}
