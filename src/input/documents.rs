//! Takes a file's events document by document, settles how each is read, and hands over its statements.
//!
//! A document is read by the canonical keys at once, and its text is kept meanwhile. Where that does not convince, at its
//! end or once its beginning is long enough to judge by, it is looked at as an outline, and read again in the shape that
//! is found there. How a document is read depends on nothing but the document, so that cutting a file differently, or
//! reading one statement of it alone, changes nothing.

use std::sync::Arc;

use crate::input::encoding::Decoder;
use crate::input::gather::{Found, Gather, finish};
use crate::input::infer;
use crate::input::mould::making::Making;
use crate::input::mould::press::Press;
use crate::input::outline::Outline;
use crate::input::reports::{self, ReportShape};
use crate::input::scanner::Scanner;
use crate::input::scanner::utf8::BLOCK;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::place::{Extent, Place};
use crate::model::source::{Plan, Source};

mod known;
mod sink;

/// How much of a document's beginning is enough to settle how it is read, in bytes.
const ENOUGH: u64 = 256 << 10;

// A stretch of text is cut where that much of a document is in it if the document begins before the stretch.
const _: () = assert!(BLOCK as u64 <= ENOUGH);

/// How many oddities beside the statements are kept between two times that they are handed over.
const MOST_ODDITIES: usize = 10_000;

/// How the current document is read.
enum Mode {
    /// There is none.
    Between,
    /// By the canonical keys, which is not settled yet.
    Open,
    /// As a tree, which is settled.
    Tree,
    /// As a report, once all of it is there.
    Report(&'static ReportShape, Vec<String>, Box<Outline>),
    /// To be looked at.
    Outline(Box<Outline>),
    /// A second time, as a tree; nothing is handed over yet.
    Second,
    /// A second time, for what may be different in another.
    Mould(Box<Making>),
}

/// Takes a file's events and finds its statements.
pub struct Documents {
    /// How every document is to be read; settled for each by itself without it.
    asked: Option<Arc<Plan>>,
    /// The pointer of the document's root, and whether it is that of a statement that is read by itself.
    root: String,
    alone: bool,
    mode: Mode,
    gather: Gather,
    /// Where the document begins.
    start: Place,
    /// The text from somewhere before the document's start, or of the current stretch, and the offset of its first byte.
    text: String,
    text_start: u64,
    /// Whether the text could not be kept as it was.
    spoilt: bool,
    /// Whether a fault was told since the document, or the element of its list, began; and what was there before it.
    broken: bool,
    /// How many statements of the document were handed over.
    given: usize,
    element: (usize, usize),
    ready: Vec<Found>,
    press: Press,
    oddities: Vec<Oddity>,
    /// How many oddities were not kept, and how many documents, or elements of lists, were lost to faults.
    untold: u64,
    lost: u64,
}

impl Documents {
    /// For a file; `asked` is how its documents are to be read, if a person chose.
    pub fn new(asked: Option<Arc<Plan>>) -> Documents {
        Documents {
            asked,
            root: String::new(),
            alone: false,
            mode: Mode::Between,
            gather: Gather::default(),
            start: Place::default(),
            text: String::new(),
            text_start: 0,
            spoilt: false,
            broken: false,
            given: 0,
            element: (0, 0),
            ready: Vec::new(),
            press: Press::default(),
            oddities: Vec::new(),
            untold: 0,
            lost: 0,
        }
    }

    /// For the value of one source alone.
    pub fn of(source: &Source) -> Documents {
        let root = source.pointer.to_string();
        let plan = source.plan.clone().unwrap_or_default();
        Documents { root, alone: true, ..Documents::new(Some(plan)) }
    }

    /// An outline of the first document of a text.
    pub fn look(bytes: &[u8]) -> Outline {
        let mut documents = Documents::new(None);
        documents.mode = Mode::Outline(Box::default());
        let mut decoder = Decoder::new();
        Scanner::new().feed(decoder.decode(bytes), &mut documents);
        match documents.mode {
            Mode::Outline(outline) => *outline,
            _ => Outline::default(),
        }
    }

    /// The statements that are complete.
    pub fn take(&mut self) -> Vec<Found> {
        std::mem::take(&mut self.ready)
    }

