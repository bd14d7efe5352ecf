//! The text of `tieout.json` to settings, or to what is wrong with it.

use crate::model::amount::Amount;
use crate::model::date::Day;
use crate::model::dialect::Dialect;
use crate::model::level::Level;
use crate::model::mapping::Mapping;
use crate::model::order::sorted;
use crate::model::settings::{Settings, Tolerance};
use crate::model::waiver::{Fingerprint, Waiver};
use crate::rules::catalogue;
use crate::rules::words::{list, quoted};
use crate::settings::mapping;
use crate::settings::tree::Tree;

/// The keys a settings file may have, all optional.
pub const KEYS: [&str; 8] =
    ["tolerance", "rules", "freshness_days", "today", "spreadsheet_guard", "dialect", "mapping", "waivers"];
/// The keys a waiver must have, but for `about`.
pub const WAIVER_KEYS: [&str; 5] = ["rule", "fingerprint", "about", "reason", "by"];
/// The word for leaving the dialect to the data.
pub const AUTO: &str = "auto";
/// The longest text a waiver may hold, in bytes.
pub const LONGEST: usize = 2_000;
/// The most days that figures may be old.
pub const MOST_DAYS: u32 = 36_500;
/// The most faults that are told.
const MOST_FAULTS: usize = 20;
/// The largest settings file, in bytes; a file past it was not written as one.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// Reads settings. What the text does not say is as usual. If anything in it is wrong, nothing is taken: the answer
/// is then every fault, each a sentence in the house style that says where, what, and what would be right.
pub fn read(text: &str) -> Result<Settings, Vec<String>> {
    let mut reading = Reading { settings: Settings::default(), faults: Vec::new() };
    if text.len() > LARGEST {
        return Err(vec![format!(
            "the text is larger than {} MB, which no settings are",
            LARGEST / 1_048_576
        )]);
    }
    match serde_json::from_str::<Tree>(text.trim_start_matches('\u{feff}')) {
        Ok(Tree::Object(fields)) => reading.fields(&fields),
        Ok(other) => reading.fault(format!(
            "settings are {}, and should be an object such as `{{\"tolerance\": \"exact\"}}`",
            other.shape()
        )),
        Err(_) if text.trim().is_empty() => reading.fault("the text is empty".to_owned()),
        Err(error) => {
            let place = format!("line {}, column {}", error.line(), error.column());
            reading.fault(format!("the text is not JSON: reading stopped at {place}"));
        }
    }
    if reading.faults.is_empty() { Ok(reading.settings) } else { Err(reading.faults) }
}

/// Reads a tolerance: `from the data`, `exact`, or an amount such as `0.05`.
pub fn tolerance(text: &str) -> Result<Tolerance, String> {
    match text.trim() {
        "from the data" => Ok(Tolerance::FromData),
        "exact" => Ok(Tolerance::Exact),
        amount => match Amount::parse(amount) {
            Ok(amount) if !amount.is_negative() => Ok(Tolerance::Fixed(amount)),
            Ok(_) => Err(format!("{} is negative, and a tolerance is zero or more", quoted(amount))),
            Err(_) if amount.is_empty() => Err("write the tolerance as an amount such as `0.05`".to_owned()),
            Err(_) => Err(format!(
                "{} is no tolerance: write `from the data`, `exact`, or an amount such as `0.05`",
                quoted(text)
            )),
        },
    }
}

/// Reads the name of a dialect; `auto` leaves it to the data.
pub fn dialect(text: &str) -> Result<Option<Dialect>, String> {
    if text == AUTO {
        return Ok(None);
    }
    Dialect::named(text).map(Some).ok_or_else(|| {
        let all: Vec<&str> = std::iter::once(AUTO).chain(Dialect::ALL.map(Dialect::name)).collect();
        format!("{} is none of {}", quoted(text), names(&all))
    })
}

