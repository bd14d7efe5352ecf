//! Every message in one place, with the input that provokes it, to be read as a whole.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::fmt::Write;

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::rules::catalogue::RULES;
use tieout::rules::words;
use tieout::settings::read::read;

/// A sheet that ties and of which nothing is told.
const SHEET: &str = r#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "1000.00", "items": [
  {"name": "Banks", "value": "700.00", "items": [
   {"account_id": "1000", "name": "Checking", "value": "450.00"},
   {"account_id": "1010", "name": "Savings", "value": "250.00"}]},
  {"account_id": "1100", "name": "Receivables", "value": "300.00"}]},
 "liabilities": {"name": "Liabilities", "value": "400.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "150.00"},
  {"account_id": "2100", "name": "Loans", "value": "250.00"}]},
 "equity": {"name": "Equity", "value": "600.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "600.00"}]}}"#;

/// What is replaced by what in the sheet; an empty text to replace stands for the whole sheet.
type Case = &'static [(&'static str, &'static str)];

/// By topic: the settings they are checked with, and the inputs.
const TOPICS: &[(&str, &str, &[Case])] = &[
    (
        "broken text",
        "",
        &[
            &[("", "")],
            &[("", "   ")],
            &[("", "<html></html>")],
            &[("", "{\"assets\": {\"name\": \"Assets\"")],
            &[("", "{\"assets\": {\"name\": \"Ass")],
            &[("", "{\"assets\" {}}")],
            &[("", "{\"assets\": }")],
            &[("", "{\"assets\": {}]")],
            &[("", "{assets: {}}")],
            &[("", "[1 2]")],
            &[("", "[1, 2")],
            &[("", "[,]")],
            &[("", "{} x")],
            &[("", "{\"a\": \"\\x\"}")],
            &[("", "{\"a\": \"x\ty\"}")],
            &[("", "{\"a\": {} {}}")],
            &[("600.00\"}]}", "600.00\"},]}")],
            &[("\"450.00\"", "'450.00'")],
            &[("\"450.00\"", "“450.00”")],
            &[("\"450.00\"", "NaN")],
            &[("\"450.00\"", "None")],
            &[("\"450.00\"", "1'450.00")],
            &[("\"450.00\"", "0450")],
            &[("{\"end_date\"", "{ // draft\n\"end_date\"")],
            &[(
                "Checking\", \"value\": \"450.00\"",
                "Checking\", \"value\": \"440.00\", \"value\": \"450.00\"",
            )],
            &[("{\"end_date\"", "{\"end_date\": \"2023-12-31\", \"end_date\"")],
            &[("\"equity\": {", "\"assets\": {\"name\": \"Again\", \"value\": \"1.00\"}, \"equity\": {")],
        ],
    ),
    (
        "no balance sheet",
        "",
        &[
            &[("", "42")],
            &[("", "\"assets\"")],
            &[("", "null")],
            &[("", "true")],
            &[("", "[]")],
            &[("", "{}")],
            &[("", "{\"name\": \"left-pad\", \"version\": \"1.3.0\"}")],
            &[("", "{\"balance_sheets\": []}")],
        ],
    ),
    (
        "shape",
        "",
        &[
            &[("\"equity\": {", "\"equity\": [], \"x\": {")],
            &[("\"equity\": {", "\"capital\": {")],
            &[(
                "\"Equity\", \"value\": \"600.00\", \"items\": [\n  {\"account_id\": \"3000\", \"name\": \"Capital\", \"value\": \"600.00\"}]",
                "\"Equity\", \"value\": \"600.00\", \"items\": []",
            )],
            &[("\"name\": \"Checking\"", "\"name\": \"\"")],
            &[("{\"account_id\": \"1000\", \"name\": \"Checking\"", "{")],
            &[("\"account_id\": \"1010\", \"name\": \"Savings\"", "\"name\": \"Checking\"")],
            &[("\"name\": \"Checking\"", "\"name\": \"Banks\"")],
            &[("\"name\": \"Checking\"", "\"name\": \"Assets\"")],
            &[("\"name\": \"Savings\"", "\"name\": \"CHECKING \"")],
            &[
                (",\n   {\"account_id\": \"1010\", \"name\": \"Savings\", \"value\": \"250.00\"}", ""),
                ("\"450.00\"", "\"700.00\""),
            ],
            &[("\"name\": \"Checking\"", "\"name\": \"Checking\", \"branch\": \"Bern\"")],
            &[
                ("\"name\": \"Checking\"", "\"name\": \"Checking\", \"branch\": \"Bern\""),
                ("\"name\": \"Savings\"", "\"name\": \"Savings\", \"branch\": null"),
            ],
            &[("{\"end_date\"", "{\"prepared_by\": \"x\", \"end_date\"")],
            &[("\"value\": \"450.00\"", "\"value\": \"450.00\", \"items\": {}")],
            &[("\"value\": \"450.00\"", "\"value\": \"450.00\", \"items\": [\"a\"]")],
        ],
    ),
    (
        "totals and the equation",
        "",
        &[
            &[("\"1000.00\"", "\"1000.01\"")],
            &[("\"400.00\"", "\"400.01\"")],
            &[("{\"end_date\"", "{\"total_assets\": \"1000.01\", \"end_date\"")],
            &[("\"450.00\"", "\"413.37\"")],
            &[
                ("\"Capital\", \"value\": \"600.00\"", "\"Capital\", \"value\": \"613.37\""),
                ("\"Equity\", \"value\": \"600.00\"", "\"Equity\", \"value\": \"613.37\""),
            ],
            &[
                ("\"Capital\", \"value\": \"600.00\"", "\"Capital\", \"value\": \"583.37\""),
                ("\"Equity\", \"value\": \"600.00\"", "\"Equity\", \"value\": \"583.37\""),
            ],
            &[
                ("\"Equity\", \"value\": \"600.00\"", "\"Equity\", \"value\": \"613.37\""),
                ("\"1000.00\"", "\"1027.11\""),
            ],
            &[("\"700.00\"", "null")],
            &[("\"value\": \"700.00\", ", "")],
            &[("\"700.00\"", "\"n/a\"")],
            &[("\"1000.00\"", "null")],
            &[("\"450.00\"", "\"\""), ("\"250.00\"}]", "\"\"}]")],
            &[(
                "{\"end_date\"",
                "{\"total_assets\": \"900.00\", \"total_equity\": \"500.00\", \"net_assets\": \"500.00\", \"end_date\"",
            )],
            &[
                ("\"450.00\"", "9999999999999999999999999999"),
                (
                    "\"Savings\", \"value\": \"250.00\"",
                    "\"Savings\", \"value\": 0.0000000000000000000000000001",
                ),
            ],
        ],
    ),
    (
        "causes of a total",
        "",
        &[
            &[("\"450.00\"", "\"-450.00\"")],
            &[("\"700.00\"", "\"-700.00\"")],
            &[
                ("\"Banks\", \"value\": \"700.00\"", "\"Banks\", \"value\": \"450.00\""),
                ("\"1000.00\"", "\"750.00\""),
                ("\"Equity\", \"value\": \"600.00\"", "\"Equity\", \"value\": \"350.00\""),
                ("\"Capital\", \"value\": \"600.00\"", "\"Capital\", \"value\": \"350.00\""),
            ],
            &[
                ("\"Banks\", \"value\": \"700.00\"", "\"Banks\", \"value\": \"1150.00\""),
                ("\"1000.00\"", "\"1450.00\""),
                ("\"Equity\", \"value\": \"600.00\"", "\"Equity\", \"value\": \"1050.00\""),
                ("\"Capital\", \"value\": \"600.00\"", "\"Capital\", \"value\": \"1050.00\""),
            ],
            &[("\"450.00\"", "\"4500.00\"")],
            &[("\"450.00\"", "\"45.00\"")],
            &[("\"450.00\"", "\"540.00\"")],
            &[("\"450.00\"", "\"470.00\"")],
            &[("\"700.00\"", "\"713.37\"")],
            &[("\"700.00\"", "\"7000.00\"")],
            &[
                (",\n   {\"account_id\": \"1010\", \"name\": \"Savings\", \"value\": \"250.00\"}", ""),
                (
                    "{\"account_id\": \"2000\"",
                    "{\"account_id\": \"1010\", \"name\": \"Savings\", \"value\": \"250.00\"},\n  {\"account_id\": \"2000\"",
                ),
            ],
            &[(
                "{\"account_id\": \"1010\", \"name\": \"Savings\"",
                "{\"account_id\": \"1005\", \"name\": \"Safe\", \"value\": \"33.21\"}, {\"account_id\": \"1006\", \"name\": \"Till\", \"value\": \"44.32\"}, {\"account_id\": \"1010\", \"name\": \"Savings\"",
            )],
        ],
    ),
    (
        "causes of the equation",
        "",
        &[
            &[("\"450.00\"", "\"-450.00\""), ("\"700.00\"", "\"-200.00\""), ("\"1000.00\"", "\"100.00\"")],
            &[
                ("\"Payables\", \"value\": \"150.00\"", "\"Payables\", \"value\": \"1500.00\""),
                ("\"400.00\"", "\"1750.00\""),
            ],
            &[
                (",\n  {\"account_id\": \"2100\", \"name\": \"Loans\", \"value\": \"250.00\"}", ""),
                ("\"400.00\"", "\"150.00\""),
            ],
            &[("\"400.00\"", "\"437.11\"")],
            &[
                ("\"Liabilities\", \"value\": \"400.00\"", "\"Liabilities\", \"value\": \"-400.00\""),
                ("\"150.00\"", "\"-150.00\""),
                ("\"Loans\", \"value\": \"250.00\"", "\"Loans\", \"value\": \"-250.00\""),
                ("\"Equity\", \"value\": \"600.00\"", "\"Equity\", \"value\": \"-600.00\""),
                ("\"Capital\", \"value\": \"600.00\"", "\"Capital\", \"value\": \"-600.00\""),
            ],
        ],
    ),
    (
        "accounts",
        "",
        &[
            &[("\"account_id\": \"1000\", ", "")],
            &[("\"account_id\": \"3000\", \"name\": \"Capital\"", "\"name\": \"Profit for the year\"")],
            &[
                ("\"account_id\": \"1000\", ", ""),
                ("\"account_id\": \"1010\", ", ""),
                ("\"account_id\": \"1100\", ", ""),
                ("\"account_id\": \"2000\", ", ""),
                ("\"account_id\": \"2100\", ", ""),
                ("\"account_id\": \"3000\", ", ""),
            ],
            &[("\"1010\"", "\"1000\"")],
            &[("{\"name\": \"Banks\"", "{\"account_id\": \"1000\", \"name\": \"Banks\"")],
            &[("\"1010\"", "\"NET_INCOME\"")],
            &[("\"1010\"", "12345678901234567890")],
        ],
    ),
    (
        "amounts",
        "",
        &[
            &[("\"450.00\"", "\"n/a\"")],
            &[("\"450.00\"", "true")],
            &[("\"450.00\"", "{\"amount\": 450}")],
            &[("\"450.00\"", "\"\"")],
            &[("\"450.00\"", "null")],
            &[("\"value\": \"450.00\"", "\"v\": 1")],
            &[("\"450.00\"", "\"450.0\"")],
            &[("\"450.00\"", "450.000000001")],
            &[("\"450.00\"", "\"450.001\"")],
            &[("\"450.00\"", "\"-450.00\"")],
            &[(
                "\"name\": \"Checking\", \"value\": \"450.00\"",
                "\"name\": \"Accumulated depreciation\", \"value\": \"450.00\"",
            )],
            &[("\"450.00\"", "1e400")],
            &[("\"450.00\"", "90071992547409931.25")],
            &[("\"450.00\"", "\"$1,450.00\"")],
            &[("\"450.00\"", "\"(450.00)\"")],
            &[("\"450.00\"", "\"450.00-\"")],
            &[("\"450.00\"", "\"+450.00\"")],
            &[("\"450.00\"", "\"450.00 CHF\"")],
            &[("\"450.00\"", "\" 450.00 \"")],
            &[("\"450.00\"", "\"1'450.00\"")],
            &[("\"450.00\"", "\".50\"")],
            &[("\"450.00\"", "\"−450.00\"")],
            &[("\"450.00\"", "\"4,5\"")],
            &[
                ("\"1000.00\"", "1000"),
                ("\"700.00\"", "700"),
                ("\"450.00\"", "\"1,450\""),
                ("\"250.00\"", "250"),
                ("\"300.00\"", "300"),
                ("\"400.00\"", "400"),
                ("\"150.00\"", "150"),
                ("\"250.00\"", "250"),
                ("\"600.00\"", "600"),
                ("\"600.00\"", "600"),
            ],
        ],
    ),
    (
        "dates and currency",
        r#"{"today": "2025-01-31", "freshness_days": 60}"#,
        &[
            &[("\"end_date\": \"2024-12-31\", ", "")],
            &[("2024-12-31", "2024-02-30")],
            &[("2024-12-31", "31.12.2024")],
            &[("{\"end_date\"", "{\"start_date\": \"2025-01-01\", \"end_date\"")],
            &[("2024-12-31", "2025-12-31")],
            &[("2024-12-31", "2024-06-30")],
            &[("\"currency_code\": \"EUR\",", "")],
            &[("{\"end_date\"", "{\"currency\": \"USD\", \"end_date\"")],
            &[("\"name\": \"Checking\"", "\"name\": \"Checking\", \"currency\": \"USD\"")],
        ],
    ),
    (
        "a tolerance that was set",
        r#"{"tolerance": "100"}"#,
        &[
            &[
                ("\"1000.00\"", "\"1036.63\""),
                ("{\"end_date\"", "{\"total_assets\": \"1000.00\", \"end_date\""),
            ],
            &[("\"1000.00\"", "\"1500.00\""), ("600.00", "590.00"), ("600.00", "590.00")],
        ],
    ),
];

fn input(case: Case) -> String {
    case.iter().fold(SHEET.to_owned(), |sheet, (from, to)| {
        if from.is_empty() { (*to).to_owned() } else { sheet.replacen(from, to, 1) }
    })
}

/// What is told of a file: findings, causes, and why checks could not be made.
fn told(file: &[u8], settings: Settings, fired: &mut BTreeSet<&'static str>) -> String {
    let mut told = String::new();
    let report = engine::check("sheet.json", file, settings);
    for finding in &report.findings {
        fired.insert(finding.rule);
        writeln!(told, "  {} {}: {}", finding.severity.name(), finding.rule, finding.message).unwrap();
        for cause in &finding.causes {
            writeln!(told, "    {} {}: {}", cause.strength.name(), cause.kind.name(), cause.text).unwrap();
        }
    }
    for examined in &report.statements {
        for obstacle in examined.checks.iter().filter_map(|check| check.obstacle.as_ref()) {
            writeln!(told, "    not checkable: {}", words::obstacle(obstacle, &examined.statement)).unwrap();
        }
    }
    told + "\n"
}

#[test]
fn the_sheet_itself_has_nothing_to_tell() {
    let report = engine::check("sheet.json", SHEET.as_bytes(), Settings::default());
    assert!(report.findings.is_empty() && report.verdict.name() == "ties", "{:?}", report.findings);
    for (_, _, cases) in TOPICS {
        for case in *cases {
            for (from, _) in *case {
                assert!(SHEET.contains(from), "{from}");
            }
        }
    }
}

#[test]
fn all_messages_read_well_together() {
    let mut fired = BTreeSet::new();
    let mut parts = Vec::new();
    for (topic, settings, cases) in TOPICS {
        let mut part = format!("# {topic}\n\n");
        for case in *cases {
            for (from, to) in *case {
                let line = if from.is_empty() { format!("{to:?}") } else { format!("{from}  →  {to}") };
                writeln!(part, "{}", line.replace('\n', "⏎")).unwrap();
            }
            part.push_str(&told(input(case).as_bytes(), read(settings).unwrap_or_default(), &mut fired));
        }
        parts.push(part);
    }
    // What no change of one sheet provokes has the rule's own example.
    let mut part = "# the rules' own examples\n\n".to_owned();
    for rule in RULES {
        writeln!(part, "{} {}", rule.code, rule.name).unwrap();
        part.push_str(&told(rule.bad, read(rule.settings).unwrap_or_default(), &mut fired));
    }
    parts.push(part);
    assert_eq!(fired, RULES.iter().map(|rule| rule.code).collect::<BTreeSet<_>>());
    insta::assert_snapshot!(parts.join("\n"));
}
