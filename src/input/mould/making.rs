//! Finds what of a statement's text may be different in another: its figures, and what the fields around it say.

use crate::input::mould::{Field, Hole, Spot};
use crate::input::scanner::event::{Event, Sink};
use crate::input::scanner::flat::Flat;
use crate::input::scanner::token::Kind;
use crate::model::lines::LineId;
use crate::model::mapping::{LineKey, Mapping};
use crate::model::place::Extent;
use crate::model::statement::Statement;
use crate::model::syntax::Fault;

/// Walks the text of a statement that was read.
pub struct Making<'a> {
    statement: &'a Statement,
    mapping: Option<&'a Mapping>,
    open: Vec<Open>,
    /// The last key, and where it stands, without quotes.
    key: String,
    key_at: (usize, usize),
    holes: Vec<Hole>,
    fields: Vec<Field>,
    lines: Vec<Spot>,
    /// Whether something is in it that a mould does not know.
    strange: bool,
    ended: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Statement,
    Line(LineId),
    Items,
}

impl<'a> Making<'a> {
    /// For a statement that was read by this mapping.
    pub fn new(statement: &'a Statement, mapping: Option<&'a Mapping>) -> Making<'a> {
        Making {
            statement,
            mapping,
            open: Vec::new(),
            key: String::new(),
            key_at: (0, 0),
            holes: Vec::new(),
            fields: Vec::new(),
            lines: Vec::new(),
            strange: false,
            ended: false,
        }
    }

    /// The holes, the fields and where lines begin, if all of it was as a mould knows it.
    pub fn finish(self) -> Option<(Vec<Hole>, Vec<Field>, Vec<Spot>)> {
        let lines = &self.statement.lines;
        let all = self.ended && !self.strange && self.lines.len() == lines.len() as usize;
        let base = self.statement.place.offset;
        let fits = |(line, spot): (LineId, &Spot)| {
            lines.place(line).offset.checked_sub(base) == Some(spot.at as u64)
        };
        (all && lines.all().zip(&self.lines).all(fits)).then_some((self.holes, self.fields, self.lines))
    }

    fn begin_line(&mut self, at: usize) -> LineId {
        let line = LineId(u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        self.lines.push(Spot { at, holes: self.holes.len() });
        line
    }

    /// A value of a line.
    fn of_line(&mut self, line: LineId, key: &str, event: Event<'_>, value: (usize, usize)) {
        if Mapping::line_key(self.mapping, key) == LineKey::Amount {
            self.hole(event, value, Some(line));
        }
    }

    /// A value for which there may be another, if it is a text or a number.
    fn hole(&mut self, event: Event<'_>, (from, to): (usize, usize), line: Option<LineId>) {
        let (Event::Text(text) | Event::Number(text)) = event else { return };
        // What is not plain is longer as it is written.
        self.strange |= text.len() != to - from;
        self.holes.push(Hole { from, to, is_text: matches!(event, Event::Text(_)), line });
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
}

impl Sink for Making<'_> {
    fn event(&mut self, event: Event<'_>, extent: Extent) {
        let quote = u64::from(matches!(event, Event::Text(_) | Event::Key { .. }));
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        let part = (at(extent.start.offset + quote), at(extent.end - quote));
        match (self.open.last().copied(), event) {
            (None, Event::EndDocument) => self.ended = true,
            (None, Event::BeginObject) if !self.ended => self.open.push(Open::Statement),
            (Some(Open::Statement | Open::Line(_)), Event::Key { text, repeated: false }) => {
                self.key.clear();
                self.key.push_str(text);
                self.key_at = part;
            }
            (Some(Open::Statement | Open::Items), Event::BeginObject) => {
                let line = self.begin_line(part.0);
                self.open.push(Open::Line(line));
            }
            (Some(Open::Line(_)), Event::BeginArray)
                if Mapping::line_key(self.mapping, &self.key) == LineKey::Items =>
            {
                self.open.push(Open::Items);
            }
            (Some(Open::Statement | Open::Line(_)), Event::EndObject)
            | (Some(Open::Items), Event::EndArray) => {
                self.open.pop();
            }
            (Some(Open::Statement), Event::Text(_) | Event::Number(_) | Event::Boolean(_) | Event::Null) => {
                self.field(event, part);
            }
            (Some(Open::Line(line)), Event::Text(_) | Event::Number(_) | Event::Boolean(_) | Event::Null) => {
                let key = std::mem::take(&mut self.key);
                self.of_line(line, &key, event, part);
                self.key = key;
            }
            _ => self.strange = true,
        }
    }

    fn takes_flat(&self) -> bool {
        self.open.last() == Some(&Open::Items)
    }

    fn flat(&mut self, object: &Flat<'_>) -> bool {
        let start = usize::try_from(object.start().offset).unwrap_or(usize::MAX);
        let line = self.begin_line(start);
        for member in object.members() {
            let (from, to) = member.value();
            self.of_line(line, object.key(member), object.value(member), (start + from, start + to));
        }
        if let Some(key) = object.list() {
            self.strange |= Mapping::line_key(self.mapping, key) != LineKey::Items;
            self.open.extend([Open::Line(line), Open::Items]);
        }
        true
    }

    fn fault(&mut self, _: Fault) {
        self.strange = true;
    }
}
