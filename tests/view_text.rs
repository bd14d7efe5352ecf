//! How amounts, messages, addresses and scroll positions are written and read.

use tieout::view::amount_text::Separators;
use tieout::view::fragment::{self, Address, Selection};
use tieout::view::message::{Piece, pieces};
use tieout::view::scroll::{ScrollTrack, TALLEST};
use tieout::view::shown::Shown;
use tieout::view::typed_amount;

fn separators(decimal: &str, group: &str, further: usize) -> Separators {
    Separators { decimal: decimal.to_owned(), group: group.to_owned(), first: 3, further }
}

#[test]
fn amounts_keep_every_digit_in_any_way_of_writing() {
    let english = separators(".", ",", 3);
    let german = separators(",", ".", 3);
    let indian = separators(".", ",", 2);
    for (style, exact, written) in [
        (&english, "0", "0"),
        (&english, "-0.50", "−0.50"),
        (&english, "999", "999"),
        (&english, "1000", "1,000"),
        (&english, "13318970.87", "13,318,970.87"),
        (&english, "-105147.67", "−105,147.67"),
        (&english, "10000.00", "10,000.00"),
        (&english, "9999999999999999999999999999", "9,999,999,999,999,999,999,999,999,999"),
        (&english, "-0.0000000000000000000000000001", "−0.0000000000000000000000000001"),
        (&german, "-1234567.8", "−1.234.567,8"),
        (&indian, "1234", "1,234"),
        (&indian, "123456", "1,23,456"),
        (&indian, "-1234567890.5", "−1,23,45,67,890.5"),
    ] {
        assert_eq!(style.write(exact), written);
    }
}

#[test]
fn a_typed_amount_may_have_separators_where_they_leave_no_doubt() {
    let english = separators(".", ",", 3);
    let german = separators(",", ".", 3);
    let cases: &[(&Separators, &str, &str)] = &[
        (&english, "80,000", "80000"),
        (&english, " 80,000.50 ", "80000.50"),
        (&english, "1,234,567", "1234567"),
        (&english, "12,34,567.8", "1234567.8"),
        (&english, "80.000", "80.000"),
        (&english, "0.05", "0.05"),
        (&english, ".5", "0.5"),
        (&english, "0,5", "0.5"),
        (&english, "0,050", "0.050"),
        (&english, "80 000", "80000"),
        (&english, "80\u{202f}000,25", "80000.25"),
        (&english, "80'000.25", "80000.25"),
        (&english, "80.000,25", "80000.25"),
        (&english, "−80,000", "-80000"),
        (&english, "1234,567", "1234.567"),
        (&german, "80.000,25", "80000.25"),
        (&german, "1.234.567", "1234567"),
        (&german, "0.015", "0.015"),
        (&german, "12,50", "12.50"),
        // What is none is left to whoever reads settings.
        (&english, "exact", "exact"),
        (&english, "1e3", "1e3"),
        (&english, "", ""),
    ];
    for (reader, typed, exact) in cases {
        assert_eq!(typed_amount::plain(typed, reader).as_deref(), Ok(*exact), "{typed}");
    }
    for (reader, typed, said) in [
        (&german, "80,000", "may be 80000 or 80.000"),
        (&german, "80.000", "may be 80000 or 80.000"),
        (&english, "1,2,3", "cannot be read as an amount"),
        (&english, "80,00,00", "cannot be read as an amount"),
        (&english, "1.234.567,8.9", "cannot be read as an amount"),
        (&english, "5.", "cannot be read as an amount"),
        (&english, "8 0", "cannot be read as an amount"),
    ] {
        let fault = typed_amount::plain(typed, reader).unwrap_err();
        assert!(fault.contains(said), "{typed}: {fault}");
    }
}

#[test]
fn whole_and_fraction_stand_apart_at_the_point() {
    assert_eq!(separators(",", "\u{a0}", 3).split("-1234.50"), ("−1\u{a0}234".to_owned(), ",50".to_owned()));
    assert_eq!(Separators::default().split("7"), ("7".to_owned(), String::new()));
}

#[test]
fn names_in_a_message_are_set_apart() {
    let words = |text: &str| Piece::Words(text.to_owned());
    let name = |text: &str| Piece::Name(text.to_owned());
    assert_eq!(
        pieces("`Cash` and `Bank` differ"),
        [name("Cash"), words(" and "), name("Bank"), words(" differ")]
    );
    assert_eq!(pieces("no names"), [words("no names")]);
    assert_eq!(pieces("half a ` name"), [words("half a ` name")]);
    assert_eq!(pieces("``"), [name("")]);
    assert_eq!(pieces(""), []);
}

#[test]
fn a_selection_survives_the_address() {
    for selection in [
        Selection::default(),
        Selection { statement: 3, line: Some(12), finding: None },
        Selection { statement: 0, line: None, finding: Some(0) },
        Selection { statement: u32::MAX, line: Some(u32::MAX), finding: Some(u32::MAX) },
    ] {
        let read = fragment::read(&selection.to_string());
        let known = selection.statement < u32::MAX;
        let expected =
            if known { Address::Shown(Shown { selection, ..Shown::default() }) } else { Address::Nothing };
        assert_eq!(read, expected, "{selection}");
    }
}

#[test]
fn other_addresses_are_no_selection() {
    for text in
        ["", "#", "#top", "#line", "#line=", "#line=x", "#statement=0", "#line=1&x=2", "line=1", "#line=-1"]
    {
        assert_eq!(fragment::read(text), Address::Nothing, "{text}");
    }
}

#[test]
fn the_rule_book_and_settings_have_addresses() {
    assert_eq!(fragment::read("#rules"), Address::Rules);
    assert_eq!(fragment::read("#rule/T001"), Address::Rule("T001".to_owned()));
    assert_eq!(fragment::read("#rule/<b>"), Address::Rule("<b>".to_owned()));
    assert_eq!(fragment::read("#settings=%7B%7D"), Address::Settings("%7B%7D".to_owned()));
}

#[test]
fn a_short_list_scrolls_by_pixels() {
    let track = ScrollTrack { rows: 100, row_height: 28, view: 280 };
    assert!(!track.scaled());
    assert_eq!(track.height(), 2800);
    assert_eq!(track.first_at(0), 0);
    assert_eq!(track.first_at(55), 1);
    assert_eq!(track.scroll_to(90), 2520);
    assert_eq!(track.page(), 10);
}

#[test]
fn every_row_of_a_huge_list_can_be_reached() {
    for rows in [300_000, 10_000_000, u32::MAX] {
        let track = ScrollTrack { rows, row_height: 28, view: 600 };
        assert!(track.scaled());
        assert_eq!(track.height(), TALLEST);
        assert_eq!(track.first_at(0), 0);
        let last = rows - track.page();
        assert_eq!(track.first_at(TALLEST - 600), last, "the end of {rows} rows");
        assert_eq!(track.first_at(TALLEST), last);
        assert_eq!(track.first_at(track.scroll_to(last)), last);
    }
}

#[test]
fn a_row_is_brought_into_sight_with_the_least_movement() {
    let track = ScrollTrack { rows: 100, row_height: 28, view: 280 };
    for (row, first, wanted) in
        [(5, 0, 0), (9, 0, 0), (10, 0, 1), (99, 0, 90), (3, 20, 3), (25, 20, 20), (30, 20, 21)]
    {
        assert_eq!(track.first_showing(row, first), wanted, "row {row} from {first}");
    }
}
