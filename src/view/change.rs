//! What a person can change about the settings.

use serde::{Deserialize, Serialize};

use crate::model::level::Level;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::model::waiver::Waiver;
use crate::rules::catalogue;
use crate::rules::words::quoted;
use crate::settings::read;
use crate::view::mark::Weight;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// `from the data`, `exact`, or an amount.
    Tolerance(String),
    /// How many days old figures may be; empty for no limit.
    Freshness(String),
    /// The day to take for today; empty for the clock's.
    Today(String),
    /// Whether tables are guarded against spreadsheets.
    Guard(bool),
    /// What a rule's findings weigh; nothing switches it off.
    Level {
        /// The rule's code.
        code: String,
        /// What they are to weigh.
        weight: Option<Weight>,
    },
    /// Everything as usual again; what was accepted stays.
    Reset,
    /// The text of a settings file in place of everything.
    File(String),
    /// The text of settings without accepted findings; what was accepted stays.
    Line(String),
    /// A finding of the open file is accepted.
    Accept {
        /// Its number in the report.
        finding: u32,
        /// Why.
        reason: String,
        /// By whom.
        by: String,
    },
    /// A finding is accepted no more.
    Withdraw {
        /// The waiver's place in the settings.
        waiver: u32,
    },
}

impl Change {
    /// The settings after the change, or every fault of it: then nothing changes.
    pub fn apply(&self, settings: &Settings, report: Option<&Report>) -> Result<Settings, Vec<String>> {
        let mut new = settings.clone();
        match self {
            Change::Tolerance(text) => new.tolerance = read::tolerance(text).map_err(one)?,
            Change::Freshness(text) => new.freshness_days = optional(text, read::days).map_err(one)?,
            Change::Today(text) => new.today = optional(text, read::day).map_err(one)?,
            Change::Guard(on) => new.spreadsheet_guard = *on,
            Change::Level { code, weight } => {
                let rule =
                    catalogue::find(code).ok_or_else(|| one(format!("there is no rule {}", quoted(code))))?;
                let level = level(*weight);
                // What a rule weighs by itself is no choice.
                if level == rule.level {
                    new.levels.remove(code);
                } else {
                    new.levels.insert(code.clone(), level);
                }
            }
            Change::Reset => new = Settings { waivers: new.waivers, ..Settings::default() },
            Change::File(text) => new = read::read(text)?,
            Change::Line(text) => new = Settings { waivers: new.waivers, ..read::read(text)? },
            Change::Accept { finding, reason, by } => {
                let waiver = waiver(report, *finding, reason, by).map_err(one)?;
                new.waivers.retain(|old| (&old.rule, old.fingerprint) != (&waiver.rule, waiver.fingerprint));
                new.waivers.push(waiver);
            }
            Change::Withdraw { waiver } => {
                if (*waiver as usize) < new.waivers.len() {
                    new.waivers.remove(*waiver as usize);
                }
            }
        }
        Ok(Settings { clock: settings.clock, ..new })
    }
}

/// Only what is said of a statement can be accepted: a text that is no JSON cannot be read, whoever accepts it.
fn waiver(report: Option<&Report>, finding: u32, reason: &str, by: &str) -> Result<Waiver, String> {
    let found = report.and_then(|report| report.findings.get(finding as usize));
    let found = found.filter(|finding| finding.statement.is_some());
    let found = found.ok_or("this finding cannot be accepted")?;
    let needed = |what: &str, text: &str| match text.trim() {
        "" => Err(format!("{what} is needed, so that others can follow")),
        text if text.len() > read::LONGEST => Err(format!("{what} is longer than {} bytes", read::LONGEST)),
        text => Ok(text.to_owned()),
    };
    Ok(Waiver {
        rule: found.rule.to_owned(),
        fingerprint: found.fingerprint,
        about: found.message.chars().take(read::LONGEST / 4).collect(),
        reason: needed("a reason", reason)?,
        by: needed("a name", by)?,
    })
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn one(fault: String) -> Vec<String> {
    vec![fault]
}

fn level(weight: Option<Weight>) -> Level {
    match weight {
        Some(Weight::Error) => Level::Error,
        Some(Weight::Warning) => Level::Warning,
        Some(Weight::Info) => Level::Info,
        None => Level::Off,
    }
}