/// Reads a mapping by itself, or the settings of a file that has one.
pub fn mapping_alone(text: &str) -> Result<Mapping, Vec<String>> {
    let tree = serde_json::from_str::<Tree>(text).map_err(|error| {
        vec![format!(
            "the text is not JSON: reading stopped at line {}, column {}",
            error.line(),
            error.column()
        )]
    })?;
    let within = match &tree {
        Tree::Object(fields) => fields.iter().find(|(key, _)| key == "mapping").map(|(_, value)| value),
        _ => None,
    };
    mapping::read(within.unwrap_or(&tree)).map_err(|fault| vec![format!("`mapping`: {fault}")])
}

/// Reads a number of days, from 1 to [`MOST_DAYS`].
pub fn days(text: &str) -> Result<u32, String> {
    let days = text.trim().parse::<u32>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
    days.ok_or_else(|| format!("{} is no number of days from 1 to {MOST_DAYS}", quoted(text)))
}

/// Reads a day, `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<Day, String> {
    Day::parse(text.trim())
        .ok_or_else(|| format!("{} is no day: write it as `YYYY-MM-DD`, such as `2024-12-31`", quoted(text)))
}

struct Reading {
    settings: Settings,
    faults: Vec<String>,
}

impl Reading {
    fn fault(&mut self, fault: String) {
        match self.faults.len() {
            0..MOST_FAULTS => self.faults.push(fault),
            MOST_FAULTS => self.faults.push("there are more faults like these".to_owned()),
            _ => {}
        }
    }

    fn repeated(&mut self, fields: &[(String, Tree)]) {
        if let Some(key) = first_repeated(fields) {
            self.fault(format!("{} stands there twice", quoted(key)));
        }
    }

    /// Keeps what was read, or tells where it is wrong.
    fn take<T>(&mut self, place: &str, read: Result<T, String>) -> Option<T> {
        read.map_err(|fault| self.fault(format!("{place}: {fault}"))).ok()
    }

    fn fields(&mut self, fields: &[(String, Tree)]) {
        self.repeated(fields);
        for (key, value) in fields {
            match (key.as_str(), value) {
                (_, Tree::Null) if KEYS.contains(&key.as_str()) => {}
                ("tolerance", value) => {
                    let read = text(value, "a text in quotes, such as `\"0.05\"`").and_then(tolerance);
                    self.settings.tolerance = self.take(&quoted(key), read).unwrap_or_default();
                }
                ("rules", Tree::Object(levels)) => self.levels(levels),
                ("freshness_days", value) => {
                    let read = match value {
                        Tree::Whole(number) => days(&number.to_string()),
                        Tree::Number => Err(format!("it is no number of days from 1 to {MOST_DAYS}")),
                        other => Err(format!("it is {}, and should be a number of days", other.shape())),
                    };
                    self.settings.freshness_days = self.take(&quoted(key), read);
                }
                ("today", value) => {
                    let read = text(value, "a day in quotes, such as `\"2024-12-31\"`").and_then(day);
                    self.settings.today = self.take(&quoted(key), read);
                }
                ("dialect", value) => {
                    let read = text(value, "a text in quotes, such as `\"auto\"`").and_then(dialect);
                    self.settings.dialect = self.take(&quoted(key), read).flatten();
                }
                ("mapping", value) => self.settings.mapping = self.take(&quoted(key), mapping::read(value)),
                ("spreadsheet_guard", Tree::Flag(on)) => self.settings.spreadsheet_guard = *on,
                ("waivers", Tree::List(waivers)) => self.waivers(waivers),
                ("rules" | "spreadsheet_guard" | "waivers", value) => {
                    let wanted = match key.as_str() {
                        "rules" => "an object such as `{\"A003\": \"off\"}`",
                        "waivers" => "a list",
                        _ => "true or false",
                    };
                    self.fault(format!("{} is {}, and should be {wanted}", quoted(key), value.shape()));
                }
                _ => self.fault(format!("{} is no setting: there are {}", quoted(key), names(&KEYS))),
            }
        }
    }

