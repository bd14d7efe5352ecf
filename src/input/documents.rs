//! Finds the objects of a file that may be statements: the whole document, or elements of a list.

use crate::input::canonical::{CanonicalReader, Outcome, Step, shape};
use crate::input::decide::decide;
use crate::input::fields;
use crate::input::scanner::event::{Event, Sink};
use crate::input::signs;
use crate::model::currency;
use crate::model::header::LONGEST_INHERITED;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::place::{Extent, Place};
use crate::model::reading::Reading;
use crate::model::statement::push_segment;
use crate::model::syntax::{Fault, Shape};

/// How many values that are no statement are told, so that a list of a million numbers stays readable.
const MOST_STRANGERS: usize = 100;

/// Takes a file's events and keeps its statements.
#[derive(Default)]
pub struct Documents {
    reading: Reading,
    levels: Vec<Level>,
    /// What the current document has added, so that a broken one can be taken back.
    document: Mark,
    broken: bool,
    strangers: usize,
}

/// A point in the reading to which it can be taken back.
#[derive(Clone, Copy, Default)]
struct Mark {
    statements: usize,
    oddities: usize,
}

/// What is open around the current event.
enum Level {
    /// A list whose elements may be statements.
    List { pointer: String, next: u32, place: Place },
    /// An object that may be a statement, and what was there before it.
    Object { reader: Box<CanonicalReader>, before: Mark },
    /// Anything else.
    Skip,
}

impl Sink for Documents {
    fn event(&mut self, event: Event<'_>, extent: Extent) {
        match self.levels.last_mut() {
            Some(Level::Object { reader, .. }) => match reader.event(event, extent) {
                Step::More => {}
                Step::List => {
                    let mut pointer = reader.pointer().to_owned();
                    push_segment(&mut pointer, fields::STATEMENT_LIST);
                    self.levels.push(Level::List { pointer, next: 0, place: extent.start });
                }
                Step::Done => self.end_object(),
            },
            Some(Level::List { pointer, next, place }) => {
                if event == Event::EndArray {
                    let (pointer, place, empty) = (pointer.clone(), *place, *next == 0);
                    self.levels.pop();
                    if empty {
                        self.stranger(Shape::Array, Vec::new(), true, pointer, place);
                    }
                    return;
                }
                let mut pointer = pointer.clone();
                push_segment(&mut pointer, &next.to_string());
                *next += 1;
                self.element(event, extent, pointer);
            }
            Some(Level::Skip) => self.skip(event),
            None if event == Event::EndDocument => self.end_document(),
            None if event == Event::BeginArray => {
                self.levels.push(Level::List { pointer: String::new(), next: 0, place: extent.start });
            }
            None => self.element(event, extent, String::new()),
        }
    }

    fn fault(&mut self, fault: Fault) {
        self.broken = true;
        self.note(OddityKind::Fault(fault.kind), fault.place, None);
    }
}

impl Documents {
    /// The file's statements and oddities.
    pub fn finish(mut self) -> Reading {
        self.end_document();
        self.reading
    }

    fn mark(&self) -> Mark {
        Mark { statements: self.reading.statements.len(), oddities: self.reading.oddities.len() }
    }

    /// A value where a statement may stand.
    fn element(&mut self, event: Event<'_>, extent: Extent, pointer: String) {
        match event {
            Event::BeginObject => {
                let reader = Box::new(CanonicalReader::new(pointer, extent.start));
                let before = self.mark();
                self.levels.push(Level::Object { reader, before });
            }
            Event::Unreadable => {}
            _ => {
                self.stranger(shape(event), Vec::new(), false, pointer, extent.start);
                self.skip(event);
            }
        }
    }

    fn skip(&mut self, event: Event<'_>) {
        match event {
            Event::BeginObject | Event::BeginArray => self.levels.push(Level::Skip),
            Event::EndObject | Event::EndArray => {
                self.levels.pop();
            }
            _ => {}
        }
    }

    fn end_object(&mut self) {
        let Some(Level::Object { reader, before }) = self.levels.pop() else { return };
        let Outcome { mut statement, oddities, first_keys, is_statement } = reader.finish();
        let inner_statements = self.reading.statements.get_mut(before.statements..).unwrap_or_default();
        for inner in &mut *inner_statements {
            if inner.header.currency.is_none() {
                let outer = statement
                    .currencies
                    .iter()
                    .filter(|stated| stated.line.is_none() && stated.text.len() <= LONGEST_INHERITED);
                outer.for_each(|stated| currency::state(&mut inner.currencies, &stated.text, None));
            }
            inner.header.inherit(&statement.header, &statement.pointer);
        }
        let is_envelope =
            self.mark().statements > before.statements || self.reading.oddities.len() > before.oddities;
        let number = u32::try_from(self.reading.statements.len()).ok().filter(|_| is_statement);
        self.reading
            .oddities
            .extend(oddities.into_iter().map(|oddity| Oddity { statement: number, ..oddity }));
        if is_statement {
            decide(&mut statement);
            signs::recognise(&mut statement);
            self.reading.statements.push(statement);
        } else if !is_envelope {
            self.stranger(Shape::Object, first_keys, false, statement.pointer, statement.place);
        }
    }

    fn stranger(&mut self, found: Shape, keys: Vec<String>, empty_list: bool, pointer: String, place: Place) {
        self.strangers += 1;
        if self.strangers <= MOST_STRANGERS {
            self.note(OddityKind::NoStatement { found, keys, empty_list }, place, Some(pointer));
        }
    }

    fn note(&mut self, kind: OddityKind, place: Place, pointer: Option<String>) {
        self.reading.oddities.push(Oddity { kind, place, statement: None, line: None, pointer });
    }

    /// A document that is not JSON is taken back whole; only what is wrong with it stays.
    fn end_document(&mut self) {
        if self.broken {
            self.reading.statements.truncate(self.document.statements);
            let added = self.reading.oddities.split_off(self.document.oddities);
            let faults = added.into_iter().filter(|oddity| matches!(oddity.kind, OddityKind::Fault(_)));
            self.reading.oddities.extend(faults);
        }
        self.broken = false;
        self.levels.clear();
        self.document = self.mark();
    }
}
