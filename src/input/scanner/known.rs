//! Documents that are written like one before: handed over whole.

use crate::input::scanner::event::Sink;
use crate::input::scanner::lexer::Lexer;

impl Lexer {
    /// Hands over the document that begins at `at`, if the sink knows it; answers where to go on.
    pub(super) fn known(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> Option<usize> {
        if !self.grammar.begins_sound() {
            return None;
        }
        let length = sink.known(text.get(at..)?, self.lines.place(at))?;
        self.grammar.after_known();
        Some(at + length)
    }
}
