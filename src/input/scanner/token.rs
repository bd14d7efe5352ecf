//! The tokens that are no punctuation: what event each is, and how it is named when it is out of place.

use crate::input::scanner::event::Event;
use crate::model::syntax::{Expected, Found, Shape};

/// How much of a word is quoted in a fault, in characters.
const EXCERPT: usize = 40;

/// A string, number or word.
#[derive(Clone, Copy, Debug)]
pub struct Scalar<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its text: unescaped for what is quoted, else as written.
    pub text: &'a str,
}

/// What kinds of scalars a text is made of, those that JSON lacks among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `"…"`
    Text,
    /// A number as JSON writes it.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
    /// `'…'`
    SingleQuoted,
    /// `“…”`
    SmartQuoted,
    /// A string whose line ends before it does.
    Unclosed,
    /// A string that the text ends within, where all was well before.
    Cut,
    /// Any other word.
    Word,
    /// Something that begins like a number.
    BadNumber,
    /// A word with bytes that are no UTF-8, told before.
    Spoilt,
}

impl<'a> Scalar<'a> {
    /// Whether it is JSON.
    #[inline]
    pub fn is_json(self) -> bool {
        matches!(self.kind, Kind::Text | Kind::Number | Kind::True | Kind::False | Kind::Null)
    }

    /// Whether its value is clear, if not its form.
    pub fn is_clear(self) -> bool {
        self.is_json() || matches!(self.kind, Kind::SingleQuoted | Kind::SmartQuoted)
    }

    /// It as a value.
    #[inline]
    pub fn event(self) -> Event<'a> {
        match self.kind {
            Kind::Text | Kind::SingleQuoted | Kind::SmartQuoted => Event::Text(self.text),
            Kind::Number => Event::Number(self.text),
            Kind::True => Event::Boolean(true),
            Kind::False => Event::Boolean(false),
            Kind::Null => Event::Null,
            Kind::Unclosed | Kind::Cut | Kind::Word | Kind::BadNumber | Kind::Spoilt => Event::Unreadable,
        }
    }

    /// It as something that should not stand where it stands; none if a fault was told for it already.
    pub fn found(self) -> Option<Found> {
        Some(match self.kind {
            Kind::Text => Found::Value(Shape::Text),
            Kind::Number => Found::Value(Shape::Number),
            Kind::True | Kind::False => Found::Value(Shape::Boolean),
            Kind::Null => Found::Value(Shape::Null),
            Kind::SingleQuoted => Found::SingleQuoted,
            Kind::SmartQuoted => Found::SmartQuoted,
            Kind::Unclosed => Found::UnclosedString,
            Kind::Cut => Found::CutString,
            Kind::Word => Found::Word(excerpt(self.text)),
            Kind::BadNumber => Found::BadNumber(excerpt(self.text)),
            Kind::Spoilt => return None,
        })
    }

    /// What it should have been where `allowed` is allowed.
    pub fn expected(self, allowed: Expected) -> Expected {
        let key = matches!(allowed, Expected::Key | Expected::KeyOrClose);
        let value = matches!(allowed, Expected::Value | Expected::ValueOrClose);
        match self.kind {
            Kind::Unclosed | Kind::Cut => Expected::CloseQuote,
            Kind::SingleQuoted | Kind::SmartQuoted if key || value => Expected::DoubleQuotes,
            Kind::BadNumber if value => Expected::Number,
            _ if key => Expected::Key,
            _ if value => Expected::Value,
            _ => allowed,
        }
    }
}

fn excerpt(text: &str) -> String {
    text.chars().take(EXCERPT).collect()
}
