//! Bad input is normal input: each kind gets a verdict, findings with places, and no panic.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;

use tieout::engine;
use tieout::export::format::Format;
use tieout::model::report::Report;
use tieout::model::settings::Settings;
use tieout::settings::read::read;

const TIES: &str = r#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "5.00", "items": [{"account_id": "1", "name": "Cash", "value": "5.00"}]},
 "liabilities": {"name": "Liabilities", "value": "2.00", "items": [{"account_id": "2", "name": "Loan", "value": "2.00"}]},
 "equity": {"name": "Equity", "value": "3.00", "items": [{"account_id": "3", "name": "Capital", "value": "3.00"}]}}"#;

fn check(bytes: &[u8]) -> Report {
    check_with(bytes, Settings::default())
}

fn check_with(bytes: &[u8], settings: Settings) -> Report {
    let report = engine::check("file.json", bytes, settings);
    // Whatever came in, everything that can be asked for can be made.
    for format in [Format::CsvCompact, Format::CsvFull, Format::ReportJson] {
        let download = engine::export(&report, format).unwrap();
        assert!(std::str::from_utf8(&download.bytes).is_ok());
    }
    report
}

/// The verdict, then each finding as `rule line:column message`.
fn told(bytes: &[u8]) -> String {
    tell(&check(bytes))
}

fn tell(report: &Report) -> String {
    let mut text = report.verdict.name().to_owned();
    for finding in &report.findings {
        let place = finding.place.unwrap_or_default();
        let (rule, message) = (finding.rule, &finding.message);
        write!(text, "\n{rule} {}:{} {message}", place.line, place.column).unwrap();
    }
    text
}

/// The sheet with one thing replaced.
fn with(from: &str, to: &str) -> Vec<u8> {
    assert_eq!(TIES.matches(from).count(), 1, "{from}");
    TIES.replace(from, to).into_bytes()
}

fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// What is told of each case, under its name.
fn gallery(cases: &[(&str, Vec<u8>)]) -> String {
    let mut gallery = String::new();
    for (name, bytes) in cases {
        write!(gallery, "# {name}\n{}\n\n", told(bytes)).unwrap();
    }
    gallery
}

