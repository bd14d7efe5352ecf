//! Which tests of the project carry which rules, and why others have none.

use std::fmt::Write;

use crate::model::settings::Settings;
use crate::rules::catalogue::RULES;
use crate::rules::judge;

/// The tests of each rule that has one.
pub const CARRIED: &[(&str, &[&str])] = &[
    ("J001", &["document_is_json"]),
    ("S001", &["sections_present", "document_is_statement"]),
    ("S002", &["section_known"]),
    ("S003", &["section_not_empty"]),
    ("S004", &["name_present"]),
    ("S005", &["sibling_unique"]),
    ("S006", &["name_unlike_those_above"]),
    ("S007", &["no_pass_through"]),
    ("S008", &["field_known"]),
    ("S009", &["names_told_apart"]),
    ("S010", &["items_well_formed"]),
    ("T001", &["total_equals_items"]),
    ("T002", &["equation_holds"]),
    ("T003", &["total_present"]),
    ("T004", &["header_totals_agree"]),
    ("T005", &["nothing_rounded"]),
    ("A001", &["account_id_present"]),
    ("A002", &["account_id_unique"]),
    ("A003", &["account_id_usual"]),
    ("V001", &["amount_readable"]),
    ("V002", &["amount_present"]),
    ("V004", &["decimals_usual"]),
    ("V005", &["sign_usual"]),
    ("V006", &["amount_fits"]),
    ("D001", &["date_present"]),
    ("D002", &["date_exists"]),
    ("D003", &["dates_in_order"]),
    ("D004", &["date_not_future"]),
    ("D005", &["data_fresh"]),
    ("D006", &["currency_present"]),
    ("D007", &["currency_alone"]),
];

/// Why the other rules have no test.
const NOT_CARRIED: &[(&[&str], &str)] = &[
    (
        &["J003", "J004", "J005", "J006"],
        "it is about the text of a file, of which a warehouse sees only the values",
    ),
    (
        &["S011", "S012", "S013"],
        "it is about reports of other systems, which come rewritten: what it tells is settled before",
    ),
    (&["V003"], "numbers and texts of JSON are read alike, and only texts have decimals of their own"),
    (
        &["V007"],
        "amounts with separators or brackets come rewritten as plain numbers; in tomorrow's files they fail `amount_readable`",
    ),
];

/// The tests of a rule.
pub fn tests(code: &str) -> &'static [&'static str] {
    CARRIED.iter().find(|(own, _)| *own == code).map_or(&[], |(_, tests)| tests)
}

/// Why a rule has no test.
pub fn reason(code: &str) -> &'static str {
    NOT_CARRIED.iter().find(|(codes, _)| codes.contains(&code)).map_or("it has none yet", |(_, why)| why)
}

/// How every rule counts, as YAML for the variable `rules`.
pub fn levels(settings: &Settings) -> String {
    let mut out = String::new();
    for rule in RULES.iter().filter(|rule| !tests(rule.code).is_empty()) {
        let level = judge::level(rule, settings);
        let _ = writeln!(out, "    {}: \"{}\"  # {}", rule.code, level.name(), rule.name);
    }
    out.trim_end().to_owned()
}

/// The rules and their tests as a table in Markdown.
pub fn table() -> String {
    let mut out = "| rule | fires when | test |\n| --- | --- | --- |\n".to_owned();
    for rule in RULES {
        let tests: Vec<String> = tests(rule.code).iter().map(|test| format!("`{test}`")).collect();
        let test = if tests.is_empty() { format!("none: {}", reason(rule.code)) } else { tests.join(", ") };
        let _ = writeln!(out, "| {} {} | {} | {test} |", rule.code, rule.name, rule.what);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::carried::{CARRIED, NOT_CARRIED, tests};
    use crate::export::dbt::files::FILES;
    use crate::rules::catalogue::{RULES, find};

    #[test]
    fn every_rule_has_a_test_or_a_reason_and_never_both() {
        for rule in RULES {
            let reasons = NOT_CARRIED.iter().filter(|(codes, _)| codes.contains(&rule.code)).count();
            let carried = usize::from(!tests(rule.code).is_empty());
            assert_eq!(reasons + carried, 1, "{}", rule.code);
        }
        let reasons = NOT_CARRIED.iter().flat_map(|(codes, _)| codes.iter());
        let unknown: Vec<&str> = CARRIED.iter().map(|(code, _)| *code).chain(reasons.copied()).collect();
        let unknown: Vec<&&str> = unknown.iter().filter(|code| find(code).is_none()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn every_test_that_carries_a_rule_names_it() {
        for (code, tests) in CARRIED {
            for test in *tests {
                let path = format!("tests/generic/{test}.sql");
                let text = FILES.iter().find(|(own, _)| *own == path).map(|(_, text)| *text);
                let text = text.unwrap_or_default();
                assert!(text.contains(&format!("test {test}(")), "{test}");
                assert!(text.contains(&format!("is_on('{code}')")), "{test}: {code}");
            }
        }
    }
}
