//! Input that is made to be slow is answered as soon as other input of its size.

// Were the time or the memory to grow with the square of what is many here, nobody would wait for the end.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use tieout::engine;
use tieout::export::report_text;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

/// A statement with these items under its assets.
fn with_assets(items: &str) -> String {
    format!(
        r#"{{"end_date": "2024-12-31", "currency_code": "EUR",
          "assets": {{"name": "Assets", "value": "0.00", "items": [{items}]}},
          "liabilities": {{"name": "Liabilities", "value": "0.00", "items": []}},
          "equity": {{"name": "Equity", "value": "0.00", "items": []}}}}"#
    )
}

/// So many things in a list.
fn many(count: usize, of: impl Fn(usize) -> String) -> String {
    (0..count).map(of).collect::<Vec<_>>().join(",")
}

/// How many findings of a rule there are, kept or only counted.
fn told(report: &Report, rule: &str) -> u64 {
    let kept = report.findings.iter().filter(|one| one.rule == rule).count() as u64;
    kept + report.more.iter().filter(|one| one.0 == rule).map(|one| one.2).sum::<u64>()
}

#[test]
fn very_many_statements_of_nothing_take_no_longer_for_being_many() {
    let list = format!("[{}]", many(40_000, |_| r#"{"assets": 1}"#.to_owned()));
    let report = engine::check("file.json", list.as_bytes(), Settings::default());
    assert_eq!(report.statements.len(), 40_000);
    assert_eq!(told(&report, "S001"), 80_000);
}

#[test]
fn very_many_sections_of_one_key_take_no_longer_for_being_many() {
    let object = format!("{{{}}}", many(60_000, |_| r#""assets": {}"#.to_owned()));
    let report = engine::check("file.json", object.as_bytes(), Settings::default());
    let repeated = report.findings.iter().filter(|one| one.rule == "J003");
    assert!(repeated.clone().all(|one| one.message.ends_with("; both are read, but not compared")));
    assert_eq!((repeated.count(), told(&report, "J003")), (10_000, 59_999));
}

#[test]
fn an_envelope_of_very_many_dates_around_very_many_statements_is_read_at_once() {
    let dates = many(50_000, |at| format!(r#""end_date": "2024-{at}", "created_at": "{at}""#));
    let statements = many(10_000, |_| r#"{"assets": null}"#.to_owned());
    let text =
        format!(r#"{{{dates}, "entity": "{}", "balance_sheets": [{statements}]}}"#, "x".repeat(100_000));
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    let header = &report.statements[0].statement.header;
    assert_eq!((header.dates.len(), header.dates[0].text.as_str()), (2, "2024-49999"));
    assert_eq!(header.entity, None, "no copy of such a text for each statement");
}

#[test]
fn a_name_of_a_megabyte_is_not_told_again_for_each_line_under_it() {
    let items =
        many(5_000, |at| format!(r#"{{"name": "Line {at}", "account_id": "1{at}", "value": "n/a"}}"#));
    let text = with_assets(&format!(
        r#"{{"name": "{}", "value": "5.00", "items": [{items}]}}"#,
        "x".repeat(1_000_000)
    ));
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    assert!(report.findings.len() >= 5_000);
    let mut out = Vec::new();
    report_text::write(&report, &mut out).unwrap();
    assert!(out.len() < 3_000_000, "{} bytes", out.len());
}

#[test]
fn names_of_one_hash_are_told_apart_in_no_more_time_than_others() {
    let names = colliding(20_000);
    let items = many(names.len(), |at| {
        format!(r#"{{"name": "{}", "account_id": "1{at}", "value": "0.00"}}"#, names[at])
    });
    let text = with_assets(&items);
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    assert!(report.findings.iter().all(|one| one.rule != "S009"));
}

/// So many different names that FNV-1a over their characters gives one number.
fn colliding(count: usize) -> Vec<String> {
    // Two names of few letters that are hashed alike from where the one before ends; of such pairs in a row, each may be
    // either.
    const PRIME: u32 = 0x0100_0193;
    let step = |hash: u32, c: char| (hash ^ u32::from(c)).wrapping_mul(PRIME);
    let mut state = 0x811c_9dc5_u32;
    let mut pairs: Vec<[String; 2]> = Vec::new();
    while 1 << pairs.len() < count {
        let mut met: BTreeMap<u32, String> = BTreeMap::new();
        let pair = (1_u64..).find_map(|number| {
            let mixed = number.wrapping_mul(6_364_136_223_846_793_005);
            let letter = |at: u64| char::from(b'a' + u8::try_from(mixed >> (24 + 4 * at) & 15).unwrap());
            let name: String = (0..10).map(letter).collect();
            let hash = name.chars().fold(state, step);
            met.insert(hash, name.clone()).map(|other| (hash, [other, name]))
        });
        let (hash, pair) = pair.unwrap();
        pairs.push(pair);
        state = hash;
    }
    (0..count)
        .map(|at| pairs.iter().enumerate().map(|(bit, pair)| pair[at >> bit & 1].as_str()).collect())
        .collect()
}
