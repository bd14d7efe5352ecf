//! Picking lines and adding them up exactly.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::pick::{Pick, Picked};
use tieout::view::step::{Reach, Step};

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

fn desk(text: &[u8]) -> Desk {
    Desk::new(engine::check("a.json", text, Settings::default()))
}

fn canonical() -> Desk {
    desk(CANONICAL)
}

/// The line of this name, the so-manieth of it from 0.
fn line(desk: &mut Desk, name: &str, nth: usize) -> u32 {
    let rows = desk.step(&Step::Look, 0, 1000).rows;
    rows.iter().filter(|row| row.name == name).nth(nth).unwrap().line
}

fn toggle(desk: &mut Desk, name: &str) -> Picked {
    let line = line(desk, name, 0);
    desk.pick(Pick::Toggle { line, with: None })
}

fn picked(desk: &mut Desk) -> Vec<String> {
    let rows = desk.step(&Step::Look, 0, 1000).rows;
    rows.into_iter().filter(|row| row.picked).map(|row| row.name).collect()
}

/// The name of the total, how many lines are compared with it, and the difference.
fn against(picked: &Picked) -> Option<(&str, u32, Option<&str>)> {
    picked.against.as_ref().map(|own| (own.name.as_str(), own.others, own.difference.as_deref()))
}

#[test]
fn items_of_one_group_are_compared_with_it() {
    let mut desk = canonical();
    let picked = toggle(&mut desk, "Flex Cash");
    assert_eq!((picked.count, picked.sum.as_deref()), (1, Some("806291.61")));
    toggle(&mut desk, "Flex Checking");
    let picked = toggle(&mut desk, "Flex 2761");
    assert_eq!((picked.count, picked.sum.as_deref()), (3, Some("-513160.89")));
    assert_eq!(against(&picked), Some(("Bank Accounts", 3, Some("0.00"))));
    // Groups beside one another are items too.
    desk.pick(Pick::Clear);
    toggle(&mut desk, "Credit Cards");
    let payable = line(&mut desk, "Accounts Payable", 0);
    let picked = desk.pick(Pick::Toggle { line: payable, with: None });
    assert_eq!(picked.sum.as_deref(), Some("937527.65"));
    assert_eq!(against(&picked), Some(("Current Liabilities", 2, Some("76998.10"))));
}

#[test]
fn a_total_picked_with_its_items_is_what_they_are_compared_with() {
    let mut desk = canonical();
    let (from, to) = (line(&mut desk, "Bank Accounts", 0), line(&mut desk, "Flex 2761", 0));
    let picked = desk.pick(Pick::Range { from, to });
    assert_eq!((picked.count, picked.sum.as_deref()), (4, Some("-1026321.78")));
    assert_eq!(against(&picked), Some(("Bank Accounts", 3, Some("0.00"))));
    assert_eq!((picked.twice, picked.twice_count), (vec!["Bank Accounts".to_owned()], 1));
}

#[test]
fn lines_from_anywhere_are_compared_with_the_group_that_was_picked_last() {
    let mut desk = canonical();
    toggle(&mut desk, "Prepaid Expenses");
    toggle(&mut desk, "Fixed Assets");
    let picked = toggle(&mut desk, "Retained Earnings");
    assert_eq!(against(&picked), Some(("Fixed Assets", 2, Some("-11877953.84"))));
    // Without a group there is nothing to compare with.
    let picked = toggle(&mut desk, "Fixed Assets");
    assert_eq!((picked.count, against(&picked)), (2, None));
}

#[test]
fn what_is_counted_twice_is_told() {
    let mut desk = canonical();
    for name in ["ASSETS", "Current Assets", "Flex Cash", "Credit Cards", "Flex Gold Card", "Net Income"] {
        toggle(&mut desk, name);
    }
    let picked = toggle(&mut desk, "Retained Earnings");
    assert_eq!((picked.twice, picked.twice_count), (vec!["ASSETS".to_owned(), "Credit Cards".to_owned()], 2));
}

#[test]
fn lines_without_a_readable_amount_are_counted_and_told() {
    let text = br#"{"assets":{"name":"A","value":"3","items":[{"name":"x","value":"n/a"},{"name":"y"},
        {"name":"z","value":"3"},{"name":"w","value":"0.5"}]}}"#;
    let mut desk = desk(text);
    let picked = desk.pick(Pick::Range { from: 1, to: 4 });
    assert_eq!((picked.count, picked.without_amount, picked.sum.as_deref()), (4, 2, Some("3.5")));
}

#[test]
fn a_sum_is_exact_or_none() {
    let sheet = |a: &str, b: &str| {
        format!(
            r#"{{"assets":{{"name":"A","value":"1","items":[{{"name":"x","value":"{a}"}},{{"name":"y","value":"{b}"}}]}}}}"#
        )
    };
    let most = "9999999999999999999999999999";
    for (a, b, sum) in [
        ("0.1", "0.2", Some("0.3")),
        (most, "1", Some("10000000000000000000000000000")),
        (most, "0.0000000000000000000000000001", None),
        (most, "-9999999999999999999999999999", Some("0")),
        ("1.0000", "-1", Some("0.0000")),
    ] {
        let picked = desk(sheet(a, b).as_bytes()).pick(Pick::Range { from: 1, to: 2 });
        assert_eq!(picked.sum.as_deref(), sum, "{a} + {b}");
    }
}

