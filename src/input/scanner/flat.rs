//! Objects of a list that have nothing but plain values, which are most of what there is: read in one step.
//!
//! What is not plain, or not there as a whole, is left to those who read token by token; they come to the same.

use crate::input::scanner::bare::end_of_plain_number;
use crate::input::scanner::event::{Event, Sink};
use crate::input::scanner::grammar::Bracket;
use crate::input::scanner::lexer::Lexer;
use crate::input::scanner::lines::Lines;
use crate::input::scanner::plain::{end_of_plain, end_of_spaces};
use crate::input::scanner::token::{Kind, Scalar};
use crate::model::place::{Extent, Place};

/// How many members such an object may have.
const MOST: usize = 16;

/// A plain object, up to its end; or up to the list that is its last member, of which only the bracket is read.
#[derive(Clone, Copy, Debug)]
pub struct Flat<'a> {
    /// The object's text, which goes on behind it.
    text: &'a str,
    start: Place,
    members: &'a [Member],
    reach: Reach,
}

/// Where a key and its value stand in the object. No two keys of an object are equal.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    key: (usize, usize),
    value: (usize, usize),
    kind: Kind,
}

/// How far a plain object goes.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    end: usize,
    /// Where the key of the list stands.
    list: Option<(usize, usize)>,
    has_line_ends: bool,
}

impl<'a> Flat<'a> {
    /// Its members in file order, but for the list.
    pub fn members(&self) -> &'a [Member] {
        self.members
    }

    /// A member's key.
    #[inline]
    pub fn key(&self, member: &Member) -> &'a str {
        self.part(member.key)
    }

    /// A member's value.
    #[inline]
    pub fn value(&self, member: &Member) -> Event<'a> {
        Scalar { kind: member.kind, text: self.part(member.value) }.event()
    }

    /// Where a member's value stands, quotes included.
    pub fn extent(&self, member: &Member) -> Extent {
        let quote = usize::from(member.kind == Kind::Text);
        let (from, to) = (member.value.0 - quote, member.value.1 + quote);
        let mut lines = Lines::at(self.start);
        lines.pass_between(self.text.as_bytes(), 0, from, self.reach.has_line_ends);
        lines.extent(from, to)
    }

    /// The key of the list that is its last member.
    pub fn list(&self) -> Option<&'a str> {
        self.reach.list.map(|key| self.part(key))
    }

    /// Where the object begins.
    pub fn start(&self) -> Place {
        self.start
    }

    /// How long its text is, in bytes.
    pub fn length(&self) -> usize {
        self.reach.end
    }

    #[inline]
    fn part(&self, (from, to): (usize, usize)) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }
}

impl Reach {
    /// Reads the object that begins with the first byte; nothing if it is not plain.
    fn of(bytes: &[u8], members: &mut Vec<Member>) -> Option<Reach> {
        let mut reach = Reach::default();
        members.clear();
        let mut at = 1;
        loop {
            at = reach.behind_spaces(bytes, at);
            let key = text(bytes, at)?;
            if members.len() == MOST
                || members.iter().any(|other| bytes.get(other.key.0..other.key.1) == bytes.get(key.0..key.1))
            {
                return None;
            }
            at = reach.behind_spaces(bytes, key.1 + 1);
            if bytes.get(at) != Some(&b':') {
                return None;
            }
            at = reach.behind_spaces(bytes, at + 1);
            if bytes.get(at) == Some(&b'[') {
                return Some(Reach { end: at + 1, list: Some(key), ..reach });
            }
            let (kind, value) = scalar(bytes, at)?;
            members.push(Member { key, value, kind });
            at = reach.behind_spaces(bytes, value.1 + usize::from(kind == Kind::Text));
            match bytes.get(at)? {
                b',' => at += 1,
                b'}' => return Some(Reach { end: at + 1, ..reach }),
                _ => return None,
            }
        }
    }

    #[inline]
    fn behind_spaces(&mut self, bytes: &[u8], mut at: usize) -> usize {
        // Nearly always there are none.
        if bytes.get(at).is_some_and(|byte| *byte > b' ') {
            return at;
        }
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
            self.has_line_ends |= matches!(bytes.get(at), Some(b'\n' | b'\r'));
            at = end_of_spaces(bytes, at + 1);
        }
        at
    }
}

/// The plain text whose first quote stands at `at`, without its quotes.
#[inline]
fn text(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let end = end_of_plain(bytes, at + 1);
    (bytes.get(end) == Some(&b'"')).then_some((at + 1, end))
}

/// The plain value that begins at `at`, without quotes.
#[inline]
fn scalar(bytes: &[u8], at: usize) -> Option<(Kind, (usize, usize))> {
    let (kind, word) = match bytes.get(at)? {
        b'"' => return text(bytes, at).map(|text| (Kind::Text, text)),
        b'0'..=b'9' | b'-' => return end_of_plain_number(bytes, at).map(|end| (Kind::Number, (at, end))),
        b'n' => (Kind::Null, &b"null"[..]),
        b't' => (Kind::True, &b"true"[..]),
        b'f' => (Kind::False, &b"false"[..]),
        _ => return None,
    };
    let end = at + word.len();
    let ends = matches!(bytes.get(end), Some(b',' | b'}' | b' ' | b'\n' | b'\r' | b'\t'));
    (ends && bytes.get(at..end) == Some(word)).then_some((kind, (at, end)))
}

impl Lexer {
    /// Hands over the object that begins at `at`, if it is plain and the sink takes it; answers where to go on.
    #[inline]
    pub(super) fn flat(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> Option<usize> {
        let start = self.lines.place(at);
        if !self.grammar.may_be_flat(start) || !sink.takes_flat() {
            return None;
        }
        let rest = text.get(at..)?;
        let reach = Reach::of(rest.as_bytes(), &mut self.members)?;
        let flat = Flat { text: rest, start, members: &self.members, reach };
        if !self.grammar.has_room_for(reach.list.is_some()) || !sink.flat(&flat) {
            return None;
        }
        if let Some(list) = flat.list() {
            self.grammar.enter(Bracket::Object, start);
            for member in flat.members {
                self.grammar.keys.add(flat.key(member));
            }
            self.grammar.keys.add(list);
        }
        let end = at + reach.end;
        let last = end - 1;
        self.lines.pass_between(text.as_bytes(), at, last, reach.has_line_ends);
        if reach.list.is_some() {
            self.grammar.enter(Bracket::Array, self.lines.place(last));
        } else {
            self.grammar.after_flat();
        }
        Some(end)
    }
}
