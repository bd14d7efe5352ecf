//! Reports of Xero.

use crate::shown::{check, shown};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/xero/", $name, ".json"))
    };
}

#[test]
fn the_tree_of_a_balance_sheet_is_rebuilt_and_a_cent_is_rounding() {
    insta::assert_snapshot!(shown(&check(fixture!("balance_sheet"))));
}

#[test]
fn each_period_is_a_statement() {
    insta::assert_snapshot!(shown(&check(fixture!("periods"))));
}

#[test]
fn other_languages_are_read_by_order() {
    insta::assert_snapshot!(shown(&check(fixture!("in_french"))));
}

#[test]
fn liabilities_and_equity_may_stand_together() {
    insta::assert_snapshot!(shown(&check(fixture!("with_claims"))));
}

#[test]
fn several_reports_are_several_statements() {
    insta::assert_snapshot!(shown(&check(fixture!("profit_and_trial_balance"))));
}

#[test]
fn an_empty_report_has_no_statement() {
    insta::assert_snapshot!(shown(&check(fixture!("empty"))));
}

#[test]
fn another_report_is_read_as_far_as_it_has_amounts() {
    insta::assert_snapshot!(shown(&check(fixture!("other"))));
}

#[test]
fn keys_may_be_written_in_another_way_and_a_report_may_stand_alone() {
    let report = |text: &str| {
        shown(&check(text)).split_once("\n  of").unwrap().1.replace("(reportDate", "(ReportDate")
    };
    let mut camel = fixture!("balance_sheet").to_owned();
    for key in
        ["Reports", "Rows", "RowType", "Cells", "Value", "Attributes", "Title", "ReportType", "ReportTitles"]
    {
        let lower = key[..1].to_lowercase() + &key[1..];
        camel = camel.replace(&format!("\"{key}\":"), &format!("\"{lower}\":"));
    }
    assert_eq!(report(&camel).lines().count(), report(fixture!("balance_sheet")).lines().count());
    let alone = fixture!("empty").replace("\"Rows\": []", r#""Rows": [{"RowType": "Section", "Title": "Equity", "Rows": [{"RowType": "Row", "Cells": [{"Value": "x"}, {"Value": "1"}]}]}]"#);
    let from = alone.find("{\"ReportID\"").unwrap();
    let alone = alone[from..].rsplit_once("]}").unwrap().0;
    assert!(shown(&check(alone)).contains("by Rows RowType Rows:"), "{}", shown(&check(alone)));
}

#[test]
fn liabilities_that_are_none_count_as_nothing() {
    let text = fixture!("with_claims");
    let (from, to) = (
        text.find(r#"{"RowType": "Section", "Title": "Liabilities and Equity""#).unwrap(),
        text.rfind("]}]}").unwrap(),
    );
    let rest = r#"{"RowType": "Section", "Title": "Liabilities", "Rows": []},
      {"RowType": "Section", "Title": "", "Rows": [{"RowType": "Row", "Cells": [{"Value": "Net Assets"}, {"Value": "75.00"}]}]},
      {"RowType": "Section", "Title": "Equity", "Rows": [{"RowType": "Row", "Cells": [{"Value": "Capital"}, {"Value": "75.00"}]},
       {"RowType": "SummaryRow", "Cells": [{"Value": "Total Equity"}, {"Value": "75.00"}]}]}"#;
    let told = shown(&check(&format!("{}{rest}{}", &text[..from], &text[to..])));
    for part in [
        "verdict: ties",
        "NetAssets 75.00",
        "Liabilities bare Liabilities = nothing",
        "`Liabilities` has no lines",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}
