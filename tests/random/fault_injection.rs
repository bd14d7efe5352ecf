//! Spoils balanced sheets in known ways: every fault is found at its line, and nothing else is told.

use std::collections::BTreeSet;

use crate::rule_faults::{FAULTS, Told, check, measure, told};
use crate::sheets::{Dice, balanced, pointer, set};
use tieout::rules::catalogue::RULES;

const SHEETS: u64 = 2_000;

#[test]
fn a_balanced_sheet_has_nothing_to_tell() {
    for seed in 0..SHEETS {
        let report = check(&balanced(&mut Dice(seed)));
        assert_eq!(report.verdict.name(), "ties", "seed {seed}");
        assert_eq!(told(&report), Told::new(), "seed {seed}");
    }
}

#[test]
fn every_fault_is_found_at_its_line_and_nothing_else_is_told() {
    let figures = measure(SHEETS);
    assert_eq!(figures.wrong, None, "{figures:?}");
    assert_eq!((figures.right, figures.told), (figures.wanted, figures.wanted));
    assert_eq!(figures.faults, FAULTS.len());
}

#[test]
fn every_rule_is_among_the_faults() {
    let mut dice = Dice(7);
    let mut fired: BTreeSet<&str> = BTreeSet::new();
    for (name, spoil) in FAULTS {
        let found = (0..1_000).find_map(|_| {
            let mut sheet = balanced(&mut dice);
            let paths = sheet.paths();
            spoil(&mut sheet, &paths[dice.roll(paths.len())])
        });
        fired.extend(found.unwrap_or_else(|| panic!("{name} fits no sheet")).iter().map(|(rule, _)| *rule));
    }
    // Sheets are trees; what only rows and reports can have wrong has fixtures of its own.
    let of_reports = ["S011", "S012", "S013"];
    let all: BTreeSet<&str> =
        RULES.iter().map(|rule| rule.code).filter(|code| !of_reports.contains(code)).collect();
    assert_eq!(fired, all);
}

#[test]
fn two_faults_of_a_sheet_do_not_hide_each_other() {
    for seed in 0..SHEETS {
        let mut dice = Dice(seed);
        let mut sheet = balanced(&mut dice);
        let paths = sheet.paths();
        let in_section =
            |section: usize| paths.iter().filter(move |path| path[0] == section && path.len() > 1);
        let mut expected = Told::new();
        // An account in assets and one in liabilities, each under its own total.
        for section in [0, 1] {
            let accounts: Vec<_> =
                in_section(section).filter(|path| sheet.clone().at(path).items.is_empty()).collect();
            let path = accounts[dice.roll(accounts.len())];
            let cents = sheet.at(path).cents - 777;
            set(sheet.at(path), cents);
            expected.insert(("T001", pointer(&path[..path.len() - 1])));
        }
        assert_eq!(told(&check(&sheet)), expected, "seed {seed}");
    }
}
