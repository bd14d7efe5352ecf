//! The way in: a file's bytes, piece by piece, to its statements and oddities.

use std::sync::Arc;

use crate::input::documents::Documents;
use crate::input::encoding::Decoder;
use crate::input::gather::{self, Found};
use crate::input::scanner::Scanner;
use crate::input::scanner::event::{Event, Sink};
use crate::model::encoding::Encoding;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::place::{Extent, Place};
use crate::model::source::{Plan, Source};
use crate::model::syntax::{Fault, FaultKind, Foreign};

/// Reads one file. The pieces may be cut anywhere; any cutting gives the same reading.
pub struct Reader {
    decoder: Decoder,
    scanner: Scanner,
    documents: Documents,
    beginning: Beginning,
}

/// The file's first bytes, by which it is told that it is no text at all.
enum Beginning {
    /// So far; too few to tell.
    Open(Vec<u8>),
    /// It may be text.
    Text,
    /// It is none.
    Foreign,
}

/// What is left to be told once a file has ended.
#[derive(Debug, Default)]
pub struct Rest {
    /// What was odd beside all statements, as far as it was not taken before.
    pub oddities: Vec<Oddity>,
    /// How many oddities were too many to be kept.
    pub untold: u64,
    /// How many documents, or elements of lists, were lost to faults.
    pub lost: u64,
}

impl Reader {
    /// A reader whose documents are read by `asked`, or each by what it looks like.
    pub fn new(asked: Option<Arc<Plan>>) -> Reader {
        Reader {
            decoder: Decoder::new(),
            scanner: Scanner::with_many(),
            documents: Documents::new(asked),
            beginning: Beginning::Open(Vec::new()),
        }
    }

    /// A reader for what stands from some place on, told by [`Reader::pass_to`], in a file of several documents, of which some
    /// are read elsewhere. An object begins there, and with it a line.
    pub fn amid(asked: Option<Arc<Plan>>) -> Reader {
        Reader {
            decoder: Decoder::amid(),
            scanner: Scanner::amid(),
            beginning: Beginning::Text,
            ..Reader::new(asked)
        }
    }

    /// Where it has come to, if nothing of what it read bears on an object that begins the next line.
    pub fn rests(&self) -> Option<Place> {
        self.text_from()?;
        self.scanner.rests().filter(|_| self.documents.rest())
    }

    /// What stands before `place` is read elsewhere.
    pub fn pass_to(&mut self, place: Place) {
        self.scanner.pass_to(place);
    }

    /// Whether nothing was odd beside all statements, and nothing lost.
    pub fn is_sound(&self) -> bool {
        self.documents.is_sound()
    }

    /// The file's next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        match &mut self.beginning {
            Beginning::Text => self.read(bytes),
            Beginning::Foreign => {}
            Beginning::Open(held) => {
                // The bytes are held only until there are enough.
                let (first, rest) =
                    bytes.split_at(bytes.len().min(Foreign::ENOUGH.saturating_sub(held.len())));
                held.extend_from_slice(first);
                if held.len() == Foreign::ENOUGH {
                    self.begin();
                    self.feed(rest);
                }
            }
        }
    }

    /// Enough of the file is there to tell what it is, or there is no more.
    #[cold]
    fn begin(&mut self) {
        let Beginning::Open(held) = std::mem::replace(&mut self.beginning, Beginning::Text) else { return };
        let Some(kind) = Foreign::of(&held) else { return self.read(&held) };
        self.beginning = Beginning::Foreign;
        let start = Place { offset: 0, line: 1, column: 1 };
        self.documents.fault(Fault { kind: FaultKind::Foreign(kind), place: start });
        self.documents.event(Event::EndDocument, Extent { start, end: 0 });
    }

    // The scanner is part of it: it is to be there once.
    #[inline(never)]
    fn read(&mut self, bytes: &[u8]) {
        if !self.scanner.stopped() {
            self.scanner.feed(self.decoder.decode(bytes), &mut self.documents);
        }
    }

    /// The statements that were complete since this was asked last.
    pub fn take(&mut self) -> Vec<Found> {
        self.documents.take()
    }

    /// At which byte the text begins, if it is UTF-8 as it stands.
    pub fn text_from(&self) -> Option<u64> {
        match self.decoder.encoding() {
            Encoding::Utf8 => Some(0),
            Encoding::Utf8Bom => Some(3),
            Encoding::Utf16Le | Encoding::Utf16Be => None,
        }
    }

    /// What all bytes together say; [`Reader::take`] then has the last statements.
    pub fn finish(&mut self) -> Rest {
        if matches!(self.beginning, Beginning::Open(_)) {
            self.begin();
        }
        if matches!(self.beginning, Beginning::Text) && !self.scanner.stopped() {
            self.scanner.feed(self.decoder.finish(), &mut self.documents);
            self.scanner.finish(&mut self.documents);
        }
        self.documents.end();
        let mut oddities = self.documents.take_oddities();
        let encoding = self.decoder.encoding();
        if encoding != Encoding::Utf8 {
            let kind = OddityKind::Encoding(encoding);
            let place = Place { offset: 0, line: 1, column: 1 };
            oddities.insert(0, Oddity { kind, place, statement: None, line: None, pointer: None });
        }
        Rest { oddities, untold: self.documents.untold(), lost: self.documents.lost() }
    }
}

/// Reads one statement again from the bytes of its source: the text of the file from `source.start` to `source.end`.
pub fn read_again(source: &Source, bytes: &[u8]) -> Option<Found> {
    let mut documents = Documents::of(source);
    let mut scanner = Scanner::at(source.start);
    scanner.feed(bytes, &mut documents);
    scanner.finish(&mut documents);
    documents.end();
    let mut all = documents.take();
    let is_report =
        source.plan.as_ref().is_some_and(|plan| crate::input::reports::of(plan.dialect).is_some());
    // Of a tree, those within the statement come before it.
    let at = if is_report { source.nth as usize } else { all.len().checked_sub(1)? };
    if at >= all.len() {
        return None;
    }
    let mut found = all.swap_remove(at);
    for envelope in source.envelopes.iter().flat_map(|envelopes| envelopes.iter()) {
        gather::inherit(&mut found.statement, envelope);
    }
    found.source = source.clone();
    Some(found)
}
