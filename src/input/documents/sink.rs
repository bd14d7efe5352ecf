//! What the scanner tells of a file, handed to who reads the current document.

use crate::input::documents::{Documents, Mode};
use crate::input::scanner::event::{Event, Sink};
use crate::input::scanner::flat::Flat;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::place::{Extent, Place};
use crate::model::syntax::Fault;

impl Sink for Documents {
    fn cut(&self, text: &str, offset: u64) -> usize {
        self.enough_in(text, offset).filter(|at| *at > 0).unwrap_or(text.len())
    }

    fn text(&mut self, text: &str, offset: u64) {
        if matches!(self.mode, Mode::Open) {
            // What stands before the document is not needed any more.
            let before = self.start.offset.saturating_sub(self.text_start);
            let before = usize::try_from(before).unwrap_or(usize::MAX);
            if self.text.is_char_boundary(before) {
                self.text.drain(..before);
                self.text_start += before as u64;
            }
            if self.enough_in(text, offset) == Some(0) {
                self.settle(offset);
            }
        }
        // What was spoilt is no use to its own document, and would stand in the way of the next.
        if self.spoilt || !matches!(self.mode, Mode::Open) {
            self.text.clear();
            self.text_start = offset;
        }
        self.text.push_str(text);
    }

    fn event(&mut self, event: Event<'_>, extent: Extent) {
        if matches!(self.mode, Mode::Between) {
            if event == Event::EndDocument {
                self.lost += u64::from(std::mem::take(&mut self.broken));
                return;
            }
            self.begin_document(extent.start);
        }
        match &mut self.mode {
            Mode::Report(_, _, outline) | Mode::Outline(outline) if event != Event::EndDocument => {
                outline.event(event, extent);
                return;
            }
            Mode::Mould(making) => return making.event(event, extent),
            Mode::Outline(_) | Mode::Second if event == Event::EndDocument => return,
            Mode::Second => return self.gather.event(event, extent, &self.root),
            _ if event == Event::EndDocument => {
                self.end_document(extent);
                return self.learn(extent);
            }
            _ => {}
        }
        if !self.gather.in_element() && matches!(event, Event::BeginObject | Event::BeginArray) {
            // What was wrong between two elements is told, and spoils neither.
            self.broken = false;
        }
        self.gather.event(event, extent, &self.root);
        if matches!(event, Event::EndObject | Event::EndArray) {
            if matches!(self.mode, Mode::Tree) && !self.broken && self.gather.awaits() {
                self.learn_element(extent.end);
            }
            self.end_value();
        }
    }

    fn takes_flat(&self) -> bool {
        match &self.mode {
            Mode::Open | Mode::Tree | Mode::Second => self.gather.takes_flat(),
            Mode::Mould(making) => making.takes_flat(),
            Mode::Between | Mode::Report(..) | Mode::Outline(_) => false,
        }
    }

    fn flat(&mut self, object: &Flat<'_>) -> bool {
        match &mut self.mode {
            Mode::Mould(making) => making.flat(object),
            _ => self.gather.flat(object),
        }
    }

    fn known(&mut self, text: &str, place: Place) -> Option<Place> {
        self.press(text, place)
    }

    fn fault(&mut self, fault: Fault) {
        self.broken = true;
        if let Mode::Report(_, _, outline) = &mut self.mode {
            outline.fault(fault.clone());
        }
        let kind = OddityKind::Fault(fault.kind);
        self.keep(vec![Oddity { kind, place: fault.place, statement: None, line: None, pointer: None }]);
    }

    fn bad(&mut self) {
        self.spoilt = true;
    }
}
