//! Reports of `QuickBooks` Online.

use std::fmt::Write;

use crate::shown::{check, shown};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/quickbooks/", $name, ".json"))
    };
}

#[test]
fn a_balance_sheet_is_read_with_what_is_posted_to_its_groups() {
    insta::assert_snapshot!(shown(&check(fixture!("balance_sheet"))));
}

#[test]
fn each_period_is_a_statement() {
    insta::assert_snapshot!(shown(&check(fixture!("periods"))));
}

#[test]
fn profit_and_loss_is_parts_without_an_equation() {
    insta::assert_snapshot!(shown(&check(fixture!("profit_and_loss"))));
}

#[test]
fn a_trial_balance_has_two_sides() {
    insta::assert_snapshot!(shown(&check(fixture!("trial_balance"))));
}

#[test]
fn another_report_is_read_as_far_as_it_adds_up() {
    insta::assert_snapshot!(shown(&check(fixture!("cash_flow"))));
}

#[test]
fn an_empty_report_has_no_statement() {
    insta::assert_snapshot!(shown(&check(fixture!("empty"))));
}

/// A balance sheet of these columns, asset rows and other rows.
fn sheet(columns: &str, assets: &str, rows: &str) -> String {
    format!(
        r#"{{"Rows": {{"Row": [{{"Header": {{"ColData": [{{"value": "Aktiva"}}]}}, "Rows": {{"Row": [{assets}]}}, "group": "TotalAssets",
            "Summary": {{"ColData": [{{"value": "Summe"}}, {{"value": "5.00"}}, {{"value": "5.00"}}]}}, "type": "Section"}}, {rows}]}},
            "Columns": {{"Column": [{{"ColTitle": "", "ColType": "Account"}}, {columns}]}},
            "Header": {{"ReportName": "BalanceSheet", "EndPeriod": "2024-12-31", "Currency": "EUR"}}}}"#
    )
}

const MONEY: &str = r#"{"ColTitle": "Summe", "ColType": "Money"}"#;
const CASH: &str = r#"{"ColData": [{"value": "Kasse", "id": "1"}, {"value": "5.00"}, {"value": "5.00"}]}"#;
const EQUITY: &str = r#"{"Header": {"ColData": [{"value": "Passiva"}]}, "Rows": {"Row": [
    {"Header": {"ColData": [{"value": "Eigenkapital"}]}, "Rows": {"Row": [{"ColData": [{"value": "Einlage", "id": "2"}, {"value": "5.00"}, {"value": "5.00"}]}]},
     "Summary": {"ColData": [{"value": "Summe"}, {"value": "5.00"}, {"value": "5.00"}]}, "group": "Equity"}]},
    "Summary": "", "group": "TotalLiabilitiesAndEquity"}"#;

/// The statements in short, and the findings.
fn told(columns: &str, assets: &str, rows: &str) -> String {
    let mut text = sheet(columns, assets, rows);
    if columns == MONEY {
        let five = r#", {"value": "5.00"}"#;
        text = text.replace(&five.repeat(2), five);
    }
    let shown = shown(&check(&text));
    let dull =
        |line: &&str| !line.contains("(EndPeriod, ") && !line.contains("QuickBooks at") && !line.is_empty();
    shown.lines().filter(dull).collect::<Vec<_>>().join("\n")
}

