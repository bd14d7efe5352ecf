//! What is read from each form of the canonical dialect: alone, in a list, in an envelope, line by line.

use tieout::engine;
use tieout::model::amount::Amount;
use tieout::model::report::Report;
use tieout::model::settings::{Settings, Tolerance};

/// A statement of one account, with `header` fields in front.
fn sheet(header: &str) -> String {
    let side = |name: &str, value: &str| {
        format!(
            r#"{{"name": "{name}", "value": "{value}", "items": [{{"account_id": "{name}-1", "name": "{name} account", "value": "{value}"}}]}}"#
        )
    };
    format!(
        r#"{{{header}"assets": {}, "liabilities": {}, "equity": {}}}"#,
        side("A", "5.00"),
        side("L", "2.00"),
        side("E", "3.00")
    )
}

fn check(text: &str) -> Report {
    engine::check("file.json", text.as_bytes(), Settings::default())
}

/// Pointer, entity, as-of date, currency and verdict of each statement.
fn statements(text: &str) -> Vec<String> {
    let told = |one: &tieout::model::report::Examined| {
        let header = &one.statement.header;
        let parts = [header.entity.clone(), header.as_of(), header.currency.clone()];
        let parts: Vec<String> =
            parts.into_iter().map(|part| part.unwrap_or_else(|| "-".to_owned())).collect();
        format!("{:?} {} {}", one.statement.pointer, parts.join(" "), one.verdict.name())
    };
    check(text).statements.iter().map(told).collect()
}

