//! Known faults are told as what they are, and errors without a cause are not explained away.

use std::thread;

use crate::cause_faults::{FAULTS, Fault, RANDOM};
use crate::cause_measure::{measure, measure_random};

const SHEETS: u64 = 1_000;

/// The most sheets of a thousand in which a strong cause may be claimed for an error that has none.
const MOST_CLAIMED: u64 = 20;

#[test]
fn the_cause_of_a_known_fault_is_told() {
    let check = |fault: &Fault| {
        let tally = measure(fault, SHEETS);
        assert!(tally.of_thousand(tally.first) >= fault.first, "{} comes first: {tally:?}", fault.name);
        assert!(tally.of_thousand(tally.among) >= fault.among, "{} is told: {tally:?}", fault.name);
    };
    thread::scope(|scope| {
        for fault in FAULTS {
            scope.spawn(|| check(fault));
        }
    });
}

#[test]
fn an_error_without_a_cause_is_not_explained_away() {
    for (name, spoil) in RANDOM {
        let tally = measure_random(*spoil, SHEETS);
        assert!(tally.of_thousand(tally.strong) <= MOST_CLAIMED, "{name}: {tally:?}");
    }
}
