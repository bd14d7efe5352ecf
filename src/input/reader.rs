//! The way in: a file's bytes, piece by piece, to its statements and oddities.

use crate::input::documents::Documents;
use crate::input::encoding::Decoder;
use crate::input::scanner::Scanner;
use crate::model::encoding::Encoding;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::place::Place;
use crate::model::reading::Reading;

/// Reads one file. The pieces may be cut anywhere; any cutting gives the same reading.
pub struct Reader {
    decoder: Decoder,
    scanner: Scanner,
    documents: Documents,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader { decoder: Decoder::new(), scanner: Scanner::with_many(), documents: Documents::default() }
    }
}

impl Reader {
    /// The file's next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        if !self.scanner.stopped() {
            self.scanner.feed(self.decoder.decode(bytes), &mut self.documents);
        }
    }

    /// What was read, once all bytes are in.
    pub fn finish(mut self) -> Reading {
        if !self.scanner.stopped() {
            self.scanner.feed(self.decoder.finish(), &mut self.documents);
            self.scanner.finish(&mut self.documents);
        }
        let mut reading = self.documents.finish();
        let encoding = self.decoder.encoding();
        if encoding != Encoding::Utf8 {
            let kind = OddityKind::Encoding(encoding);
            let place = Place { offset: 0, line: 1, column: 1 };
            reading.oddities.insert(0, Oddity { kind, place, statement: None, line: None, pointer: None });
        }
        reading
    }
}
