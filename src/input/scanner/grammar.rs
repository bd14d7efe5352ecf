//! Makes events of tokens, with an explicit stack.

use crate::input::scanner::event::{Event, Sink};
use crate::input::scanner::faults::Faults;
use crate::input::scanner::keys::Keys;
use crate::input::scanner::token::{Kind, Scalar};
use crate::model::place::{Extent, Place};
use crate::model::syntax::{Expected, FaultKind, Found};

/// How many objects and arrays may be open at once.
pub const DEEPEST: usize = 512;

/// How many may be open around an object that is handed over whole.
pub const DEEPEST_KNOWN: usize = 256;

/// What the grammar waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// A top-level value.
    Document,
    /// An array's first value, or its end.
    First,
    /// A value behind a comma in an array.
    Item,
    /// A comma in an array, or its end.
    AfterItem,
    /// An object's first key, or its end.
    FirstKey,
    /// A key behind a comma.
    NextKey,
    /// The colon behind a key.
    Colon,
    /// The value behind a colon.
    Value,
    /// A comma in an object, or its end.
    AfterMember,
    /// Nothing more, or a line end and the next document.
    Nothing,
}

impl State {
    pub(super) fn expected(self) -> Expected {
        match self {
            State::Document | State::Item | State::Value => Expected::Value,
            State::First => Expected::ValueOrClose,
            State::AfterItem => Expected::CommaOrCloseArray,
            State::FirstKey => Expected::KeyOrClose,
            State::NextKey => Expected::Key,
            State::Colon => Expected::Colon,
            State::AfterMember => Expected::CommaOrCloseObject,
            State::Nothing => Expected::End,
        }
    }
}

/// The two kinds of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracket {
    /// `{}`
    Object,
    /// `[]`
    Array,
}

/// An object or array that is open.
pub(super) struct Level {
    pub(super) bracket: Bracket,
    pub(super) start: Place,
}

/// Something that is a key if a colon follows, though it does not look or stand like one.
#[derive(Default)]
pub(super) struct Held {
    pub(super) waits: bool,
    pub(super) text: String,
    pub(super) extent: Extent,
}

/// Where in the grammar the text has come to.
pub struct Grammar {
    pub(super) many: bool,
    pub(super) state: State,
    pub(super) levels: Vec<Level>,
    pub(super) keys: Keys,
    pub(super) faults: Faults,
    /// A fault was told here and what follows is its debris, until something fits again.
    pub(super) quiet: bool,
    /// Levels from this one up have no place in the tree; no events are made of them.
    pub(super) muted_from: usize,
    /// Where the debris so far ends, if that of a string that a line end tore.
    pub(super) torn: Option<u64>,
    /// Whether the fault was a bracket of the wrong kind, passed over.
    pub(super) wrong_close: bool,
    pub(super) held: Held,
    pub(super) comma: Place,
    /// Where something stands in place of a document.
    pub(super) junk: Option<Place>,
    pub(super) documents: u64,
}

impl Grammar {
    /// At the start of a text, of several documents if `many`.
    pub fn new(many: bool) -> Grammar {
        Grammar {
            many,
            state: State::Document,
            levels: Vec::new(),
            keys: Keys::default(),
            faults: Faults::default(),
            quiet: false,
            muted_from: usize::MAX,
            torn: None,
            wrong_close: false,
            held: Held::default(),
            comma: Place::default(),
            junk: None,
            documents: 0,
        }
    }

    /// Whether further text is ignored.
    #[inline]
    pub fn stopped(&self) -> bool {
        self.faults.stopped().is_some()
    }

    /// At the start of a line in a text of several documents, of which some were read elsewhere.
    pub fn amid() -> Grammar {
        let mut grammar = Grammar { documents: 1, ..Grammar::new(true) };
        grammar.faults.begun();
        grammar
    }

    /// Whether nothing of what was read bears on an object that begins the next line.
    pub fn rests(&self) -> bool {
        self.many && self.at_top() && self.junk.is_none() && self.faults.rest()
    }

