//! What the scanner tells whoever reads a document: values in file order, and faults.

use crate::input::scanner::flat::Flat;
use crate::model::place::{Extent, Place};
use crate::model::syntax::Fault;

/// One step through a JSON text, in file order. Text borrowed from the scanner is valid during the call only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// `{`; its extent is the bracket alone.
    BeginObject,
    /// `}` (or where the object was taken to end); its extent is the bracket alone.
    EndObject,
    /// `[`
    BeginArray,
    /// `]`
    EndArray,
    /// A key, unescaped. `repeated` if the same object already had it.
    Key {
        /// The key's text, unescaped.
        text: &'a str,
        /// Whether this object had the key before.
        repeated: bool,
    },
    /// A string value, unescaped.
    Text(&'a str),
    /// A number, as written, valid by RFC 8259.
    Number(&'a str),
    /// `true` or `false`
    Boolean(bool),
    /// `null`
    Null,
    /// A value that could not be read; a fault was told before. It keeps keys and values in step.
    Unreadable,
    /// A top-level value is complete, and this its extent; any fault since the last such event belongs to it.
    EndDocument,
}

/// Receives what the scanner finds. Must not fail: oddities are recorded.
pub trait Sink {
    /// How many bytes of the text that comes next, and stands at this offset, are to be taken by themselves: more than none,
    /// and not within a character.
    fn cut(&self, text: &str, offset: u64) -> usize {
        let _ = offset;
        text.len()
    }
    /// The text that the next steps are taken from begins with `text`, at this offset. Whoever wants to read something a
    /// second time keeps it.
    fn text(&mut self, text: &str, offset: u64) {
        let _ = (text, offset);
    }
    /// Some bytes of the text are no UTF-8, and stand in no `text`.
    fn bad(&mut self) {}
    /// The next step. `extent` covers the token, quotes included.
    fn event(&mut self, event: Event<'_>, extent: Extent);
    /// Whether a plain object of the list that is open may be handed over as one.
    fn takes_flat(&self) -> bool {
        false
    }
    /// A plain object of a list, in place of the steps it has; whether it is taken. If it is not, they come.
    fn flat(&mut self, object: &Flat<'_>) -> bool {
        let _ = object;
        false
    }
    /// A document, or an object of a list, that the text begins with, which stands at `place`, all of it and without a fault:
    /// where it ends, if it is taken. If it is not, its steps come.
    fn known(&mut self, text: &str, place: Place) -> Option<Place> {
        let _ = (text, place);
        None
    }
    /// A place where the text is not JSON.
    fn fault(&mut self, fault: Fault);
}
