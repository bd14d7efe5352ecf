//! The JSON scanner: bytes to events, RFC 8259 and nothing more, never failing.
//!
//! [`Scanner`] is fed a file's UTF-8 in pieces cut anywhere and drives an [`event::Sink`]. `utf8` makes text of
//! bytes, `lexer` makes tokens of text (`quoted` with `escapes`, `bare`, `comments`; `plain` runs over what is
//! plain; `lines` knows where a byte stands; `flat` takes
//! whole objects where nothing is odd, `known` whole statements) and `grammar` makes events of tokens (`keys` knows which were met).
//! What does not fit the grammar goes to `recovery`, which tells a fault and finds a sensible way on.
//! There is no recursion and no tree of values.

use crate::input::scanner::event::Sink;
use crate::input::scanner::grammar::Grammar;
use crate::input::scanner::lexer::{Lexer, Mode};
use crate::input::scanner::lines::Lines;
use crate::input::scanner::utf8::{Piece, Utf8};
use crate::model::place::Place;

pub mod bare;
mod comments;
mod escapes;
pub mod event;
mod faults;
pub mod flat;
pub mod grammar;
mod keys;
mod known;
mod lexer;
mod lines;
pub mod plain;
mod quoted;
mod recovery;
pub mod token;
pub mod utf8;

/// Walks a JSON text and tells its values and its faults.
///
/// However the text is cut into pieces, the events, their extents and the faults are the very same. Every begin
/// has its end and every key exactly one value, also in a broken text, once [`Scanner::finish`] was called. A
/// fault is told when it is certain, so that a string that is never closed is told after what is in it.
pub struct Scanner {
    utf8: Utf8,
    lexer: Lexer,
}

impl Default for Scanner {
    fn default() -> Scanner {
        Scanner::new()
    }
}

impl Scanner {
    /// A scanner for a text of one value.
    pub fn new() -> Scanner {
        Scanner { utf8: Utf8::default(), lexer: Lexer::new(false) }
    }

    /// A scanner for a text of one value or of several, each beginning on a line of its own (NDJSON).
    pub fn with_many() -> Scanner {
        Scanner { utf8: Utf8::default(), lexer: Lexer::new(true) }
    }

    /// A scanner for a value that stands at `place` in a text.
    pub fn at(place: Place) -> Scanner {
        let mut scanner = Scanner::new();
        scanner.lexer.lines = Lines::at(place);
        scanner
    }

    /// A scanner for what stands from some place on, told by [`Scanner::pass_to`], in a text of several values, of which some
    /// are read elsewhere. An object begins there, and with it a line.
    pub fn amid() -> Scanner {
        let mut scanner = Scanner::with_many();
        scanner.lexer.grammar = Grammar::amid();
        scanner
    }

    /// Where it has come to, if nothing of what it read bears on an object that begins the next line.
    pub fn rests(&self) -> Option<Place> {
        let rests = self.utf8.rests() && self.lexer.mode == Mode::Between && self.lexer.grammar.rests();
        rests.then(|| self.lexer.lines.place(0))
    }

    /// What stands before `place` is read elsewhere.
    pub fn pass_to(&mut self, place: Place) {
        self.lexer.lines = Lines::at(place);
    }

    /// The text's next bytes.
    pub fn feed(&mut self, bytes: &[u8], sink: &mut impl Sink) {
        let mut rest = bytes;
        while !self.lexer.stopped() {
            match self.utf8.next(&mut rest) {
                Some(Piece::Text(text)) => text_of(&mut self.lexer, text, sink),
                Some(Piece::Bad { byte, length, first }) => {
                    sink.bad();
                    self.lexer.bad(byte, length, first, sink);
                }
                None => return,
            }
        }
    }

    /// The end of the text: tells what is missing and closes what is open.
    pub fn finish(&mut self, sink: &mut impl Sink) {
        if let Some(Piece::Bad { byte, length, first }) = self.utf8.finish()
            && !self.lexer.stopped()
        {
            self.lexer.bad(byte, length, first, sink);
        }
        self.lexer.finish(sink);
    }

    /// Whether reading stopped for good; further bytes are ignored.
    ///
    /// That is so after nesting past the cap, after more faults than are listed, in a text that begins like
    /// markup, and behind the only value of a text of one value.
    pub fn stopped(&self) -> bool {
        self.lexer.stopped()
    }
}

/// Reads a text, cut where the sink wants it to be.
fn text_of(lexer: &mut Lexer, mut text: &str, sink: &mut impl Sink) {
    while !text.is_empty() && !lexer.stopped() {
        let offset = lexer.lines.offset(0);
        let (next, rest) = text.split_at_checked(sink.cut(text, offset)).unwrap_or((text, ""));
        sink.text(next, offset);
        lexer.text(next, sink);
        text = rest;
    }
}
