//! Settings to the text of `tieout.json`.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::dialect::Dialect;
use crate::model::level::Level;
use crate::model::mapping::{LineKey, Mapping};
use crate::model::settings::Settings;
use crate::model::statement::SectionKind;
use crate::model::waiver::Waiver;
use crate::settings::mapping;

/// Settings as they are written. What was not chosen is written too, so that the file says everything it means.
#[derive(Serialize)]
pub struct Written<'a> {
    tolerance: String,
    #[serde(serialize_with = "names")]
    rules: &'a BTreeMap<String, Level>,
    freshness_days: Option<u32>,
    today: Option<String>,
    spreadsheet_guard: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping: Option<WrittenMapping<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waivers: Vec<WrittenWaiver<'a>>,
}

#[derive(Serialize)]
struct WrittenMapping<'a> {
    path: &'a [String],
    #[serde(serialize_with = "kinds")]
    sections: &'a [(String, SectionKind)],
    roots: &'a str,
    name: Keys<'a>,
    amount: Keys<'a>,
    account_id: Keys<'a>,
    items: Keys<'a>,
}

/// A key, or a list of keys.
#[derive(Serialize)]
#[serde(untagged)]
enum Keys<'a> {
    One(&'a str),
    Many(Vec<&'a str>),
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
    /// All settings but the waivers.
    pub fn without_waivers(settings: &'a Settings) -> Written<'a> {
        Written {
            tolerance: settings.tolerance.to_string(),
            rules: &settings.levels,
            freshness_days: settings.freshness_days,
            today: settings.today.map(|day| day.to_string()),
            spreadsheet_guard: settings.spreadsheet_guard,
            dialect: settings.dialect.map(Dialect::name),
            mapping: settings.mapping.as_ref().map(written),
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

/// The settings on one line for an address or a browser's memory, without what is about certain files: the waivers, and
/// how they are read. Nothing in it comes from a file that was checked.
pub fn line(settings: &Settings) -> String {
    let written = Written { dialect: None, mapping: None, ..Written::without_waivers(settings) };
    serde_json::to_string(&written).unwrap_or_default()
}

/// The settings on one line for whoever reads a report, without the waivers, of which it tells itself.
pub fn told(settings: &Settings) -> String {
    serde_json::to_string(&Written::without_waivers(settings)).unwrap_or_default()
}

/// The levels by the names they have in the file.
fn names<S: Serializer>(levels: &BTreeMap<String, Level>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(levels.iter().map(|(code, level)| (code, level.name())))
}

/// The sections by the words they have in the file.
fn kinds<S: Serializer>(sections: &&[(String, SectionKind)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(sections.iter().map(|(key, kind)| (key, mapping::word(*kind))))
}

fn written<'a>(mapping: &'a Mapping) -> WrittenMapping<'a> {
    let keys = |first: &'a String, is| {
        let mut keys = vec![first.as_str()];
        keys.extend(mapping.also_for(is));
        if keys.len() > 1 { Keys::Many(keys) } else { Keys::One(first) }
    };
    WrittenMapping {
        path: &mapping.path,
        sections: &mapping.sections,
        roots: &mapping.roots,
        name: keys(&mapping.name, LineKey::Name),
        amount: keys(&mapping.amount, LineKey::Amount),
        account_id: keys(&mapping.account_id, LineKey::AccountId),
        items: keys(&mapping.items, LineKey::Items),
    }
}

fn waiver(waiver: &Waiver) -> WrittenWaiver<'_> {
    let Waiver { rule, fingerprint, about, reason, by } = waiver;
    WrittenWaiver { rule, fingerprint: fingerprint.to_string(), about, reason, by }
}
