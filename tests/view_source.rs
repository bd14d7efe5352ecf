//! The text of a file: rows with their findings, what was looked for, and which line stands where.

#![expect(clippy::cast_possible_truncation, reason = "texts of tests are short")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::ops::Range;

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::mark::Weight;
use tieout::view::source::choice::{statement_at, target};
use tieout::view::source::cut::{self, Span, Start};
use tieout::view::source::draw::{self, Scene};
use tieout::view::source::ink::Ink;
use tieout::view::source::innermost;
use tieout::view::source::marks;
use tieout::view::source::seek::Search;
use tieout::view::source::sent::{Hit, Share, SourceRow};

const CANONICAL: &str = include_str!("fixtures/canonical.json");

fn desk(text: &str) -> Desk {
    Desk::new(engine::check("a.json", text.as_bytes(), Settings::default()))
}

fn sheet() -> String {
    let section = |name: &str, value: &str| {
        format!(
            "\"{name}\": {{\"name\": \"{name}\", \"value\": \"{value}\", \"items\": [\n  \
             {{\"account_id\": \"{name}-1\", \"name\": \"x\", \"value\": \"{value}\"}}\n]}}"
        )
    };
    let sections = [section("assets", "6.00"), section("liabilities", "2.00"), section("equity", "3.00")];
    format!("{{\"end_date\": \"2024-12-31\", \"currency_code\": \"EUR\",\n{}}}", sections.join(",\n"))
}

/// The rows of a text, drawn with what its report says of it.
fn drawn(text: &[u8], desk: &Desk, wanted: &str, chosen: Option<(u64, u64)>) -> Vec<SourceRow> {
    let mut search = Search::new(wanted);
    search.feed(text);
    let notes = marks::notes(desk, 0, &(0..text.len() as u64 + 1));
    let hits = search.hits();
    let scene = Scene {
        text,
        offset: 0,
        notes: &notes,
        hits,
        hit_length: search.length(),
        current: hits.get(1).copied(),
        chosen,
    };
    draw::rows(&scene, &cut::rows(text, Start::default()))
}

