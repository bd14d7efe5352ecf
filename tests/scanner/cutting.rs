//! However a text is cut into pieces, the events, extents and faults are the same.

use crate::generate::{anything, json};
use crate::tape::{Balance, Tape, many, one, scan};
use crate::{recovery, suite};
use proptest::prelude::*;
use proptest::sample::Index;
use tieout::input::encoding::Decoder;
use tieout::input::scanner::Scanner;

/// The tape of a file that comes in pieces, through the decoder.
pub fn decoded<'a>(scanner: Scanner, pieces: impl IntoIterator<Item = &'a [u8]>) -> Tape {
    let (mut decoder, mut scanner, mut tape) = (Decoder::new(), scanner, Tape::default());
    for piece in pieces {
        scanner.feed(decoder.decode(piece), &mut tape);
    }
    scanner.feed(decoder.finish(), &mut tape);
    scanner.finish(&mut tape);
    tape
}

fn cut(text: &[u8], places: &[usize]) -> Vec<Vec<u8>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for &place in places {
        pieces.push(text[start..place].to_vec());
        start = place;
    }
    pieces.push(text[start..].to_vec());
    pieces
}

fn in_pieces(scanner: Scanner, pieces: &[Vec<u8>]) -> Tape {
    let mut tape = Tape::default();
    scan(scanner, pieces.iter().map(Vec::as_slice), &mut tape);
    tape
}

fn hostile_texts() -> impl Iterator<Item = &'static [u8]> {
    suite::cases().map(|case| case.text).chain(recovery::texts())
}

#[test]
fn a_cut_at_any_one_place_changes_nothing() {
    for text in hostile_texts() {
        let (whole, lines) = (one(text), many(text));
        for place in 0..=text.len() {
            let pieces = cut(text, &[place]);
            let shown = String::from_utf8_lossy(text);
            assert_eq!(in_pieces(Scanner::new(), &pieces), whole, "{shown} cut at {place}");
            assert_eq!(in_pieces(Scanner::with_many(), &pieces), lines, "{shown} cut at {place}, as lines");
        }
    }
}

#[test]
fn one_byte_at_a_time_changes_nothing() {
    for text in hostile_texts() {
        let pieces: Vec<Vec<u8>> = text.iter().map(|&byte| vec![byte]).collect();
        assert_eq!(in_pieces(Scanner::new(), &pieces), one(text), "{}", String::from_utf8_lossy(text));
        assert_eq!(in_pieces(Scanner::with_many(), &pieces), many(text), "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn a_token_longer_than_a_block_is_whole() {
    for length in [65_534, 65_535, 65_536, 65_537, 200_000] {
        let digits = "1".repeat(length);
        let text = format!("[\"{0}\u{e9}\\n\u{e9}\", {digits}, '{0}']", "x".repeat(length));
        let tape = one(text.as_bytes());
        let long = "x".repeat(length);
        assert_eq!(tape.read(), format!("[\"{long}é\\né\" {digits} \"{long}\" ] ."));
        assert_eq!(tape.faults.len(), 1);
        assert_eq!(tape.faults.first().map(|fault| fault.place.offset), Some(2 * length as u64 + 13));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn cuts_at_any_places_change_nothing(text in anything(), places in proptest::collection::vec(any::<Index>(), 0..12)) {
        let mut places: Vec<usize> = places.iter().map(|place| place.index(text.len() + 1)).collect();
        places.sort_unstable();
        let pieces = cut(&text, &places);
        prop_assert_eq!(in_pieces(Scanner::new(), &pieces), one(&text));
        prop_assert_eq!(in_pieces(Scanner::with_many(), &pieces), many(&text));
        let through = |pieces: &[Vec<u8>]| decoded(Scanner::new(), pieces.iter().map(Vec::as_slice));
        prop_assert_eq!(through(&pieces), through(&[text]));
    }

    #[test]
    fn cuts_in_utf_16_change_nothing(text in json(), places in proptest::collection::vec(any::<Index>(), 0..12)) {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xff\xfe".as_slice(), &bytes].concat();
        let mut places: Vec<usize> = places.iter().map(|place| place.index(marked.len() + 1)).collect();
        places.sort_unstable();
        let pieces = cut(&marked, &places);
        prop_assert_eq!(decoded(Scanner::new(), pieces.iter().map(Vec::as_slice)), one(text.as_bytes()));
    }

    #[test]
    fn events_are_in_step_and_faults_are_few_for_any_bytes(text in anything()) {
        for scanner in [Scanner::new(), Scanner::with_many()] {
            let mut balance = Balance::default();
            scan(scanner, [text.as_slice()], &mut balance);
            prop_assert!(balance.is_kept(), "{:?}", balance);
            prop_assert!(balance.faults.len() <= 101);
        }
    }
}
