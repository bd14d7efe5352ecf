//! Amounts as people write them: what is read, what the statement decides, what is told, what comes out.

use tieout::engine;
use tieout::export::format::Format;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

/// A statement that ties at `total` (JSON as it stands), the assets of which are one line each of `items`.
fn sheet(header: &str, total: &str, items: &[&str]) -> String {
    let items: Vec<String> = items
        .iter()
        .enumerate()
        .map(|(at, value)| {
            format!(r#"{{"account_id": "{}", "name": "Line {at}", "value": {value}}}"#, 1000 + at)
        })
        .collect();
    format!(
        r#"{{"end_date": "2024-12-31", "currency_code": "EUR", {header} "assets": {{"name": "A", "value": {total}, "items": [{}]}},
            "liabilities": {{"name": "L", "value": 0, "items": [{{"account_id": "2000", "name": "None", "value": 0}}]}},
            "equity": {{"name": "E", "value": {total}, "items": [{{"account_id": "3000", "name": "Capital", "value": {total}}}]}}}}"#,
        items.join(", ")
    )
}

fn check(text: &str) -> Report {
    engine::check("file.json", text.as_bytes(), Settings::default())
}

/// The amounts of the asset lines as they were read, `?` for none.
fn read(text: &str) -> String {
    let report = check(text);
    let lines = &report.statements[0].statement.lines;
    let assets = lines.items(tieout::model::lines::LineId(0));
    let amounts: Vec<String> =
        assets.map(|line| lines.amount(line).map_or("?".to_owned(), |amount| amount.to_string())).collect();
    amounts.join(" ")
}

fn told(text: &str) -> Vec<String> {
    check(text).findings.iter().map(|finding| format!("{} {}", finding.rule, finding.message)).collect()
}

