//! Walks the list of rules: each is documented, fires alone on its bad example and is silent on its good one.

use std::collections::BTreeSet;
use std::process::Command;

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::rules::catalogue::{RULES, find};
use tieout::rules::rule::{Rule, Test};
use tieout::settings::read::read;

/// The settings a rule's examples are checked with.
fn settings(rule: &Rule) -> Settings {
    if rule.settings.is_empty() { Settings::default() } else { read(rule.settings).unwrap_or_default() }
}

fn fired(rule: &Rule, example: &[u8]) -> BTreeSet<&'static str> {
    let report = engine::check("example.json", example, settings(rule));
    report.findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn each_bad_example_fires_its_rule_alone() {
    for rule in RULES {
        assert_eq!(fired(rule, rule.bad), BTreeSet::from([rule.code]), "{} {}", rule.code, rule.name);
    }
}

#[test]
fn each_good_example_fires_nothing() {
    for rule in RULES {
        assert_eq!(fired(rule, rule.good), BTreeSet::new(), "{} {}", rule.code, rule.name);
    }
}

#[test]
fn rules_about_the_tree_fire_or_not_whatever_the_amounts_are() {
    let of_tree = RULES.iter().filter(|rule| matches!(rule.test, Test::Tree(_)));
    let with = |example: &[u8], amounts: [&str; 2]| {
        let text = String::from_utf8_lossy(example).into_owned();
        let mut parts = text.split(r#""value": ""#);
        let first = parts.next().map(str::to_owned);
        let others = parts.filter_map(|part| part.split_once('"')).map(|(_, rest)| rest);
        let others = others.zip(amounts.into_iter().cycle());
        let others = others.map(|(rest, amount)| format!(r#""value": "{amount}"{rest}"#));
        first.into_iter().chain(others).collect::<String>()
    };
    let mut tried = 0;
    for rule in of_tree {
        for amounts in [["0.00", "0.00"], ["7.70", "0.00"], ["-1.00", "7.70"], ["0.00", "12345678.90"]] {
            let (bad, good) = (with(rule.bad, amounts), with(rule.good, amounts));
            assert!(bad.contains(amounts[0]) && good.contains(amounts[1]), "{}", rule.code);
            assert!(fired(rule, bad.as_bytes()).contains(rule.code), "{} with {amounts:?}", rule.code);
            assert!(!fired(rule, good.as_bytes()).contains(rule.code), "{} with {amounts:?}", rule.code);
        }
        tried += 1;
    }
    assert!(tried > 5, "only {tried} rules look at the tree alone");
}

#[test]
fn codes_and_names_are_well_formed_and_unique() {
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!((codes.len(), names.len()), (RULES.len(), RULES.len()));
    for rule in RULES {
        let (letter, digits) = rule.code.split_at(1);
        assert!("JSTAVD".contains(letter) && digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()));
        assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.name);
        assert_eq!(find(rule.code).map(|found| found.name), Some(rule.name));
    }
}

#[test]
fn the_catalogue_holds_what_was_promised() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let promised = "J001 J003 J004 J005 J006 S001 S002 S003 S004 S005 S006 S007 S008 S009 S010 S011 S012 S013 \
                    T001 T002 T003 T004 T005 \
                    A001 A002 A003 V001 V002 V003 V004 V005 V006 V007 \
                    D001 D002 D003 D004 D005 D006 D007";
    assert_eq!(codes.join(" "), promised);
}

#[test]
fn words_are_in_the_house_style() {
    for rule in RULES {
        for text in [rule.what, rule.why, rule.fix] {
            assert!(text.len() > 15 && !text.ends_with('.'), "{}: {text}", rule.code);
            assert!(!text.starts_with(|c: char| c.is_uppercase()), "{}: {text}", rule.code);
        }
        let report = engine::check("example.json", rule.bad, settings(rule));
        for finding in &report.findings {
            let message = &finding.message;
            assert!(!message.ends_with('.') && !message.starts_with(char::is_uppercase), "{message}");
            assert_eq!(message.matches('`').count() % 2, 0, "{message}");
        }
    }
}

#[test]
fn readme_has_the_table_that_the_command_prints() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tieout")).args(["rules", "--markdown"]).output().expect("runs");
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(table.lines().count(), RULES.len() + 2);
    assert!(include_str!("../README.md").contains(&format!("\n\n{table}\n")), "README lacks:\n{table}");
}
