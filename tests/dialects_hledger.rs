//! What is read of the reports of hledger.

mod told;

use tieout::model::statement::{SectionKind, StatementKind};
use told::{fixture, of_rule, recognised, report, told};

#[test]
fn rows_of_a_list_hold_what_is_their_own() {
    insta::assert_snapshot!(told(&fixture("hledger/list.json")));
}

#[test]
fn rows_of_a_tree_hold_what_is_below_them_and_no_group_is_made_up() {
    insta::assert_snapshot!(told(&fixture("hledger/tree.json")));
}

#[test]
fn each_period_and_commodity_is_a_statement_and_without_equity_the_net_is_compared() {
    insta::assert_snapshot!(told(&fixture("hledger/periods.json")));
}

#[test]
fn an_income_statement_has_no_equation() {
    insta::assert_snapshot!(told(&fixture("hledger/result.json")));
}

#[test]
fn cash_flows_are_changes_of_assets_and_no_assets() {
    let text = r#"{"cbrTitle": "Cashflow Statement 2023", "cbrSubreports": [["Cash flows", {"prRows": [{"prrName": "assets:cash",
        "prrAmounts": [[{"acommodity": "EUR", "aquantity": {"decimalMantissa": 500, "decimalPlaces": 2}}]]}],
        "prTotals": {"prrAmounts": [[{"acommodity": "EUR", "aquantity": {"decimalMantissa": 500, "decimalPlaces": 2}}]]}}, true]]}"#;
    let report = report(text);
    let statement = &report.statements[0].statement;
    assert_eq!((statement.kind, statement.sections[0].kind), (StatementKind::Other, SectionKind::Other));
    assert!(of_rule(text, "S001").is_empty());
}

#[test]
fn words_of_another_language_are_read_by_their_order_and_turned_signs_are_seen() {
    insta::assert_snapshot!(told(&fixture("hledger/words.json")));
}

#[test]
fn a_wrong_figure_is_told_where_it_stands_and_does_not_make_a_list_of_a_tree() {
    let text = fixture("hledger/tree.json");
    for (right, wrong, rule, expected) in [
        ("70000", "70100", "T001", "`assets` is reported as 701.00, but its 2 items add up to 700.00"),
        ("15000", "15100", "T001", "`bank:north` is reported as 450.00, but its 2 items add up to 451.00"),
    ] {
        let wrong = text.replacen(
            &format!("\"decimalMantissa\": {right}"),
            &format!("\"decimalMantissa\": {wrong}"),
            1,
        );
        let told = of_rule(&wrong, rule);
        assert!(told.iter().any(|told| told.starts_with(expected)), "{right}: {told:?}");
    }
    let list = fixture("hledger/list.json").replacen("108025", "109025", 1);
    assert_eq!(of_rule(&list, "T001").len(), 1);
    assert_eq!(report(&list).statements[0].statement.lines.depth(tieout::model::lines::LineId(2)), 1);
}

#[test]
fn an_amount_that_is_none_or_too_long_is_told() {
    let text = fixture("hledger/list.json");
    let none = text.replacen("\"decimalMantissa\": 13200", "\"decimalMantissa\": null", 1);
    assert_eq!(of_rule(&none, "V001").len(), 1);
    let long = text.replacen("13200", &"1".repeat(40), 1);
    assert_eq!(of_rule(&long, "V006").len(), 1);
}

#[test]
fn a_span_without_an_end_or_with_a_day_that_does_not_exist_is_kept_as_it_is() {
    let text = fixture("hledger/tree.json");
    let as_of = |day: &str| {
        let text = text.replace("\"2023-03-01\"", day);
        report(&text).statements[0].statement.header.as_of()
    };
    assert_eq!(as_of("null"), None);
    assert_eq!(as_of("\"2023-02-30\"").as_deref(), Some("2023-02-30"));
    assert_eq!(as_of("\"2024-03-01\"").as_deref(), Some("2024-02-29"));
}

#[test]
fn a_beginning_is_recognised_wherever_it_is_cut() {
    let text = fixture("hledger/list.json");
    let from = text.find('[').unwrap_or_default() + 1;
    assert!((from..text.len()).step_by(41).all(|cut| recognised(&text[..cut]) == Some("hledger")));
    assert_eq!(recognised(r#"{"title": "x", "cbr": [], "assets": {"cbrTitle": 1}}"#), None);
    assert_eq!(recognised("[]"), None);
}

#[test]
fn very_many_periods_commodities_and_parts_take_no_longer_for_being_many() {
    let many = |count: usize, of: &dyn Fn(usize) -> String| (0..count).map(of).collect::<Vec<_>>().join(",");
    let amount = |at: usize| {
        format!(r#"{{"acommodity": "C{at}", "aquantity": {{"decimalMantissa": {at}, "decimalPlaces": 0}}}}"#)
    };
    let report_of = |parts: String| format!(r#"{{"cbrTitle": "x", "cbrSubreports": [{parts}]}}"#);
    let part = |rows: String| {
        format!(r#"["Assets", {{"prRows": [{rows}], "prTotals": {{"prrAmounts": [[]]}}}}, true]"#)
    };
    let row = |name: &str, lists: &str| format!(r#"{{"prrName": "{name}", "prrAmounts": [{lists}]}}"#);
    let texts = [
        report_of(part(many(5_000, &|at| row("a", &format!("[{}]", amount(at)))))),
        report_of(format!(
            "{},{}",
            part(row("a", &many(5_000, &|_| "[]".to_owned()))),
            part(many(5_000, &|_| row("b", "")))
        )),
        report_of(many(5_000, &|at| part(row("a", &format!("[{}]", amount(at)))))),
        report_of(part(row("a", &many(5_000, &|at| format!("[{}]", amount(at)))))),
    ];
    for text in texts {
        let lines = report(&text).counts.lines;
        assert!(lines < 100_000, "{lines}");
    }
}
