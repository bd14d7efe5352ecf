//! Records what a scanner tells, as text that reads well in a table.

use tieout::input::scanner::Scanner;
use tieout::input::scanner::event::{Event, Sink};
use tieout::model::place::{Extent, Place};
use tieout::model::syntax::{Fault, FaultKind, Found};

/// All that was told, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tape {
    pub events: Vec<(String, Extent)>,
    pub faults: Vec<Fault>,
}

impl Sink for Tape {
    fn event(&mut self, event: Event<'_>, extent: Extent) {
        self.events.push((short(event), extent));
    }

    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }
}

impl Tape {
    /// What was read: `{a=1 b=["x" ] }.`, with `?` for what could not be and `!` behind a repeated key.
    pub fn read(&self) -> String {
        let events: Vec<&str> = self.events.iter().map(|(event, _)| event.as_str()).collect();
        events.concat().trim_end().to_owned()
    }

    /// The faults, each as `line:column what was found, wants what was expected`.
    pub fn told(&self) -> Vec<String> {
        self.faults.iter().map(told).collect()
    }
}

fn short(event: Event<'_>) -> String {
    match event {
        Event::BeginObject => "{".to_owned(),
        Event::EndObject => "} ".to_owned(),
        Event::BeginArray => "[".to_owned(),
        Event::EndArray => "] ".to_owned(),
        Event::Key { text, repeated } => format!("{text}{}=", if repeated { "!" } else { "" }),
        Event::Text(text) => format!("{text:?} "),
        Event::Number(text) => format!("{text} "),
        Event::Boolean(value) => format!("{value} "),
        Event::Null => "null ".to_owned(),
        Event::Unreadable => "? ".to_owned(),
        Event::EndDocument => ". ".to_owned(),
    }
}

fn told(fault: &Fault) -> String {
    let at = |place: &Place| format!("{}:{}", place.line, place.column);
    let what = match &fault.kind {
        FaultKind::Syntax { found: Found::End { open, since }, expected } => {
            let since = since.as_ref().map(|place| format!(" since {}", at(place))).unwrap_or_default();
            format!("End, {open} open{since}, wants {expected:?}")
        }
        FaultKind::Syntax { found, expected } => format!("{found:?}, wants {expected:?}"),
        FaultKind::NotUtf8 { byte } => format!("NotUtf8 {byte:#04x}"),
        other => format!("{other:?}"),
    };
    format!("{} {what}", at(&fault.place))
}

/// Scans pieces of one text into `sink`.
pub fn scan<'a>(
    mut scanner: Scanner,
    pieces: impl IntoIterator<Item = &'a [u8]>,
    sink: &mut impl Sink,
) -> Scanner {
    for piece in pieces {
        scanner.feed(piece, sink);
    }
    scanner.finish(sink);
    scanner
}

/// The tape of a text of one value.
pub fn one(text: &[u8]) -> Tape {
    let mut tape = Tape::default();
    scan(Scanner::new(), [text], &mut tape);
    tape
}

/// The tape of a text of one value or several.
pub fn many(text: &[u8]) -> Tape {
    let mut tape = Tape::default();
    scan(Scanner::with_many(), [text], &mut tape);
    tape
}

/// Checks that begins and ends, keys and values are in step, and counts faults.
#[derive(Debug, Default)]
pub struct Balance {
    open: Vec<Waiting>,
    between_documents: bool,
    pub documents: usize,
    pub values: usize,
    pub repeated: usize,
    pub faults: Vec<Fault>,
    pub wrong: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Element,
    Key,
    Value,
}

impl Sink for Balance {
    fn event(&mut self, event: Event<'_>, _: Extent) {
        let waiting = self.open.last().copied();
        let fits = match event {
            Event::Key { .. } | Event::EndObject => waiting == Some(Waiting::Key),
            Event::EndArray => waiting == Some(Waiting::Element),
            Event::EndDocument => waiting.is_none() && self.between_documents,
            _ => matches!(waiting, Some(Waiting::Element | Waiting::Value)) || !self.between_documents,
        };
        if !fits && self.wrong.is_none() {
            self.wrong = Some(format!("{event:?} while {waiting:?}, {} open", self.open.len()));
        }
        match event {
            Event::BeginObject => self.open.push(Waiting::Key),
            Event::BeginArray => self.open.push(Waiting::Element),
            Event::EndDocument => {
                self.documents += 1;
                self.between_documents = false;
            }
            Event::Key { repeated, .. } => {
                self.repeated += usize::from(repeated);
                self.wait_for(Waiting::Value);
            }
            Event::EndObject | Event::EndArray => {
                self.open.pop();
                self.after_value();
            }
            _ => self.after_value(),
        }
    }

    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }
}

impl Balance {
    /// Nothing is open, and every value at the top was ended.
    pub fn is_kept(&self) -> bool {
        self.wrong.is_none() && self.open.is_empty() && !self.between_documents
    }

    fn after_value(&mut self) {
        self.values += 1;
        match self.open.last() {
            None => self.between_documents = true,
            Some(Waiting::Value) => self.wait_for(Waiting::Key),
            Some(_) => {}
        }
    }

    fn wait_for(&mut self, waiting: Waiting) {
        if let Some(last) = self.open.last_mut() {
            *last = waiting;
        }
    }
}
