//! What a person can choose.

use std::collections::BTreeMap;
use std::fmt;

use crate::model::amount::Amount;
use crate::model::date::Day;
use crate::model::dialect::Dialect;
use crate::model::level::Level;
use crate::model::mapping::Mapping;
use crate::model::waiver::Waiver;

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

impl Tolerance {
    /// Whether it is an amount that a person set, and so says nothing of rounding.
    pub fn is_fixed(self) -> bool {
        matches!(self, Tolerance::Fixed(_))
    }
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How large a difference counts as rounding.
    pub tolerance: Tolerance,
    /// What was chosen for rules, by code; a rule that is not here keeps its own level.
    pub levels: BTreeMap<String, Level>,
    /// How many days old figures may be.
    pub freshness_days: Option<u32>,
    /// The day to take for today, in place of the clock's.
    pub today: Option<Day>,
    /// Whether cells of a table that a spreadsheet would run as a formula get an apostrophe in front.
    pub spreadsheet_guard: bool,
    /// The shape to read documents by, if it is not to be left to what they look like.
    pub dialect: Option<Dialect>,
    /// The keys to read trees of lines by, if they are not to be found out.
    pub mapping: Option<Mapping>,
    /// The findings that a person accepted.
    pub waivers: Vec<Waiver>,
    /// The day it is, as far as whoever asks knows; it is no choice, and is not saved with the others.
    pub clock: Option<Day>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            tolerance: Tolerance::FromData,
            levels: BTreeMap::new(),
            freshness_days: None,
            today: None,
            spreadsheet_guard: true,
            dialect: None,
            mapping: None,
            waivers: Vec::new(),
            clock: None,
        }
    }
}

impl Settings {
    /// Whether files are read the same way with other settings, so that only the judging differs.
    pub fn reads_like(&self, other: &Settings) -> bool {
        self.dialect == other.dialect && self.mapping == other.mapping
    }

    /// The day that counts as today, if any is known.
    pub fn day(&self) -> Option<Day> {
        self.today.or(self.clock)
    }
}
