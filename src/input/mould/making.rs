//! Finds what of a statement's text may be different in another: its figures, and what the fields around it say.

use std::sync::Arc;

use crate::input::mould::{Field, Hole};
use crate::input::scanner::event::Event;
use crate::input::scanner::flat::Flat;
use crate::input::scanner::token::Kind;
use crate::model::lines::LineId;
use crate::model::mapping::{LineKey, Mapping};
use crate::model::place::{Extent, Place};
use crate::model::statement::Statement;

/// Takes the events of a statement that was read before.
#[derive(Default)]
pub struct Making {
    mapping: Option<Arc<Mapping>>,
    /// Where the statement begins.
    base: Place,
    open: Vec<Open>,
    /// The last key, where it begins, and how long it is as it is written.
    key: String,
    key_at: (Place, usize),
    /// What may be different, in file order.
    pub holes: Vec<Hole>,
    /// The fields around the sections, in file order.
    pub fields: Vec<Field>,
    /// Where each line begins, in bytes of the file.
    lines: Vec<u64>,
    /// Where it ends.
    pub end: Place,
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
        let begins = |(line, offset): (LineId, &u64)| lines.place(line).offset == *offset;
        self.open.is_empty()
            && !self.strange
            && self.lines.len() == lines.len() as usize
            && lines.all().zip(&self.lines).all(begins)
    }

    /// The next event of the document.
    pub fn event(&mut self, event: Event<'_>, extent: Extent) {
        match (self.open.last().copied(), event) {
            (None, Event::BeginObject) => {
                self.base = extent.start;
                self.open.push(Open::Statement);
            }
            (None, Event::EndDocument) => {}
            (Some(Open::Statement | Open::Line(_)), Event::Key { text, repeated: false }) => {
                self.key.clear();
                self.key.push_str(text);
                self.key_at = Making::part(extent, 1);
            }
            (Some(open @ (Open::Statement | Open::Items)), Event::BeginObject) => {
                // Further down a key of the path leads to statements, and here to one.
                let path = self.mapping.as_ref().map_or(&[][..], |own| own.path.as_slice());
                self.strange |= open == Open::Statement && path.contains(&self.key);
                let line = self.begin_line(extent.start);
                self.open.push(Open::Line(line));
            }
            (Some(Open::Line(_)), Event::BeginArray) if self.meaning(&self.key) == LineKey::Items => {
                self.open.push(Open::Items);
            }
            (Some(Open::Statement | Open::Line(_)), Event::EndObject)
            | (Some(Open::Items), Event::EndArray) => {
                self.open.pop();
                let Place { offset, line, column } = extent.start;
                self.end = Place { offset: offset + 1, line, column: column.saturating_add(1) };
            }
            (Some(open), Event::Text(_) | Event::Number(_) | Event::Boolean(_) | Event::Null) => {
                let value = Making::part(extent, u64::from(matches!(event, Event::Text(_))));
                match (open, self.meaning(&self.key)) {
                    (Open::Statement, _) => self.field(event, value),
                    (Open::Line(line), LineKey::Amount) => self.hole(event, value, Some(line)),
                    (Open::Line(_), key) => self.strange |= !is_of_tree(key),
                    (Open::Items, _) => self.strange = true,
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
        let line = self.begin_line(object.start());
        for member in object.members() {
            let key = self.meaning(object.key(member));
            self.strange |= !is_of_tree(key);
            if key == LineKey::Amount {
                let quote = u64::from(matches!(object.value(member), Event::Text(_)));
                let value = Making::part(object.extent(member), quote);
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

    /// Where something begins, and how long it is without its quotes.
    fn part(extent: Extent, quote: u64) -> (Place, usize) {
        let length = extent.end.saturating_sub(extent.start.offset + 2 * quote);
        (extent.start, usize::try_from(length).unwrap_or(usize::MAX))
    }

    fn begin_line(&mut self, place: Place) -> LineId {
        let line = LineId(u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        self.lines.push(place.offset);
        line
    }

    /// A value beside the sections.
    fn field(&mut self, event: Event<'_>, value: (Place, usize)) {
        let kind = match event {
            Event::Text(_) => Kind::Text,
            Event::Number(_) => Kind::Number,
            Event::Boolean(true) => Kind::True,
            Event::Boolean(false) => Kind::False,
            _ => Kind::Null,
        };
        self.strange |= self.key.len() != self.key_at.1;
        let hole = Some(self.holes.len()).filter(|_| matches!(kind, Kind::Text | Kind::Number));
        self.fields.push(Field { key: self.key_at, value, kind, hole });
        self.hole(event, value, None);
    }

    /// A value for which there may be another, if it is a text or a number.
    fn hole(&mut self, event: Event<'_>, (place, length): (Place, usize), line: Option<LineId>) {
        let (Event::Text(text) | Event::Number(text)) = event else { return };
        let is_text = matches!(event, Event::Text(_));
        // What is not plain is longer as it is written.
        self.strange |= text.len() != length;
        let at = usize::try_from(place.offset.saturating_sub(self.base.offset)).unwrap_or(usize::MAX);
        let from = at.saturating_add(usize::from(is_text));
        self.holes.push(Hole { from, to: from.saturating_add(length), is_text, line });
    }
}

/// Whether what a line has under such a key is known once its text is, or is its amount. A currency bears on what the header
/// says, and what is unknown is counted.
fn is_of_tree(key: LineKey) -> bool {
    match key {
        LineKey::Name | LineKey::Amount | LineKey::AccountId | LineKey::Items => true,
        LineKey::Currency | LineKey::Other => false,
    }
}
