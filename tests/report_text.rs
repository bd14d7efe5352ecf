//! The report for a terminal says no more than was found.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;

use tieout::engine;
use tieout::export::report_text;
use tieout::settings::read::read;

/// A group: its name, its amount and its items.
type Group<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A statement of one group a section.
fn sheet(groups: [Group<'_>; 3]) -> String {
    let mut text = r#"{"end_date": "2024-12-31", "currency_code": "EUR""#.to_owned();
    for ((key, id), (name, amount, items)) in
        [("assets", 1000), ("liabilities", 2000), ("equity", 3000)].into_iter().zip(groups)
    {
        let items: Vec<String> = (id..)
            .zip(items)
            .map(|(id, (name, amount))| {
                format!(r#"{{"account_id": "{id}", "name": "{name}", "value": "{amount}"}}"#)
            })
            .collect();
        let items = items.join(", ");
        write!(text, r#", "{key}": {{"name": "{name}", "value": "{amount}", "items": [{items}]}}"#).unwrap();
    }
    text + "}"
}

fn written(text: &str, settings: &str) -> String {
    let report = engine::check("sheet.json", text.as_bytes(), read(settings).unwrap());
    let mut out = Vec::new();
    report_text::write(&report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn what_may_be_chance_is_only_possible() {
    let assets = |total, goods| ("Assets", total, [("Cash", "9250.00"), ("Goods", goods)]);
    let told = |total, goods| {
        let (name, total, items) = assets(total, goods);
        written(&sheet([(name, total, &items), ("L", "0.00", &[]), ("E", "9250.00", &[])]), "{}")
    };
    let strong = told("9250.00", "1041.20");
    assert!(strong.contains("  probably: `Goods`") && !strong.contains("possibly: "), "{strong}");
    let weak = told("9250.00", "50.00");
    assert!(weak.contains("  possibly: ") && !weak.contains("probably: "), "{weak}");
}

#[test]
fn what_would_remain_is_told_only_of_an_equation_that_differs() {
    let remains = |cash| {
        let groups: [Group<'_>; 3] = [
            ("Assets", "100.00", &[("Cash", cash)]),
            ("Liabilities", "30.00", &[("Loan", "30.00")]),
            ("Equity", "70.00", &[("Capital", "70.00")]),
        ];
        written(&sheet(groups), "{}").contains("Remaining")
    };
    assert!(!remains("80.00"), "the equation ties");
    let groups: [Group<'_>; 3] = [
        ("Assets", "100.00", &[("Cash", "80.00")]),
        ("Liabilities", "30.00", &[("Loan", "30.00")]),
        ("Equity", "77.00", &[("Capital", "77.00")]),
    ];
    assert!(written(&sheet(groups), "{}").contains("Remaining"));
}

#[test]
fn a_statement_that_ties_but_for_what_was_passed_over_says_so() {
    let groups: [Group<'_>; 3] = [
        ("Assets", "100.00", &[("Cash", "80.00")]),
        ("Liabilities", "30.00", &[("Loan", "30.00")]),
        ("Equity", "70.00", &[("Capital", "70.00")]),
    ];
    let sound = sheet(groups).replace("80.00", "100.00");
    let told = written(&format!("[{}, {sound}]", sheet(groups)), r#"{"rules": {"T001": "off"}}"#);
    assert!(
        told.contains("statement 1 of 2: 2024-12-31, EUR, ties, but for 1 difference whose rule is off\n"),
        "{told}"
    );
    assert!(told.contains("statement 2 of 2: 2024-12-31, EUR, ties\n"), "{told}");
}
