//! Broken texts: every fault is told at its place, once, and what can be read still is.
//!
//! A row is a text, what is read of it (see [`crate::tape::Tape::read`]) and what is told of it.
//! To add one: put it in the file of its kind.

use crate::oracle::serde;
use crate::tape::{Balance, many, one, scan};
use tieout::input::scanner::Scanner;

mod brackets;
mod bytes;
mod commas;
mod ends;
mod lines;
mod quotes;
mod words;

/// A text, what is read, what is told.
pub struct Row {
    text: &'static str,
    read: &'static str,
    told: &'static [&'static str],
}

const fn row(text: &'static str, read: &'static str, told: &'static [&'static str]) -> Row {
    Row { text, read, told }
}

fn rows() -> impl Iterator<Item = &'static Row> {
    [brackets::ROWS, commas::ROWS, ends::ROWS, quotes::ROWS, words::ROWS].into_iter().flatten()
}

/// All texts of the tables, for other tests.
pub fn texts() -> impl Iterator<Item = &'static [u8]> {
    let bytes = bytes::ROWS.iter().map(|(text, ..)| *text);
    rows().chain(lines::ROWS).map(|row| row.text.as_bytes()).chain(bytes)
}

#[test]
fn each_fault_is_told_once_at_its_place() {
    for Row { text, read, told } in rows() {
        let tape = one(text.as_bytes());
        assert_eq!(
            (tape.told(), tape.read().as_str()),
            (told.iter().map(|&fault| fault.into()).collect(), *read),
            "{text}"
        );
    }
}

#[test]
fn documents_on_lines_are_told_apart() {
    for Row { text, read, told } in lines::ROWS {
        let tape = many(text.as_bytes());
        assert_eq!(
            (tape.told(), tape.read().as_str()),
            (told.iter().map(|&fault| fault.into()).collect(), *read),
            "{text}"
        );
    }
}

#[test]
fn a_text_is_told_of_if_and_only_if_it_is_no_json() {
    for Row { text, told, .. } in rows() {
        assert_eq!(serde(text.as_bytes()).map(|value| value.is_ok()), Some(told.is_empty()), "{text}");
    }
}

#[test]
fn whatever_is_told_events_stay_in_step() {
    for text in texts() {
        for scanner in [Scanner::new(), Scanner::with_many()] {
            let mut balance = Balance::default();
            scan(scanner, [text], &mut balance);
            assert!(balance.is_kept(), "{}: {balance:?}", String::from_utf8_lossy(text));
        }
    }
}