    /// What was odd beside the statements so far.
    pub fn take_oddities(&mut self) -> Vec<Oddity> {
        std::mem::take(&mut self.oddities)
    }

    /// How many oddities beside the statements were too many to be kept.
    pub fn untold(&self) -> u64 {
        self.untold
    }

    /// How many documents were lost to faults.
    pub fn lost(&self) -> u64 {
        self.lost
    }

    /// Whether nothing was odd beside the statements, and nothing lost.
    pub fn is_sound(&self) -> bool {
        self.oddities.is_empty() && self.untold == 0 && self.lost == 0
    }

    /// Whether no document is open.
    pub fn rest(&self) -> bool {
        matches!(self.mode, Mode::Between) && !self.broken
    }

    /// The file has ended; it may have been cut off within a document.
    pub fn end(&mut self) {
        if !matches!(self.mode, Mode::Between) {
            self.end_document(Extent { start: self.start, end: self.start.offset });
        }
    }

    fn begin_document(&mut self, place: Place) {
        self.start = place;
        self.spoilt = false;
        self.given = 0;
        self.element = (0, 0);
        self.mode = match &self.asked {
            None => Mode::Open,
            Some(plan) => match reports::of(plan.dialect) {
                Some(shape) => Mode::Report(shape, plan.evidence.clone(), Box::default()),
                None => Mode::Tree,
            },
        };
        let plan = self.plan_asked();
        let gather = if self.alone { Gather::within(plan) } else { Gather::new(plan) };
        self.gather = gather.expecting(self.gather.size());
    }

    /// The plan by which a tree is to be read; the canonical keys need none.
    fn plan_asked(&self) -> Option<Arc<Plan>> {
        self.asked.clone().filter(|plan| **plan != Plan::default())
    }

    /// Where in the text that comes next, and stands at this offset, there is enough of a document to settle how it is read:
    /// always at the same place of the document, however the text is cut.
    fn enough_in(&self, text: &str, offset: u64) -> Option<usize> {
        let more = (self.start.offset + ENOUGH).saturating_sub(offset);
        let more = usize::try_from(more).ok().filter(|more| *more < text.len());
        more.filter(|_| matches!(self.mode, Mode::Open)).map(|more| text.floor_char_boundary(more))
    }

    /// Looks at the document as far as its text is there, and reads it again in the shape that is found, if any is.
    fn settle(&mut self, end: u64) {
        let text = self.kept(self.start.offset, end);
        if self.gather.convinces() || self.spoilt || text.is_empty() {
            self.mode = Mode::Tree;
            return;
        }
        let outline = Documents::new(None).feed(Mode::Outline(Box::default()), self.start, text);
        let Mode::Outline(outline) = outline.mode else { return };
        let mut seen = outline.clone();
        seen.seal();
        if let Some((shape, evidence)) = reports::recognise(&seen) {
            self.mode = Mode::Report(shape, evidence, outline);
            return;
        }
        if let Some(plan) = infer::plan(&seen) {
            let mut again = Documents::new(None);
            again.gather = Gather::new(Some(Arc::new(plan)));
            again.root.clone_from(&self.root);
            let again = again.feed(Mode::Second, self.start, text);
            self.element = again.gather.counts();
            self.gather = again.gather;
        }
        self.mode = Mode::Tree;
    }

    /// Reads a text that stands at `place` in this mode only. What reads is the same as for the file, so that there is one
    /// program for both.
    fn feed(mut self, mode: Mode, place: Place, text: &str) -> Documents {
        self.mode = mode;
        Scanner::at(place).feed(text.as_bytes(), &mut self);
        self
    }

    /// The text between two offsets, if it was kept.
    fn kept(&self, from: u64, end: u64) -> &str {
        let at = |offset: u64| {
            offset.checked_sub(self.text_start).and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX)
        };
        self.text.get(at(from)..at(end).min(self.text.len())).unwrap_or_default()
    }

