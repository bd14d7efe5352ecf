//! What a finding stands or falls with, so that what was accepted stays so while other things change.

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::model::waiver::Fingerprint;

const TIES: &str = r#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "5.00", "items": [{"account_id": "1", "name": "Cash", "value": "5.00"}]},
 "liabilities": {"name": "Liabilities", "value": "2.00", "items": [{"account_id": "2", "name": "Loan", "value": "2.00"}]},
 "equity": {"name": "Equity", "value": "3.00", "items": [{"account_id": "3", "name": "Capital", "value": "3.00"}]}}"#;

/// The fingerprints of the findings of a rule on the sheet with some things replaced.
fn fingerprints(rule: &str, replacements: &[(&str, &str)]) -> Vec<Fingerprint> {
    let text = replacements.iter().fold(TIES.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    report.findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.fingerprint).collect()
}

const CASH: &str = r#""name": "Cash""#;
const LOAN: &str = r#""name": "Loan""#;
const START: &str = r#"{"end_date""#;

#[test]
fn a_fault_of_the_whole_statement_may_show_elsewhere_first() {
    let cases = [
        ("S008", (CASH, r#""name": "Cash", "memo": 1"#), (LOAN, r#""name": "Loan", "memo": 2"#)),
        (
            "D007",
            (CASH, r#""name": "Cash", "currency": "USD""#),
            (LOAN, r#""name": "Loan", "currency": "USD""#),
        ),
    ];
    for (rule, one, other) in cases {
        let found = fingerprints(rule, &[one]);
        assert_eq!(found.len(), 1, "{rule}");
        assert_eq!(found, fingerprints(rule, &[other]), "{rule}");
        assert_eq!(found, fingerprints(rule, &[one, other]), "{rule}");
    }
}

/// The last finding of a rule on a sheet whose assets are these items: its fingerprint.
fn last_of(rule: &str, items: &[String]) -> Option<Fingerprint> {
    let cash = r#"{"account_id": "1", "name": "Cash", "value": "5.00"}"#;
    fingerprints(rule, &[(cash, &items.join(", "))]).last().copied()
}

#[test]
fn a_fault_of_many_lines_is_about_how_many_they_are_and_not_which_comes_first() {
    let item = |at: usize, value: &str| {
        format!(r#"{{"account_id": "{at}", "name": "Line {at}", "value": {value}}}"#)
    };
    let values =
        |value: &'static str, count| -> Vec<String> { (0..count).map(|at| item(1000 + at, value)).collect() };
    let odd: Vec<String> = (0..100).map(|at| item(1000 + at, "\"0.00\"")).collect();
    let strange = |at: usize| item(1, "1.00").replace(r#""1""#, &format!("\"{}\"", "x".repeat(at + 9)));
    let odd: Vec<String> = odd.into_iter().chain((0..22).map(strange)).collect();
    let none: Vec<String> = (0..3).map(|at| format!(r#"{{"name": "Line {at}", "value": "0.00"}}"#)).collect();
    let cases = [
        ("V003", values("\"1.0\"", 3)),
        ("V007", values("\"$1.00\"", 3)),
        ("V004", [values("\"0.25\"", 300), values("\"0.2500\"", 322).split_off(300)].concat()),
        ("J005", values("90071992547409931.25", 22)),
        ("A003", odd),
    ];
    for (rule, items) in cases {
        let found = last_of(rule, &items);
        assert!(found.is_some(), "{rule}");
        let turned: Vec<String> = items.iter().rev().cloned().collect();
        assert_eq!(found, last_of(rule, &turned), "{rule}");
        assert_ne!(found, last_of(rule, &items[..items.len() - 1]), "{rule}");
    }
    let without_ids = |items: &[String]| {
        let text = TIES.replace(r#""account_id": "2", "#, "").replace(r#""account_id": "3", "#, "");
        let text = text.replace(r#"{"account_id": "1", "name": "Cash", "value": "5.00"}"#, &items.join(", "));
        let report = engine::check("file.json", text.as_bytes(), Settings::default());
        report.findings.iter().find(|finding| finding.rule == "A001").map(|finding| finding.fingerprint)
    };
    let turned: Vec<String> = none.iter().rev().cloned().collect();
    assert!(without_ids(&none).is_some());
    assert_eq!(without_ids(&none), without_ids(&turned));
    assert_ne!(without_ids(&none), without_ids(&none[1..]));
}

#[test]
fn a_fault_of_one_line_stays_with_it() {
    let one = |name: &str, value: &str| {
        let item = |name: &str, value: &str| {
            format!(r#"{{"account_id": "{name}", "name": "{name}", "value": "{value}"}}"#)
        };
        vec![
            item("1001", if name == "1001" { value } else { "2.00" }),
            item("1002", if name == "1002" { value } else { "2.00" }),
        ]
    };
    for (rule, value, other) in [("V003", "1.0", "2.0"), ("V007", "$1.00", "$2.00")] {
        let found = last_of(rule, &one("1001", value));
        let turned: Vec<String> = one("1001", value).into_iter().rev().collect();
        assert_eq!(found, last_of(rule, &turned), "{rule}");
        assert_ne!(found, last_of(rule, &one("1002", value)), "{rule}");
        assert_ne!(found, last_of(rule, &one("1001", other)), "{rule}");
    }
}

#[test]
fn findings_about_two_things_have_two_fingerprints() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("J003", &[(CASH, r#""name": "Cash", "name": "Cash", "account_id": "1""#)]),
        ("S001", &[(r#""equity": {"#, r#""equity": 1, "Equity": 2, "x": {"#)]),
        ("S004", &[(CASH, r#""name": "", "value": "0.00"}, {"account_id": "4", "name": """#)]),
        ("S008", &[(CASH, r#""name": "Cash", "memo": 1, "note": 1"#)]),
        ("S008", &[(CASH, r#""name": "Cash", "memo": 1"#), (START, r#"{"memo": 1, "end_date""#)]),
        ("D002", &[(r#""2024-12-31""#, r#""2024-12-32", "created_at": "2024-12-32""#)]),
    ];
    for (rule, replacements) in cases {
        let found = fingerprints(rule, replacements);
        assert_eq!(found.len(), 2, "{rule}");
        assert_ne!(found[0], found[1], "{rule}");
    }
}

#[test]
fn another_text_is_another_finding() {
    let cases = [
        ("D002", (r#""2024-12-31""#, r#""2024-12-32""#), (r#""2024-12-31""#, r#""2024-12-33""#)),
        (
            "D003",
            (START, r#"{"start_date": "2025-01-01", "end_date""#),
            (START, r#"{"start_date": "2025-02-01", "end_date""#),
        ),
        (
            "D007",
            (CASH, r#""name": "Cash", "currency": "USD""#),
            (CASH, r#""name": "Cash", "currency": "CHF""#),
        ),
        ("S001", (r#""equity": {"#, r#""equity": 1, "x": {"#), (r#""equity": {"#, r#""equity": [], "x": {"#)),
        ("S009", (LOAN, r#""name": "CASH""#), (LOAN, r#""name": "cash""#)),
        ("S010", (CASH, r#""name": "Cash", "items": 1"#), (CASH, r#""name": "Cash", "items": [1]"#)),
    ];
    for (rule, one, other) in cases {
        let (one, other) = (fingerprints(rule, &[one]), fingerprints(rule, &[other]));
        assert_eq!((one.len(), other.len()), (1, 1), "{rule}");
        assert_ne!(one, other, "{rule}");
    }
}
