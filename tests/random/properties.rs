//! What holds for any input: no panic, the same report however the bytes are cut, totals kept by flattening.

use crate::sheets::{Dice, balanced};
use proptest::prelude::*;
use tieout::engine::{self, Engine};
use tieout::export::format::Format;
use tieout::model::amount::Amount;
use tieout::model::report::Report;
use tieout::model::settings::Settings;
use tieout::model::sum::Sum;

const CANONICAL: &str = include_str!("../fixtures/canonical.json");

fn everything(report: &Report) -> Vec<u8> {
    let formats = [Format::CsvCompact, Format::CsvFull, Format::ReportJson];
    formats.into_iter().flat_map(|format| engine::export(report, format).unwrap().bytes).collect()
}

fn cut(bytes: &[u8], mut at: Vec<usize>) -> Report {
    at.sort_unstable();
    let mut engine = Engine::new("file.json", Settings::default());
    let mut from = 0;
    for to in at.into_iter().map(|at| at.min(bytes.len())).chain([bytes.len()]) {
        engine.feed(&bytes[from..to]);
        from = to;
    }
    engine.finish()
}

fn whole(bytes: &[u8]) -> Report {
    engine::check("file.json", bytes, Settings::default())
}

/// Texts near a statement: the canonical one with some bytes changed, left out or put in.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let edit = (
        0..CANONICAL.len(),
        0..3_u8,
        prop_oneof![any::<u8>(), Just(b'"'), Just(b','), Just(b'}'), Just(b'[')],
    );
    prop::collection::vec(edit, 1..6).prop_map(|edits| {
        let mut bytes = CANONICAL.as_bytes().to_vec();
        for (at, kind, byte) in edits {
            let at = at.min(bytes.len() - 1);
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        bytes
    })
}

#[test]
fn cutting_the_canonical_sheet_at_any_byte_changes_nothing() {
    let bytes = CANONICAL.as_bytes();
    let expected = everything(&whole(bytes));
    for at in (0..bytes.len()).step_by(7) {
        assert_eq!(everything(&cut(bytes, vec![at, at + 1])), expected, "cut at {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        everything(&whole(&bytes));
    }

    #[test]
    fn any_json_like_text_is_answered(text in r#"[\[\]{}",:0-9a-z \n\\.eE+-]{0,200}"#) {
        everything(&whole(text.as_bytes()));
    }

    #[test]
    fn any_text_near_an_amount_is_answered(amount in r"[0-9.,'’ \u{a0}()$€CHF+−-]{0,14}", total in r"[0-9.,]{0,8}") {
        let mut sheet = balanced(&mut Dice(1));
        sheet.sections[0].items[0].value = crate::sheets::text(&amount);
        sheet.sections[0].value = crate::sheets::text(&total);
        let total = format!("\"total_assets\": {}, ", crate::sheets::text(&amount));
        sheet.header.push_str(&total);
        everything(&whole(sheet.json().as_bytes()));
    }

    #[test]
    fn an_amount_is_the_same_however_it_is_written(whole in 0..2_000_000_000_u32, cents in 0..100_u32, style in 0..6_usize) {
        let plain = format!("{whole}.{cents:02}");
        let groups = |mark: &str| {
            let digits = whole.to_string();
            let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
            parts.join(mark)
        };
        let (written, sign) = match style {
            0 => (format!("{}.{cents:02}", groups(",")), ""),
            1 => (format!("{},{cents:02}", groups(".")), ""),
            2 => (format!("CHF {}.{cents:02}-", groups("'")), "-"),
            3 => (format!("({},{cents:02} €)", groups("\u{202f}")), "-"),
            4 => (format!("−${}.{cents:02}", groups(",")), "-"),
            _ => (format!(" +{whole},{cents:02}"), ""),
        };
        let expected = Amount::parse(&format!("{sign}{plain}")).unwrap();
        prop_assert_eq!(tieout::input::decorated::read(&written).amount, Some(expected), "{}", written);
    }

    #[test]
    fn cutting_a_damaged_sheet_changes_nothing(bytes in damaged(), at in prop::collection::vec(0..7000_usize, 0..8)) {
        prop_assert_eq!(everything(&cut(&bytes, at)), everything(&whole(&bytes)));
    }

    #[test]
    fn flattening_keeps_every_line_and_every_total(seed in any::<u64>()) {
        let sheet = balanced(&mut Dice(seed));
        let report = whole(sheet.json().as_bytes());
        let download = engine::export(&report, Format::CsvFull).unwrap();
        let mut csv = csv::Reader::from_reader(download.bytes.as_slice());
        let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), sheet.paths().len());
        // The accounts of each section add up to the section's own amount.
        for section in ["assets", "liabilities", "equity"] {
            let of = |level0: bool| rows.iter().filter(move |row| {
                &row[7] == section && if level0 { &row[6] == "0" } else { &row[13] == "true" }
            });
            let sum = |rows: &mut dyn Iterator<Item = &csv::StringRecord>| {
                rows.map(|row| Amount::parse(&row[12]).unwrap()).fold(Sum::ZERO, Sum::plus).total()
            };
            prop_assert_eq!(sum(&mut of(false)), sum(&mut of(true)));
        }
        // Keys are unique, and every parent is a line before it.
        let keys: Vec<&str> = rows.iter().map(|row| &row[3]).collect();
        let unique: std::collections::BTreeSet<&str> = keys.iter().copied().collect();
        prop_assert_eq!(unique.len(), keys.len());
        for (at, row) in rows.iter().enumerate() {
            prop_assert!(row[4].is_empty() || keys[..at].contains(&&row[4]));
        }
    }

    #[test]
    fn keys_do_not_depend_on_the_order_of_other_lines(seed in any::<u64>()) {
        let mut sheet = balanced(&mut Dice(seed));
        let keys = |sheet: &crate::sheets::Sheet| {
            let report = whole(sheet.json().as_bytes());
            let download = engine::export(&report, Format::CsvFull).unwrap();
            let mut csv = csv::Reader::from_reader(download.bytes.as_slice());
            csv.records().map(Result::unwrap).map(|row| (row[8].to_owned(), row[3].to_owned()))
                .collect::<std::collections::BTreeMap<_, _>>()
        };
        let before = keys(&sheet);
        sheet.sections[0].items.reverse();
        prop_assert_eq!(before, keys(&sheet));
    }
}
