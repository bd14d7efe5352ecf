//! Tells faults, up to as many as a reader can use.

use crate::input::scanner::event::Sink;
use crate::model::place::Place;
use crate::model::syntax::{Expected, Fault, FaultKind, Found};

/// How many faults are told before reading stops.
const MOST: usize = 100;

/// How many were told, and where reading stopped if it did.
#[derive(Default)]
pub struct Faults {
    told: usize,
    /// How many of them in the current document, and how many documents had none.
    in_document: usize,
    sound: u64,
    stopped: Option<Place>,
}

impl Faults {
    /// Something stands where the grammar wants something else.
    pub fn syntax(&mut self, found: Found, expected: Expected, place: Place, sink: &mut impl Sink) {
        self.tell(FaultKind::Syntax { found, expected }, place, sink);
    }

    /// Tells a fault, or that there are too many.
    pub fn tell(&mut self, kind: FaultKind, place: Place, sink: &mut impl Sink) {
        if self.stopped.is_some() {
            return;
        }
        if self.told >= MOST {
            if self.sound == 0 {
                self.stop(place);
                sink.fault(Fault { kind: FaultKind::TooMany, place });
                return;
            }
            // Among documents that can be read, of each that cannot only the first fault is told.
            if self.in_document > 0 {
                return;
            }
        }
        self.told += 1;
        self.in_document += 1;
        sink.fault(Fault { kind, place });
    }

    /// Whether nothing of what was told bears on the next document, and one before it had no fault.
    pub fn rest(&self) -> bool {
        self.stopped.is_none() && self.in_document == 0 && self.sound > 0
    }

    /// A document without a fault was read elsewhere.
    pub fn begun(&mut self) {
        self.sound += 1;
    }

    /// Whether a fault was found in the current document.
    pub fn in_document(&self) -> bool {
        self.in_document > 0
    }

    /// A document has ended.
    pub fn end_document(&mut self) {
        if std::mem::take(&mut self.in_document) == 0 {
            self.sound += 1;
        }
    }

    /// Nothing behind `place` is read.
    pub fn stop(&mut self, place: Place) {
        self.stopped.get_or_insert(place);
    }

    /// Where reading stopped.
    #[inline]
    pub fn stopped(&self) -> Option<Place> {
        self.stopped
    }

    /// How many were told.
    pub fn told(&self) -> usize {
        self.told
    }
}
