//! Opens the rule book.

use crate::rules::catalogue;
use crate::rules::rule::Rule;
use crate::view::rule_page::RulePage;
use crate::view::settle::weight;

/// The page of a rule, if there is such a rule.
pub fn page(code: &str) -> Option<RulePage> {
    let Rule { code, name, level, what, why, fix, bad, good, settings, .. } = catalogue::find(code)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some(RulePage {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        own: weight(*level),
        what: (*what).to_owned(),
        why: (*why).to_owned(),
        fix: (*fix).to_owned(),
        bad: text(bad),
        good: text(good),
        settings: (*settings).to_owned(),
    })
}
