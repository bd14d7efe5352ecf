//! Statements that are written like the one before.

use crate::input::documents::{Documents, ENOUGH, Mode};
use crate::input::gather::Found;
use crate::input::mould::Mould;
use crate::input::mould::making::Making;
use crate::input::reports;
use crate::model::place::{Extent, Place};
use crate::model::statement::Statement;

impl Documents {
    /// Takes the document, or the element of a list, that the text begins with, if it is written like the last one of which
    /// a mould was made; answers where it ends.
    pub(super) fn press(&mut self, text: &str, place: Place) -> Option<Place> {
        let is_document = match self.mode {
            _ if self.broken => return None,
            Mode::Between => true,
            Mode::Tree if self.gather.awaits() => false,
            _ => return None,
        };
        let plan = if is_document { self.plan_asked() } else { self.gather.plan().cloned() };
        let length = self.press.fit(text, plan.as_ref())?;
        let text = text.get(..length)?;
        if is_document {
            self.begin_document(place);
            self.mode = Mode::Tree;
        }
        let (mould, cast) = self.press.fitted()?;
        let moved = mould.moved(cast, place);
        let end = mould.end(&moved);
        self.gather.known((mould, cast), moved, text, (place, end), &self.root);
        if is_document {
            self.end_document(Extent { start: place, end: end.offset });
        } else {
            self.end_value();
        }
        Some(end)
    }

    /// Makes a mould of the document that has just ended, if all of it is one statement, with nothing odd in it.
    pub(super) fn learn(&mut self, extent: Extent) {
        let root = self.root.as_str();
        let is_all = |found: &Found| {
            let source = &found.source;
            source.start == extent.start && source.end == extent.end && *source.pointer == *root
        };
        let Some(mut found) = self.ready.pop_if(|found| is_all(found)) else { return };
        // Where the keys were told by what stands under them, other figures may tell others.
        let told = match (&found.source.plan, &self.asked) {
            (None, _) => true,
            (Some(plan), Some(_)) => reports::of(plan.dialect).is_none(),
            (Some(_), None) => false,
        };
        if told {
            self.learn_from(&mut found);
        }
        self.ready.push(found);
    }

    /// Makes a mould of the element of a list that has just ended, if it is a statement, with nothing odd in it.
    pub(super) fn learn_element(&mut self, end: u64) {
        if let Some(mut found) = self.gather.take_last(end) {
            self.learn_from(&mut found);
            self.gather.put_back(found);
        }
    }

    /// Makes a mould of a statement that was read, if that is worth it, and its text is all there.
    fn learn_from(&mut self, found: &mut Found) {
        let Found { statement, oddities, source } = found;
        let mut press = std::mem::take(&mut self.press);
        let text = self.kept(source.start.offset, source.end);
        let is_there = !self.spoilt && !text.is_empty() && text.len() as u64 <= ENOUGH;
        if is_there && press.count_down() {
            // What is cut by the end of a piece is read as ever, even if it fits.
            if press.fit(text, source.plan.as_ref()).is_none() {
                let is_for = oddities.is_empty() && Mould::is_for(statement);
                press.put(is_for.then(|| mould(statement, text)).flatten(), source.plan.clone());
            } else if let Some((mould, cast)) = press.fitted() {
                statement.lines = mould.lines(cast, mould.moved(cast, statement.place));
            }
        }
        self.press = press;
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
