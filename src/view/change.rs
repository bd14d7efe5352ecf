//! What a person can change about the settings.

use serde::{Deserialize, Serialize};

use crate::model::finding::Finding;
use crate::model::level::Level;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::model::waiver::{Fingerprint, Waiver};
use crate::rules::catalogue;
use crate::rules::judge;
use crate::rules::words::quoted;
use crate::settings::{mapping, read};
use crate::view::keys;
use crate::view::keys_sheet::KeysForm;
use crate::view::mark::Weight;

/// Who wants a change, and so where a fault of it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The browser remembered these settings.
    Memory,
    /// The address had them.
    Link,
    /// A person changed something here.
    Person,
    /// A worker that was started anew has to be told what held before.
    Again,
}

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
    /// How files are read: the name of a dialect, and the keys if it is a tree by a mapping.
    Reading {
        /// `auto`, or the name of a dialect.
        dialect: String,
        /// The keys, for a tree that is read by them.
        form: Option<KeysForm>,
    },
    /// Everything as usual again; what was accepted stays.
    Reset,
    /// The text of a settings file in place of everything.
    File(String),
    /// The text of settings without accepted findings; what was accepted stays.
    Line(String),
    /// A finding of the open file is accepted.
    Accept {
        /// Its rule's code.
        rule: String,
        /// Which finding.
        fingerprint: String,
        /// Why.
        reason: String,
        /// By whom.
        by: String,
    },
    /// A finding is accepted no more.
    Withdraw {
        /// Its rule's code.
        rule: String,
        /// Which finding.
        fingerprint: String,
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
                if level == judge::usual_level(rule, settings) {
                    new.levels.remove(code);
                } else {
                    new.levels.insert(code.clone(), level);
                }
            }
            Change::Reading { dialect, form } => {
                new.dialect = read::dialect(dialect).map_err(one)?;
                new.mapping = form.as_ref().map(keys::mapping);
                if let Some(fault) = new.mapping.as_ref().and_then(mapping::fault) {
                    return Err(one(fault));
                }
                if new.mapping.is_some() {
                    new.dialect = None;
                }
            }
            Change::Reset => new = Settings { waivers: new.waivers, ..Settings::default() },
            Change::File(text) => new = read::read(text)?,
            Change::Line(text) => new = Settings { waivers: new.waivers, ..read::read(text)? },
            Change::Accept { rule, fingerprint, reason, by } => {
                let waiver = waiver(report, (rule, fingerprint), reason, by).map_err(one)?;
                withdraw(&mut new, rule, fingerprint);
                new.waivers.push(waiver);
            }
            Change::Withdraw { rule, fingerprint } => withdraw(&mut new, rule, fingerprint),
        }
        Ok(Settings { clock: settings.clock, ..new })
    }
}

/// Only what is said of a statement can be accepted: a text that is no JSON cannot be read, whoever accepts it.
fn waiver(
    report: Option<&Report>,
    (rule, fingerprint): (&str, &str),
    reason: &str,
    by: &str,
) -> Result<Waiver, String> {
    let wanted = |one: &&Finding| {
        one.rule == rule
            && one.statement.is_some()
            && Some(one.fingerprint) == Fingerprint::parse(fingerprint)
    };
    let found = report.and_then(|report| report.findings.iter().find(wanted));
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

fn withdraw(settings: &mut Settings, rule: &str, fingerprint: &str) {
    settings
        .waivers
        .retain(|one| one.rule != rule || Some(one.fingerprint) != Fingerprint::parse(fingerprint));
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
