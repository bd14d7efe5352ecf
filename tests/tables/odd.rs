//! What is kept and told of files that make tables hard.

use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::flatten::table::Table;

use crate::made::{cells, csv, file, read, rows, statement};

#[test]
fn two_statements_of_one_entity_and_period_are_both_kept_and_told() {
    let one = statement(r#""company_name":"A","end_date":"2024-12-31","currency_code":"EUR","#, "5.00");
    let text = format!("[{one},{},{one}]", one.replace("EUR", "CHF"));
    let (bytes, loaded) = file(&text, WarehouseFormat::Csv(Table::Statement), Options::default());
    let statements = read(&String::from_utf8(bytes).unwrap());
    let repetitions: Vec<&str> = statements.iter().map(|row| row["repetition"].as_str()).collect();
    assert_eq!(repetitions, ["1", "1", "2"]);
    assert_eq!((loaded.told.repetitions, loaded.told.repeated.as_slice()), (1, [(3, 1)].as_slice()));
    assert_eq!(rows(&text, Table::FactBalance).len(), 9);
}

#[test]
fn a_statement_without_date_entity_or_currency_has_rows_without_them() {
    let text = statement("", "5.00");
    assert_eq!(csv(&text, Table::DimEntity), "entity_key,entity\ne3b0c44298fc1c14,\n");
    let period = rows(&text, Table::DimPeriod);
    assert_eq!(cells(&period[0], &["as_of", "as_of_day", "year"]), ["", "", ""]);
    assert_eq!(rows(&text, Table::FactBalance).len(), 3);
}

#[test]
fn a_date_that_is_no_day_stays_a_text() {
    let text = statement(r#""end_date":"2021-09-31","#, "5.00");
    let period = rows(&text, Table::DimPeriod);
    assert_eq!(cells(&period[0], &["as_of", "as_of_day", "year"]), ["2021-09-31", "", ""]);
    let old = rows(&statement(r#""end_date":"1899-12-31","#, "5.00"), Table::DimPeriod);
    assert_eq!(cells(&old[0], &["as_of_day", "year", "quarter", "month"]), ["1899-12-31", "1899", "4", "12"]);
}

#[test]
fn a_statement_without_lines_has_headers_and_one_row() {
    let text = r#"{"end_date":"2024-12-31","assets":{},"liabilities":{},"equity":{}}"#;
    let lines: Vec<String> =
        rows(text, Table::Line).iter().map(|row| cells(row, &["path", "level"]).join(",")).collect();
    assert_eq!(lines, ["assets,0", "liabilities,0", "equity,0"]);
    assert_eq!(rows(text, Table::Statement).len(), 1);
    for table in [Table::AccountLine, Table::FactBalance, Table::DimAccount] {
        assert_eq!(csv(text, table).lines().count(), 1, "{}", table.name());
    }
}

#[test]
fn an_amount_that_is_no_decimal_stays_its_text_and_is_told() {
    let long = "1".repeat(40);
    let text = statement("", &long).replace("\"3.00\"", "\"n/a\"").replace("\"2.00\"", "\"1,234.50\"");
    let (bytes, loaded) = file(&text, WarehouseFormat::Csv(Table::AccountLine), Options::default());
    let lines = read(&String::from_utf8(bytes).unwrap());
    let amounts: Vec<Vec<&str>> = lines.iter().map(|row| cells(row, &["amount", "amount_written"])).collect();
    assert_eq!(amounts, [vec!["", &long], vec!["1234.50", "1,234.50"], vec!["", "n/a"]]);
    assert_eq!(loaded.told.texts, 2);
}

#[test]
fn what_a_group_has_posted_to_itself_is_a_row_of_its_own() {
    let text = include_str!("../fixtures/quickbooks/balance_sheet.json");
    let own: Vec<_> =
        rows(text, Table::AccountLine).into_iter().filter(|row| row["is_own"] == "true").collect();
    assert!(!own.is_empty());
    for row in own {
        assert!(!row["amount"].is_empty(), "{row:?}");
        assert_eq!(row["amount"], row["amount_written"]);
    }
}

#[test]
fn hostile_names_come_back_as_they_were() {
    let hostile = [
        "two\nlines",
        "a\r\nb",
        "\"; drop table line; --",
        "'quoted'",
        "=1+1",
        "@SUM(A1)",
        "-5",
        "😀 é \u{202e}x",
        "select",
        "a > b",
        "\tx",
        "\u{0}",
        "1e5",
    ];
    let item = |name: &str| format!(r#"{{"name":{},"value":"1","account_id":{}}}"#, json(name), json(name));
    let items: Vec<String> = hostile.iter().map(|name| item(name)).collect();
    let assets = format!(r#"{{"name":"A","value":"{}","items":[{}]}}"#, hostile.len(), items.join(","));
    let text = format!(
        r#"{{"company_name":{},"currency_code":{},"assets":{assets},"liabilities":{{"name":"L","value":"0","items":[]}},
        "equity":{{"name":"E","value":"0","items":[]}}}}"#,
        json(hostile[2]),
        json("=EUR")
    );
    let lines = rows(&text, Table::AccountLine);
    let names: Vec<&str> = lines.iter().map(|row| row["name"].as_str()).collect();
    assert_eq!(names, hostile);
    let format = WarehouseFormat::Ndjson(Table::AccountLine);
    let ndjson = String::from_utf8(file(&text, format, Options::default()).0).unwrap();
    for (line, row) in ndjson.lines().zip(&lines) {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        for (name, cell) in row {
            let value = &object[name];
            let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            assert_eq!(shown, if cell.is_empty() { "null" } else { cell }, "{name}");
        }
    }
    assert_eq!(ndjson.lines().count(), hostile.len());
    let options = Options { guard: true, bom: true };
    let (bytes, loaded) = file(&text, WarehouseFormat::Csv(Table::AccountLine), options);
    let guarded = String::from_utf8(bytes).unwrap();
    assert!(guarded.starts_with("\u{feff}statement_id,"));
    let risky = guarded.split([',', '\n']).filter(|cell| cell.starts_with(['=', '@']));
    assert_eq!(risky.count(), 0, "{guarded}");
    // Each of four risky names thrice, and the currency once a row.
    assert_eq!(loaded.guarded, 4 * 3 + 13);
}

#[test]
fn a_negative_amount_is_no_formula_but_other_texts_in_its_place_are() {
    let text = statement("", "-5.00").replace("\"3.00\"", "\"-n/a\"").replace("\"2.00\"", "\"-1,234.50\"");
    let options = Options { guard: true, bom: false };
    let (bytes, loaded) = file(&text, WarehouseFormat::Csv(Table::FactBalance), options);
    let lines = read(&String::from_utf8(bytes).unwrap());
    let written: Vec<&str> = lines.iter().map(|row| row["amount_written"].as_str()).collect();
    assert_eq!((written.as_slice(), loaded.guarded), (["-5.00", "'-1,234.50", "'-n/a"].as_slice(), 2));
}

#[test]
fn findings_beside_all_statements_are_told_behind_theirs() {
    let text = format!("[{},{{\"assets\": oops}}]", statement("", "5.00"));
    let settings = tieout::model::settings::Settings::default();
    let report = tieout::engine::check("sheet.json", text.as_bytes(), settings);
    assert_eq!(report.verdict.name(), "unreadable");
    // An unreadable file makes no tables, so the findings are those of a readable one.
    let text = format!("\u{feff}{}", statement("", "5.00"));
    let findings = rows(&text, Table::Finding);
    let last = findings.last().unwrap();
    assert_eq!(cells(last, &["statement_id", "rule", "line_id"]), ["", "J004", ""]);
    let ids: Vec<String> = findings.iter().map(|row| row["finding_id"].clone()).collect();
    assert_eq!(ids, (1..=findings.len()).map(|id| id.to_string()).collect::<Vec<_>>());
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}
