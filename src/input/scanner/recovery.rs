//! Tells what does not fit the grammar, once, and finds a sensible way on.

use crate::input::scanner::event::{Event, Sink};
use crate::input::scanner::grammar::{Bracket, Grammar, State, nothing_at};
use crate::input::scanner::token::{Kind, Scalar};
use crate::model::place::{Extent, Place};
use crate::model::syntax::{Expected, FaultKind, Found, Shape};

impl Grammar {
    /// Whether a string here would be passed over in silence, and the faults in it with it.
    pub fn is_debris(&self) -> bool {
        let wanted = match self.state {
            State::First | State::Item | State::Value | State::FirstKey | State::NextKey => true,
            State::Colon => !self.held.waits,
            State::AfterItem | State::AfterMember | State::Document | State::Nothing => false,
        };
        self.quiet && !wanted
    }

    /// Whether this is behind or in place of a document, after a fault was told for that.
    pub fn is_lost(&self) -> bool {
        self.quiet && self.at_top()
    }

    /// Whether the quote at `offset` closes a string that a line end tore, so that it opens none: it stands right
    /// behind what was the string's next line.
    #[inline]
    pub fn closes_torn(&mut self, offset: u64) -> bool {
        self.quiet && self.torn.take_if(|end| *end == offset).is_some()
    }

    /// A character that begins no token.
    pub fn stray(&mut self, found: char, place: Place, sink: &mut impl Sink) {
        // Markup never turns into JSON.
        let markup = found == '<' && self.state == State::Document && self.documents == 0 && !self.quiet;
        self.torn = self.torn.filter(|_| self.quiet).map(|_| place.offset + found.len_utf8() as u64);
        self.misplaced(Found::Char(found), place, sink);
        if markup {
            self.faults.stop(place);
        }
    }

    /// A run of bytes that are no UTF-8, outside of any token.
    pub fn bad_bytes(&mut self, byte: u8, place: Place, sink: &mut impl Sink) {
        self.not_utf8(byte, place, sink);
        self.debris(place);
    }

    /// A run of bytes that are no UTF-8.
    pub fn not_utf8(&mut self, byte: u8, place: Place, sink: &mut impl Sink) {
        if !self.is_lost() {
            self.faults.tell(FaultKind::NotUtf8 { byte }, place, sink);
        }
    }

    /// A comment begins.
    pub fn comment(&mut self, place: Place, sink: &mut impl Sink) {
        if !self.is_lost() {
            self.faults.syntax(Found::Comment, Expected::NoComment, place, sink);
        }
    }

    #[cold]
    pub(super) fn recover_scalar(&mut self, scalar: Scalar<'_>, extent: Extent, sink: &mut impl Sink) {
        let state = self.state;
        if !self.quiet {
            self.wrong_close = false;
            if let Some(found) = scalar.found() {
                self.faults.syntax(found, scalar.expected(state.expected()), extent.start, sink);
            }
            if self.stopped() {
                return;
            }
        }
        let quiet = self.quiet;
        let torn = if quiet { self.torn.is_some() } else { scalar.kind == Kind::Unclosed };
        self.torn = torn.then_some(extent.end);
        let fits = match state {
            State::First | State::Item | State::Value => true,
            State::Colon => !self.held.waits,
            State::AfterItem | State::Document => scalar.is_clear() && !quiet,
            State::Nothing => scalar.is_clear() && !quiet && self.many,
            State::FirstKey | State::NextKey | State::AfterMember => false,
        };
        match state {
            _ if fits => self.value(scalar, extent, sink),
            State::FirstKey | State::NextKey | State::Colon => {
                self.hold(scalar.text, extent);
                self.state = State::Colon;
            }
            State::AfterMember => self.hold(scalar.text, extent),
            State::Document | State::Nothing => return self.debris(extent.start),
            State::First | State::Item | State::Value | State::AfterItem => {}
        }
        // What follows a missing comma is as good as any; what follows a word may belong to it.
        self.quiet = !(state == State::AfterItem && !quiet && scalar.is_json());
    }

    #[cold]
    pub(super) fn recover_open(&mut self, bracket: Bracket, extent: Extent, sink: &mut impl Sink) {
        let place = extent.start;
        let shape = match bracket {
            Bracket::Object => Shape::Object,
            Bracket::Array => Shape::Array,
        };
        match self.state {
            State::Document if self.may_begin_here(place) => {
                self.junk = None;
                return self.push(bracket, extent, sink);
            }
            State::Document => return,
            _ => self.complain(Found::Value(shape), place, sink),
        }
        if self.stopped() {
            return;
        }
        match self.state {
            State::Nothing if !self.many => return self.debris(place),
            State::Colon => self.release(sink),
            State::FirstKey | State::NextKey | State::AfterMember => {
                self.held.waits = false;
                let outer = self.levels.iter().rev().nth(1).map(|level| level.bracket);
                let in_list = bracket == Bracket::Object && outer == Some(Bracket::Array);
                if in_list && self.state != State::FirstKey {
                    // One object of a list was not closed before the next.
                    self.pop(nothing_at(place), sink);
                } else {
                    // Without a key it has no place in the object.
                    self.muted_from = self.muted_from.min(self.levels.len());
                }
            }
            _ => {}
        }
        self.push(bracket, extent, sink);
    }

