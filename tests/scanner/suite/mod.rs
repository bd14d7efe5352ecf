//! Texts that are JSON and texts that are not, by the classes of the well-known parsing suites.
//!
//! Where RFC 8259 leaves a choice the case says ours: lone surrogates are refused, the depth has a cap, numbers
//! have no bounds, repeated keys are read, a byte-order mark and UTF-16 are read by the decoder.
//! To add a case: put it in the file of its class.

use crate::oracle::serde;
use crate::tape::{Balance, one, scan};
use tieout::input::scanner::Scanner;

mod depth;
mod numbers;
mod strings;
mod structure;
mod words;

/// A text, and whether it is JSON.
#[derive(Clone, Copy)]
pub struct Case {
    pub text: &'static [u8],
    pub is_json: bool,
    note: &'static str,
}

const fn yes(text: &'static str, note: &'static str) -> Case {
    Case { text: text.as_bytes(), is_json: true, note }
}

const fn no(text: &'static str, note: &'static str) -> Case {
    Case { text: text.as_bytes(), is_json: false, note }
}

const fn bad(text: &'static [u8], note: &'static str) -> Case {
    Case { text, is_json: false, note }
}

/// All cases that are written out.
pub fn cases() -> impl Iterator<Item = Case> {
    [numbers::CASES, strings::CASES, structure::CASES, words::CASES].into_iter().flatten().copied()
}

#[test]
fn each_case_is_accepted_or_refused_as_it_says() {
    for Case { text, is_json, note } in cases() {
        let shown = String::from_utf8_lossy(text);
        assert_eq!(one(text).faults.is_empty(), is_json, "{note}: {shown}: {:?}", one(text).told());
        if let Some(oracle) = serde(text) {
            assert_eq!(oracle.is_ok(), is_json, "{note}: serde_json on {shown}");
        }
        let mut balance = Balance::default();
        scan(Scanner::new(), [text], &mut balance);
        assert!(balance.is_kept(), "{note}: {shown}: {balance:?}");
    }
}

#[test]
fn each_case_stands_once() {
    let mut texts: Vec<&[u8]> = cases().map(|case| case.text).collect();
    texts.sort_unstable();
    let twice: Vec<_> = texts.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    assert_eq!(twice, Vec::<&[u8]>::new());
    assert!(texts.len() > 450, "{} cases", texts.len());
}