    /// Whether no object or array is open.
    #[inline]
    pub fn at_top(&self) -> bool {
        self.levels.is_empty()
    }

    /// Whether an object at this place may be read in one step: it stands in a list, and nothing is odd.
    #[inline]
    pub fn may_be_flat(&self, place: Place) -> bool {
        let plain = !self.quiet && !self.held.waits && self.muted_from == usize::MAX;
        matches!(self.state, State::First | State::Item) && plain && (place.column > 1 || !self.many)
    }

    /// Whether an object may begin, and a list in it.
    #[inline]
    pub fn has_room_for(&self, list: bool) -> bool {
        self.levels.len() + 1 + usize::from(list) <= DEEPEST
    }

    /// Whether an object at this place may be handed over whole: a document, or what stands in a list not very far down,
    /// where nothing of what was read bears on it.
    pub fn may_be_known(&self, place: Place) -> bool {
        let document = self.state == State::Document && !self.quiet && !self.held.waits && self.rests();
        document
            || (self.may_be_flat(place) && self.levels.len() < DEEPEST_KNOWN && !self.faults.in_document())
    }

    /// An object without a fault was handed over whole.
    pub fn after_known(&mut self) {
        self.after_value();
        if self.at_top() {
            self.documents += 1;
            self.wrong_close = false;
            self.faults.end_document();
        }
    }

    /// An object was read in one step.
    #[inline]
    pub fn after_flat(&mut self) {
        self.after_value();
    }

    /// A bracket was read with what stands around it, and is open.
    pub fn enter(&mut self, bracket: Bracket, start: Place) {
        self.levels.push(Level { bracket, start });
        self.state = match bracket {
            Bracket::Object => State::FirstKey,
            Bracket::Array => State::First,
        };
        if bracket == Bracket::Object {
            self.keys.open();
        }
    }

    /// A string, number or word.
    #[inline]
    pub fn scalar(&mut self, scalar: Scalar<'_>, extent: Extent, sink: &mut impl Sink) {
        match self.state {
            State::FirstKey | State::NextKey if scalar.kind == Kind::Text => {
                self.key(scalar.text, extent, sink);
                self.state = State::Colon;
                self.quiet = false;
            }
            State::First | State::Item | State::Value if scalar.is_json() => self.value(scalar, extent, sink),
            State::Document if scalar.is_json() && !self.quiet => self.value(scalar, extent, sink),
            _ => self.recover_scalar(scalar, extent, sink),
        }
    }

    /// `{` or `[`
    #[inline]
    pub fn open(&mut self, bracket: Bracket, extent: Extent, sink: &mut impl Sink) {
        if extent.start.column == 1 && self.many && bracket == Bracket::Object && !self.at_top() {
            self.give_up_line(extent.start, sink);
        }
        match self.state {
            State::First | State::Item | State::Value => self.push(bracket, extent, sink),
            _ => self.recover_open(bracket, extent, sink),
        }
    }

    /// `}` or `]`
    #[inline]
    pub fn close(&mut self, bracket: Bracket, extent: Extent, sink: &mut impl Sink) {
        let fits = match self.state {
            State::First | State::AfterItem => bracket == Bracket::Array,
            State::FirstKey | State::AfterMember => bracket == Bracket::Object,
            _ => false,
        };
        if fits { self.pop(extent, sink) } else { self.recover_close(bracket, extent, sink) }
    }

    /// `,`
    #[inline]
    pub fn comma(&mut self, place: Place, sink: &mut impl Sink) {
        self.state = match self.state {
            State::AfterItem => State::Item,
            State::AfterMember => State::NextKey,
            _ => return self.recover_comma(place, sink),
        };
        self.comma = place;
        self.held.waits = false;
        self.quiet = false;
    }

    /// `:`
    #[inline]
    pub fn colon(&mut self, place: Place, sink: &mut impl Sink) {
        if self.state == State::Colon && !self.held.waits {
            self.state = State::Value;
            self.quiet = false;
        } else {
            self.recover_colon(place, sink);
        }
    }

