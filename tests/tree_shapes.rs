//! Trees of lines in small: where sections, items and amounts may stand, one shape a test.

use tieout::engine;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

fn check(text: &str) -> Report {
    engine::check("file.json", text.as_bytes(), Settings::default())
}

/// Each line as `depth name id amount pointer`, and the verdict.
fn told(text: &str) -> (Vec<String>, &'static str) {
    let report = check(text);
    let json: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let mut told = Vec::new();
    for statement in report.statements.iter().map(|one| &one.statement) {
        for line in statement.lines.all() {
            let (depth, name) = (statement.lines.depth(line), statement.name(line));
            let (id, literal) = (statement.lines.account_id(line), statement.lines.literal(line));
            let pointer = statement.line_pointer(line);
            assert!(json.pointer(&pointer).is_some(), "{pointer} leads nowhere");
            told.push(format!("{depth} {name} {id} {literal} {pointer}"));
        }
    }
    (told, report.verdict.name())
}

#[test]
fn sections_in_a_list_are_told_by_whatever_text_says_it() {
    let text = r#"{"parts": [
        {"type": "ASSET", "caption": "What we own", "sum": 10, "rows": [{"caption": "Cash", "sum": 10, "type": "bank"}]},
        {"type": "LIABILITY", "caption": "What we owe", "sum": 4, "rows": [{"caption": "Loan", "sum": 4, "type": "loan"}]},
        {"type": "EQUITY", "caption": "Ours", "sum": 6, "rows": [{"caption": "Capital", "sum": 6, "type": "own"}]}]}"#;
    let (lines, verdict) = told(text);
    assert_eq!(
        lines,
        [
            "0 What we own  10 /parts/0",
            "1 Cash  10 /parts/0/rows/0",
            "0 What we owe  4 /parts/1",
            "1 Loan  4 /parts/1/rows/0",
            "0 Ours  6 /parts/2",
            "1 Capital  6 /parts/2/rows/0",
        ]
    );
    assert_eq!(verdict, "ties");
}

#[test]
fn liabilities_and_equity_under_one_root_are_two_sections() {
    let text = |total: &str| {
        format!(
            r#"{{"report": {{"currency": "EUR", "rows": [
        {{"label": "Assets", "total": 10, "lines": [{{"label": "Cash", "total": 10, "code": "1"}}]}},
        {{"label": "Liabilities and Shareholders' Equity", "total": {total}, "lines": [
            {{"label": "Liabilities", "total": 4, "lines": [{{"label": "Loan", "total": 4, "code": "2"}}]}},
            {{"label": "Equity", "total": 6, "lines": [{{"label": "Capital", "total": 6, "code": "3", "note": 1}}]}}]}}]}}}}"#
        )
    };
    let (lines, verdict) = told(&text("10"));
    assert_eq!(
        lines,
        [
            "0 Assets  10 /report/rows/0",
            "1 Cash 1 10 /report/rows/0/lines/0",
            "0 Liabilities  4 /report/rows/1/lines/0",
            "1 Loan 2 4 /report/rows/1/lines/0/lines/0",
            "0 Equity  6 /report/rows/1/lines/1",
            "1 Capital 3 6 /report/rows/1/lines/1/lines/0",
        ]
    );
    assert_eq!(verdict, "ties");
    // The total of both is held against them.
    let off = check(&text("20"));
    assert!(off.findings.iter().any(|one| one.rule == "T004"), "{:?}", off.findings);
}

#[test]
fn a_sheet_of_two_accounts_is_a_sheet() {
    let text = r#"{"date": "2024-12-31", "assets": [{"remote_id": "1", "name": "Cash", "value": 6, "sub_items": []}],
        "liabilities": [], "equity": [{"remote_id": "2", "name": "Capital", "value": 6, "sub_items": []}]}"#;
    let (lines, verdict) = told(text);
    assert_eq!(
        lines,
        [
            "0 assets   /assets",
            "1 Cash 1 6 /assets/0",
            "0 liabilities   /liabilities",
            "0 equity   /equity",
            "1 Capital 2 6 /equity/0"
        ]
    );
    assert_eq!(verdict, "ties");
    let report = check(text);
    let json = engine::export(&report, tieout::export::format::Format::ReportJson).unwrap().bytes;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let amounts = ["assets", "liabilities", "equity"].map(|section| &json["statements"][0][section]);
    assert_eq!(amounts, ["6", "0", "6"], "what a list adds up to stands for its section");
}
