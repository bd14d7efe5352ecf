//! Changes of the settings as a person makes them on the page: one by one, refused whole, taken back.

use tieout::engine;
use tieout::model::level::Level;
use tieout::model::settings::Settings;
use tieout::view::change::Change;
use tieout::view::mark::Weight;

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

/// What `change` makes of `settings`, with the canonical sheet open.
fn changed(settings: &Settings, change: &Change) -> Result<Settings, Vec<String>> {
    change.apply(settings, Some(&engine::check("canonical.json", CANONICAL, settings.clone())))
}

#[test]
fn changes_are_made_one_by_one_or_refused_whole() {
    let usual = Settings::default();
    let level = |code: &str, weight| Change::Level { code: code.to_owned(), weight };
    // What is usual is no choice, also where a limit makes it so.
    let off = changed(&usual, &level("A003", None)).unwrap();
    assert_eq!(off.levels.get("A003"), Some(&Level::Off));
    assert_eq!(changed(&off, &level("A003", Some(Weight::Warning))).unwrap(), usual);
    let limited = changed(&usual, &Change::Freshness("30".to_owned())).unwrap();
    let off = changed(&limited, &level("D005", None)).unwrap();
    assert_eq!(off.levels.get("D005"), Some(&Level::Off));
    assert_eq!(changed(&off, &level("D005", Some(Weight::Warning))).unwrap(), limited);
    assert_eq!(changed(&limited, &Change::Freshness(" ".to_owned())).unwrap(), usual);
    for change in [
        Change::Freshness("soon".to_owned()),
        Change::Today("2024-02-30".to_owned()),
        Change::Tolerance("-1".to_owned()),
        Change::File("{".to_owned()),
        level("Z999", None),
    ] {
        assert_eq!(changed(&usual, &change).unwrap_err().len(), 1, "{change:?}");
    }
}

#[test]
fn a_finding_is_accepted_by_what_it_is_and_withdrawn_again() {
    let usual = Settings::default();
    let report = engine::check("canonical.json", CANONICAL, Settings::default());
    let finding = report.findings.iter().find(|one| one.rule == "T001").unwrap();
    let (rule, fingerprint) = (finding.rule.to_owned(), finding.fingerprint.to_string());
    let accept = |fingerprint: &str, reason: &str, by: &str| {
        let (fingerprint, reason, by) = (fingerprint.to_owned(), reason.to_owned(), by.to_owned());
        changed(&usual, &Change::Accept { rule: rule.clone(), fingerprint, reason, by })
    };
    let accepted = accept(&fingerprint, " as agreed ", "A").unwrap();
    let [waiver] = accepted.waivers.as_slice() else { panic!("{accepted:?}") };
    assert_eq!((waiver.reason.as_str(), waiver.about.as_str()), ("as agreed", finding.message.as_str()));
    // Twice is once, with the reason given last.
    let again = Change::Accept {
        rule: rule.clone(),
        fingerprint: fingerprint.clone(),
        reason: "b".to_owned(),
        by: "B".to_owned(),
    };
    assert_eq!(changed(&accepted, &again).unwrap().waivers.len(), 1);
    let withdraw = Change::Withdraw { rule: rule.clone(), fingerprint: fingerprint.clone() };
    assert_eq!(changed(&accepted, &withdraw).unwrap(), usual);
    assert_eq!(changed(&usual, &withdraw).unwrap(), usual);
    for (fingerprint, reason, by) in [
        (fingerprint.as_str(), " ", "A"),
        (&fingerprint, "r", ""),
        ("00000000000000ff", "r", "A"),
        ("x", "r", "A"),
    ] {
        assert_eq!(accept(fingerprint, reason, by).unwrap_err().len(), 1);
    }
    let huge = "r".repeat(5_000);
    assert!(accept(&fingerprint, &huge, "A").is_err());
}

#[test]
fn of_two_statements_of_one_company_like_findings_are_accepted_together_and_of_two_companies_not() {
    let sheet = |company: &str| {
        format!(
            r#"{{{company} "assets": {{"name": "A", "value": "5", "items": [{{"name": "x", "value": "n/a"}}]}},
                "liabilities": {{"name": "L", "value": "0"}}, "equity": {{"name": "E", "value": "5"}}}}"#
        )
    };
    let accepted = |first: &str, second: &str| {
        let text = format!("[{}, {}]", sheet(first), sheet(second));
        let report = engine::check("two.json", text.as_bytes(), Settings::default());
        let finding = report.findings.iter().find(|one| one.rule == "V001").unwrap();
        let change = Change::Accept {
            rule: "V001".to_owned(),
            fingerprint: finding.fingerprint.to_string(),
            reason: "r".to_owned(),
            by: "b".to_owned(),
        };
        let settings = change.apply(&Settings::default(), Some(&report)).unwrap();
        engine::again(report, settings).counts.accepted
    };
    assert_eq!(accepted(r#""end_date": "2024-01-31","#, r#""end_date": "2024-02-29","#), 2);
    assert_eq!(accepted(r#""company_name": "A","#, r#""company_name": "B","#), 1);
    assert_eq!(accepted(r#""id": "1","#, r#""id": "2","#), 1);
}
