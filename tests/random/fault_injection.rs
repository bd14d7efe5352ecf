//! Spoils balanced sheets in known ways: every fault is found at its line, and nothing else of its kind is told.

use std::collections::BTreeSet;

use crate::cause_faults::raise;
use crate::sheets::{Dice, Sheet, balanced, pointer, set, text};
use tieout::engine;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

const SHEETS: u64 = 1_000;

type Told = BTreeSet<(&'static str, String)>;

fn told(report: &Report) -> Told {
    report.findings.iter().map(|finding| (finding.rule, report.pointer_of(finding))).collect()
}

fn check(sheet: &Sheet) -> Report {
    engine::check("sheet.json", sheet.json().as_bytes(), Settings::default())
}

/// Spoils one place. Answers with what must be told, or nothing if this place does not suit this fault.
type Fault = fn(&mut Sheet, &[usize]) -> Option<Vec<(&'static str, String)>>;

const FAULTS: &[(&str, Fault)] = &[
    ("account changed", |sheet, path| {
        let cents = account(sheet, path)?.cents + 100;
        set(sheet.at(path), cents);
        Some(vec![("T001", pointer(&path[..path.len() - 1]))])
    }),
    ("account a cent off", |sheet, path| {
        let cents = account(sheet, path)?.cents + 1;
        set(sheet.at(path), cents);
        Some(vec![("T005", pointer(&path[..path.len() - 1]))])
    }),
    ("total and all above it changed", |sheet, path| {
        if path.len() < 2 || sheet.at(path).items.is_empty() {
            return None;
        }
        raise(sheet, path, 12_345);
        Some(vec![("T001", pointer(path)), ("T002", String::new())])
    }),
    ("account and all above it changed", |sheet, path| {
        account(sheet, path)?;
        raise(sheet, path, 54_321);
        Some(vec![("T002", String::new())])
    }),
    ("total left out", |sheet, path| {
        if sheet.at(path).items.is_empty() {
            return None;
        }
        sheet.at(path).value = "null".to_owned();
        Some(vec![("T003", pointer(path))])
    }),
    ("id left out", |sheet, path| {
        account(sheet, path)?.id = "null".to_owned();
        Some(vec![("A001", pointer(path))])
    }),
    ("id used twice", |sheet, path| {
        if path == [0, 0] || path.len() != 2 || !sheet.at(&[0, 0]).items.is_empty() {
            return None;
        }
        let id = sheet.at(&[0, 0]).id.clone();
        account(sheet, path)?.id = id;
        Some(vec![("A002", pointer(path))])
    }),
    ("odd id", |sheet, path| {
        account(sheet, path)?.id = text("220");
        Some(vec![("A003", pointer(path))])
    }),
    ("name left out", |sheet, path| {
        account(sheet, path)?.name = "\"\"".to_owned();
        Some(vec![("S004", pointer(path))])
    }),
    ("sibling twice", |sheet, path| {
        let (last, above) = path.split_last()?;
        account(sheet, path)?;
        let mut first = above.to_vec();
        first.push(last.checked_sub(1)?);
        let name = account(sheet, &first)?.name.clone();
        let node = sheet.at(path);
        (node.name, node.id) = (name, "null".to_owned());
        Some(vec![("S005", pointer(path)), ("A001", pointer(path))])
    }),
    ("items are a text", |sheet, path| {
        account(sheet, path)?.extra = ", \"items\": \"none\"".to_owned();
        Some(vec![("S010", format!("{}/items", pointer(path)))])
    }),
    ("amount is a word", |sheet, path| {
        account(sheet, path)?.value = text("n/a");
        Some(vec![("V001", pointer(path))])
    }),
    ("amount left out", |sheet, path| {
        account(sheet, path)?.value = "\"\"".to_owned();
        Some(vec![("V002", pointer(path))])
    }),
    ("amount of 40 digits", |sheet, path| {
        account(sheet, path)?.value = text(&"7".repeat(40));
        Some(vec![("V006", pointer(path))])
    }),
    ("amount with one decimal", |sheet, path| {
        let node = account(sheet, path)?;
        let short = node.value.strip_suffix("0\"")?.to_owned() + "\"";
        node.value = short;
        Some(vec![("V003", pointer(path))])
    }),
    ("key twice", |sheet, path| {
        let node = account(sheet, path)?;
        node.extra = format!(", \"value\": {}", node.value);
        Some(vec![("J003", format!("{}/value", pointer(path)))])
    }),
    ("no date", |sheet, path| {
        sheet.header = sheet.header.replace(r#""end_date": "2024-06-30", "#, "");
        (path.len() == 1).then(|| vec![("D001", String::new())])
    }),
    ("impossible date", |sheet, path| {
        sheet.header = sheet.header.replace("06-30", "06-31");
        (path.len() == 1).then(|| vec![("D002", "/end_date".to_owned())])
    }),
    ("no currency", |sheet, path| {
        sheet.header = sheet.header.replace(r#""currency_code": "CHF", "#, "");
        (path.len() == 1).then(|| vec![("D006", String::new())])
    }),
];

/// The account at `path`, if it is one.
fn account<'a>(sheet: &'a mut Sheet, path: &[usize]) -> Option<&'a mut crate::sheets::Node> {
    let node = sheet.at(path);
    (path.len() > 1 && node.items.is_empty()).then_some(node)
}

#[test]
fn a_balanced_sheet_has_nothing_to_tell() {
    for seed in 0..SHEETS {
        let report = check(&balanced(&mut Dice(seed)));
        assert_eq!(report.verdict.name(), "ties", "seed {seed}");
        assert_eq!(told(&report), Told::new(), "seed {seed}");
    }
}

#[test]
fn every_fault_is_found_at_its_line_and_nowhere_else() {
    let mut injected = BTreeSet::new();
    for seed in 0..SHEETS {
        let mut dice = Dice(seed);
        let sound = balanced(&mut dice);
        let paths = sound.paths();
        let (fault, spoiled, expected) = loop {
            let (fault, spoil) = FAULTS[dice.roll(FAULTS.len())];
            let mut sheet = sound.clone();
            if let Some(expected) = spoil(&mut sheet, &paths[dice.roll(paths.len())]) {
                break (fault, sheet, expected);
            }
        };
        let report = check(&spoiled);
        assert_eq!(told(&report), expected.into_iter().collect::<Told>(), "seed {seed}: {fault}");
        injected.insert(fault);
    }
    assert_eq!(injected.len(), FAULTS.len(), "only {injected:?} were tried");
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