#[test]
fn every_bad_input_is_answered_in_plain_words() {
    let cash = r#""name": "Cash", "value": "5.00""#;
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("only spaces", b"  \n\t ".to_vec()),
        ("html", b"<!DOCTYPE html>\n<html><body>Not found</body></html>".to_vec()),
        ("a pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj".to_vec()),
        ("a workbook", b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml".to_vec()),
        ("a workbook of an old kind", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("a picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR /* \xEE".to_vec()),
        ("a photograph", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec()),
        ("a file packed with another program", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec()),
        ("a file of Parquet", b"PAR1\x15\x04\x15\x10".to_vec()),
        ("a table", b"account,name,value\n1000,Cash,5.00\n".to_vec()),
        ("three bytes", b"%PD".to_vec()),
        ("cut in a number", br#"{"assets": {"value": 12"#.to_vec()),
        ("cut in a text", br#"{"assets": {"name": "Ass"#.to_vec()),
        ("cut in an object", br#"{"assets": {"name": "Assets","#.to_vec()),
        ("trailing commas", with(r#""value": "5.00"}]"#, r#""value": "5.00",},]"#)),
        ("comments", with(r#"{"end_date""#, "{ // draft\n /* of */ \"end_date\"")),
        ("single quotes", with(r#""Cash""#, "'Cash'")),
        ("smart quotes", with(r#""Cash""#, "“Cash”")),
        ("invalid utf-8", [b"{\"name\": \"Caf".as_slice(), &[0xE9], b"\"}"].concat()),
        ("utf-8 mark", [b"\xEF\xBB\xBF".as_slice(), TIES.as_bytes()].concat()),
        ("utf-16 le", utf16(TIES, true, false)),
        ("utf-16 be", utf16(TIES, true, true)),
        ("utf-16 without mark", utf16(TIES, false, false)),
        ("repeated value", with(cash, r#""name": "Cash", "value": "4.00", "value": "5.00""#)),
        ("empty list", b"[]".to_vec()),
        ("empty object", b"{}".to_vec()),
        ("a number", b"42".to_vec()),
        ("a package file", br#"{"name": "left-pad", "version": "1.3.0", "scripts": {"test": "x"}}"#.to_vec()),
        ("list of numbers", b"[1, 2]".to_vec()),
        ("empty list of sheets", br#"{"balance_sheets": []}"#.to_vec()),
        (
            "items are an object",
            with(r#""items": [{"account_id": "1", "name": "Cash", "value": "5.00"}]"#, r#""items": {}"#),
        ),
        ("items are a text", with(cash, r#""name": "Cash", "value": "5.00", "items": "none""#)),
        ("items are null", with(cash, r#""name": "Cash", "value": "5.00", "items": null"#)),
        ("items hold numbers", with(cash, r#""name": "Cash", "value": "5.00", "items": [1, 2]"#)),
        ("value is true", with(cash, r#""name": "Cash", "value": true"#)),
        ("value is an object", with(cash, r#""name": "Cash", "value": {}"#)),
        ("value is empty", with(cash, r#""name": "Cash", "value": """#)),
        ("value is a word", with(cash, r#""name": "Cash", "value": "n/a""#)),
        ("value has separators", with(cash, r#""name": "Cash", "value": "1,234.50""#)),
        ("value has a currency and a minus behind", with(cash, r#""name": "Cash", "value": "5.00- CHF""#)),
        ("value has a comma for the decimals", with(cash, r#""name": "Cash", "value": "5,00""#)),
        ("value in percent", with(cash, r#""name": "Cash", "value": "5%""#)),
        ("value has two minuses", with(cash, r#""name": "Cash", "value": "(5.00)-""#)),
        (
            "value with two readings",
            String::from_utf8(with(cash, r#""name": "Cash", "value": "1,234""#))
                .unwrap()
                .replace(".00", "")
                .into_bytes(),
        ),
        ("value is huge", with(cash, r#""name": "Cash", "value": 1e400"#)),
        ("value has 40 digits", with(cash, &format!(r#""name": "Cash", "value": {}"#, "9".repeat(40)))),
        ("section is a list", with(r#""equity": {"#, r#""equity": [], "extra": {"#)),
        ("section is null", with(r#""equity": {"#, r#""equity": null, "extra": {"#)),
        (
            "section repeated",
            with(r#""equity": {"#, r#""assets": {"name": "Assets", "value": "5.00"}, "equity": {"#),
        ),
        ("markup in a name", with("Cash", "<script>alert(1)</script>")),
        ("quotes and newlines in a name", with("Cash", r#"\"a\"\nb"#)),
        ("right-to-left mark in a name", with(cash, "\"name\": \"\u{202e}hsaC\", \"value\": \"n/a\"")),
        ("formula as a name", with("Cash", "=HYPERLINK(1)")),
        ("two sheets, one a number", [b"[".as_slice(), TIES.as_bytes(), b", 42]"].concat()),
        ("second text after the end", [TIES.as_bytes(), b" x"].concat()),
    ];
    insta::assert_snapshot!(gallery(&cases));
}

/// Cash as a group of these items.
fn cash(items: &str) -> Vec<u8> {
    with(
        r#""account_id": "1", "name": "Cash", "value": "5.00""#,
        &format!(r#""name": "Cash", "value": "5.00", "items": [{items}]"#),
    )
}

#[test]
fn odd_shapes_are_told_in_plain_words() {
    let (first, second) = (r#""account_id": "11""#, r#""account_id": "12""#);
    let value = r#""name": "Cash", "value": "5.00""#;
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "named like its group",
            cash(&format!(
                r#"{{{first}, "name": "Cash", "value": "4.00"}}, {{{second}, "name": "Till", "value": "1.00"}}"#
            )),
        ),
        (
            "named like its section, two levels up",
            cash(&format!(
                r#"{{{first}, "name": "Assets", "value": "4.00"}}, {{{second}, "name": "Till", "value": "1.00"}}"#
            )),
        ),
        ("one item of the same amount", cash(&format!(r#"{{{first}, "name": "Till", "value": "5.000"}}"#))),
        ("one item of another amount", cash(&format!(r#"{{{first}, "name": "Till", "value": "4.00"}}"#))),
        ("one item without a name", cash(&format!(r#"{{{first}, "value": "5.00"}}"#))),
        ("unknown field of a line", with(value, &format!(r#"{value}, "memo": null"#))),
        (
            "unknown field of several lines",
            with(r#""items": [{"account_id": "1""#, r#""kind": 1, "items": [{"kind": 2, "account_id": "1""#),
        ),
        (
            "unknown fields beside the sections",
            with(
                r#"{"end_date""#,
                r#"{"note": "draft", "prepared_by": {"name": "x", "memo": 1}, "connection": {"memo": 1}, "end_date""#,
            ),
        ),
        ("a key of a path in a field", with(value, &format!(r#"{value}, "a/b~c": 1"#))),
        ("another spelling in another section", with("Loan", "CASH")),
        (
            "two further spellings, one of them twice",
            cash(
                r#"{"account_id": "11", "name": "A-B", "value": "1.00"}, {"account_id": "12", "name": "a b", "value": "1.00"},
               {"account_id": "13", "name": "A.B.", "value": "1.00"}, {"account_id": "14", "name": "a b", "value": "2.00"}"#,
            ),
        ),
        (
            "only punctuation as names",
            cash(
                r#"{"account_id": "11", "name": "--", "value": "1.00"}, {"account_id": "12", "name": "..", "value": "4.00"}"#,
            ),
        ),
    ];
    insta::assert_snapshot!(gallery(&cases));
}

#[test]
fn odd_signs_dates_and_currencies_are_told_in_plain_words() {
    let value = r#""name": "Cash", "value": "5.00""#;
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "an asset below zero beside an overdraft",
            cash(
                r#"{"account_id": "11", "name": "Till", "value": "-1.00"}, {"account_id": "12", "name": "Bank", "value": "16.00"},
               {"account_id": "13", "name": "Overdraft", "value": "-10.00"}"#,
            ),
        ),
        ("depreciation above zero", with(r#""name": "Cash""#, r#""name": "Accumulated depreciation""#)),
        (
            "lines of a contra group",
            cash(
                r#"{"account_id": "11", "name": "Land", "value": "9.00"},
               {"name": "Less: depreciation", "value": "-4.00", "items": [
                {"account_id": "12", "name": "Vans", "value": "-3.00"}, {"account_id": "13", "name": "Cars", "value": "-1.00"}]}"#,
            ),
        ),
        (
            "a liability below zero, and capital",
            TIES.replace("2.00", "-2.00").replace("3.00", "7.00").into_bytes(),
        ),
        (
            "share capital below zero",
            TIES.replace("2.00", "8.00")
                .replace("3.00", "-3.00")
                .replace("Capital", "Share capital")
                .into_bytes(),
        ),
        ("credits with a minus", TIES.replace("2.00", "-2.00").replace("3.00", "-3.00").into_bytes()),
        ("period reversed", with(r#"{"end_date""#, r#"{"start_date": "2025-01-01T00:00:00Z", "end_date""#)),
        ("period of one day", with(r#"{"end_date""#, r#"{"start_date": "2024-12-31", "end_date""#)),
        (
            "period with an impossible start",
            with(r#"{"end_date""#, r#"{"start_date": "2025-02-30", "end_date""#),
        ),
        ("two currencies in the header", with(r#"{"end_date""#, r#"{"currency": "USD", "end_date""#)),
        ("a sign that fits", with(r#"{"end_date""#, r#"{"currency": "€", "end_date""#)),
        ("a line in another currency", with(value, &format!(r#"{value}, "currency_code": "$""#))),
        (
            "lines in two currencies",
            TIES.replace(r#", "currency_code": "EUR""#, "")
                .replace(r#""name": "Cash""#, r#""name": "Cash", "currency": "CHF""#)
                .replace(r#""name": "Loan""#, r#""name": "Loan", "currency": "chf""#)
                .replace(r#""name": "Capital""#, r#""name": "Capital", "currency": "SEK""#)
                .into_bytes(),
        ),
        (
            "an envelope in another currency than a line",
            format!(
                r#"{{"currency": "CHF", "balance_sheets": [{}]}}"#,
                TIES.replace(r#", "currency_code": "EUR""#, "")
                    .replace(r#""name": "Cash""#, r#""name": "Cash", "currency": "USD""#)
            )
            .into_bytes(),
        ),
    ];
    insta::assert_snapshot!(gallery(&cases));
}

#[test]
fn a_hundred_unknown_fields_are_told_and_the_rest_counted() {
    let fields: Vec<String> = (0..105).map(|at| format!(r#""x{at}": 1, "#)).collect();
    let report = check(&with(r#"{"end_date""#, &format!(r#"{{{}"end_date""#, fields.concat())));
    assert_eq!(report.findings.len(), 101);
    let first = &report.findings[0].message;
    assert_eq!(first, "beside the 100 unknown fields that are told, others were passed over 5 times");
}

#[test]
fn dates_are_held_against_the_day_it_is() {
    let recorded = with(r#"{"end_date""#, r#"{"updated_at": "2025-01-02T10:00:00Z", "end_date""#);
    let cases = [
        ("a day to come", TIES.as_bytes(), r#"{"today": "2024-12-30"}"#),
        ("the day itself", TIES.as_bytes(), r#"{"today": "2024-12-31"}"#),
        ("a day too old", TIES.as_bytes(), r#"{"today": "2025-01-02", "freshness_days": 1}"#),
        ("just fresh enough", TIES.as_bytes(), r#"{"today": "2025-01-01", "freshness_days": 1}"#),
        ("changed since", recorded.as_slice(), r#"{"today": "2025-02-01", "freshness_days": 10}"#),
        ("no limit", TIES.as_bytes(), r#"{"today": "2030-01-01", "rules": {"D005": "error"}}"#),
        (
            "made an error",
            TIES.as_bytes(),
            r#"{"today": "2030-01-01", "freshness_days": 5, "rules": {"D005": "error"}}"#,
        ),
    ];
    let mut gallery = String::new();
    for (name, bytes, settings) in cases {
        write!(gallery, "# {name}\n{}\n\n", tell(&check_with(bytes, read(settings).unwrap()))).unwrap();
    }
    insta::assert_snapshot!(gallery);
}

#[test]
fn nesting_of_a_hundred_thousand_is_one_finding() {
    for text in [
        "[".repeat(100_000),
        r#"{"items":["#.repeat(50_000),
        format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
    ] {
        let report = check(text.as_bytes());
        assert_eq!(report.verdict.name(), "unreadable");
        assert_eq!(report.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["J006"]);
    }
}

#[test]
fn a_group_of_two_hundred_thousand_items_is_read_and_added() {
    let items: Vec<String> = (0..200_000)
        .map(|at| format!(r#"{{"account_id": "{}", "name": "Line {at}", "value": "0.01"}}"#, at + 10))
        .collect();
    let text = TIES
        .replace(r#"{"account_id": "1", "name": "Cash", "value": "5.00"}"#, &items.join(","))
        .replace(r#""name": "Assets", "value": "5.00""#, r#""name": "Assets", "value": "2000.00""#)
        .replace("3.00", "1998.00");
    let report = check(text.as_bytes());
    assert_eq!(report.findings.len(), 0);
    assert_eq!(report.verdict.name(), "ties");
    assert_eq!(report.statements[0].statement.lines.len(), 200_005);
}

#[test]
fn random_bytes_are_answered_with_at_most_a_hundred_places() {
    let mut state = 1_u64;
    let bytes: Vec<u8> = (0..4_000_000)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u8::try_from(state >> 56).unwrap()
        })
        .collect();
    let report = check(&bytes);
    assert_eq!(report.verdict.name(), "unreadable");
    assert!((1..=102).contains(&report.findings.len()), "{}", report.findings.len());
}
