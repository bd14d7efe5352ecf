//! Keys that depend on what a thing is called, not on its position in the file; SQL can compute each of them.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use crate::model::numbers::Tally;

/// Hands out the keys of one parent's items.
#[derive(Clone, Debug, Default)]
pub struct ItemKeys<'a> {
    parent: String,
    met: Tally<'a>,
}

impl<'a> ItemKeys<'a> {
    /// For the items of the line with key `parent`; empty for the sections.
    pub fn under(parent: String) -> ItemKeys<'a> {
        ItemKeys { parent, met: Tally::default() }
    }

    /// The key of the parent.
    pub fn parent(&self) -> &str {
        &self.parent
    }

    /// The key of the next item, called `name`: the first 16 hexadecimal digits of
    /// SHA-256(parent key, `/`, name, `#`, its ordinal among its parent's items of that name, from 1).
    pub fn next(&mut self, name: &'a str) -> String {
        let ordinal = self.met.meet(name);
        let digest = Sha256::digest(format!("{}/{name}#{ordinal}", self.parent));
        hexadecimal(digest.get(..8).unwrap_or_default())
    }
}

/// The first 64 bits of a SHA-256, shown as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u64);

impl Key {
    /// The key of these texts, one behind the other. In SQL: `substr(sha256(a || b || …), 1, 16)`.
    pub fn of(texts: &[&str]) -> Key {
        let mut digest = Sha256::new();
        for text in texts {
            digest.update(text);
        }
        let digest = digest.finalize();
        let first = digest.first_chunk::<8>().copied().unwrap_or_default();
        Key(u64::from_be_bytes(first))
    }

    /// The key of these 16 hexadecimal digits; no key at all for any other text.
    pub fn parse(text: &str) -> Key {
        Key(u64::from_str_radix(text, 16).unwrap_or_default())
    }

    /// Its digits.
    pub fn text(self) -> KeyText {
        let mut digits = [b'0'; 16];
        for (digit, shift) in digits.iter_mut().zip((0..16).rev()) {
            let four = u8::try_from(self.0 >> (4 * shift) & 0xf).unwrap_or_default();
            *digit = if four < 10 { b'0' + four } else { b'a' + four - 10 };
        }
        KeyText(digits)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().as_str())
    }
}

/// The digits of a [`Key`].
#[derive(Clone, Copy, Debug)]
pub struct KeyText([u8; 16]);

impl KeyText {
    /// The digits, in lower case.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
