//! Documents, and objects of lists, that are written like one before: handed over whole.

use crate::input::scanner::event::Sink;
use crate::input::scanner::lexer::Lexer;

impl Lexer {
    /// Hands over the object that begins at `at`, if the sink knows it; answers where to go on.
    pub(super) fn known(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> Option<usize> {
        let start = self.lines.place(at);
        if !self.grammar.may_be_known(start) {
            return None;
        }
        let end = sink.known(text.get(at..)?, start)?;
        self.lines.come_to(end);
        self.grammar.after_known();
        usize::try_from(end.offset - start.offset).ok().map(|length| at + length)
    }
}
