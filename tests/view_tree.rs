//! Opening, closing, finding and revealing lines of a tree.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::row::{Branch, Row, Rows};
use tieout::view::step::{Reach, Step};

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");
const MANY: u32 = 10_000;

fn canonical() -> Desk {
    Desk::new(engine::check("canonical.json", CANONICAL, Settings::default()))
}

/// A sheet whose assets hold `MANY` groups of one account.
fn large() -> Desk {
    let group = |at: u32| {
        format!(
            r#"{{"name":"Group {at}","value":"1","items":[{{"account_id":"{at}","name":"Line {at}","value":"1"}}]}}"#
        )
    };
    let groups: Vec<String> = (0..MANY).map(group).collect();
    let text = format!(
        r#"{{"assets":{{"name":"A","value":"{MANY}","items":[{}]}},"liabilities":{{"name":"L","value":"0"}},"equity":{{"name":"E","value":"{MANY}"}}}}"#,
        groups.join(",")
    );
    Desk::new(engine::check("large.json", text.as_bytes(), Settings::default()))
}

fn names(rows: &Rows) -> Vec<&str> {
    rows.rows.iter().map(|row| row.name.as_str()).collect()
}

fn row<'a>(rows: &'a Rows, name: &str) -> &'a Row {
    rows.rows.iter().find(|row| row.name == name).unwrap()
}

#[test]
fn a_small_statement_is_wholly_open() {
    let rows = canonical().step(&Step::Look, 0, 100);
    assert_eq!((rows.total, rows.rows.len()), (37, 37));
    assert_eq!(names(&rows)[..4], ["ASSETS", "Current Assets", "Bank Accounts", "Flex Cash"]);
}

#[test]
fn a_large_statement_shows_its_sections_and_their_items() {
    let rows = large().step(&Step::Look, 0, 3);
    assert_eq!(rows.total, MANY + 3);
    assert_eq!(names(&rows), ["A", "Group 0", "Group 1"]);
}

#[test]
fn a_window_holds_no_more_than_asked_for_and_ends_at_the_end() {
    let mut desk = large();
    let rows = desk.step(&Step::Look, MANY, 10);
    assert_eq!((rows.from, rows.rows.len()), (MANY + 3 - 10, 10));
    assert_eq!(names(&rows).last(), Some(&"E"));
}

#[test]
fn places_among_siblings_are_right_in_any_window() {
    let mut desk = large();
    let rows = desk.step(&Step::Look, 5000, 5);
    let places: Vec<(u32, u32)> = rows.rows.iter().map(|row| (row.position, row.siblings)).collect();
    assert_eq!(places, [(5000, MANY), (5001, MANY), (5002, MANY), (5003, MANY), (5004, MANY)]);
    let rows = canonical().step(&Step::Look, 0, 100);
    let place = |name| (row(&rows, name).position, row(&rows, name).siblings);
    assert_eq!(place("ASSETS"), (1, 3));
    assert_eq!(place("Equity"), (3, 3));
    assert_eq!(place("Flex 2761"), (3, 3));
    assert_eq!(place("Fixed Assets"), (2, 2));
    assert_eq!(place("Net Income"), (4, 4));
}

#[test]
fn closing_a_group_hides_what_is_under_it_and_opening_shows_it_again() {
    let mut desk = canonical();
    let closed = desk.step(&Step::Toggle(1), 0, 100);
    assert_eq!(closed.total, 37 - 9);
    assert_eq!(closed.focus, Some(1));
    assert_eq!(row(&closed, "Current Assets").branch, Branch::Closed { hides_error: false });
    let open = desk.step(&Step::Toggle(1), 0, 100);
    assert_eq!(open.total, 37);
    assert_eq!(row(&open, "Current Assets").branch, Branch::Open);
}

#[test]
fn a_closed_branch_says_that_an_error_is_under_it() {
    let mut desk = canonical();
    let rows = desk.step(&Step::Close(Reach::All(0)), 0, 100);
    assert_eq!(names(&rows), ["ASSETS", "Liabilities", "Equity"]);
    assert_eq!(row(&rows, "Liabilities").branch, Branch::Closed { hides_error: true });
    assert_eq!(row(&rows, "ASSETS").branch, Branch::Closed { hides_error: false });
}

#[test]
fn closing_all_keeps_the_section_of_the_chosen_line_in_sight() {
    let mut desk = canonical();
    let rows = desk.step(&Step::Close(Reach::All(30)), 0, 100);
    assert_eq!(rows.focus, Some(1));
}

#[test]
fn siblings_open_and_close_together() {
    let mut desk = canonical();
    let rows = desk.step(&Step::Close(Reach::Siblings(2)), 0, 100);
    assert_eq!(
        names(&rows)[..5],
        ["ASSETS", "Current Assets", "Bank Accounts", "Accounts Receivable", "Other Current Assets"]
    );
    let rows = desk.step(&Step::Open(Reach::Siblings(2)), 0, 100);
    assert_eq!(rows.total, 37);
}

#[test]
fn revealing_a_line_opens_all_above_it_and_sends_the_rows_around_it() {
    let mut desk = large();
    let rows = desk.step(&Step::Reveal(2 * 7000 + 2), 0, 20);
    let focus = rows.focus.unwrap();
    assert_eq!(focus, 7002);
    assert!(rows.from <= focus && focus < rows.from + 20);
    assert_eq!(rows.rows[(focus - rows.from) as usize].name, "Line 7000");
}

#[test]
fn the_parent_of_a_line_is_found_and_a_section_has_none() {
    let mut desk = canonical();
    assert_eq!(desk.step(&Step::Parent(3), 0, 10).focus, Some(2));
    assert_eq!(desk.step(&Step::Parent(0), 0, 10).focus, None);
}

#[test]
fn typing_finds_the_next_name_that_begins_so() {
    let mut desk = canonical();
    let mut find = |prefix: &str, after, stay| {
        let prefix = prefix.to_owned();
        desk.step(&Step::Find { prefix, after, stay }, 0, 100).focus
    };
    assert_eq!(find("LIAB", 0, false), Some(16));
    assert_eq!(find("flex", 3, false), Some(4), "the next one");
    assert_eq!(find("flex", 3, true), Some(3), "the same one");
    assert_eq!(find("assets", 30, false), Some(0), "around the end");
    assert_eq!(find("zebra", 0, false), None);
}

#[test]
fn requests_for_what_is_not_there_are_answered() {
    let mut desk = canonical();
    for step in [
        Step::Toggle(999),
        Step::Reveal(999),
        Step::Parent(999),
        Step::Open(Reach::Siblings(999)),
        Step::Find { prefix: String::new(), after: 999, stay: true },
    ] {
        let rows = desk.step(&step, 999, 10);
        assert_eq!(rows.rows.len(), 10, "{step:?}");
    }
    let mut empty = Desk::new(engine::check("empty.json", b"", Settings::default()));
    assert_eq!(empty.step(&Step::Toggle(0), 0, 10), Rows::default());
}
