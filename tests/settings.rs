//! Settings: read from text and written back, wrong ones refused whole, and what they do to a report.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::process::Command;

use tieout::engine;
use tieout::export::report_text;
use tieout::model::level::Level;
use tieout::model::report::Report;
use tieout::model::settings::Settings;
use tieout::rules::catalogue::RULES;
use tieout::rules::words;
use tieout::settings::{read::read, write};

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/canonical.json");

fn check(settings: &str) -> Report {
    engine::check("canonical.json", CANONICAL, read(settings).unwrap())
}

fn rules(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.rule).collect()
}

/// A settings file that accepts each finding of these rules in the canonical sheet.
fn accepting(codes: &[&str]) -> String {
    let report = check("{}");
    let own = report.findings.iter().filter(|finding| codes.contains(&finding.rule));
    let waivers: Vec<String> = own
        .map(|one| {
            let (rule, fingerprint) = (one.rule, one.fingerprint);
            format!(r#"{{"rule": "{rule}", "fingerprint": "{fingerprint}", "reason": "as agreed", "by": "A. Auditor"}}"#)
        })
        .collect();
    format!(r#"{{"waivers": [{}]}}"#, waivers.join(", "))
}

#[test]
fn settings_read_back_as_they_were_written() {
    let texts = [
        "{}".to_owned(),
        r#"{"tolerance": "exact"}"#.to_owned(),
        r#"{"tolerance": "0.50", "freshness_days": 90, "today": "2024-12-31", "spreadsheet_guard": false}"#.to_owned(),
        r#"{"rules": {"A003": "off", "D005": "error", "T001": "info"}}"#.to_owned(),
        r#"{"waivers": [{"rule": "T001", "fingerprint": "00000000000000ff", "about": "=1+1 \"<b>\u0000", "reason": "é\u202e", "by": "x"}]}"#.to_owned(),
        accepting(&["T001", "T002", "A001"]),
        r#"{"dialect": "xero"}"#.to_owned(),
        r#"{"mapping": {"roots": "sections", "name": "title", "amount": "balance"}}"#.to_owned(),
        r#"{"dialect": "named-tree", "mapping": {"path": ["data", "\u0000`"], "sections": {"Aktiva": "assets", "Rest": "other", "Passiva": "liabilities",
            "Eigenkapital": "equity"}, "items": ["k", "l"], "name": ["n", "m"], "amount": "a", "account_id": "c"}}"#.to_owned(),
    ];
    for text in texts {
        let settings = read(&text).unwrap();
        assert_eq!(read(&write::file(&settings)), Ok(settings.clone()), "{text}");
        assert_eq!(write::file(&settings), write::file(&read(&write::file(&settings)).unwrap()));
        let without = Settings { waivers: Vec::new(), dialect: None, mapping: None, ..settings };
        assert_eq!(read(&write::line(&without)), Ok(without), "{text}");
    }
}

#[test]
fn the_settings_that_the_readme_shows_can_be_used() {
    let readme = include_str!("../README.md");
    let example = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let settings = read(example).unwrap();
    assert_eq!((settings.levels.len(), settings.waivers.len(), settings.freshness_days), (2, 1, Some(90)));
    let example = readme.split("```json\n").nth(2).and_then(|rest| rest.split("```").next()).unwrap();
    let mapping = read(example).unwrap().mapping.unwrap();
    assert_eq!((mapping.sections.len(), mapping.path.len(), mapping.items.as_str()), (4, 2, "groups"));
}

