//! Workbooks taken apart again: what stands in their cells, and what they have no room for.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use tieout::engine::Engine;
use tieout::engine::warehouse::{self, Loading, Measure};
use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::export::xlsx::limits::{Limits, USUAL};
use tieout::export::xlsx::workbook::Book;
use tieout::model::settings::Settings;

/// The name and the text of each part of a workbook.
type Parts = Vec<(String, String)>;

fn export(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let format = (WarehouseFormat::Xlsx, Options::default());
    let made = warehouse::export("file.json", text, &Settings::default(), format, &mut bytes).unwrap();
    assert!(made.1.is_some());
    bytes
}

/// The same within these limits, or what was said.
fn within(text: &[u8], limits: Limits) -> Result<Vec<u8>, String> {
    let mut engine = Engine::new("file.json", Settings::default());
    engine.only_watch();
    let mut measure = Measure::default();
    engine.feed_to(text, Some(&mut measure));
    engine.end_to(Some(&mut measure));
    let mut bytes = Vec::new();
    let told = |error: std::io::Error| error.to_string();
    let book = Book::new(measure.shape, limits, &mut bytes).map_err(told)?;
    let mut loading = Loading::with(Box::new(book), measure.shape);
    let mut engine = Engine::new("file.json", Settings::default());
    engine.feed_to(text, Some(&mut loading));
    let report = engine.finish_to(&mut loading);
    loading.finish(&report).map_err(told)?;
    Ok(bytes)
}

fn parts(bytes: Vec<u8>) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.push((part.name().unwrap().into_owned(), text));
    }
    parts
}

fn part<'a>(parts: &'a Parts, name: &str) -> &'a str {
    &parts.iter().find(|(one, _)| one == name).unwrap().1
}

/// The names of the sheets, in order.
fn sheets(parts: &Parts) -> Vec<String> {
    let text = part(parts, "xl/workbook.xml");
    let names = text.split("<sheet name=\"").skip(1);
    names.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn canonical() -> Vec<u8> {
    fs::read("tests/fixtures/canonical.json").unwrap()
}

/// Statements one a line, each of this many lines.
fn statements(count: usize, lines: usize) -> String {
    let accounts = lines - 3;
    let items: Vec<String> = (0..accounts)
        .map(|at| format!(r#"{{"name":"Account {at}","account_id":"{at}","value":"1.00"}}"#))
        .collect();
    let items = items.join(",");
    (0..count).fold(String::new(), |mut text, at| {
        writeln!(
            text,
            r#"{{"entity":"E{at}","assets":{{"name":"A","value":"{accounts}.00","items":[{items}]}},"liabilities":{{"name":"L","value":"0.00"}},"equity":{{"name":"E","value":"{accounts}.00"}}}}"#
        )
        .unwrap();
        text
    })
}

#[test]
fn totals_are_formulas_over_their_direct_items_with_the_calculated_amount() {
    let parts = parts(export(&canonical()));
    let lines = part(&parts, "xl/worksheets/sheet2.xml");
    for expected in [
        "<f>SUM(C4,C8,C10)</f><v>13300233.24</v>",
        "<f>SUM(C5:C7)</f><v>-513160.89</v>",
        "<f>SUM(C20,C25)</f><v>937527.65</v>",
        "<f>ROUND(C19-E19,2)</f><v>76998.10</v>",
    ] {
        assert!(lines.contains(expected), "{expected}");
    }
    assert_eq!(lines.matches("<f>").count(), 32, "sixteen groups have a total and a difference");
}

#[test]
fn the_first_sheet_names_the_file_and_sheets_of_what_is_at_fault_come_first() {
    let parts = parts(export(&canonical()));
    let names = sheets(&parts);
    assert_eq!(&names[..5], ["about", "lines", "finding", "check", "statement"]);
    assert_eq!(names.last().map(String::as_str), Some("columns"));
    let texts = part(&parts, "xl/sharedStrings.xml");
    for expected in ["Does not tie", "6fb5e49beab07d85b3177252e34577567a2cb575cb4352d5542426ddec51bd8c"] {
        assert!(texts.contains(expected), "{expected}");
    }
}

#[test]
fn cells_at_fault_have_their_finding_as_a_note() {
    let parts = parts(export(&canonical()));
    let notes = part(&parts, "xl/comments1.xml");
    let note = |cell: &str| {
        let rest = notes.split(&format!("<comment ref=\"{cell}\"")).nth(1).unwrap_or_default();
        rest.split("</comment>").next().unwrap_or_default().to_owned()
    };
    assert!(note("C19").contains("error T001 total-differs"), "{}", note("C19"));
    assert!(note("B38").contains("warning A001 account-missing"));
    assert!(note("B32").contains("warning A003 account-odd"), "what only all statements together show");
}

#[test]
fn rows_are_in_outline_groups_under_their_totals() {
    let parts = parts(export(&canonical()));
    let lines = part(&parts, "xl/worksheets/sheet2.xml");
    assert!(lines.contains("summaryBelow=\"0\""));
    assert!(lines.contains("outlineLevel=\"4\"") && !lines.contains("hidden=\"1\""));
    // A long statement is closed where nothing is at fault.
    let many = format!(
        r#"{{"assets":{{"name":"A","value":"2.00","items":[{{"name":"Good","value":"1.00","items":[{}]}},{{"name":"Bad","value":"1.00","items":[{{"name":"b","account_id":"b","value":"2.00"}}]}}]}},"liabilities":{{"name":"L","value":"0"}},"equity":{{"name":"E","value":"2.00"}}}}"#,
        (0..300)
            .map(|at| format!(
                r#"{{"name":"n{at}","account_id":"i{at}","value":"{}"}}"#,
                if at == 0 { "1.00" } else { "0.00" }
            ))
            .collect::<Vec<_>>()
            .join(",")
    );
    let parts = self::parts(export(many.as_bytes()));
    let lines = part(&parts, "xl/worksheets/sheet2.xml");
    assert_eq!(lines.matches("hidden=\"1\"").count(), 300);
}

#[test]
fn no_text_of_a_file_becomes_a_formula_a_link_or_broken_xml() {
    let text = r#"{"assets":{"name":"=1+1","value":"1.00","items":[
        {"name":"=HYPERLINK(\"http://a\")","account_id":"0012","value":"1.00"},
        {"name":"http://example.org\u0000\u0001\ufffe\n<b>&","account_id":"12345678901234567890","value":"=1+1"}]},
        "liabilities":{"name":"+cmd","value":"0"},"equity":{"name":"@SUM","value":"1.00"}}"#;
    let parts = parts(export(text.as_bytes()));
    for (name, text) in &parts {
        let forbidden =
            |c: char| c < ' ' && !['\t', '\n', '\r'].contains(&c) || ['\u{fffe}', '\u{ffff}'].contains(&c);
        assert!(!text.contains(forbidden), "{name} has what XML forbids");
        assert!(!text.contains("<hyperlink"), "{name} has a link");
        assert!(!text.contains("<b>&<"), "{name} has markup of the file");
    }
    let lines = part(&parts, "xl/worksheets/sheet2.xml");
    assert!(!lines.contains("HYPERLINK") && !lines.contains("<f>1+1"));
    assert!(part(&parts, "xl/sharedStrings.xml").contains("<t>0012</t>"));
}

