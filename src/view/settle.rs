//! Makes the settings as the page shows them.

use crate::model::level::Level;
use crate::model::report::Report;
use crate::model::settings::{Settings, Tolerance};
use crate::model::waiver::Waiver;
use crate::rules::catalogue::RULES;
use crate::rules::judge;
use crate::rules::rule::Rule;
use crate::rules::words;
use crate::settings::write;
use crate::view::mark::Weight;
use crate::view::settings_sheet::{Accepted, RuleChoice, SettingsSheet};

/// The sheet of `settings`, with the file that is open, if one is.
pub fn sheet(settings: &Settings, report: Option<&Report>) -> SettingsSheet {
    let stale = report.map(Report::stale_waivers);
    let waivers = (0_u32..).zip(&settings.waivers);
    SettingsSheet {
        tolerance: settings.tolerance.to_string(),
        freshness_days: settings.freshness_days,
        today: settings.today.map(|day| day.to_string()),
        spreadsheet_guard: settings.spreadsheet_guard,
        rules: RULES.iter().map(|rule| choice(rule, settings)).collect(),
        waivers: waivers
            .map(|(at, waiver)| {
                accepted(waiver, stale.as_ref().map(|stale| stale.binary_search(&at).is_err()))
            })
            .collect(),
        reading: reading(settings),
        changed: changed(settings),
        file: write::file(settings),
        line: write::line(settings),
    }
}

/// As what every file is read, if that was chosen.
fn reading(settings: &Settings) -> Option<String> {
    let keys = settings.mapping.is_some().then(|| "a tree of lines by keys that were chosen".to_owned());
    let dialect = settings.dialect.map(|dialect| format!("{}, which was chosen", words::dialect(dialect)));
    keys.or(dialect)
}

/// A waiver as the page shows it.
pub fn accepted(waiver: &Waiver, applies: Option<bool>) -> Accepted {
    let Waiver { rule, fingerprint, about, reason, by } = waiver.clone();
    Accepted { rule, fingerprint: fingerprint.to_string(), about, reason, by, applies }
}

/// What a level is to the page.
pub fn weight(level: Level) -> Option<Weight> {
    level.severity().map(Weight::from)
}

fn choice(rule: &Rule, settings: &Settings) -> RuleChoice {
    RuleChoice {
        code: rule.code.to_owned(),
        name: rule.name.to_owned(),
        what: rule.what.to_owned(),
        own: weight(judge::usual_level(rule, settings)),
        chosen: weight(judge::level(rule, settings)),
    }
}

fn changed(settings: &Settings) -> u32 {
    let others = [
        settings.tolerance != Tolerance::FromData,
        settings.freshness_days.is_some(),
        settings.today.is_some(),
        !settings.spreadsheet_guard,
        settings.dialect.is_some() || settings.mapping.is_some(),
    ];
    let others = others.into_iter().filter(|changed| *changed).count();
    let differs = |rule: &&&Rule| judge::level(rule, settings) != judge::usual_level(rule, settings);
    u32::try_from(RULES.iter().filter(differs).count() + others).unwrap_or(u32::MAX)
}
