//! Comments, which JSON does not have.

use crate::input::scanner::event::Sink;
use crate::input::scanner::lexer::{Lexer, Mode};

impl Lexer {
    /// What follows a slash: a comment, or anything else.
    pub(super) fn slash_on(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        self.mode = Mode::Between;
        match text.as_bytes().get(at) {
            None => {
                self.mode = Mode::Slash;
                at
            }
            Some(b'/') => {
                self.grammar.comment(self.start, sink);
                self.line_comment_on(text, at + 1)
            }
            Some(b'*') => {
                self.grammar.comment(self.start, sink);
                self.block_comment_on(false, text, at + 1, sink)
            }
            Some(_) => {
                self.grammar.stray('/', self.start, sink);
                at
            }
        }
    }

    /// Goes on to the line's end.
    pub(super) fn line_comment_on(&mut self, text: &str, at: usize) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find(['\n', '\r']);
        self.mode = if end.is_some() { Mode::Between } else { Mode::LineComment };
        end.map_or(text.len(), |length| at + length)
    }

    /// Goes on to `*/`; `star` right behind a `*`.
    pub(super) fn block_comment_on(
        &mut self,
        mut star: bool,
        text: &str,
        mut at: usize,
        sink: &mut impl Sink,
    ) -> usize {
        while let Some(&byte) = text.as_bytes().get(at) {
            if star && byte == b'/' {
                self.mode = Mode::Between;
                return at + 1;
            }
            star = byte == b'*';
            at = if matches!(byte, b'\n' | b'\r') { self.line_end(byte, at, sink) } else { at + 1 };
        }
        self.mode = Mode::BlockComment { star };
        at
    }
}
