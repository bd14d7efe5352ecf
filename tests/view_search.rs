//! Searching a statement, going from hit to hit, and the marks that rows are sent with.

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::hit::Hit;
use tieout::view::row::Row;
use tieout::view::step::{Reach, Step};

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

fn desk(text: &[u8]) -> Desk {
    Desk::new(engine::check("a.json", text, Settings::default()))
}

fn rows(desk: &mut Desk) -> Vec<Row> {
    desk.step(&Step::Look, 0, 1000).rows
}

/// The names of the lines that a search finds in the canonical sheet.
fn found(typed: &str) -> Vec<String> {
    let mut desk = desk(CANONICAL);
    let total = desk.search(typed).total;
    let hits = rows(&mut desk).into_iter().filter(|row| row.hit.is_any());
    let names: Vec<String> = hits.map(|row| row.name).collect();
    assert_eq!(names.len(), total as usize, "`{typed}`");
    names
}

#[test]
fn names_ids_and_amounts_are_found_however_they_are_typed() {
    let cases: &[(&str, &[&str])] = &[
        ("flex c", &["Flex Cash", "Flex Checking"]),
        ("OWNER", &["Owners Equity", "Owner's Equity"]),
        ("b58e60f6", &["Flex Checking"]),
        ("B58E60F6-FE20", &["Flex Checking"]),
        ("1,014,525.75", &["Current Liabilities"]),
        ("1014525.75", &["Current Liabilities"]),
        ("1 014 525,75", &["Current Liabilities"]),
        ("1014525", &["Current Liabilities"]),
        ("-513160.89", &["Bank Accounts"]),
        ("−513,160.89", &["Bank Accounts"]),
        ("(513,160.89)", &["Bank Accounts"]),
        ("$83,086.72", &["Accounts Payable", "Accounts Payable"]),
        // What is calculated, and what differs.
        ("937,527.65", &["Current Liabilities"]),
        ("76998.10", &["Current Liabilities"]),
        ("76,998.1", &["Current Liabilities"]),
        ("", &[]),
        ("   ", &[]),
        ("zebra", &[]),
        ("(1014525.75)", &[]),
    ];
    for (typed, expected) in cases {
        assert_eq!(found(typed), *expected, "`{typed}`");
    }
    assert!(found("220").contains(&"Settle Loans Payable".to_owned()), "an id of digits is found");
}

#[test]
fn the_difference_of_the_statement_is_found_although_it_stands_at_no_line() {
    let mut desk = desk(CANONICAL);
    let told = |found: tieout::view::hit::Found| (found.total, found.difference, found.residual);
    assert_eq!(told(desk.search("−105,147.67")), (0, true, false));
    assert_eq!(told(desk.search("-28,149.57")), (0, false, true));
    assert_eq!(told(desk.search("105147")), (0, true, false));
    assert_eq!(told(desk.search("cash")), (1, false, false));
}

#[test]
fn a_row_says_which_part_of_it_was_found() {
    let mut desk = desk(CANONICAL);
    desk.search("ACCOUNTS");
    let rows = rows(&mut desk);
    let hit = |name: &str| rows.iter().find(|row| row.name == name).unwrap().hit;
    assert_eq!(hit("Bank Accounts"), Hit { name: Some((5, 13)), ..Hit::default() });
    assert_eq!(hit("Flex Cash"), Hit::default());
    assert_eq!(desk.hit(2), hit("Bank Accounts"), "other views are told the same");
    desk.search("76,998.10");
    assert_eq!(desk.hit(17), Hit { difference: true, ..Hit::default() });
    desk.search("");
    assert_eq!(desk.hit(17), Hit::default());
}

#[test]
fn what_stands_in_place_of_an_amount_is_found() {
    let text = r#"{"assets":{"name":"A","value":"1","items":[{"name":"x","value":"n/a"},{"name":"y","value":"1"}]}}"#;
    let mut desk = desk(text.as_bytes());
    assert_eq!(desk.search("N/A").total, 1);
    assert!(desk.hit(1).reported);
}

#[test]
fn going_through_the_hits_goes_around_both_ends() {
    let mut desk = desk(CANONICAL);
    assert_eq!(desk.search("flex").total, 7);
    let lines: Vec<u32> = rows(&mut desk).iter().filter(|row| row.hit.is_any()).map(|row| row.line).collect();
    let mut at = None;
    for turn in 0..14 {
        let found = desk.to_hit(at, true);
        let place = turn % 7;
        assert_eq!(found.at, Some((u32::try_from(place).unwrap() + 1, lines[place])));
        at = found.at.map(|(_, line)| line);
    }
    assert_eq!(desk.to_hit(Some(lines[0]), false).at, Some((7, lines[6])));
    assert_eq!(desk.to_hit(Some(lines[3] + 100), false).at, Some((7, lines[6])));
    assert_eq!(desk.to_hit(None, false).at, Some((7, lines[6])));
    assert_eq!(desk.to_hit(Some(lines[2]), true).at, Some((4, lines[3])));
    desk.search("zebra");
    assert_eq!(desk.to_hit(None, true).at, None);
}

#[test]
fn a_closed_group_says_how_many_hits_are_under_it() {
    let mut desk = desk(CANONICAL);
    desk.search("flex");
    desk.step(&Step::Close(Reach::All(0)), 0, 100);
    let told: Vec<(String, u32)> =
        rows(&mut desk).into_iter().map(|row| (row.name, row.hidden_hits)).collect();
    assert_eq!(told, [("ASSETS".to_owned(), 3), ("Liabilities".to_owned(), 4), ("Equity".to_owned(), 0)]);
    desk.step(&Step::Open(Reach::All(0)), 0, 100);
    assert!(rows(&mut desk).iter().all(|row| row.hidden_hits == 0), "what is shown is not counted");
}

#[test]
fn odd_names_are_searched_like_others() {
    let long = "n".repeat(10_000);
    let text = format!(
        r#"{{"assets":{{"name":"A","value":"1","items":[
            {{"name":"{long}needle","value":"1"}},{{"name":"💰 Kasse","value":"2"}},
            {{"name":"نقدية في الصندوق","value":"3"}},{{"value":"9999999999999999999999999999"}}]}}}}"#
    );
    let mut desk = desk(text.as_bytes());
    for (typed, line) in
        [("NEEDLE", 1), ("💰", 2), ("💰 k", 2), ("الصندوق", 3), ("9,999,999,999,999,999,999,999,999,999", 4)]
    {
        desk.search(typed);
        assert_eq!(desk.to_hit(None, true).at, Some((1, line)), "`{typed}`");
    }
    let endless = "x".repeat(1_000_000);
    assert_eq!(desk.search(&endless).total, 0);
    assert_eq!(desk.search(&format!("{}b", "n".repeat(150))).total, 0);
}

#[test]
fn another_statement_has_hits_of_its_own() {
    let text = format!("[{0},{0}]", String::from_utf8_lossy(CANONICAL));
    let mut desk = desk(text.as_bytes());
    desk.search("flex");
    desk.open(1);
    assert!(rows(&mut desk).iter().all(|row| !row.hit.is_any()));
    assert_eq!(desk.to_hit(None, true).at, None);
    assert_eq!((desk.search("flex").total, desk.search("flex").statement), (7, 1));
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let mut desk = desk(b"");
    assert_eq!(desk.search("cash").total, 0);
    assert_eq!(desk.to_hit(Some(3), true).at, None);
    assert_eq!(desk.hit(3), Hit::default());
}
