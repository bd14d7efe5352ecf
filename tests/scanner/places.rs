//! Extents and places: what a token's extent covers, and how lines are counted.

use crate::generate::json;
use crate::tape::{many, one};
use proptest::prelude::*;
use tieout::input::scanner::Scanner;
use tieout::input::scanner::event::{Event, Sink};
use tieout::model::place::{Extent, Place};
use tieout::model::syntax::Fault;

/// The place of `offset`, counted the slow way.
fn place(text: &[u8], offset: usize) -> Place {
    let before = String::from_utf8_lossy(&text[..offset]).into_owned();
    let unified = before.replace("\r\n", "\n").replace('\r', "\n");
    let line = unified.matches('\n').count() + 1;
    let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    Place {
        offset: offset as u64,
        line: u32::try_from(line).unwrap_or(0),
        column: u32::try_from(offset - start + 1).unwrap_or(0),
    }
}

/// Checks each extent against the bytes it covers.
struct Check<'a> {
    text: &'a [u8],
    wrong: Vec<String>,
}

impl Sink for Check<'_> {
    fn event(&mut self, event: Event<'_>, extent: Extent) {
        let (start, end) =
            (usize::try_from(extent.start.offset).unwrap_or(0), usize::try_from(extent.end).unwrap_or(0));
        let covered = String::from_utf8_lossy(self.text.get(start..end).unwrap_or_default());
        let fits = match event {
            Event::BeginObject => covered == "{",
            Event::EndObject => covered == "}",
            Event::BeginArray => covered == "[",
            Event::EndArray => covered == "]",
            Event::Key { text, .. } | Event::Text(text) => {
                serde_json::from_str::<String>(&covered).is_ok_and(|string| string == text)
            }
            Event::Number(literal) => covered == literal,
            Event::Boolean(value) => covered == value.to_string(),
            Event::Null => covered == "null",
            Event::Unreadable => false,
            Event::EndDocument => serde_json::from_str::<serde_json::Value>(&covered).is_ok(),
        };
        if !fits || extent.start != place(self.text, start) {
            self.wrong.push(format!("{event:?} at {extent:?} covers {covered}"));
        }
    }

    fn fault(&mut self, fault: Fault) {
        self.wrong.push(format!("{fault:?}"));
    }
}

proptest! {
    #[test]
    fn an_extent_covers_its_token_and_knows_its_line(text in json()) {
        let mut check = Check { text: text.as_bytes(), wrong: Vec::new() };
        let mut scanner = Scanner::new();
        scanner.feed(text.as_bytes(), &mut check);
        scanner.finish(&mut check);
        prop_assert_eq!(check.wrong, Vec::<String>::new(), "in {:?}", text);
    }
}

#[test]
fn a_line_ends_with_either_or_both_of_return_and_feed() {
    for (text, line, column) in [
        ("1", 1, 1),
        ("  1", 1, 3),
        ("\n1", 2, 1),
        ("\r1", 2, 1),
        ("\r\n1", 2, 1),
        ("\n\r1", 3, 1),
        ("\r\r\n1", 3, 1),
        ("\r\n\n1", 3, 1),
        ("\r \n1", 3, 1),
        ("\n\n  1", 3, 3),
        ("\r\n\r\n\t1", 3, 2),
        ("/* \r\n \n */1", 3, 4),
        ("/* \r*/\n1", 3, 1),
        ("// \r\n1", 2, 1),
        ("# \r1", 2, 1),
        ("[\"é\", 1", 1, 8),
        ("[\"a\n,\r\"b\r\n,1", 4, 2),
        ("['a\n,1", 2, 2),
    ] {
        let tape = one(text.as_bytes());
        let number = tape.events.iter().find(|(event, _)| event == "1 ").map(|(_, extent)| extent.start);
        assert_eq!(number, Some(Place { offset: text.len() as u64 - 1, line, column }), "{text:?}");
    }
}

#[test]
fn what_is_not_there_has_a_place_and_what_cannot_be_read_an_extent() {
    for (text, extents) in [
        // Read at once, and a document that begins and ends with it.
        ("{\"a\":1}", vec![("{", 0, 1), ("a=", 1, 4), ("1 ", 5, 6), ("} ", 6, 7), (". ", 0, 7)]),
        (" \"a\" ", vec![("\"a\" ", 1, 4), (". ", 1, 4)]),
        // A word, a torn string, a key without a value, brackets that are missing.
        ("[NaN]", vec![("[", 0, 1), ("? ", 1, 4), ("] ", 4, 5), (". ", 0, 5)]),
        ("[\"a\n]", vec![("[", 0, 1), ("? ", 1, 3), ("] ", 4, 5), (". ", 0, 5)]),
        ("{a:1}", vec![("{", 0, 1), ("a=", 1, 2), ("1 ", 3, 4), ("} ", 4, 5), (". ", 0, 5)]),
        ("{\"a\"}", vec![("{", 0, 1), ("a=", 1, 4), ("? ", 4, 4), ("} ", 4, 5), (". ", 0, 5)]),
        ("{\"a\": ", vec![("{", 0, 1), ("a=", 1, 4), ("? ", 6, 6), ("} ", 6, 6), (". ", 0, 6)]),
        ("[[1}]", vec![("[", 0, 1), ("[", 1, 2), ("1 ", 2, 3), ("] ", 4, 5), ("] ", 5, 5), (". ", 0, 5)]),
        ("{\"a\":[}", vec![("{", 0, 1), ("a=", 1, 4), ("[", 5, 6), ("] ", 6, 6), ("} ", 6, 7), (". ", 0, 7)]),
        // Something in place of a document ends with its line, or with the text.
        ("[]\n x y\n", vec![("[", 0, 1), ("] ", 1, 2), (". ", 0, 2), ("? ", 4, 7), (". ", 4, 7)]),
        ("\nx y", vec![("? ", 1, 4), (". ", 1, 4)]),
        ("<a></a>", vec![("? ", 0, 0), (". ", 0, 0)]),
    ] {
        let tape = many(text.as_bytes());
        let told: Vec<(&str, u64, u64)> = tape
            .events
            .iter()
            .map(|(event, extent)| (event.as_str(), extent.start.offset, extent.end))
            .collect();
        assert_eq!(told, extents, "{text:?}");
    }
}
