//! What is true of the canonical figures, told exactly.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::process::Command;

use serde_json::Value;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/canonical.json");

fn tieout(arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_tieout")).args(arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

fn report() -> Value {
    let (text, code) = tieout(&["check", "--format", "json", FIXTURE]);
    assert_eq!(code, Some(1));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn it_does_not_tie_in_exactly_two_places() {
    let report = report();
    assert_eq!(report["verdict"], "differs");
    let told: Vec<(String, String, Value, Value)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let mut path =
                finding["path"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned());
            let rule = finding["rule"].as_str().unwrap().to_owned();
            let end = path.next_back().unwrap_or_default();
            (rule, end, finding["difference"].clone(), finding["residual"].clone())
        })
        .collect();
    let row = |rule: &str, end: &str, difference: Value, residual: Value| {
        (rule.to_owned(), end.to_owned(), difference, residual)
    };
    assert_eq!(
        told,
        [
            row("T002", "", "-105147.67".into(), "-28149.57".into()),
            row("T001", "Current Liabilities", "76998.10".into(), Value::Null),
            row("D001", "", Value::Null, Value::Null),
            row("A003", "Settle Loans Payable", Value::Null, Value::Null),
            row("A001", "Net Income", Value::Null, Value::Null),
            row("D006", "", Value::Null, Value::Null),
            row("V005", "Flex Checking", Value::Null, Value::Null),
            row("V005", "Flex 2761", Value::Null, Value::Null),
            row("S007", "Accounts Receivable", Value::Null, Value::Null),
            row("S006", "Accounts Receivable", Value::Null, Value::Null),
            row("S007", "Fixed Assets", Value::Null, Value::Null),
            row("S007", "Accounts Payable", Value::Null, Value::Null),
            row("S006", "Accounts Payable", Value::Null, Value::Null),
            row("S006", "Accounts Payable", Value::Null, Value::Null),
            row("S007", "Credit Cards", Value::Null, Value::Null),
            row("V005", "Flex Platinum Card", Value::Null, Value::Null),
            row("S007", "Long-Term Liabilities", Value::Null, Value::Null),
            row("S007", "Owners Equity", Value::Null, Value::Null),
            row("S009", "Owner's Equity", Value::Null, Value::Null),
        ]
    );
}

#[test]
fn no_simple_cause_is_claimed_for_either_difference() {
    let report = report();
    let findings = report["findings"].as_array().unwrap().iter();
    assert!(findings.clone().any(|finding| finding["rule"] == "T001"));
    assert!(findings.into_iter().all(|finding| finding["causes"] == Value::Array(Vec::new())));
}

#[test]
fn the_counts_are_those_of_the_sheet() {
    let counts = &report()["counts"];
    for (name, expected) in [
        ("error", 2),
        ("warning", 3),
        ("info", 14),
        ("statements", 1),
        ("lines", 37),
        ("groups", 13),
        ("accounts", 21),
    ] {
        assert_eq!(counts[name], expected, "{name}");
    }
    let checks = serde_json::json!({"ties": 15, "rounding": 0, "differs": 2, "not_checkable": 0});
    assert_eq!(counts["checks"], checks);
}

#[test]
fn the_report_reads_well() {
    insta::assert_snapshot!(tieout(&["check", "--format", "json", FIXTURE]).0);
}

#[test]
fn the_terminal_reads_well() {
    insta::assert_snapshot!(tieout(&["check", FIXTURE]).0);
}

#[test]
fn the_compact_table_has_every_line_with_its_digits() {
    let (csv, code) = tieout(&["flatten", FIXTURE]);
    assert_eq!(code, Some(0));
    assert_eq!(csv.lines().count(), 38);
    assert!(csv.contains(
        "Other Current Assets,Payments to Deposit,15560eaa-78c3-4ef6-bcc2-4697c9f509ef,10000.00,True\n"
    ));
    insta::assert_snapshot!(csv);
}

#[test]
fn the_full_table_has_keys_and_checks() {
    let (csv, code) = tieout(&["flatten", "--columns", "full", FIXTURE]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(csv);
}

#[test]
fn the_readme_shows_what_the_terminal_says() {
    let readme = include_str!("../README.md");
    let shown = readme.split("$ tieout check tests/fixtures/canonical.json\n").nth(1).unwrap();
    let shown = shown.split("…\n```").next().unwrap();
    assert!(shown.len() > 500 && tieout(&["check", FIXTURE]).0.starts_with(shown), "{shown}");
}
