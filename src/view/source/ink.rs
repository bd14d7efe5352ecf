//! Says what each stretch of a JSON text is, for its colour. It never fails: what is no JSON is a fault, and behind it
//! things are as they were.

use serde::{Deserialize, Serialize};

use crate::view::source::cut::Within;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ink {
    /// A string before a colon.
    Key,
    /// Any other string.
    Text,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// Brackets, commas, colons and blanks.
    Mark,
    /// Nothing that JSON has.
    Fault,
}

impl Ink {
    /// The name in classes.
    pub fn name(self) -> &'static str {
        match self {
            Ink::Key => "ink-key",
            Ink::Text => "ink-text",
            Ink::Number => "ink-number",
            Ink::Literal => "ink-literal",
            Ink::Mark => "ink-mark",
            Ink::Fault => "ink-fault",
        }
    }
}

/// A stretch of text; it begins where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub ink: Ink,
}

/// The stretches of `text` between two of its bytes. `within` is what the first one stands within; what follows the last
/// one is looked at to tell keys from other strings.
pub fn tokens(text: &[u8], from: usize, to: usize, within: Within) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = from;
    let mut within = within;
    let to = to.min(text.len());
    while at < to {
        let (end, ink) = match text.get(at) {
            _ if within != Within::Nothing => string(text, at, within),
            Some(b'"') => string(text, at + 1, Within::Text),
            Some(byte) if is_mark(*byte) => (at + 1, Ink::Mark),
            _ => word(text, at),
        };
        within = Within::Nothing;
        at = end.max(at + 1);
        let end = at.min(to);
        match tokens.last_mut() {
            Some(last) if last.ink == ink && ink == Ink::Mark => last.end = end,
            _ => tokens.push(Token { end, ink }),
        }
    }
    tokens
}

/// Where the string ends that `at` stands within, and what it is.
fn string(text: &[u8], at: usize, mut within: Within) -> (usize, Ink) {
    for (end, byte) in (at..).zip(text.iter().skip(at)) {
        if matches!(byte, b'\n' | b'\r') {
            return (end, Ink::Fault);
        }
        within = within.after(*byte);
        if within == Within::Nothing {
            let mut rest = text.iter().skip(end + 1).filter(|byte| !byte.is_ascii_whitespace());
            return (end + 1, if rest.next() == Some(&b':') { Ink::Key } else { Ink::Text });
        }
    }
    (text.len(), Ink::Text)
}

/// Anything else up to the next mark or string.
fn word(text: &[u8], at: usize) -> (usize, Ink) {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.iter().position(|byte| is_mark(*byte) || *byte == b'"').unwrap_or(rest.len());
    let word = rest.get(..length).unwrap_or_default();
    let ink = match word {
        b"true" | b"false" | b"null" => Ink::Literal,
        word if is_number(word) => Ink::Number,
        _ => Ink::Fault,
    };
    (at + length, ink)
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether it is a number as RFC 8259 has it.
fn is_number(word: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut rest = word.strip_prefix(b"-").unwrap_or(word);
    let whole = digits(rest);
    if whole == 0 || whole > 1 && rest.first() == Some(&b'0') {
        return false;
    }
    rest = rest.get(whole..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix(b".") {
        let count = digits(fraction);
        if count == 0 {
            return false;
        }
        rest = fraction.get(count..).unwrap_or_default();
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = exponent.strip_prefix(b"+").or(exponent.strip_prefix(b"-")).unwrap_or(exponent);
        return !exponent.is_empty() && digits(exponent) == exponent.len();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::view::source::cut::Within;
    use crate::view::source::ink::{Ink, tokens};

    fn told(text: &str, from: usize, to: usize, within: Within) -> Vec<(&str, Ink)> {
        let mut at = from;
        let tokens = tokens(text.as_bytes(), from, to, within);
        tokens
            .iter()
            .map(|token| (&text[std::mem::replace(&mut at, token.end)..token.end], token.ink))
            .collect()
    }

    fn all(text: &str) -> Vec<(&str, Ink)> {
        told(text, 0, text.len(), Within::Nothing)
    }

    #[test]
    fn keys_texts_numbers_and_literals_are_told_apart() {
        assert_eq!(
            all(r#"{"a\"b" : ["x", -1.5e+3, null, true]}"#),
            [
                ("{", Ink::Mark),
                (r#""a\"b""#, Ink::Key),
                (" : [", Ink::Mark),
                (r#""x""#, Ink::Text),
                (", ", Ink::Mark),
                ("-1.5e+3", Ink::Number),
                (", ", Ink::Mark),
                ("null", Ink::Literal),
                (", ", Ink::Mark),
                ("true", Ink::Literal),
                ("]}", Ink::Mark),
            ]
        );
    }

    #[test]
    fn what_is_no_json_is_a_fault_and_what_follows_is_as_it_was() {
        for word in
            ["01", "+5", ".5", "5.", "1e", "-", "NaN", "nul", "'a'", "1e+", "\u{201c}a\u{201d}", "/*x*/"]
        {
            let text = format!("[{word},7]");
            assert_eq!(all(&text)[1..4], [(word, Ink::Fault), (",", Ink::Mark), ("7", Ink::Number)]);
        }
        // A string that is not closed ends with its line.
        assert_eq!(
            all("[\"open, 1\n2]"),
            [
                ("[", Ink::Mark),
                ("\"open, 1", Ink::Fault),
                ("\n", Ink::Mark),
                ("2", Ink::Number),
                ("]", Ink::Mark)
            ]
        );
    }

    #[test]
    fn a_stretch_may_begin_and_end_within_a_string() {
        let text = r#"{"a long key": "a long \" text"}"#;
        assert_eq!(told(text, 4, 8, Within::Text), [("long", Ink::Key)]);
        assert_eq!(told(text, 24, 30, Within::Escape), [("\" text", Ink::Text)]);
        assert_eq!(told(text, 2, 2, Within::Text), []);
    }

    #[test]
    fn stretches_follow_one_another_whatever_the_bytes() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).chain(*b"\"\\\"x\\").collect();
        let mut before = 0;
        for token in tokens(&bytes, 0, bytes.len(), Within::Nothing) {
            assert!(token.end > before);
            before = token.end;
        }
        assert_eq!(before, bytes.len());
    }
}