fn read(row: &SourceRow) -> String {
    row.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn every_row_reads_as_the_file_does() {
    let desk = desk(CANONICAL);
    let rows = drawn(CANONICAL.as_bytes(), &desk, "a", Some((40, 900)));
    let lines: Vec<&str> = CANONICAL.split('\n').collect();
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(lines) {
        assert_eq!(read(row), line);
        for piece in &row.pieces {
            assert_eq!(&line[piece.at as usize..piece.at as usize + piece.text.len()], piece.text);
        }
    }
}

#[test]
fn findings_stand_at_the_row_and_under_the_text_of_their_place() {
    let desk = desk(CANONICAL);
    let rows = drawn(CANONICAL.as_bytes(), &desk, "", None);
    let report = desk.report();
    let told: usize = rows.iter().map(|row| row.notes.len() + row.more as usize).sum();
    assert_eq!(told, report.findings.len());
    for row in &rows {
        for note in &row.notes {
            let finding = &report.findings[note.finding.unwrap() as usize];
            let place = finding.place.unwrap();
            assert_eq!((row.line, finding.rule), (place.line, note.rule.as_str()));
            let under = row.pieces.iter().find(|piece| piece.at == place.column - 1).unwrap();
            assert!(under.under.is_some());
        }
    }
    let worst = rows.iter().find(|row| row.notes.iter().any(|note| note.rule == "T001")).unwrap();
    assert_eq!((worst.notes[0].weight, worst.line), (Weight::Error, 99));
}

#[test]
fn what_is_missing_at_an_end_has_a_place_too() {
    for text in ["{\"assets\": {", "[1,\n", "", "\u{feff}", "{\"a\": \"open"] {
        let desk = desk(text);
        let text = text.trim_start_matches('\u{feff}');
        let rows = drawn(text.as_bytes(), &desk, "", None);
        let marked = |row: &SourceRow| row.pieces.iter().any(|piece| piece.under.is_some());
        let told = rows.iter().filter(|row| !row.notes.is_empty());
        assert!(told.clone().count() > 0, "{text}");
        assert!(told.clone().all(marked), "{text}: {rows:?}");
    }
}

#[test]
fn hits_are_marked_across_rows_and_the_current_one_apart() {
    let text = format!("[\"{}needle{}NEEDLE\"]", "x".repeat(94), "y".repeat(30));
    let rows = drawn(text.as_bytes(), &desk(&text), "needle", None);
    let hits = |row: &SourceRow, which: Hit| -> String {
        row.pieces.iter().filter(|piece| piece.hit == which).map(|piece| piece.text.as_str()).collect()
    };
    assert_eq!((hits(&rows[0], Hit::One), hits(&rows[1], Hit::One)), ("need".to_owned(), "le".to_owned()));
    assert_eq!(hits(&rows[1], Hit::Current), "NEEDLE");
}

#[test]
fn a_window_from_the_middle_of_a_string_is_drawn_like_the_whole() {
    let text = format!("{{\"{}\": \"{}\", \"b\": 1}}", "k\\\"".repeat(120), "v".repeat(300));
    let desk = desk(&text);
    let whole = drawn(text.as_bytes(), &desk, "v\", \"b", None);
    let spans: Vec<Span> = cut::rows(text.as_bytes(), Start::default());
    let mut search = Search::new("v\", \"b");
    search.feed(text.as_bytes());
    for at in 1..spans.len() {
        let offset = spans[at].start.offset;
        let scene = Scene {
            text: &text.as_bytes()[offset as usize..],
            offset,
            notes: &marks::notes(&desk, 0, &(offset..u64::MAX)),
            hits: search.hits(),
            hit_length: search.length(),
            current: None,
            chosen: None,
        };
        assert_eq!(draw::rows(&scene, &spans[at..]), whole[at..], "{at}");
    }
    assert!(whole[0].pieces.iter().any(|piece| piece.ink == Ink::Key));
}

#[test]
fn the_chosen_line_takes_whole_rows_and_parts_of_rows() {
    let text = sheet();
    let desk = desk(&text);
    let (file, place, object) = target(&desk, None, Some(1));
    let start = object.unwrap();
    assert_eq!((file, place.offset, place.line), (0, start, 3));
    let length = innermost::length(&text.as_bytes()[start as usize..]).unwrap() as u64;
    let rows = drawn(text.as_bytes(), &desk, "", Some((start, start + length)));
    let shares: Vec<Share> = rows.iter().map(|row| row.chosen).collect();
    assert_eq!(shares[..4], [Share::None, Share::None, Share::Whole, Share::None]);
    let section = target(&desk, None, Some(0)).2.unwrap();
    let length = innermost::length(&text.as_bytes()[section as usize..]).unwrap() as u64;
    let rows = drawn(text.as_bytes(), &desk, "", Some((section, section + length)));
    let shares: Vec<Share> = rows.iter().map(|row| row.chosen).collect();
    assert_eq!(shares[..5], [Share::None, Share::Part, Share::Whole, Share::Whole, Share::None]);
}

/// The name of the innermost line at a place of the text.
fn at(desk: &Desk, text: &str, offset: usize) -> Option<String> {
    let statement = &desk.examined().unwrap().statement;
    let line = innermost::begun(statement, offset as u64)?;
    let start = statement.lines.place(line).offset as usize;
    let line = innermost::innermost(statement, line, &text.as_bytes()[start..offset])?;
    Some(statement.lines.name(line).to_owned())
}

fn around(text: &str, needle: &str) -> Range<usize> {
    let from = text.find(needle).unwrap();
    from..from + needle.len()
}

#[test]
fn a_place_belongs_to_the_innermost_line_that_holds_it() {
    let desk = desk(CANONICAL);
    let cash = around(CANONICAL, "\"Flex Cash\"");
    assert_eq!(at(&desk, CANONICAL, cash.start).as_deref(), Some("Flex Cash"));
    // Between two items the line above holds; behind its last item too.
    let brace = cash.end + CANONICAL[cash.end..].find('}').unwrap();
    assert_eq!(at(&desk, CANONICAL, brace).as_deref(), Some("Flex Cash"));
    assert_eq!(at(&desk, CANONICAL, brace + 1).as_deref(), Some("Bank Accounts"));
    let behind = around(CANONICAL, "\"Flex 2761\"").end;
    let list = behind + CANONICAL[behind..].find(']').unwrap();
    assert_eq!(at(&desk, CANONICAL, list).as_deref(), Some("Bank Accounts"));
    assert_eq!(at(&desk, CANONICAL, list + 1).as_deref(), Some("Bank Accounts"));
    let object = list + CANONICAL[list..].find('}').unwrap();
    assert_eq!(at(&desk, CANONICAL, object + 1).as_deref(), Some("Current Assets"));
    // Outside all sections there is no line.
    assert_eq!(at(&desk, CANONICAL, 0), None);
    assert_eq!(at(&desk, CANONICAL, around(CANONICAL, "\"liabilities\"").start), None);
    assert_eq!(at(&desk, CANONICAL, CANONICAL.rfind('}').unwrap()), None);
}

#[test]
fn every_line_holds_its_own_beginning_and_its_name() {
    for text in [CANONICAL.to_owned(), sheet()] {
        let desk = desk(&text);
        let statement = &desk.examined().unwrap().statement;
        for line in statement.lines.all() {
            let start = statement.lines.place(line).offset as usize;
            for offset in [start, start + 1] {
                let found = innermost::begun(statement, offset as u64).unwrap();
                let begin = statement.lines.place(found).offset as usize;
                let holder = innermost::innermost(statement, found, &text.as_bytes()[begin..offset]);
                assert_eq!(holder, Some(line));
            }
        }
    }
}

#[test]
fn of_flat_rows_the_one_that_begins_last_holds_a_place() {
    let text = r#"[
 {"account": "Assets", "account_name": "Assets", "parent_account": "", "indent": 0, "is_group": 1, "total": 5.0},
 {"account": "Cash", "account_name": "Cash", "parent_account": "Assets", "indent": 1, "is_group": 0, "total": 5.0},
 {"account": "Liabilities", "account_name": "Liabilities", "parent_account": "", "indent": 0, "is_group": 1, "total": 5.0},
 {"account": "Loans", "account_name": "Loans", "parent_account": "Liabilities", "indent": 1, "is_group": 0, "total": 5.0}
]"#;
    let desk = desk(text);
    assert_eq!(at(&desk, text, around(text, "\"Cash\"").start).as_deref(), Some("Cash"));
    assert_eq!(at(&desk, text, around(text, "\"Loans\"").start).as_deref(), Some("Loans"));
}

#[test]
fn a_place_belongs_to_the_statement_that_holds_it() {
    let text = format!("[{},\n{}]", sheet(), sheet());
    let desk = desk(&text);
    let second = text.rfind("\"end_date\"").unwrap() as u64;
    assert_eq!(statement_at(&desk, 0, 5), Some(0));
    assert_eq!(statement_at(&desk, 0, second), Some(1));
    assert_eq!(statement_at(&desk, 0, 0), None);
    assert_eq!(statement_at(&desk, 1, second), None);
}

#[test]
fn rows_around_a_place_know_their_lines_before_all_are_counted() {
    let text = CANONICAL.replace('\n', "\r\n");
    let bytes = text.as_bytes();
    let whole = cut::rows(bytes, Start::default());
    for span in whole.iter().filter(|span| !span.start.continued) {
        let place = span.start.offset;
        let from = place.saturating_sub(700);
        let start = cut::beginning(&bytes[from as usize..], from, place, span.start.line);
        let rows = cut::rows(&bytes[start.offset as usize..], start);
        let first = whole.iter().position(|row| row.start.offset == start.offset).unwrap();
        assert_eq!(rows, whole[first..]);
    }
}
