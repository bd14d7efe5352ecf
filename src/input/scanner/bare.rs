//! What stands without quotes: numbers, literals and words.

use crate::input::scanner::event::Sink;
use crate::input::scanner::lexer::{Lexer, Mode};
use crate::input::scanner::token::{Kind, Scalar};
use crate::model::syntax::Expected;

impl Lexer {
    /// Whether a word or number begins with `character`.
    pub(super) fn begins_bare(character: char) -> bool {
        is_bare(character) && character != '%'
    }

    /// What begins with a digit or a minus at `at`; answers where to go on.
    #[inline]
    pub(super) fn number(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        if let Some(end) = end_of_plain_number(text.as_bytes(), at) {
            let scalar = Scalar { kind: Kind::Number, text: text.get(at..end).unwrap_or_default() };
            self.grammar.scalar(scalar, self.lines.extent(at, end), sink);
            return end;
        }
        self.bare(text, at, sink)
    }

    /// A number or word that begins at `at`.
    pub(super) fn bare(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        let end = end_of_bare(text, at);
        let part = text.get(at..end).unwrap_or_default();
        if end == text.len() {
            self.carry(Mode::Bare, part, at);
        } else {
            let scalar = Scalar { kind: kind(part), text: part };
            self.grammar.scalar(scalar, self.lines.extent(at, end), sink);
        }
        end
    }

    /// Goes on with a number or word.
    pub(super) fn bare_on(&mut self, text: &str, at: usize, sink: &mut impl Sink) -> usize {
        let end = end_of_bare(text, at);
        self.carry.push_str(text.get(at..end).unwrap_or_default());
        if end < text.len() {
            self.end_bare(self.lines.offset(end), sink);
        }
        end
    }

    /// The text ends in a number or word. If it was cut off within one, answers what that should have been.
    pub(super) fn finish_bare(&mut self, sink: &mut impl Sink) -> Option<Expected> {
        if !self.grammar.at_top() && !self.spoilt {
            let begins_literal = |literal: &str| literal.starts_with(&self.carry);
            match kind(&self.carry) {
                Kind::BadNumber if begins_number(&self.carry) => return Some(Expected::Number),
                Kind::Word if ["true", "false", "null"].into_iter().any(begins_literal) => {
                    return Some(Expected::Value);
                }
                _ => {}
            }
        }
        self.end_bare(self.lines.offset(0), sink);
        None
    }

    fn end_bare(&mut self, end: u64, sink: &mut impl Sink) {
        let kind = if self.spoilt { Kind::Spoilt } else { kind(&self.carry) };
        self.end_carried(kind, end, sink);
    }
}

fn kind(text: &str) -> Kind {
    match text {
        "true" => Kind::True,
        "false" => Kind::False,
        "null" => Kind::Null,
        _ if end_of_number(text.as_bytes(), 0) == Some(text.len()) => Kind::Number,
        _ if text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) => {
            Kind::BadNumber
        }
        _ => Kind::Word,
    }
}

/// Whether more digits would make it a number.
fn begins_number(text: &str) -> bool {
    let longer = format!("{text}0");
    end_of_number(longer.as_bytes(), 0) == Some(longer.len())
}

/// The end of the number at `at`, if something follows that ends it.
#[inline]
pub fn end_of_plain_number(bytes: &[u8], at: usize) -> Option<usize> {
    let end = end_of_number(bytes, at)?;
    bytes.get(end).is_some_and(|&next| next.is_ascii() && !is_bare_byte(next)).then_some(end)
}

/// The end of the number at `at`, by RFC 8259, section 6. What follows may still make it none.
#[inline]
fn end_of_number(bytes: &[u8], mut at: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if bytes.get(at) == Some(&b'0') { at + 1 } else { end_of_digits(bytes, at)? };
    if bytes.get(at) == Some(&b'.') {
        at = end_of_digits(bytes, at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += if matches!(bytes.get(at + 1), Some(b'+' | b'-')) { 2 } else { 1 };
        at = end_of_digits(bytes, at)?;
    }
    Some(at)
}

/// The end of the digits at `at`; none if there are none.
#[inline]
fn end_of_digits(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    (end > at).then_some(end)
}

/// The end of what stands without quotes from `at`.
fn end_of_bare(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find(|character| !is_bare(character)).map_or(text.len(), |length| at + length)
}

/// Whether a word goes on with `character`. That is generous, so that `12%` or `1'000` is one fault.
fn is_bare(character: char) -> bool {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => is_bare_byte(byte),
        _ => {
            let is_smart_quote = matches!(character, '“' | '”' | '„');
            let is_unseen = matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
                || matches!(character, '\u{2060}'..='\u{206f}' | '\u{feff}');
            !is_smart_quote && !is_unseen && !character.is_whitespace() && !character.is_control()
        }
    }
}

#[inline]
fn is_bare_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'+' | b'-' | b'.' | b'\'' | b'%')
}
