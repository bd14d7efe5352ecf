//! What a person can choose.

use std::fmt;

use crate::model::amount::Amount;

/// How large a difference counts as rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tolerance {
    /// What the statement's own rounding explains (XBRL Calculations 1.1, round mode).
    #[default]
    FromData,
    /// None at all.
    Exact,
    /// A fixed amount; not negative.
    Fixed(Amount),
}

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tolerance::FromData => f.write_str("from the data"),
            Tolerance::Exact => f.write_str("exact"),
            Tolerance::Fixed(amount) => amount.fmt(f),
        }
    }
}

/// The settings a file is checked with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How large a difference counts as rounding.
    pub tolerance: Tolerance,
}