#[test]
fn amounts_of_more_than_fifteen_digits_are_text_and_the_first_sheet_says_so() {
    let text = r#"{"assets":{"name":"A","value":"1234567890123456.78","items":[{"name":"a","value":"1234567890123456.78"}]},
        "liabilities":{"name":"L","value":"0"},"equity":{"name":"E","value":"1234567890123456.78"}}"#;
    let parts = parts(export(text.as_bytes()));
    let texts = part(&parts, "xl/sharedStrings.xml");
    assert!(texts.contains("<t>1234567890123456.78</t>"));
    assert!(texts.contains("with a number of more than 15 digits, written as text"));
    assert!(texts.contains("1 cell with a calculated total that is no formula"));
    assert!(!part(&parts, "xl/worksheets/sheet2.xml").contains("<f>SUM"));
}

#[test]
fn tables_that_are_longer_than_a_sheet_go_on_on_the_next() {
    let limits = Limits { rows: 12, ..USUAL };
    let parts = parts(within(statements(3, 8).as_bytes(), limits).unwrap());
    let names = sheets(&parts);
    for expected in ["lines", "lines 2", "lines 3", "account_line", "account_line 2", "line_closure 4"] {
        assert!(names.iter().any(|name| name == expected), "{expected} in {names:?}");
    }
    // A statement stands on one sheet as a whole, so that its formulas have no other to refer to.
    let second = part(&parts, "xl/worksheets/sheet3.xml");
    assert!(second.contains("<f>SUM(C3:C7)</f><v>5.00</v>"));
}

#[test]
fn what_has_no_room_is_refused_with_a_word_on_what_to_do() {
    let text = statements(1, 20);
    let cases = [
        (
            Limits { rows: 12, ..USUAL },
            "statement 1 has 20 lines, and a sheet of a workbook has 11 rows for them; take CSV or Parquet, or fewer statements at a time",
        ),
        (
            Limits { cells: 1_000, ..USUAL },
            "these tables have more than the 1000 cells that a workbook is made with; take CSV or Parquet, or fewer statements at a time",
        ),
        (
            Limits { columns: 16, ..USUAL },
            "the table finding has 19 columns, more than a sheet of a workbook; take CSV or Parquet, or fewer statements at a time",
        ),
    ];
    for (limits, expected) in cases {
        assert_eq!(within(text.as_bytes(), limits).unwrap_err(), expected);
    }
}

#[test]
fn notes_beyond_the_most_are_counted_and_their_cells_stay_painted() {
    let parts = parts(within(&canonical(), Limits { notes: 1, ..USUAL }).unwrap());
    assert!(part(&parts, "xl/sharedStrings.xml").contains("painted without a note"));
}

#[test]
fn the_same_file_is_the_same_workbook() {
    assert!(export(&canonical()) == export(&canonical()));
}