#[test]
fn odd_rows_and_columns_are_answered() {
    let column = |title: &str, kind: &str, key: &str| {
        format!(
            r#"{{"ColTitle": "{title}", "ColType": "{kind}", "MetaData": [{{"Name": "ColKey", "Value": "{key}"}}]}}"#
        )
    };
    let branches = [column("Nord", "Money", "101"), column("Gesamt", "Money", "total")].join(", ");
    let split =
        format!(r#"{{"ColTitle": "2024", "ColType": "Money", "Columns": {{"Column": [{branches}]}}}}"#);
    let with = |more: &str| format!("{CASH}, {more}");
    let cases: Vec<(&str, &str, String, &str)> = vec![
        ("nothing is owed", MONEY, CASH.to_owned(), EQUITY),
        (
            "an account without an amount",
            MONEY,
            with(r#"{"ColData": [{"value": "Depot", "id": "3"}, {"value": ""}]}"#),
            EQUITY,
        ),
        (
            "a heading and a spacer",
            MONEY,
            with(
                r#"{"Header": {"ColData": [{"value": "Leer"}]}, "Rows": {}, "Summary": ""}, {"ColData": [{"value": ""}]}, {}"#,
            ),
            EQUITY,
        ),
        (
            "amounts as numbers, and what is no row",
            MONEY,
            with(
                r#"{"ColData": [{"value": "Depot", "id": "3"}, {"value": 0.50}]}, {"ColData": [{"value": "Null"}, {"value": null}]}, {"ColData": [{"value": "Ja"}, {"value": true}]}, 7"#,
            ),
            EQUITY,
        ),
        (
            "a group without a total",
            MONEY,
            format!(
                r#"{{"Header": {{"ColData": [{{"value": "Bank"}}, {{"value": ""}}]}}, "Rows": {{"Row": [{CASH}]}}, "Summary": "", "group": "BankAccounts"}}"#
            ),
            EQUITY,
        ),
        (
            "own postings that are no amount",
            MONEY,
            format!(
                r#"{{"Header": {{"ColData": [{{"value": "Bank"}}, {{"value": "viel"}}]}}, "Rows": {{"Row": [{CASH}]}}, "Summary": {{"ColData": [{{"value": "Summe"}}, {{"value": "5.00"}}]}}}}"#
            ),
            EQUITY,
        ),
        ("branches and their total", &branches, CASH.to_owned(), EQUITY),
        ("a column that is split", &split, CASH.to_owned(), EQUITY),
        (
            "columns that are not described",
            r#"{"ColTitle": "Summe", "ColType": "Money"}"#,
            CASH.to_owned(),
            r#"{"ColData": [{"value": "Zuviel"}, {"value": "1"}, {"value": "2"}, {"value": "3"}]}"#,
        ),
        (
            "no equity, and something unknown",
            MONEY,
            CASH.to_owned(),
            r#"{"Header": {"ColData": [{"value": "Andere"}]}, "Rows": {"Row": [{"ColData": [{"value": "x", "id": "9"}, {"value": "1.00"}]}]}, "Summary": {"ColData": [{"value": "Summe"}, {"value": "1.00"}]}, "group": "Others"}"#,
        ),
    ];
    let mut all = String::new();
    for (name, columns, assets, rows) in cases {
        writeln!(all, "# {name}\n{}\n", told(columns, &assets, rows)).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_report_is_known_by_its_beginning_and_only_if_it_is_one() {
    let known = |text: &str| {
        let report =
            tieout::engine::check("file.json", text.as_bytes(), tieout::model::settings::Settings::default());
        report.statements.iter().any(|one| one.statement.dialect.name() == "quickbooks")
    };
    // More rows than are looked at before it is settled how the document is read.
    let many = vec![CASH; 4000].join(", ");
    assert!(many.len() > 300_000 && known(&sheet(MONEY, &many, EQUITY)));
    for other in [
        r#"{"Header": {"ReportName": "BalanceSheet"}, "Rows": {"Row": []}}"#,
        r#"{"Columns": {"Column": ["a"]}, "Rows": [{"ColData": []}]}"#,
        r#"{"Rows": {"Row": [{"cells": [1]}]}, "Columns": {"Column": [{"title": "x"}]}}"#,
        r#"[{"Rows": {"Row": [{"ColData": [{"value": "x"}]}]}}]"#,
    ] {
        assert!(!known(other), "{other}");
    }
}

#[test]
fn a_report_that_says_it_is_empty_is_so_unless_it_states_an_amount() {
    let report = |value: &str| {
        let row = format!(
            r#"{{"group": "NetIncome", "Summary": {{"ColData": [{{"value": "Net Income"}}, {{"value": "{value}"}}]}}}}"#
        );
        let text = fixture!("empty").replace(r#""Rows": {}"#, &format!(r#""Rows": {{"Row": [{row}]}}"#));
        check(&text).findings.iter().any(|finding| finding.rule == "S013")
    };
    assert!(report(""));
    assert!(!report("1.00"));
}
