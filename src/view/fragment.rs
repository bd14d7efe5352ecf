//! What stands in the address after the #: what is shown, a page of the rule book, or settings; nothing of the file.

use std::fmt;

use crate::view::shown::{self, Shown};

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// What is shown of the report that is open: `#statement=2&line=12&finding=0&view=checks`.
    Shown(Shown),
    /// The list of the rules: `#rules`.
    Rules,
    /// A rule's page: `#rule/T001`.
    Rule(String),
    /// Settings to take, still percent-encoded: `#settings=…`.
    Settings(String),
    /// Nothing that this page knows.
    Nothing,
}

/// Before the encoded settings in an address.
pub const SETTINGS: &str = "#settings=";

/// What is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The statement, from 0.
    pub statement: u32,
    /// The line within it.
    pub line: Option<u32>,
    /// The finding, by its number in the report.
    pub finding: Option<u32>,
}

/// `#statement=2&line=12&finding=0`; the statement counts from 1, as people do.
impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#statement={}", u64::from(self.statement) + 1)?;
        if let Some(line) = self.line {
            write!(f, "&line={line}")?;
        }
        if let Some(finding) = self.finding {
            write!(f, "&finding={finding}")?;
        }
        Ok(())
    }
}

/// Reads an address from its # on.
pub fn read(fragment: &str) -> Address {
    if let Some(encoded) = fragment.strip_prefix(SETTINGS) {
        return Address::Settings(encoded.to_owned());
    }
    if let Some(code) = fragment.strip_prefix("#rule/") {
        return Address::Rule(code.to_owned());
    }
    if fragment == "#rules" {
        return Address::Rules;
    }
    shown::read(fragment).map_or(Address::Nothing, Address::Shown)
}
