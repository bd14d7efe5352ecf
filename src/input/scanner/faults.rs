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
        if self.told == MOST {
            self.stop(place);
            sink.fault(Fault { kind: FaultKind::TooMany, place });
            return;
        }
        self.told += 1;
        sink.fault(Fault { kind, place });
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