#[test]
fn what_is_inside_a_tolerance_that_was_set_is_not_called_rounding() {
    for (tolerance, headline) in
        [("200000", "Ties within the tolerance that was set"), ("100000", "Does not tie")]
    {
        let report = check(&format!(r#"{{"tolerance": "{tolerance}"}}"#));
        let mut text = Vec::new();
        report_text::write(&report, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains(&format!("\n{headline}: ")) && !text.contains("rounding"), "{text}");
        assert!(text.contains(", within the tolerance that was set, "), "{text}");
    }
}

#[test]
fn what_a_link_holds_says_nothing_of_a_file() {
    let settings = read(&accepting(&["T001", "T002", "A001"])).unwrap();
    let line = write::line(&settings);
    assert!(settings.waivers.len() == 3 && !line.contains("agreed") && !line.contains("Auditor"), "{line}");
    assert!(!line.contains("waivers"), "{line}");
}

#[test]
fn a_link_does_not_say_how_certain_files_are_read() {
    let settings = read(
        r#"{"dialect": "named-tree", "mapping": {"sections": {"secret": "assets"}, "name": "n", "amount": "a"}}"#,
    )
    .unwrap();
    let line = write::line(&settings);
    assert!(!line.contains("secret") && !line.contains("dialect") && !line.contains("mapping"), "{line}");
    let report = engine::check("a.json", CANONICAL, settings);
    let json = engine::export(&report, tieout::export::format::Format::ReportJson).unwrap().bytes;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["settings"]["mapping"]["sections"]["secret"], "assets");
    assert_eq!(json["settings"]["dialect"], "named-tree");
}

#[test]
fn every_wrong_setting_is_told_in_plain_words_and_none_is_taken() {
    let long = format!(
        r#"{{"waivers": [{{"rule": "T001", "fingerprint": "00000000000000ff", "reason": "{}", "by": "x"}}]}}"#,
        "r".repeat(3_000)
    );
    let cases = [
        "",
        "{",
        "[]",
        "null",
        "42",
        r#"{"tolerence": "exact"}"#,
        r#"{"tolerance": 0.05}"#,
        r#"{"tolerance": "-1"}"#,
        r#"{"tolerance": "a bit"}"#,
        r#"{"tolerance": "99999999999999999999999999999999"}"#,
        r#"{"rules": ["A003"]}"#,
        r#"{"rules": {"Z999": "off"}}"#,
        r#"{"rules": {"A003": "fatal"}}"#,
        r#"{"rules": {"A003": true}}"#,
        r#"{"freshness_days": "soon"}"#,
        r#"{"freshness_days": 0}"#,
        r#"{"freshness_days": -5}"#,
        r#"{"freshness_days": 1.5}"#,
        r#"{"freshness_days": 99999999999999999999999999}"#,
        r#"{"today": "2024-02-30"}"#,
        r#"{"today": 20240101}"#,
        r#"{"spreadsheet_guard": "yes"}"#,
        r#"{"waivers": {}}"#,
        r#"{"waivers": [1]}"#,
        r#"{"waivers": [{"rule": "T001"}]}"#,
        r#"{"waivers": [{"rule": "Z999", "fingerprint": "00000000000000ff", "reason": "r", "by": "b"}]}"#,
        r#"{"waivers": [{"rule": "T001", "fingerprint": "xyz", "reason": "r", "by": "b"}]}"#,
        r#"{"waivers": [{"rule": "T001", "fingerprint": "00000000000000ff", "reason": "  ", "by": "b"}]}"#,
        r#"{"waivers": [{"rule": "T001", "fingerprint": "00000000000000ff", "reason": "r", "by": ["b"]}]}"#,
        r#"{"waivers": [{"rule": "T001", "fingerprint": "00000000000000ff", "reason": "r", "by": "b", "until": "2025"}]}"#,
        r#"{"tolerance": "exact", "tolerance": "1"}"#,
        r#"{"rules": {"T001": "off", "T001": "error"}}"#,
        r#"{"waivers": [{"rule": "T001", "rule": "T002", "fingerprint": "00000000000000ff", "reason": "r", "by": "b"}]}"#,
        r#"{"<script>": 1, "`": 2}"#,
        r#"{"tolerance": "exact", "rules": {"T001": "loud"}, "today": "never"}"#,
        long.as_str(),
    ];
    let mut told = String::new();
    for text in cases {
        let shown: String = text.chars().take(110).collect();
        writeln!(told, "{shown}").unwrap();
        for fault in read(text).unwrap_err() {
            assert!(!fault.ends_with('.') && fault.matches('`').count().is_multiple_of(2), "{fault}");
            writeln!(told, "  {fault}").unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_settings_file_of_nothing_but_faults_is_answered_with_the_first_of_them() {
    let many = vec!["1"; 100_000].join(",");
    let deep = "[".repeat(100_000);
    assert_eq!(read(&format!(r#"{{"waivers": [{many}]}}"#)).unwrap_err().len(), 21);
    assert_eq!(read(&deep).unwrap_err().len(), 1);
    let keys: Vec<String> = (0..100_000).map(|at| format!(r#""k{at}": 1"#)).collect();
    assert_eq!(read(&format!("{{{}}}", keys.join(","))).unwrap_err().len(), 21);
    assert_eq!(read(&" ".repeat(9_000_000)).unwrap_err().len(), 1);
}

#[test]
fn a_rule_weighs_what_is_chosen_or_is_silent() {
    for rule in RULES {
        for level in Level::ALL {
            let settings = format!(r#"{{"rules": {{"{}": "{}"}}}}"#, rule.code, level.name());
            let mut settings = read(&settings).unwrap();
            let own =
                if rule.settings.is_empty() { Settings::default() } else { read(rule.settings).unwrap() };
            settings = Settings { levels: settings.levels, ..own };
            let report = engine::check("example.json", rule.bad, settings);
            match level.severity() {
                None => assert!(report.findings.is_empty(), "{} off: {:?}", rule.code, rules(&report)),
                Some(severity) => {
                    assert!(!report.findings.is_empty(), "{} {}", rule.code, level.name());
                    // A finding that is less than its rule stays so.
                    assert!(report.findings.iter().all(|one| one.severity >= severity), "{}", rule.code);
                }
            }
        }
    }
}

#[test]
fn a_rule_that_is_off_counts_in_no_verdict() {
    let report = check(r#"{"rules": {"T001": "off", "T002": "off"}}"#);
    assert_eq!(report.verdict.name(), "not-checkable");
    let report = check(r#"{"rules": {"T002": "off"}}"#);
    assert_eq!(report.verdict.name(), "differs");
    assert!(!rules(&report).contains(&"T002"));
}

#[test]
fn what_was_accepted_stays_in_the_report_and_counts_no_more() {
    let before = check("{}");
    let report = check(&accepting(&["T001", "T002"]));
    assert_eq!((before.verdict.name(), report.verdict.name()), ("differs", "ties"));
    assert_eq!(rules(&before), rules(&report));
    let counts = report.counts;
    assert_eq!((counts.error, counts.accepted, counts.differs), (0, 2, 2));
    assert!(report.stale_waivers().is_empty());
    // One of two leaves the other.
    assert_eq!(check(&accepting(&["T001"])).verdict.name(), "differs");
    // Back to what it was.
    let again = engine::again(report, Settings::default());
    assert_eq!(again.verdict.name(), "differs");
    assert_eq!(again.counts, before.counts);
}

#[test]
fn judging_again_gives_what_judging_at_once_gives() {
    for settings in
        ["{}", r#"{"tolerance": "exact", "rules": {"A003": "off"}}"#, &accepting(&["T001", "A001"])]
    {
        let at_once = check(settings);
        let again = engine::again(check(r#"{"tolerance": "1000000"}"#), read(settings).unwrap());
        let text = |report: &Report| {
            engine::export(report, tieout::export::format::Format::ReportJson).unwrap().bytes
        };
        assert_eq!(text(&at_once), text(&again), "{settings}");
    }
}

#[test]
fn a_waiver_outlives_other_changes_but_not_a_change_of_its_figures() {
    let settings = accepting(&["T001", "T002", "A001", "A003"]);
    let canonical = std::str::from_utf8(CANONICAL).unwrap();
    let accepted = |text: &str| {
        let report = engine::check("other.json", text.as_bytes(), read(&settings).unwrap());
        let mut rules: Vec<&str> =
            report.findings.iter().filter(|one| one.waiver.is_some()).map(|one| one.rule).collect();
        rules.sort_unstable();
        assert_eq!(rules.len() + report.stale_waivers().len(), 4);
        rules.join(" ")
    };
    let value: serde_json::Value = serde_json::from_str(canonical).unwrap();
    // On one line, with a date, with the sections and the items of a group turned round.
    assert_eq!(accepted(&value.to_string()), "A001 A003 T001 T002");
    let mut dated = value.clone();
    dated["end_date"] = "2024-12-31".into();
    assert_eq!(accepted(&dated.to_string()), "A001 A003 T001 T002");
    let mut turned = value.clone();
    for pointer in ["/liabilities/items", "/liabilities/items/0/items", "/equity/items", "/assets/items"] {
        turned.pointer_mut(pointer).unwrap().as_array_mut().unwrap().reverse();
    }
    assert_eq!(accepted(&turned.to_string()), "A001 A003 T001 T002");
    // A zero more is no other figure.
    assert_eq!(accepted(&canonical.replace("\"1014525.75\"", "\"1014525.750\"")), "A001 A003 T001 T002");
    // Another total, another item, another id.
    assert_eq!(accepted(&canonical.replace("\"1014525.75\"", "\"1014525.76\"")), "A001 A003 T002");
    assert_eq!(accepted(&canonical.replace("\"220\"", "\"221\"")), "A001 T001 T002");
    assert_eq!(accepted(&canonical.replace("\"Net Income\"", "\"Result\"")), "A003 T001 T002");
}

#[test]
fn a_report_says_nothing_of_another_file() {
    let settings = read(&accepting(&["T001", "T002"])).unwrap();
    let other = r#"{"assets": {"name": "A", "value": "1"}, "liabilities": {"name": "L", "value": "0"}, "equity": {"name": "E", "value": "1"}}"#;
    let report = engine::check("other.json", other.as_bytes(), settings);
    let json = engine::export(&report, tieout::export::format::Format::ReportJson).unwrap().bytes;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["waivers"].as_array().map(Vec::len), Some(2));
    for waiver in json["waivers"].as_array().unwrap() {
        let keys: Vec<&str> = waiver.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!((keys, &waiver["applies"]), (vec!["applies", "fingerprint", "rule"], &false.into()));
    }
}

#[test]
fn a_waiver_rests_while_its_rule_is_off_and_two_for_one_finding_both_fit() {
    let mut settings = read(&accepting(&["T001"])).unwrap();
    settings.levels.insert("T001".to_owned(), Level::Off);
    assert_eq!(engine::check("a", CANONICAL, settings.clone()).stale_waivers(), [0_u32; 0]);
    settings.levels.clear();
    settings.waivers.push(settings.waivers[0].clone());
    assert_eq!(engine::check("a", CANONICAL, settings.clone()).stale_waivers(), [0_u32; 0]);
    settings.waivers[0].rule = "T002".to_owned();
    assert_eq!(engine::check("a", CANONICAL, settings).stale_waivers(), [0]);
}

#[test]
fn what_cannot_be_checked_is_told_whatever_is_off_and_a_total_of_the_header_is_told_beside_the_verdict() {
    let text = std::str::from_utf8(CANONICAL).unwrap();
    let unreadable = text.replace("\"14983.97\"", "\"n/a\"");
    let check = |text: &str, settings: &str| engine::check("a", text.as_bytes(), read(settings).unwrap());
    let off = check(&unreadable, r#"{"rules": {"T001": "off", "T002": "off"}}"#);
    assert_eq!(off.verdict.name(), "not-checkable");
    let ties = r#"{"total_assets": "2", "assets": {"name": "A", "value": "5"}, "liabilities": {"name": "L", "value": "2"}, "equity": {"name": "E", "value": "3"}}"#;
    let report = check(ties, "{}");
    assert_eq!((report.verdict.name(), report.counts.differs), ("ties", 1));
    assert_eq!(words::headline(&report), "Ties, but for 1 total beside the tree that differs");
}

#[test]
fn the_command_line_takes_settings_and_acceptances() {
    let folder = std::env::temp_dir().join(format!("tieout-settings-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("tieout.json");
    let run = |settings: &str, arguments: &[&str]| {
        std::fs::write(&path, settings).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_tieout"))
            .args(arguments)
            .arg("--settings")
            .arg(&path)
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    };
    assert_eq!(run("{}", &["check", FIXTURE]).0, 1);
    let (code, told, _) = run(&accepting(&["T001", "T002"]), &["check", FIXTURE]);
    assert_eq!(code, 0);
    assert!(told.contains("Ties, but for 2 accepted differences"), "{told}");
    assert!(told.contains("accepted by A. Auditor: as agreed"), "{told}");
    let mut stale: serde_json::Value = serde_json::from_str(&accepting(&["T001"])).unwrap();
    stale["waivers"][0]["fingerprint"] = "00000000000000ff".into();
    stale["waivers"][0]["about"] = "an old total".into();
    let (code, told, _) = run(&stale.to_string(), &["check", FIXTURE]);
    assert_eq!(code, 1);
    assert!(told.contains("no longer applies") && told.contains("an old total"), "{told}");
    // With several files, only what fits none of them is told.
    let ties = folder.join("ties.json");
    std::fs::write(&ties, r#"{"assets": {"name": "A", "value": "0"}, "liabilities": {"name": "L", "value": "0"}, "equity": {"name": "E", "value": "0"}}"#).unwrap();
    let both = ["check", ties.to_str().unwrap(), FIXTURE];
    assert!(!run(&accepting(&["T001"]), &both).1.contains("no longer applies"));
    assert_eq!(run(&stale.to_string(), &both).1.matches("no longer applies").count(), 1);
    let (code, told, fault) = run(r#"{"tolerance": 1}"#, &["check", FIXTURE]);
    assert_eq!((code, told.as_str()), (2, ""));
    assert!(fault.contains("tolerance") && fault.contains("in quotes"), "{fault}");
    assert_eq!(run(r#"{"rules": {"T001": "warning", "T002": "off"}}"#, &["check", FIXTURE]).0, 0);
    let formula = r#"{"assets": {"name": "=1+1", "value": "0"}, "liabilities": {"name": "L", "value": "0"}, "equity": {"name": "E", "value": "0"}}"#;
    let sheet = folder.join("sheet.json");
    std::fs::write(&sheet, formula).unwrap();
    let flatten = |settings: &str| run(settings, &["flatten", sheet.to_str().unwrap()]).1;
    assert!(flatten("{}").contains("'=1+1") && !flatten(r#"{"spreadsheet_guard": false}"#).contains("'=1+1"));
    std::fs::remove_dir_all(&folder).unwrap();
}
