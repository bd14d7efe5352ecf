//! Strings, in JSON's quotes and in others.

use crate::input::scanner::event::Sink;
use crate::input::scanner::lexer::{Lexer, Mode, Quote};
use crate::input::scanner::plain::end_of_plain;
use crate::input::scanner::token::{Kind, Scalar};
use crate::model::place::Place;
use crate::model::syntax::{Expected, Found};

impl Lexer {
    /// The string that begins with `"` at `at`; answers where to go on.
    #[inline]
    pub(super) fn string(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        let bytes = text.as_bytes();
        let end = end_of_plain(bytes, at + 1);
        if bytes.get(end) != Some(&b'"') {
            return self.quoted(Quote::Double, text, at, at + 1, sink);
        }
        let plain = text.get(at + 1..end).unwrap_or_default();
        let scalar = Scalar { kind: Kind::Text, text: plain };
        self.grammar.scalar(scalar, self.lines.extent(at, end + 1), sink);
        end + 1
    }

    /// A string that begins at `at` with its text at `inner`, to be copied together.
    #[cold]
    pub(super) fn quoted(
        &mut self,
        quote: Quote,
        text: &str,
        at: usize,
        inner: usize,
        sink: &mut impl Sink,
    ) -> usize {
        self.carry(Mode::Quoted(quote), "", at);
        self.escapes.clear();
        self.quoted_on(quote, text, inner, sink)
    }

    /// Goes on with a string.
    pub(super) fn quoted_on(
        &mut self,
        quote: Quote,
        text: &str,
        mut at: usize,
        sink: &mut impl Sink,
    ) -> usize {
        loop {
            if quote == Quote::Double && self.escapes.is_idle() {
                let end = end_of_plain(text.as_bytes(), at);
                self.carry.push_str(text.get(at..end).unwrap_or_default());
                at = end;
            }
            let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                return text.len();
            };
            if matches!(character, '\n' | '\r') {
                self.end_carried(Kind::Unclosed, self.lines.offset(at), sink);
                return at;
            }
            let in_escape = self.escapes.take(character, self.lines.offset(at), &mut self.carry);
            self.tell_bad_escapes(quote, sink);
            if self.stopped() {
                return text.len();
            }
            if !in_escape && closes(quote, character) {
                at += character.len_utf8();
                self.end_carried(kind(quote), self.lines.offset(at), sink);
                return at;
            }
            if !in_escape {
                if character < ' ' && quote == Quote::Double && !self.grammar.is_debris() {
                    let place = self.lines.place(at);
                    self.grammar.faults.syntax(Found::Control(character), Expected::Escape, place, sink);
                }
                self.carry.push(character);
            }
            at += character.len_utf8();
        }
    }

    /// Other quotes come with other escapes, so nothing is said of theirs.
    fn tell_bad_escapes(&mut self, quote: Quote, sink: &mut impl Sink) {
        for bad in self.escapes.bad.drain(..) {
            if quote == Quote::Double && !self.grammar.is_debris() {
                let behind = bad.offset.saturating_sub(self.start.offset);
                let column = u64::from(self.start.column).saturating_add(behind);
                let place = Place {
                    offset: bad.offset,
                    line: self.start.line,
                    column: u32::try_from(column).unwrap_or(u32::MAX),
                };
                self.grammar.faults.syntax(Found::BadEscape(bad.written), Expected::Escape, place, sink);
            }
        }
    }
}

fn closes(quote: Quote, character: char) -> bool {
    match quote {
        Quote::Double => character == '"',
        Quote::Single => character == '\'',
        Quote::SmartDouble => matches!(character, '“' | '”' | '"'),
        Quote::SmartSingle => matches!(character, '‘' | '’' | '\''),
    }
}

fn kind(quote: Quote) -> Kind {
    match quote {
        Quote::Double => Kind::Text,
        Quote::Single => Kind::SingleQuoted,
        Quote::SmartDouble | Quote::SmartSingle => Kind::SmartQuoted,
    }
}
