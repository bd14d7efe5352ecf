//! The settings as the page shows them.

use serde::{Deserialize, Serialize};

use crate::view::mark::Weight;

/// Everything that can be set, and what it is set to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsSheet {
    /// `from the data`, `exact`, or an exact amount.
    pub tolerance: String,
    /// How many days old figures may be.
    pub freshness_days: Option<u32>,
    /// The day to take for today, `YYYY-MM-DD`.
    pub today: Option<String>,
    /// Whether tables are guarded against spreadsheets.
    pub spreadsheet_guard: bool,
    /// Every rule, in the order of documents.
    pub rules: Vec<RuleChoice>,
    /// The findings that were accepted.
    pub waivers: Vec<Accepted>,
    /// As what every file is read, if that was chosen.
    pub reading: Option<String>,
    /// How many settings are not as usual; accepted findings are not counted.
    pub changed: u32,
    /// All of it as the text of a settings file.
    pub file: String,
    /// All but the accepted findings and how files are read on one line, for an address or the browser's memory.
    pub line: String,
}

/// A rule and what its findings weigh; nothing stands for off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChoice {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// When it fires.
    pub what: String,
    /// What its findings weigh unless something else is chosen.
    pub own: Option<Weight>,
    /// What they weigh.
    pub chosen: Option<Weight>,
}

/// A finding that was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The rule's code.
    pub rule: String,
    /// Which finding.
    pub fingerprint: String,
    /// What the finding said.
    pub about: String,
    /// Why it was accepted.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// Whether it accepts a finding of the file that is open; unknown while none is.
    pub applies: Option<bool>,
}