#[test]
fn a_range_goes_on_from_where_it_ended_and_else_begins_anew() {
    let mut desk = canonical();
    desk.pick(Pick::Range { from: 3, to: 5 });
    assert_eq!(picked(&mut desk), ["Flex Cash", "Flex Checking", "Flex 2761"]);
    desk.pick(Pick::Range { from: 5, to: 4 });
    assert_eq!(picked(&mut desk), ["Flex Cash", "Flex Checking"], "drawn back");
    desk.pick(Pick::Range { from: 4, to: 2 });
    assert_eq!(picked(&mut desk), ["Bank Accounts", "Flex Cash"], "drawn to the other side");
    // From elsewhere another one is added.
    desk.pick(Pick::Range { from: 8, to: 9 });
    assert_eq!(picked(&mut desk).len(), 4);
    desk.pick(Pick::Range { from: 9, to: 10 });
    assert_eq!(picked(&mut desk).len(), 5);
    // What is drawn with the mouse takes the place of everything.
    desk.pick(Pick::Sweep { from: 0, to: 1 });
    assert_eq!(picked(&mut desk), ["ASSETS", "Current Assets"]);
    desk.pick(Pick::Clear);
    assert_eq!(picked(&mut desk), [""; 0]);
}

#[test]
fn the_first_line_that_is_picked_brings_the_chosen_one_along() {
    let mut desk = canonical();
    desk.pick(Pick::Toggle { line: 5, with: Some(3) });
    assert_eq!(picked(&mut desk), ["Flex Cash", "Flex 2761"]);
    desk.pick(Pick::Toggle { line: 4, with: Some(10) });
    assert_eq!(picked(&mut desk), ["Flex Cash", "Flex Checking", "Flex 2761"]);
    desk.pick(Pick::Toggle { line: 3, with: Some(4) });
    assert_eq!(picked(&mut desk), ["Flex Checking", "Flex 2761"]);
}

#[test]
fn a_range_has_the_rows_that_are_shown_and_keeps_them_when_a_group_is_closed() {
    let mut desk = canonical();
    desk.step(&Step::Close(Reach::Line(2)), 0, 10);
    assert_eq!(desk.pick(Pick::Range { from: 1, to: 6 }).count, 3);
    desk.step(&Step::Close(Reach::Line(0)), 0, 10);
    assert_eq!(desk.pick(Pick::Toggle { line: 16, with: None }).count, 4);
}

#[test]
fn lines_that_are_not_there_are_not_picked() {
    let mut desk = canonical();
    for pick in [
        Pick::Toggle { line: 999, with: None },
        Pick::Range { from: 999, to: 1000 },
        Pick::Sweep { from: u32::MAX, to: u32::MAX },
        Pick::Clear,
    ] {
        assert_eq!(desk.pick(pick).count, 0, "{pick:?}");
    }
    assert_eq!(self::desk(b"").pick(Pick::Toggle { line: 0, with: None }), Picked::default());
}

#[test]
fn a_hundred_thousand_lines_are_picked_and_added_up_at_once() {
    let items: Vec<String> = (0..100_000).map(|at| format!(r#"{{"name":"L{at}","value":"0.01"}}"#)).collect();
    let text = format!(r#"{{"assets":{{"name":"A","value":"1000.00","items":[{}]}}}}"#, items.join(","));
    let mut desk = desk(text.as_bytes());
    let began = Instant::now();
    let picked = desk.pick(Pick::Range { from: 1, to: 100_000 });
    assert_eq!((picked.count, picked.sum.as_deref()), (100_000, Some("1000.00")));
    assert_eq!(against(&picked), Some(("A", 100_000, Some("0.00"))));
    // Far more than it takes, so that a slow machine passes and work that grows with the square does not.
    assert!(began.elapsed() < Duration::from_secs(2), "it took {:?}", began.elapsed());
}

proptest! {
    #[test]
    fn picking_is_as_a_plain_set_has_it(acts in proptest::collection::vec((0_u32..4, 0_u32..37, 0_u32..37), 1..30)) {
        let mut desk = canonical();
        let mut plain = BTreeSet::new();
        let (mut base, mut anchor, mut last) = (plain.clone(), None, None);
        for (kind, a, b) in acts {
            let range = |a: u32, b: u32| a.min(b)..=a.max(b);
            let pick = match kind {
                0 => {
                    if !plain.remove(&a) {
                        plain.insert(a);
                    }
                    (base, anchor, last) = (plain.clone(), Some(a), Some(a));
                    Pick::Toggle { line: a, with: None }
                }
                1 | 2 => {
                    let from = if kind == 1 { a } else { last.unwrap_or(a) };
                    if last != Some(from) {
                        (base, anchor) = (plain.clone(), Some(from));
                    }
                    plain = base.clone();
                    plain.extend(range(anchor.unwrap(), b));
                    last = Some(b);
                    Pick::Range { from, to: b }
                }
                _ => {
                    (base, anchor, last) = (BTreeSet::new(), Some(a), Some(b));
                    plain = range(a, b).collect();
                    Pick::Sweep { from: a, to: b }
                }
            };
            let picked = desk.pick(pick);
            prop_assert_eq!(picked.count as usize, plain.len());
            let own: BTreeSet<u32> = (0..37).filter(|line| desk.is_picked(*line)).collect();
            prop_assert_eq!(&own, &plain);
        }
    }
}
