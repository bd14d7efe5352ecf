//! Makes tokens of text, one pass, borrowing what lies within a piece.

use crate::input::scanner::escapes::Escapes;
use crate::input::scanner::event::Sink;
use crate::input::scanner::flat::Member;
use crate::input::scanner::grammar::{Bracket, Grammar};
use crate::input::scanner::lines::Lines;
use crate::input::scanner::plain::end_of_spaces;
use crate::input::scanner::token::{Kind, Scalar};
use crate::model::place::{Extent, Place};

/// How much room is kept for the next token that is cut in two.
const CARRY_ROOM: usize = 1 << 16;

/// The token that the last piece left unfinished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// None.
    Between,
    /// A number or word.
    Bare,
    /// A string.
    Quoted(Quote),
    /// `/`, which may begin a comment.
    Slash,
    /// A comment to the line's end.
    LineComment,
    /// A comment to `*/`; `star` right behind a `*`.
    BlockComment { star: bool },
}

/// What a string stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quote {
    /// `"`
    Double,
    /// `'`
    Single,
    /// `“` or `”`
    SmartDouble,
    /// `‘` or `’`
    SmartSingle,
}

/// Where in a token the text has come to.
pub struct Lexer {
    pub(super) grammar: Grammar,
    pub(super) lines: Lines,
    pub(super) mode: Mode,
    /// The unfinished token: where it begins, its text so far, and whether bad bytes are in it.
    pub(super) start: Place,
    pub(super) carry: String,
    pub(super) spoilt: bool,
    pub(super) escapes: Escapes,
    /// Room for the members of a plain object.
    pub(super) members: Vec<Member>,
}

impl Lexer {
    /// At the start of a text, of several documents if `many`.
    pub fn new(many: bool) -> Lexer {
        Lexer {
            grammar: Grammar::new(many),
            lines: Lines::default(),
            mode: Mode::Between,
            start: Place::default(),
            carry: String::new(),
            spoilt: false,
            escapes: Escapes::default(),
            members: Vec::new(),
        }
    }

    /// Whether further text is ignored.
    #[inline]
    pub fn stopped(&self) -> bool {
        self.grammar.stopped()
    }

    /// The next stretch of text.
    pub fn text(&mut self, text: &str, sink: &mut impl Sink) {
        let at = match self.mode {
            Mode::Between => 0,
            Mode::Bare => self.bare_on(text, 0, sink),
            Mode::Quoted(quote) => self.quoted_on(quote, text, 0, sink),
            Mode::Slash => self.slash_on(text, 0, sink),
            Mode::LineComment => self.line_comment_on(text, 0),
            Mode::BlockComment { star } => self.block_comment_on(star, text, 0, sink),
        };
        self.between(text, at, sink);
        self.lines.advance(text.len());
    }

    /// Bytes that are no UTF-8, `first` if a run of them begins here.
    pub fn bad(&mut self, byte: u8, length: usize, first: bool, sink: &mut impl Sink) {
        let place = self.lines.place(0);
        if self.mode == Mode::Slash {
            self.mode = Mode::Between;
            self.grammar.stray('/', self.start, sink);
        }
        match self.mode {
            _ if !first => {}
            Mode::Between | Mode::Slash => self.grammar.bad_bytes(byte, place, sink),
            Mode::Bare | Mode::Quoted(_) => {
                self.grammar.not_utf8(byte, place, sink);
                self.escapes.give_up(&mut self.carry);
                self.carry.push(char::REPLACEMENT_CHARACTER);
                self.spoilt = true;
            }
            Mode::LineComment => self.grammar.not_utf8(byte, place, sink),
            Mode::BlockComment { .. } => {
                self.mode = Mode::BlockComment { star: false };
                self.grammar.not_utf8(byte, place, sink);
            }
        }
        self.lines.advance(length);
    }

