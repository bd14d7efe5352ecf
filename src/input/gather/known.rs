//! Statements that are made of a mould, and those that a mould is made of.

use std::sync::Arc;

use crate::input::gather::{Found, Gather, Level};
use crate::input::mould::{Cast, Mould};
use crate::input::scanner::event::Event;
use crate::model::lines::moved::Moved;
use crate::model::lines::room::Size;
use crate::model::place::{Extent, Place};
use crate::model::source::Plan;

impl Gather {
    /// The plan by which it reads; the canonical keys without one.
    pub fn plan(&self) -> Option<&Arc<Plan>> {
        self.plan.as_ref()
    }

    /// Whether an element of a list comes next that may be a statement.
    pub fn awaits(&self) -> bool {
        matches!(self.levels.last(), Some(Level::List { .. }))
    }

    /// Takes the last statement that is complete, if it ends there, to be put back.
    pub fn take_last(&mut self, end: u64) -> Option<Found> {
        self.found.pop_if(|found| found.source.end == end)
    }

    /// Puts back the last statement.
    pub fn put_back(&mut self, found: Found) {
        self.found.push(found);
    }

    /// Makes a statement of a mould that its text fits, and that stands between these places.
    pub fn known(
        &mut self,
        (mould, cast): (&Mould, &Cast),
        moved: Moved,
        text: &str,
        (from, to): (Place, Place),
        root: &str,
    ) {
        // Its lines come with their memory.
        self.size = Size::default();
        self.event(Event::BeginObject, Extent { start: from, end: from.offset + 1 }, root);
        mould.fields(text, (cast, &moved), |key, key_at, value, value_at| {
            self.event(Event::Key { text: key, repeated: false }, key_at, root);
            self.event(value.event(), value_at, root);
        });
        if let Some(Level::Object { reader, .. }) = self.levels.last_mut() {
            mould.fill(cast, moved, reader);
        }
        self.event(Event::EndObject, Extent { start: to, end: to.offset }, root);
    }
}