#[test]
fn another_text_of_the_statement_decides_what_a_mark_means() {
    // The totals are numbers that tie with neither reading: only the texts are left to decide.
    let cases: &[(&[&str], &str)] = &[
        (&[r#""1,234""#, r#""12.50""#], "1234 12.50"),
        (&[r#""1.234""#, r#""12.50""#], "1.234 12.50"),
        (&[r#""1.234""#, r#""0.500""#], "1.234 0.500"),
        (&[r#""1.234""#, r#""1234.567""#], "1.234 1234.567"),
        (&[r#""1.234""#, r#""12,50""#], "1234 12.50"),
        (&[r#""1,234""#, r#""12,50""#], "1.234 12.50"),
        (&[r#""1,234""#, r#""1,234.50""#], "1234 1234.50"),
        (&[r#""1.234""#, r#""1.234.567""#], "1234 1234567"),
        (&[r#""1,234""#, r#""1.234.567""#], "1.234 1234567"),
        (&[r#""1,234""#, r#""1,234,567""#], "1234 1234567"),
        (&[r#""(1,234)""#, r#""1'234.5""#], "-1234 1234.5"),
        // A JSON number says nothing about how texts are written, nor does a text without a mark.
        (&[r#""1,234""#, "12.50"], "? 12.50"),
        (&[r#""1,234""#, r#""1234""#], "? 1234"),
        // Texts that contradict each other decide nothing.
        (&[r#""1,234""#, r#""12.50""#, r#""12,50""#], "? 12.50 12.50"),
    ];
    for (items, expected) in cases {
        assert_eq!(read(&sheet("", "99", items)), *expected, "{items:?}");
    }
}

#[test]
fn a_total_that_ties_in_one_reading_decides() {
    let cases: &[(&str, &[&str], &str)] = &[
        ("1734", &[r#""1,234""#, "500"], "1234 500"),
        ("501.234", &[r#""1,234""#, "500"], "1.234 500"),
        ("501.234", &[r#""1.234""#, "500"], "1.234 500"),
        ("1234", &[r#""1.234""#], "1234"),
        (r#""1,734""#, &[r#""1,234""#, "500"], "1234 500"),
        // Two marks of different meaning.
        ("1236.345", &[r#""1,234""#, r#""2.345""#], "1234 2.345"),
        // Both readings tie, or none does.
        (r#""1,234""#, &[r#""1,234""#], "?"),
        ("77", &[r#""1,234""#], "?"),
        ("null", &[r#""1,234""#], "?"),
        // An item that nobody can read leaves nothing to prove.
        ("1234", &[r#""1,234""#, r#""n/a""#], "? ?"),
    ];
    for (total, items, expected) in cases {
        assert_eq!(read(&sheet("", total, items)), *expected, "{total}: {items:?}");
    }
}

#[test]
fn what_one_total_proves_goes_for_the_other_amounts() {
    // Equity is of whole thousands, so that it ties in both readings; assets prove the mark.
    let text = r#"{"assets": {"name": "A", "value": "5,000", "items": [{"name": "x", "value": "4,100"}, {"name": "y", "value": "900"}]},
        "liabilities": {"name": "L", "value": "2,000", "items": [{"name": "z", "value": "2,000"}]},
        "equity": {"name": "E", "value": "3,000", "items": [{"name": "q", "value": "3,000"}]}}"#;
    let report = check(text);
    assert_eq!(report.verdict.name(), "ties");
    assert_eq!(report.statements[0].checks[0].reported.unwrap().to_string(), "5000");
}

/// All amounts in file order as they were read, `?` for none.
fn all(text: &str) -> String {
    let report = check(text);
    let lines = &report.statements[0].statement.lines;
    let amounts: Vec<String> =
        lines.all().map(|line| lines.amount(line).map_or("?".to_owned(), |one| one.to_string())).collect();
    amounts.join(" ")
}

#[test]
fn one_odd_text_does_not_overrule_totals_that_prove_the_mark() {
    let text = |odd: &str| {
        format!(
            r#"{{"assets": {{"name": "A", "value": "1,450", "items": [{{"name": "x", "value": "1,000"}}, {{"name": "y", "value": "437"}},
             {{"name": "z", "value": "{odd}"}}]}},
            "liabilities": {{"name": "L", "value": "1,200", "items": [{{"name": "k", "value": "1,200"}}]}},
            "equity": {{"name": "E", "value": "250", "items": [{{"name": "q", "value": "250"}}]}}}}"#
        )
    };
    // The odd text says that a comma stands before decimals, the assets prove that it does not: of liabilities nobody
    // can tell.
    assert_eq!(all(&text("13,0")), "1450 1000 437 13.0 ? ? 250 250");
    assert_eq!(all(&text("13")), "1450 1000 437 13 1200 1200 250 250");
    assert_eq!(all(&text("13.0")), "1450 1000 437 13.0 1200 1200 250 250");
    assert_eq!(check(&text("13,0")).verdict.name(), "not-checkable");
}

#[test]
fn a_total_of_the_header_is_read_like_a_line() {
    let with = |total: &str| check(&sheet(&format!(r#""total_assets": {total},"#), "1234", &["1234"]));
    for total in [r#""1,234.00""#, r#""€1.234,00""#, r#""1,234""#, r#""1.234""#, "1234"] {
        let report = with(total);
        assert_eq!(report.verdict.name(), "ties", "{total}");
        let rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
        assert!(rules.iter().all(|rule| *rule == "V007"), "{total}: {rules:?}");
        assert_eq!(rules.is_empty(), total == "1234");
    }
    let rules: Vec<_> = with("1.234").findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["T004"], "a number has one reading");
    let told: Vec<String> = with(r#""5,678""#).findings.into_iter().map(|finding| finding.message).collect();
    assert_eq!(told, ["`total_assets` in the header is `5,678`, which cannot be read as one number"]);
}

#[test]
fn the_findings_say_what_was_read_as_what() {
    let items = [r#""1,000.50""#, r#""2,000.25""#, r#""(63.12)""#, r#""€5.00""#, r#""7.00-""#];
    let told_all = told(&sheet("", "2935.63", &items));
    let read_away: Vec<&String> = told_all.iter().filter(|message| message.starts_with("V007")).collect();
    assert_eq!(
        read_away,
        [
            "V007 2 amounts are written with `,` between thousands; the first is `Line 0`, `1,000.50`, read as 1000.50",
            "V007 the amount of `Line 2`, `(63.12)`, is written with brackets for a minus; it was read as −63.12",
            "V007 the amount of `Line 3`, `€5.00`, is written with a currency; it was read as 5.00",
            "V007 the amount of `Line 4`, `7.00-`, is written with the minus behind; it was read as −7.00",
        ]
    );
    assert_eq!(
        told(&sheet("", "77", &[r#""-1,234""#, "1.234"]))[0],
        "V001 the amount of `Line 0` is `-1,234`, which may be −1234 or −1.234; neither the other amounts nor the \
         totals decide"
    );
}

#[test]
fn tables_have_the_plain_number_of_a_decorated_amount_and_the_text_of_an_undecided_one() {
    let cell = |value: &str, format| {
        let report = check(&sheet("", "77.00", &[value, "1.00"]));
        let csv = String::from_utf8(engine::export(&report, format).unwrap().bytes).unwrap();
        csv.lines().find(|row| row.contains("Line 0")).unwrap().to_owned()
    };
    for (value, plain) in
        [(r#""$1,234.50""#, "1234.50"), (r#""(63.10)""#, "-63.10"), (r#""1 234,00""#, "1234.00")]
    {
        assert_eq!(cell(value, Format::CsvCompact), format!("A,A,Line 0,1000,{plain},True"));
        assert!(cell(value, Format::CsvFull).contains(&format!(",Line 0,1000,{plain},true,")));
    }
    assert_eq!(cell(r#""1,234""#, Format::CsvCompact), r#"A,A,Line 0,1000,"1,234",True"#);
    assert!(cell(r#""1,234""#, Format::CsvFull).contains(",Line 0,1000,,true,"));
}

#[test]
fn the_currencies_of_amounts_are_kept_once_each() {
    let many: Vec<String> = ["$1", "€2", "$3", "CHF 4", "5"].iter().map(|text| format!("{text:?}")).collect();
    let items: Vec<&str> = many.iter().map(String::as_str).collect();
    let report = check(&sheet(r#""total_assets": "£15", "#, "15", &items));
    let known: Vec<_> = report.statements[0]
        .statement
        .currencies
        .iter()
        .map(|currency| (currency.text.as_str(), currency.line.map(|line| line.0)))
        .collect();
    assert_eq!(known, [("EUR", None), ("£", None), ("$", Some(1)), ("€", Some(2)), ("CHF", Some(4))]);
}

#[test]
fn more_decimals_than_usual_are_told_one_by_one_up_to_twenty() {
    assert_eq!(
        told(&sheet("", "4644007.02", &["4643976.270000001", "10.50", "20.25"])),
        [
            "V004 the amount of `Line 0`, `4643976.270000001`, has 9 decimals where the statement uses 2; this looks \
             like floating point, and was probably 4,643,976.27",
            "T005 `A` differs from its items by −0.000000001; rounding explains up to 0.020",
        ]
    );
    let many: Vec<String> = (0..400).map(|at| if at < 370 { "0.25" } else { "0.2500" }.to_owned()).collect();
    let items: Vec<&str> = many.iter().map(String::as_str).collect();
    let told = told(&sheet("", "100.00", &items));
    assert_eq!(told.len(), 21);
    assert_eq!(told[20], "V004 10 more amounts have more than 2 decimals, the first is `Line 390`");
}

#[test]
fn what_a_double_would_change_is_told_with_what_it_becomes() {
    let text = sheet("", "90071992547409951.77", &["90071992547409931.25", "20.52"])
        .replace(r#""1000""#, "12345678901234567890");
    let told: Vec<String> = told(&text).into_iter().filter(|one| one.starts_with("J005")).collect();
    assert_eq!(
        told[1..3],
        [
            "J005 the account id `12345678901234567890` of `Line 0` is a number, which becomes 12345678901234567000 in a \
             program that reads doubles",
            "J005 the amount of `Line 0`, `90071992547409931.25`, becomes 90,071,992,547,409,940 in a program that reads \
             doubles",
        ]
    );
    assert_eq!(told.len(), 5);
    // As text an id keeps its digits; a number that a double holds is not told, however long.
    let as_text = text.replace("12345678901234567890", r#""12345678901234567890""#);
    assert!(!self::told(&as_text).iter().any(|one| one.starts_with("J005 the account id")));
    assert!(self::told(&sheet("", "1234567890123.450000", &["1234567890123.45"])).is_empty());
}