    /// The end of the text.
    pub fn finish(&mut self, sink: &mut impl Sink) {
        let end = self.lines.place(0);
        let mut cut = None;
        let told = self.grammar.faults.told();
        let mut in_string = false;
        if !self.stopped() {
            match self.mode {
                Mode::Between | Mode::LineComment | Mode::BlockComment { .. } => {}
                Mode::Slash => self.grammar.stray('/', self.start, sink),
                Mode::Bare => cut = self.finish_bare(sink),
                Mode::Quoted(_) => {
                    in_string = true;
                    // Behind another fault it may be that one's doing, and what ends as a file does lacks but a quote.
                    let faulty = self.grammar.faults.in_document();
                    let whole = self.carry.trim_end().ends_with(['}', ']']);
                    let kind = if faulty || whole { Kind::Unclosed } else { Kind::Cut };
                    self.end_carried(kind, end.offset, sink);
                }
            }
        }
        let told = in_string && self.grammar.faults.told() > told;
        self.grammar.finish(end, cut, told, sink);
    }

    fn between(&mut self, text: &str, mut at: usize, sink: &mut impl Sink) {
        let bytes = text.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            if self.stopped() {
                return;
            }
            at = match byte {
                b' ' => end_of_spaces(bytes, at + 1),
                b'"' if self.grammar.closes_torn(self.lines.offset(at)) => at + 1,
                b'"' => self.string(text, at, sink),
                b',' => {
                    self.grammar.comma(self.lines.place(at), sink);
                    at + 1
                }
                b':' => {
                    self.grammar.colon(self.lines.place(at), sink);
                    at + 1
                }
                b'{' => self.object(text, at, sink),
                b'[' => self.open(Bracket::Array, at, sink),
                b'}' => self.close(Bracket::Object, at, sink),
                b']' => self.close(Bracket::Array, at, sink),
                b'\n' | b'\r' => self.line_end(byte, at, sink),
                b'\t' => at + 1,
                b'0'..=b'9' | b'-' => self.number(text, at, sink),
                _ => self.other(text, at, sink),
            };
        }
    }

    fn object(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        let whole = self.flat(text, at, sink).or_else(|| self.known(text, at, sink));
        whole.unwrap_or_else(|| self.open(Bracket::Object, at, sink))
    }

    fn open(&mut self, bracket: Bracket, at: usize, sink: &mut impl Sink) -> usize {
        self.grammar.open(bracket, self.lines.extent(at, at + 1), sink);
        at + 1
    }

    fn close(&mut self, bracket: Bracket, at: usize, sink: &mut impl Sink) -> usize {
        self.grammar.close(bracket, self.lines.extent(at, at + 1), sink);
        at + 1
    }

    /// A line feed or carriage return.
    #[inline]
    pub(super) fn line_end(&mut self, byte: u8, at: usize, sink: &mut impl Sink) -> usize {
        if self.grammar.at_top() {
            self.grammar.line_end(self.lines.place(at), sink);
        }
        if byte == b'\n' {
            self.lines.line_feed(at);
        } else {
            self.lines.carriage_return(at);
        }
        at + 1
    }

    /// What begins a word, a comment, a string in other quotes, or nothing at all.
    fn other(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { return text.len() };
        let behind = at + character.len_utf8();
        let place = self.lines.place(at);
        match character {
            '/' => {
                self.start = place;
                self.slash_on(text, behind, sink)
            }
            '#' => {
                self.grammar.comment(place, sink);
                self.line_comment_on(text, behind)
            }
            '\'' => self.quoted(Quote::Single, text, at, behind, sink),
            '“' | '”' | '„' => self.quoted(Quote::SmartDouble, text, at, behind, sink),
            '‘' | '’' | '‚' => self.quoted(Quote::SmartSingle, text, at, behind, sink),
            _ if Lexer::begins_bare(character) => self.bare(text, at, sink),
            _ => {
                self.grammar.stray(character, place, sink);
                behind
            }
        }
    }

    /// Begins to carry a token, as the piece ends within it.
    pub(super) fn carry(&mut self, mode: Mode, part: &str, at: usize) {
        self.mode = mode;
        self.start = self.lines.place(at);
        self.spoilt = false;
        self.carry.clear();
        self.carry.shrink_to(CARRY_ROOM);
        self.carry.push_str(part);
    }

    /// The carried token is complete.
    pub(super) fn end_carried(&mut self, kind: Kind, end: u64, sink: &mut impl Sink) {
        self.mode = Mode::Between;
        let text = std::mem::take(&mut self.carry);
        let scalar = Scalar { kind, text: &text };
        self.grammar.scalar(scalar, Extent { start: self.start, end }, sink);
        self.carry = text;
    }
}
