//! A statement for which there is no room.

use crate::input::tree::{Frame, TreeReader};
use crate::input::unknown::UnknownFields;
use crate::model::lines::Lines;

impl TreeReader {
    /// Lets go of all that was read of it, so that what comes after it has the memory. Nothing can be said of a part.
    pub(super) fn let_go(&mut self) {
        self.too_large = true;
        self.statement.lines = Lines::default();
        self.statement.sections = Vec::new();
        self.statement.currencies = Vec::new();
        self.oddities = Vec::new();
        (self.unknown, self.aside) = (UnknownFields::default(), UnknownFields::default());
        for frame in self.frames.iter_mut().skip(1) {
            *frame = Frame::Skip;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::input::scanner::Scanner;
    use crate::input::scanner::event::{Event, Sink};
    use crate::input::tree::{Outcome, TreeReader};
    use crate::model::lines::Lines;
    use crate::model::lines::room::{Room, Size};
    use crate::model::place::{Extent, Place};
    use crate::model::syntax::Fault;

    struct Reader(TreeReader, bool);

    impl Sink for Reader {
        fn text(&mut self, _: &str, _: u64) {}
        fn fault(&mut self, fault: Fault) {
            panic!("{fault:?}");
        }
        fn bad(&mut self) {}
        fn event(&mut self, event: Event<'_>, extent: Extent) {
            // The reader begins within the object.
            if std::mem::replace(&mut self.1, true) && event != Event::EndDocument {
                self.0.event(event, extent);
            }
        }
    }

    /// A sheet of six lines and 49 bytes of names and ids, read with so much room.
    fn read(lines: u32, text: u32) -> Outcome {
        let sheet = r#"{"assets": {"name": "Assets", "value": 3, "items": [
            {"name": "Cash", "account_id": "1", "value": 1}, {"name": "Bank", "account_id": "2", "value": 2}]},
            "liabilities": {"name": "Liabilities", "value": 1, "extra": {"name": [1]}},
            "equity": {"name": "Equity", "value": 2, "items": [{"name": "Capital accounts", "value": 2}]}}"#;
        let mut reader = TreeReader::new(None, 0, String::new(), Place::default(), Size::default());
        reader.statement.lines = Lines::with_room(Room { lines, text });
        let mut sink = Reader(reader, false);
        let mut scanner = Scanner::new();
        scanner.feed(sheet.as_bytes(), &mut sink);
        scanner.finish(&mut sink);
        sink.0.finish()
    }

    #[test]
    fn what_fits_exactly_is_read_and_what_does_not_is_let_go_of() {
        let whole = read(6, 49);
        assert_eq!((whole.statement.lines.len(), whole.too_large), (6, false));
        for (lines, text) in [(5, 49), (6, 48), (1, 49), (6, 0), (0, 0)] {
            let outcome = read(lines, text);
            assert!(outcome.too_large && outcome.is_statement, "{lines} {text}");
            assert!(outcome.statement.lines.is_empty() && outcome.statement.sections.is_empty());
            assert!(outcome.oddities.is_empty());
        }
    }
}
