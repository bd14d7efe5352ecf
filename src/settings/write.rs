//! Settings to the text of `tieout.json`.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::level::Level;
use crate::model::settings::Settings;
use crate::model::waiver::Waiver;

/// Settings as they are written. What was not chosen is written too, so that the file says everything it means.
#[derive(Serialize)]
pub struct Written<'a> {
    tolerance: String,
    #[serde(serialize_with = "names")]
    rules: &'a BTreeMap<String, Level>,
    freshness_days: Option<u32>,
    today: Option<String>,
    spreadsheet_guard: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waivers: Vec<WrittenWaiver<'a>>,
}

#[derive(Serialize)]
struct WrittenWaiver<'a> {
    rule: &'a str,
    fingerprint: String,
    about: &'a str,
    reason: &'a str,
    by: &'a str,
}

impl<'a> Written<'a> {
    /// All settings but the waivers: nothing in it comes from a file that was checked.
    pub fn without_waivers(settings: &'a Settings) -> Written<'a> {
        Written {
            tolerance: settings.tolerance.to_string(),
            rules: &settings.levels,
            freshness_days: settings.freshness_days,
            today: settings.today.map(|day| day.to_string()),
            spreadsheet_guard: settings.spreadsheet_guard,
            waivers: Vec::new(),
        }
    }

    /// All settings.
    pub fn of(settings: &'a Settings) -> Written<'a> {
        Written {
            waivers: settings.waivers.iter().map(waiver).collect(),
            ..Written::without_waivers(settings)
        }
    }
}

/// The text of a settings file: UTF-8 JSON, two spaces a level, ended by LF.
pub fn file(settings: &Settings) -> String {
    // Nothing here can fail to be written: there are texts, numbers and nothing else.
    serde_json::to_string_pretty(&Written::of(settings)).unwrap_or_default() + "\n"
}

/// The settings on one line, without the waivers, for an address or a browser's memory.
pub fn line(settings: &Settings) -> String {
    serde_json::to_string(&Written::without_waivers(settings)).unwrap_or_default()
}

/// The levels by the names they have in the file.
fn names<S: Serializer>(levels: &BTreeMap<String, Level>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(levels.iter().map(|(code, level)| (code, level.name())))
}

fn waiver(waiver: &Waiver) -> WrittenWaiver<'_> {
    let Waiver { rule, fingerprint, about, reason, by } = waiver;
    WrittenWaiver { rule, fingerprint: fingerprint.to_string(), about, reason, by }
}