    fn end_document(&mut self, extent: Extent) {
        if matches!(self.mode, Mode::Open) && !self.broken {
            self.settle(extent.end);
        }
        if self.broken {
            let (found, oddities) = self.element;
            self.gather.take_back(found, oddities);
            self.lost += 1;
        }
        let broken = std::mem::take(&mut self.broken);
        self.end_mode(extent);
        let empty = self.oddities.iter().any(|oddity| oddity.kind == OddityKind::EmptyReport);
        let nothing = !broken && !empty && self.given == 0;
        if let Some(asked) = self.asked.as_ref().filter(|_| nothing) {
            let kind = OddityKind::FitsNothing(asked.dialect);
            self.oddities.retain(|oddity| !matches!(oddity.kind, OddityKind::NoStatement { .. }));
            self.keep(vec![Oddity { kind, place: extent.start, statement: None, line: None, pointer: None }]);
        }
        self.gather = Gather::default().expecting(self.gather.size());
    }

    /// Hands over what was read of the document.
    fn end_mode(&mut self, extent: Extent) {
        match std::mem::replace(&mut self.mode, Mode::Between) {
            // What was asked for need not be what is there.
            Mode::Report(shape, _, outline)
                if self.asked.is_some() && outline.is_whole() && (shape.recognise)(&outline).is_none() => {}
            Mode::Report(shape, evidence, outline) if outline.is_whole() => {
                self.read_report(shape, evidence, &outline, extent);
            }
            Mode::Report(_, _, outline) if !outline.is_broken() => {
                let kind = OddityKind::TooLarge;
                self.keep(vec![Oddity {
                    kind,
                    place: extent.start,
                    statement: None,
                    line: None,
                    pointer: None,
                }]);
            }
            Mode::Report(..) => {}
            Mode::Between | Mode::Open | Mode::Tree | Mode::Outline(_) | Mode::Second | Mode::Mould(_) => {
                self.hand_over(true);
                let oddities = self.gather.release_oddities();
                self.keep(oddities);
            }
        }
    }

    fn read_report(&mut self, shape: &ReportShape, evidence: Vec<String>, outline: &Outline, extent: Extent) {
        let reading = (shape.read)(outline);
        let plan = Arc::new(Plan { dialect: shape.dialect, mapping: None, evidence });
        let mut own: Vec<Vec<Oddity>> = reading.statements.iter().map(|_| Vec::new()).collect();
        let mut oddities = Vec::new();
        for oddity in reading.oddities {
            match oddity.statement.and_then(|at| own.get_mut(at as usize)) {
                Some(own) => own.push(oddity),
                None => oddities.push(oddity),
            }
        }
        for ((nth, mut statement), own) in (0_u32..).zip(reading.statements).zip(own) {
            if statement.lines.is_full() {
                let (kind, pointer) = (OddityKind::TooManyLines, Some(statement.pointer));
                oddities.push(Oddity { kind, place: extent.start, statement: None, line: None, pointer });
                continue;
            }
            finish(&mut statement);
            statement.dialect = plan.dialect;
            statement.evidence.clone_from(&plan.evidence);
            let source = Source {
                start: extent.start,
                end: extent.end,
                nth,
                plan: Some(Arc::clone(&plan)),
                envelopes: None,
                pointer: self.root.as_str().into(),
            };
            self.given += 1;
            self.ready.push(Found { statement, oddities: own, source });
        }
        self.keep(oddities);
    }

    fn keep(&mut self, oddities: Vec<Oddity>) {
        for oddity in oddities {
            if self.oddities.len() < MOST_ODDITIES {
                self.oddities.push(oddity);
            } else {
                self.untold += 1;
            }
        }
    }

    /// The statements that need not wait any longer, of a document that has ended or goes on, are ready.
    fn hand_over(&mut self, ended: bool) {
        let found = self.gather.release(ended);
        self.given += found.len();
        self.ready.extend(found);
    }

    /// An object or array has ended.
    fn end_value(&mut self) {
        if !self.gather.in_element() {
            self.end_element();
        } else if self.gather.is_full() && matches!(self.mode, Mode::Tree) && !self.broken {
            // What waits within a long envelope need not wait for all of it.
            self.hand_over(false);
            self.element = self.gather.counts();
        }
    }

    /// An element of the document's own list begins or has ended: those before it stand for themselves.
    fn end_element(&mut self) {
        if self.broken {
            let (found, oddities) = self.element;
            self.gather.take_back(found, oddities);
            self.lost += 1;
            self.broken = false;
        }
        if matches!(self.mode, Mode::Tree) {
            self.hand_over(false);
            let oddities = self.gather.release_oddities();
            self.keep(oddities);
        }
        self.element = self.gather.counts();
    }
}
