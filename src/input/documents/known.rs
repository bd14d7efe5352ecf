//! Documents that are written like the one before.

use crate::input::documents::{Documents, ENOUGH, Mode};
use crate::input::gather::Found;
use crate::input::mould::Mould;
use crate::model::lines::room::Size;
use crate::model::place::{Extent, Place};

impl Documents {
    /// Takes the document that the text begins with, if it is written like the last one of which a mould was made; how long it
    /// is.
    pub(super) fn press(&mut self, text: &str, place: Place) -> Option<usize> {
        let length = self.press.fit(text)?;
        let text = text.get(..length)?;
        self.begin_document(place);
        self.mode = Mode::Tree;
        let mut gather = std::mem::take(&mut self.gather).expecting(Size::default());
        if let Some(fitted) = self.press.fitted() {
            gather.known(fitted, text, place, &self.root);
        }
        self.gather = gather;
        self.end_document(Extent { start: place, end: place.offset + length as u64 });
        Some(length)
    }

    /// Makes a mould of the document that has just ended, if all of it is one statement, with nothing odd in it.
    pub(super) fn learn(&mut self, extent: Extent) {
        if extent.end - extent.start.offset > ENOUGH || !self.press.wants() {
            return;
        }
        let mould = self.mould(extent);
        if let (Some(found), Some(mould)) = (self.ready.last_mut(), &mould) {
            found.statement.twins = mould.twins().cloned();
        }
        self.press.put(mould);
    }

    fn mould(&self, extent: Extent) -> Option<Mould> {
        let Found { statement, oddities, source } = self.ready.last()?;
        let whole = source.start == extent.start
            && source.end == extent.end
            && source.envelopes.is_none()
            && *source.pointer == *self.root;
        // Where the keys were told by what stands under them, other figures may tell others.
        let settled = source.plan.is_none() || self.asked.is_some();
        if !whole || !settled || self.spoilt || !oddities.is_empty() {
            return None;
        }
        let mapping = source.plan.as_ref().and_then(|plan| plan.mapping.as_deref());
        Mould::of(statement, self.kept(extent.end), mapping)
    }
}