    #[cold]
    pub(super) fn recover_close(&mut self, bracket: Bracket, extent: Extent, sink: &mut impl Sink) {
        let place = extent.start;
        let character = match bracket {
            Bracket::Object => '}',
            Bracket::Array => ']',
        };
        let Some(level) = self.levels.last() else {
            return self.misplaced(Found::Char(character), place, sink);
        };
        if level.bracket != bracket {
            self.faults.syntax(Found::WrongClose(character), self.state.expected(), place, sink);
            if self.stopped() {
                return;
            }
            let Some(opener) = self.levels.iter().rposition(|level| level.bracket == bracket) else {
                self.quiet = true;
                self.wrong_close = true;
                return;
            };
            self.fill(place, sink);
            while self.levels.len() > opener + 1 {
                self.pop(nothing_at(place), sink);
            }
        } else if matches!(self.state, State::Item | State::NextKey) && !self.quiet {
            self.faults.syntax(Found::TrailingComma, self.state.expected(), self.comma, sink);
        } else if !self.held.waits {
            self.complain(Found::Char(character), place, sink);
        }
        if !self.stopped() {
            self.fill(place, sink);
            self.pop(extent, sink);
        }
    }

    #[cold]
    pub(super) fn recover_comma(&mut self, place: Place, sink: &mut impl Sink) {
        if matches!(self.state, State::Document | State::Nothing) {
            return self.misplaced(Found::Char(','), place, sink);
        }
        self.complain(Found::Char(','), place, sink);
        self.fill(place, sink);
        let (state, quiet) = match self.state {
            State::First | State::Item => (State::Item, true),
            State::FirstKey | State::NextKey => (State::NextKey, true),
            _ => (State::NextKey, false),
        };
        self.held.waits = false;
        self.comma = place;
        self.state = state;
        self.quiet = quiet;
    }

    #[cold]
    pub(super) fn recover_colon(&mut self, place: Place, sink: &mut impl Sink) {
        if self.held.waits {
            self.release(sink);
            self.state = State::Value;
            self.quiet = false;
        } else {
            self.misplaced(Found::Char(':'), place, sink);
        }
    }

    /// Gives the key that waits for its value one that is not there.
    pub(super) fn fill(&mut self, place: Place, sink: &mut impl Sink) {
        if self.state == State::Value || (self.state == State::Colon && !self.held.waits) {
            self.emit(Event::Unreadable, nothing_at(place), sink);
            self.state = State::AfterMember;
        }
    }

    /// An object begins a line while the document that began on the line before is open: where that one does not fit or
    /// could not be read after others that could, it is over with its line, and the next one begins.
    #[cold]
    pub(super) fn give_up_line(&mut self, place: Place, sink: &mut impl Sink) {
        let began = self.levels.first().map_or(place.line, |level| level.start.line);
        let fits = matches!(self.state, State::First | State::Item | State::Value);
        let faulty = self.faults.in_document();
        if began.checked_add(1) != Some(place.line) || (fits && !(faulty && self.documents > 0)) {
            return;
        }
        if !faulty {
            let open = u32::try_from(self.levels.len()).unwrap_or(u32::MAX);
            let since = self.levels.last().map(|level| level.start);
            let found = Found::End { open, since };
            self.faults.syntax(found, self.state.expected(), since.unwrap_or(place), sink);
        }
        self.fill(place, sink);
        while !self.at_top() {
            self.pop(nothing_at(place), sink);
        }
        self.state = State::Document;
        self.quiet = false;
    }

    /// Ends a document that is none. Behind it, only what begins like a document is read.
    pub(super) fn close_junk(&mut self, end: Place, sink: &mut impl Sink) {
        if let Some(start) = self.junk.take() {
            let extent = Extent { start, end: end.offset };
            sink.event(Event::Unreadable, extent);
            self.end_document(extent, sink);
        }
    }

    fn misplaced(&mut self, found: Found, place: Place, sink: &mut impl Sink) {
        self.complain(found, place, sink);
        self.debris(place);
    }

    fn complain(&mut self, found: Found, place: Place, sink: &mut impl Sink) {
        if !self.quiet {
            self.wrong_close = false;
            self.faults.syntax(found, self.state.expected(), place, sink);
        }
    }

    /// A fault was told; what follows is not told again.
    fn debris(&mut self, place: Place) {
        let quiet = std::mem::replace(&mut self.quiet, true);
        if self.state == State::Document && !quiet {
            self.junk = Some(place);
        }
        if self.state == State::Nothing && !self.many {
            self.faults.stop(place);
        }
    }

    /// After something that is no document, the next one begins on the same line or at the start of one.
    fn may_begin_here(&self, place: Place) -> bool {
        !self.quiet
            || !self.many
            || place.column == 1
            || self.junk.is_some_and(|junk| junk.line == place.line)
    }

    fn hold(&mut self, text: &str, extent: Extent) {
        self.held.waits = true;
        self.held.text.clear();
        self.held.text.push_str(text);
        self.held.extent = extent;
    }

    /// What was held is a key after all.
    fn release(&mut self, sink: &mut impl Sink) {
        if std::mem::take(&mut self.held.waits) {
            let text = std::mem::take(&mut self.held.text);
            self.key(&text, self.held.extent, sink);
            self.held.text = text;
        }
    }
}