#[test]
fn a_statement_stands_alone_in_a_list_or_in_an_envelope() {
    let (one, two) = (sheet(r#""end_date": "2024-01-31T00:00:00Z", "currency_code": "USD", "#), sheet(""));
    let cases = [
        (one.clone(), vec![r#""" - 2024-01-31 USD ties"#]),
        (format!("[{one}, {two}]"), vec![r#""/0" - 2024-01-31 USD ties"#, r#""/1" - - - ties"#]),
        (
            format!(r#"{{"balance_sheets": [{one}, {two}], "company_name": "Acme", "currency": "CHF"}}"#),
            vec![r#""/balance_sheets/0" Acme 2024-01-31 USD ties"#, r#""/balance_sheets/1" Acme - CHF ties"#],
        ),
        (format!("{one}\n{two}\n"), vec![r#""" - 2024-01-31 USD ties"#, r#""" - - - ties"#]),
    ];
    for (text, expected) in cases {
        assert_eq!(statements(&text), expected, "{text}");
    }
}

#[test]
fn a_date_of_an_envelope_is_pointed_to_where_it_stands() {
    let inner = sheet(r#""end_date": "2024-12-32", "#);
    let text = format!(
        r#"[{{"created_at": "soon", "end_date": "2024-02-30", "balance_sheets": [{inner}, {}]}}]"#,
        sheet("")
    );
    let report = check(&text);
    let dates = report.findings.iter().filter(|finding| finding.rule == "D002");
    let pointers: Vec<String> = dates.map(|finding| report.pointer_of(finding)).collect();
    assert_eq!(pointers, ["/0/balance_sheets/0/end_date", "/0/end_date", "/0/created_at", "/0/created_at"]);
}

#[test]
fn the_envelope_of_a_statement_is_read() {
    let text = sheet(
        r#""id": "x1", "start_date": "2023-01-01", "end_date": "2023-12-31", "currency_code": null, "total_assets": "5.00",
           "total_liabilities": null, "created_at": "2024-01-02T03:04:05Z", "platform_data": {"items": [{"value": "1"}]}, "#,
    );
    let report = check(&text);
    let header = &report.statements[0].statement.header;
    assert_eq!(header.id.as_deref(), Some("x1"));
    assert_eq!((header.as_of().as_deref(), header.currency.as_deref()), (Some("2023-12-31"), None));
    assert_eq!(header.dates.len(), 3);
    let totals: Vec<_> =
        header.totals.iter().map(|total| (total.key.as_str(), total.literal.as_str())).collect();
    assert_eq!(totals, [("total_assets", "5.00")]);
    assert_eq!(report.statements[0].statement.sections.len(), 3);
}

#[test]
fn keys_may_come_in_any_order_and_unknown_fields_are_passed_over() {
    let text = r#"{"equity": {"items": [{"value": "3.00", "tags": [{"items": 1}, [2]], "name": "Capital"}], "value": "3.00", "name": "E"},
        "assets": {"items": [], "value": "3.00", "name": "A"}, "liabilities": {"value": "0.00"}}"#;
    let report = check(text);
    let statement = &report.statements[0].statement;
    let names: Vec<&str> = statement.lines.all().map(|line| statement.name(line)).collect();
    assert_eq!(names, ["E", "Capital", "A", "liabilities"]);
    assert_eq!(report.verdict.name(), "ties");
}

/// What is told of repeated keys.
fn repeated(text: &str) -> Vec<String> {
    check(text).findings.into_iter().filter(|one| one.rule == "J003").map(|one| one.message).collect()
}

#[test]
fn of_a_repeated_key_in_the_header_the_last_value_counts() {
    let text = sheet(
        r#""end_date": "2022-12-31", "start_date": "2022-01-01", "total_assets": "9.00", "entity": "Old", "end_date": "2023-12-31",
           "total_assets": "5.00", "entity": null, "end_date": "2024-12-31", "#,
    );
    let report = check(&text);
    let header = &report.statements[0].statement.header;
    let dates: Vec<&str> = header.dates.iter().map(|date| date.text.as_str()).collect();
    assert_eq!(dates, ["2022-01-01", "2024-12-31"]);
    assert_eq!((header.as_of().as_deref(), header.entity.as_deref()), (Some("2024-12-31"), None));
    let totals: Vec<&str> = header.totals.iter().map(|total| total.literal.as_str()).collect();
    assert_eq!(totals, ["5.00"]);
    assert_eq!(report.verdict.name(), "ties");
    let told = repeated(&text);
    assert_eq!(told.len(), 4);
    assert!(told.iter().all(|one| one.ends_with("stands in one object again; the last value is used here")));
}

#[test]
fn of_repeated_items_every_list_is_read_and_of_other_keys_what_is_true_is_told() {
    let cases = [
        (
            r#""items": [{"value": "2.00", "name": "x"}], "items": [{"value": "3.00", "name": "y"}]"#,
            "the key `items` stands in `A account` again; every list is read",
        ),
        (
            r#""name": "other", "name": null"#,
            "the key `name` stands in a line without a name again; the last value is used here",
        ),
        (r#""memo": 1, "memo": 2"#, "the key `memo` stands in `A account` again"),
        (r#""memo": {"x": 1, "x": 2}"#, "the key `x` stands in one object again"),
    ];
    for (fields, expected) in cases {
        let text = sheet("")
            .replacen(r#""value": "5.00""#, &format!(r#""value": "5.00", {fields}"#), 2)
            .replacen(&format!(r#""value": "5.00", {fields}"#), r#""value": "5.00""#, 1);
        assert_eq!(repeated(&text).last().map(String::as_str), Some(expected), "{text}");
    }
    let sections = sheet(r#""assets": null, "Extra": {"items": []}, "Extra": {}, "#);
    assert_eq!(
        repeated(&sections),
        ["the key `Extra` stands in one object again", "the key `assets` stands in one object again"]
    );
}

#[test]
fn unknown_fields_are_counted_where_they_stand() {
    let text = sheet(r#""memo": 1, "end_date": {"memo": 2}, "extra": {"memo": 3, "items": [{"memo": 4}]}, "#)
        .replace(r#""value": "5.00""#, r#""value": "5.00", "memo": [{"memo": 5}]"#)
        .replace(
            r#""equity""#,
            r#""other": {"value": "1", "memo": 6, "items": [{"value": "1", "memo": 7}]}, "equity""#,
        );
    let report = check(&text);
    let statement = &report.statements[0].statement;
    let told: Vec<(&str, u64, Option<u32>)> = statement
        .unknown_fields
        .iter()
        .map(|field| (field.key.as_str(), field.count, field.line.map(|line| line.0)))
        .collect();
    assert_eq!(told, [("memo", 1, None), ("extra", 1, None), ("memo", 4, Some(0))]);
    assert_eq!(statement.unlisted_fields, 0);
}

#[test]
fn a_cell_keeps_the_digits_it_came_with() {
    for literal in ["10000.00", "-0.00", "007.50", "1e6", "1.50e1", "0"] {
        let text = sheet("").replacen(
            r#""name": "A account", "value": "5.00""#,
            &format!(r#""name": "A account", "value": "{literal}""#),
            1,
        );
        let report = check(&text);
        let csv = engine::export(&report, tieout::export::format::Format::CsvCompact).unwrap();
        let csv = String::from_utf8(csv.bytes).unwrap();
        assert!(csv.contains(&format!("A account,A-1,{literal},True\n")), "{literal}: {csv}");
    }
}

#[test]
fn the_tolerance_can_be_the_datas_own_none_or_an_amount() {
    let off = sheet("").replacen(r#""name": "A", "value": "5.00""#, r#""name": "A", "value": "5.01""#, 1);
    let verdict = |tolerance| {
        engine::check("f", off.as_bytes(), Settings { tolerance, ..Settings::default() }).verdict.name()
    };
    let fixed = |text: &str| Tolerance::Fixed(Amount::parse(text).unwrap());
    assert_eq!(verdict(Tolerance::FromData), "rounding");
    assert_eq!(verdict(Tolerance::Exact), "differs");
    assert_eq!(verdict(fixed("0.01")), "rounding");
    assert_eq!(verdict(fixed("0.009")), "differs");
}

#[test]
fn json_numbers_that_lost_their_zeros_are_still_taken_to_cents() {
    // 713685 and 3449628.2 are to cents like the others; the gap of 0.02 is more than three facts explain.
    let text = r#"{"assets": {"name": "A", "value": 4163313.22, "items": [{"name": "x", "value": 713685}, {"name": "y", "value": 3449628.2}]},
        "liabilities": {"name": "L", "value": 1.11, "items": [{"name": "z", "value": 1.11}]},
        "equity": {"name": "E", "value": 4163312.09, "items": [{"name": "q", "value": 4163312.09}]}}"#;
    let report = check(text);
    assert_eq!(report.statements[0].decimals, 2);
    let differs: Vec<&str> =
        report.findings.iter().map(|finding| finding.rule).filter(|rule| rule.starts_with('T')).collect();
    assert_eq!(differs, ["T002", "T001"]);
}

#[test]
fn a_total_or_a_date_beside_the_tree_that_is_no_text_is_told_and_not_passed_over() {
    for (header, rule) in [
        (r#""total_assets": {"amount": "5.00"}, "#, "V001"),
        (r#""total_equity": true, "#, "V001"),
        (r#""net_assets": [1, {"value": "2"}], "#, "V001"),
        (r#""end_date": {"$date": "2024-12-31"}, "#, "D002"),
        (r#""start_date": false, "#, "D002"),
    ] {
        let report = check(&sheet(header));
        let rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
        assert!(rules.contains(&rule), "{header}: {rules:?}");
        assert_eq!(report.statements[0].statement.sections.len(), 3, "{header}");
    }
}
