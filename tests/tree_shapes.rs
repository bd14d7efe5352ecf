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

#[test]
fn groups_and_accounts_may_stand_under_different_keys() {
    let text = r#"{"assets": {"name": "Assets", "value": 10, "id": "g1",
            "groups": [{"name": "Current", "value": 9, "id": "g2",
                "groups": [{"name": "Bank", "value": 5, "id": "g3", "accounts": [{"name": "Giro", "value": 5, "id": "a1"}]}],
                "accounts": [{"name": "Cash", "value": 4, "id": "a2", "tags": [{"name": "till", "value": 7}]}]}],
            "accounts": [{"name": "Stamps", "value": 1, "id": "a3"}]},
        "liabilities": {"name": "Liabilities", "value": 4, "id": "g4", "accounts": [{"name": "Loan", "value": 4, "id": "a4"}]},
        "equity": {"name": "Equity", "value": 6, "id": "g5", "accounts": [{"name": "Capital", "value": 6, "id": "a5"}]}}"#;
    let (lines, verdict) = told(text);
    assert_eq!(
        lines,
        [
            "0 Assets g1 10 /assets",
            "1 Current g2 9 /assets/groups/0",
            "2 Bank g3 5 /assets/groups/0/groups/0",
            "3 Giro a1 5 /assets/groups/0/groups/0/accounts/0",
            "2 Cash a2 4 /assets/groups/0/accounts/0",
            "1 Stamps a3 1 /assets/accounts/0",
            "0 Liabilities g4 4 /liabilities",
            "1 Loan a4 4 /liabilities/accounts/0",
            "0 Equity g5 6 /equity",
            "1 Capital a5 6 /equity/accounts/0",
        ]
    );
    assert_eq!(verdict, "ties");
}

#[test]
fn lines_below_canonical_ones_under_another_key_are_not_left_out() {
    let side = |name: &str, value: u8| {
        format!(
            r#"{{"name": "{name}", "value": "{value}", "items": [{{"account_id": "g-{name}", "name": "All {name}", "value": "{value}",
                "accounts": [{{"account_id": "{name}1", "name": "One {name}", "value": "{value}"}}]}}]}}"#
        )
    };
    let text = format!(
        r#"{{"assets": {}, "liabilities": {}, "equity": {}}}"#,
        side("A", 5),
        side("L", 2),
        side("E", 3)
    );
    let (lines, verdict) = told(&text);
    assert_eq!(lines.len(), 9, "{lines:?}");
    assert_eq!(lines[2], "2 One A A1 5 /assets/items/0/accounts/0");
    assert_eq!(verdict, "ties");
}

#[test]
fn totals_of_groups_may_stand_under_another_key_than_balances() {
    let text = r#"{"asOf": "2024-12-31", "assets": {"total": 10, "title": "Assets", "accounts": [{"label": "Cash", "balance": 4, "id": "a1"},
            {"label": "Bank", "balance": 6, "id": "a2"}]},
        "liabilities": {"total": 50, "title": "Liabilities", "accounts": [{"label": "Loan", "balance": 4, "id": "a3"}]},
        "equity": {"total": 6, "title": "Equity", "accounts": [{"label": "Capital", "balance": 6, "id": "a4"}]}}"#;
    let (lines, verdict) = told(text);
    assert_eq!(
        lines,
        [
            "0 Assets  10 /assets",
            "1 Cash a1 4 /assets/accounts/0",
            "1 Bank a2 6 /assets/accounts/1",
            "0 Liabilities  50 /liabilities",
            "1 Loan a3 4 /liabilities/accounts/0",
            "0 Equity  6 /equity",
            "1 Capital a4 6 /equity/accounts/0",
        ]
    );
    assert_eq!(verdict, "differs");
}

#[test]
fn a_list_of_something_else_is_no_items() {
    let side = |name: &str, value: u8| {
        let postings: Vec<String> = (1..9)
            .map(|day| format!(r#"{{"date": "2024-01-0{day}", "memo": "x", "change": {day}}}"#))
            .collect();
        format!(
            r#"[{{"title": "{name}", "balance": {value}, "code": "{name}-1", "postings": [{}], "children": []}}]"#,
            postings.join(",")
        )
    };
    let text = format!(
        r#"{{"assets": {}, "liabilities": {}, "equity": {}}}"#,
        side("A", 5),
        side("L", 2),
        side("E", 3)
    );
    let (lines, verdict) = told(&text);
    assert_eq!(lines.len(), 6, "{lines:?}");
    assert_eq!(verdict, "ties");
}

#[test]
fn a_list_under_an_unknown_word_is_read_where_it_adds_up() {
    let side = |name: &str, value: u8, rest: u8| {
        format!(
            r#"{{"name": "{name}", "value": {value}, "items": [{{"id": "{name}0", "name": "All {name}", "value": {value},
                "konten": [{{"id": "{name}1", "name": "One {name}", "value": {}}}, {{"id": "{name}2", "name": "Two {name}", "value": {rest}}}]}}]}}"#,
            value - rest
        )
    };
    let text = format!(
        r#"{{"assets": {}, "liabilities": {}, "equity": {}}}"#,
        side("A", 5, 1),
        side("L", 2, 1),
        side("E", 3, 1)
    );
    let (lines, verdict) = told(&text);
    assert_eq!(lines.len(), 12, "{lines:?}");
    assert_eq!(lines[3], "2 Two A A2 1 /assets/items/0/konten/1");
    assert_eq!(verdict, "ties");
}

#[test]
fn of_two_keys_for_one_thing_the_first_counts() {
    let text = r#"{"assets": {"title": "A", "n": 5, "alt": 9, "rows": [{"alt": 5, "label": "Cash"}]},
        "liabilities": {"alt": 9, "n": 2, "title": "L", "rows": []}, "equity": {"alt": 3, "n": null, "label": "E", "title": null}}"#;
    let settings = r#"{"mapping": {"sections": {"assets": "assets", "liabilities": "liabilities", "equity": "equity"},
        "name": ["title", "label"], "amount": ["n", "alt"], "items": "rows"}}"#;
    let settings = tieout::settings::read::read(settings).unwrap();
    let again = tieout::settings::read::read(&tieout::settings::write::file(&settings)).unwrap();
    assert_eq!(again.mapping, settings.mapping);
    let report = engine::check("file.json", text.as_bytes(), settings);
    let statement = &report.statements[0].statement;
    let lines: Vec<String> = statement
        .lines
        .all()
        .map(|line| format!("{} {}", statement.lines.name(line), statement.lines.literal(line)))
        .collect();
    assert_eq!(lines, ["A 5", "Cash 5", "L 2", "E 3"]);
    assert_eq!(report.verdict.name(), "ties");
}
