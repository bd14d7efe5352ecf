//! Line keys that depend on the path of names, not on the position in the file.

use std::fmt::Write;

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

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
