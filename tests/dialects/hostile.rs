//! Reports that are made to be slow, or are cut and damaged anywhere, are answered like any other.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tieout::engine;
use tieout::export::format::Format;
use tieout::model::settings::Settings;

fn time(text: &str) -> Duration {
    let start = Instant::now();
    engine::check("file.json", text.as_bytes(), Settings::default());
    start.elapsed()
}

fn quickbooks(columns: usize, rows: &str) -> String {
    let column = r#"{"ColType": "Money", "MetaData": [{"Name": "EndDate", "Value": "2024-12-31"}]}"#;
    let columns = vec![column; columns].join(",");
    format!(
        r#"{{"Columns": {{"Column": [{{"ColType": "Account"}}, {columns}]}}, "Rows": {{"Row": [{rows}]}}}}"#
    )
}

fn xero(rows: &[String]) -> String {
    let rows = rows.join(",");
    format!(r#"{{"Reports": [{{"ReportType": "BalanceSheet", "Rows": [{rows}]}}]}}"#)
}

#[test]
fn reports_that_are_made_to_be_slow_are_not() {
    let section = |title: &str, rows: &str| {
        format!(r#"{{"RowType": "Section", "Title": "{title}", "Rows": [{rows}]}}"#)
    };
    let total = |label: &str| {
        section(
            "",
            &format!(r#"{{"RowType": "SummaryRow", "Cells": [{{"Value": "{label}"}}, {{"Value": "1"}}]}}"#),
        )
    };
    let account = r#"{"RowType": "Row", "Cells": [{"Value": "x"}, {"Value": "1"}]}"#;
    let many = 10_000;
    let row = r#"{"ColData": [{"value": "x", "id": "1"}, {"value": "1"}]}"#;
    let cases = [
        ("columns and rows", quickbooks(many, &vec![row; many].join(","))),
        (
            "a wide row",
            quickbooks(
                many,
                &format!(r#"{{"ColData": [{}]}}, {row}"#, vec![r#"{"value": "1"}"#; many].join(",")),
            ),
        ),
        (
            "deep rows",
            quickbooks(
                2,
                &format!(
                    "{}{}{}",
                    r#"{"Rows": {"Row": ["#.repeat(160),
                    vec![row; many].join(","),
                    "]}}".repeat(160)
                ),
            ),
        ),
        ("titles", xero(&vec![section("a", ""); many])),
        ("titles and totals", xero(&[vec![section("a", ""); many], vec![total("a"); many]].concat())),
        (
            "titles and groups",
            xero(&[vec![section("a", ""); many], vec![section("b", account); many]].concat()),
        ),
        ("turns", xero(&vec![[section("a", ""), section("b", account), total("a")].join(","); many / 3])),
        ("lines", xero(&vec![section("", account); many])),
    ];
    for (name, text) in cases {
        let taken = time(&text);
        eprintln!("{name}: {} KB, {taken:?}", text.len() / 1000);
        assert!(taken < Duration::from_secs(20), "{name}: {taken:?}");
    }
}

/// Every way to one value of a document.
fn ways(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut at = 0;
    while let Some(way) = all.get(at).cloned() {
        match value.pointer(&way) {
            Some(Value::Object(map)) => all.extend(map.keys().map(|key| format!("{way}/{key}"))),
            Some(Value::Array(list)) => all.extend((0..list.len()).map(|nth| format!("{way}/{nth}"))),
            _ => {}
        }
        at += 1;
    }
    all
}

#[test]
fn whatever_stands_in_place_of_a_value_is_answered() {
    let fixtures = [
        include_str!("../fixtures/quickbooks/periods.json"),
        include_str!("../fixtures/quickbooks/trial_balance.json"),
        include_str!("../fixtures/xero/balance_sheet.json"),
        include_str!("../fixtures/xero/with_claims.json"),
        include_str!("../fixtures/xero/profit_and_trial_balance.json"),
    ];
    for fixture in fixtures {
        let whole: Value = serde_json::from_str(fixture).unwrap();
        for (nth, way) in ways(&whole).into_iter().enumerate() {
            let others = [
                json!(null),
                json!(""),
                json!([]),
                json!({}),
                json!(7),
                json!("Total"),
                json!([[], {"Rows": [{}]}]),
            ];
            // One of them for each value; by and by each of them for each kind of value.
            let mut damaged = whole.clone();
            *damaged.pointer_mut(&way).unwrap() = others[nth % others.len()].clone();
            let report = engine::check("file.json", damaged.to_string().as_bytes(), Settings::default());
            for format in [Format::CsvFull, Format::ReportJson] {
                engine::export(&report, format).unwrap();
            }
        }
    }
}