    fn levels(&mut self, levels: &[(String, Tree)]) {
        self.repeated(levels);
        for (code, value) in levels {
            if catalogue::find(code).is_none() {
                self.fault(format!(
                    "`rules`: there is no rule {}; codes are written like `T001`",
                    quoted(code)
                ));
                continue;
            }
            let place = quoted(&format!("rules.{code}"));
            let known = || format!("one of {}", names(&Level::ALL.map(Level::name)));
            let read = text(value, &known()).and_then(|name| {
                Level::named(name).ok_or_else(|| {
                    format!("{} is none of {}", quoted(name), names(&Level::ALL.map(Level::name)))
                })
            });
            if let Some(level) = self.take(&place, read) {
                self.settings.levels.insert(code.clone(), level);
            }
        }
    }

    fn waivers(&mut self, waivers: &[Tree]) {
        for (at, value) in (1_usize..).zip(waivers) {
            let place = format!("waiver {at}");
            let Tree::Object(fields) = value else {
                self.fault(format!("{place} is {}, and should be an object", value.shape()));
                continue;
            };
            let read = waiver(fields);
            if let Some(waiver) = self.take(&place, read) {
                self.settings.waivers.push(waiver);
            }
        }
    }
}

fn waiver(fields: &[(String, Tree)]) -> Result<Waiver, String> {
    if let Some(key) = fields.iter().map(|(key, _)| key).find(|key| !WAIVER_KEYS.contains(&key.as_str())) {
        return Err(format!("{} is no field of a waiver: there are {}", quoted(key), names(&WAIVER_KEYS)));
    }
    if let Some(key) = first_repeated(fields) {
        return Err(format!("{} stands there twice", quoted(key)));
    }
    let field = |key: &str| match fields.iter().find(|(own, _)| own == key).map(|(_, value)| value) {
        Some(Tree::Text(text)) if text.len() > LONGEST => {
            Err(format!("{} is longer than {LONGEST} bytes", quoted(key)))
        }
        Some(Tree::Text(text)) => Ok(text.trim().to_owned()),
        Some(other) => Err(format!("{} is {}, and should be a text", quoted(key), other.shape())),
        None => Ok(String::new()),
    };
    let needed = |key: &str| {
        field(key).and_then(|text| {
            if text.is_empty() { Err(format!("{} is missing or empty", quoted(key))) } else { Ok(text) }
        })
    };
    let rule = needed("rule")?;
    if catalogue::find(&rule).is_none() {
        return Err(format!("there is no rule {}", quoted(&rule)));
    }
    let fingerprint = needed("fingerprint")?;
    let fingerprint = Fingerprint::parse(&fingerprint).ok_or_else(|| {
        format!(
            "{} is no fingerprint: those are 16 digits from `0` to `f`, as the report has them",
            quoted(&fingerprint)
        )
    })?;
    Ok(Waiver { rule, fingerprint, about: field("about")?, reason: needed("reason")?, by: needed("by")? })
}

fn text<'a>(value: &'a Tree, wanted: &str) -> Result<&'a str, String> {
    match value {
        Tree::Text(text) => Ok(text),
        other => Err(format!("it is {}, and should be {wanted}", other.shape())),
    }
}

/// A key that an object has twice: of its two values one would be lost.
fn first_repeated(fields: &[(String, Tree)]) -> Option<&str> {
    let keys: Vec<&str> = fields.iter().map(|(key, _)| key.as_str()).collect();
    let keys = sorted(&keys, Ord::cmp);
    keys.windows(2).find_map(|pair| match pair {
        [first, second] if first == second => Some(*first),
        _ => None,
    })
}

fn names(names: &[&str]) -> String {
    list(&names.iter().map(|name| quoted(name)).collect::<Vec<_>>())
}
