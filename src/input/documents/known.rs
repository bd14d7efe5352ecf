//! Documents that are written like the one before.

use crate::input::documents::{Documents, ENOUGH, Mode};
use crate::input::gather::Found;
use crate::input::mould::Mould;
use crate::input::mould::making::Making;
use crate::model::lines::room::Size;
use crate::model::place::{Extent, Place};
use crate::model::statement::Statement;

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
        let mut press = std::mem::take(&mut self.press);
        let text = self.kept(extent.end);
        // A document that is cut by the end of a piece is read as ever, even if it would fit.
        if press.fit(text).is_none() {
            let statement = self.whole(extent).filter(|statement| Mould::is_for(statement, text));
            press.put(statement.and_then(|statement| mould(statement, text)));
        }
        self.press = press;
    }

    /// The statement that is all of the document that has just ended.
    fn whole(&self, extent: Extent) -> Option<&Statement> {
        let Found { statement, oddities, source } = self.ready.last()?;
        let alone = source.envelopes.is_none() && *source.pointer == *self.root && oddities.is_empty();
        // Where the keys were told by what stands under them, other figures may tell others.
        let settled = source.plan.is_none() || self.asked.is_some();
        let is_all = source.start == extent.start && source.end == extent.end;
        (is_all && alone && settled && !self.spoilt).then_some(statement)
    }
}

/// The mould of a statement of which this text was read. What reads is the same as for the file.
fn mould(statement: &Statement, text: &str) -> Option<Mould> {
    let making = Making::new(statement.mapping.clone());
    let documents = Documents::new(None).feed(Mode::Mould(Box::new(making)), statement.place, text);
    match documents.mode {
        Mode::Mould(making) if !documents.broken => Mould::of(statement, text, *making),
        _ => None,
    }
}