    /// A line ends.
    #[inline]
    pub fn line_end(&mut self, place: Place, sink: &mut impl Sink) {
        if self.many && self.at_top() {
            self.close_junk(place, sink);
            self.state = State::Document;
        }
    }

    /// The end of the text. `cut` is what was expected if it stands within a token, and none if it stands between
    /// two; `told` if a fault was told for it already.
    pub fn finish(&mut self, end: Place, cut: Option<Expected>, told: bool, sink: &mut impl Sink) {
        if !self.stopped() && !told {
            let unread = self.state == State::Document && self.documents == 0 && self.junk.is_none();
            let closed_wrongly = self.levels.len() == 1 && self.quiet && self.wrong_close;
            if (!self.at_top() && !closed_wrongly) || unread {
                let open = u32::try_from(self.levels.len()).unwrap_or(u32::MAX);
                let since = self.levels.last().map(|level| level.start);
                let expected = cut.unwrap_or(self.state.expected());
                self.faults.syntax(Found::End { open, since }, expected, end, sink);
            }
        }
        let end = self.faults.stopped().unwrap_or(end);
        self.fill(end, sink);
        while !self.at_top() {
            self.pop(nothing_at(end), sink);
        }
        self.close_junk(end, sink);
    }

    /// Tells the sink, unless what is read has no place in the tree.
    #[inline]
    pub(super) fn emit(&self, event: Event<'_>, extent: Extent, sink: &mut impl Sink) {
        if self.levels.len() <= self.muted_from {
            sink.event(event, extent);
        }
    }

    #[inline]
    pub(super) fn key(&mut self, text: &str, extent: Extent, sink: &mut impl Sink) {
        let repeated = self.keys.add(text);
        self.emit(Event::Key { text, repeated }, extent, sink);
    }

    #[inline]
    pub(super) fn value(&mut self, scalar: Scalar<'_>, extent: Extent, sink: &mut impl Sink) {
        self.emit(scalar.event(), extent, sink);
        self.quiet = false;
        self.after_value();
        if self.at_top() {
            self.end_document(extent, sink);
        }
    }

    #[inline]
    pub(super) fn push(&mut self, bracket: Bracket, extent: Extent, sink: &mut impl Sink) {
        if self.levels.len() == DEEPEST {
            self.faults.tell(FaultKind::TooDeep, extent.start, sink);
            self.faults.stop(extent.start);
            return;
        }
        self.enter(bracket, extent.start);
        let event = match bracket {
            Bracket::Object => Event::BeginObject,
            Bracket::Array => Event::BeginArray,
        };
        self.emit(event, extent, sink);
        self.quiet = false;
    }

    #[inline]
    pub(super) fn pop(&mut self, extent: Extent, sink: &mut impl Sink) {
        let Some(level) = self.levels.pop() else { return };
        let event = match level.bracket {
            Bracket::Object => Event::EndObject,
            Bracket::Array => Event::EndArray,
        };
        if level.bracket == Bracket::Object {
            self.keys.close();
        }
        if self.levels.len() == self.muted_from {
            self.muted_from = usize::MAX;
        } else {
            self.emit(event, extent, sink);
        }
        self.held.waits = false;
        self.quiet = false;
        self.after_value();
        if self.at_top() {
            self.end_document(Extent { start: level.start, end: extent.end }, sink);
        }
    }

    #[inline]
    fn after_value(&mut self) {
        self.state = match self.levels.last() {
            None => State::Nothing,
            Some(Level { bracket: Bracket::Object, .. }) => State::AfterMember,
            Some(Level { bracket: Bracket::Array, .. }) => State::AfterItem,
        };
    }

    pub(super) fn end_document(&mut self, extent: Extent, sink: &mut impl Sink) {
        self.documents += 1;
        self.wrong_close = false;
        self.faults.end_document();
        sink.event(Event::EndDocument, extent);
    }
}

/// The extent of something that is not there.
pub(super) fn nothing_at(place: Place) -> Extent {
    Extent { start: place, end: place.offset }
}
