//! Known ways to spoil a sheet, and what must then be told: every rule is among them.

use std::collections::BTreeSet;

use crate::cause_faults::raise;
use crate::sheets::{BAD_BYTE, Dice, GONE, Sheet, balanced, pointer, set, text};
use tieout::engine;
use tieout::model::date::Day;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

pub type Told = BTreeSet<(&'static str, String)>;

/// What a report tells: rule and pointer of each finding.
pub fn told(report: &Report) -> Told {
    report.findings.iter().map(|finding| (finding.rule, report.pointer_of(finding))).collect()
}

/// The report on a sheet, as on the last day of 2024, with a limit of a year to its age.
pub fn check(sheet: &Sheet) -> Report {
    let settings =
        Settings { today: Day::parse("2024-12-31"), freshness_days: Some(365), ..Settings::default() };
    engine::check("sheet.json", &sheet.bytes(), settings)
}

/// Spoils one place. Answers with what must be told, or nothing if this place does not suit this fault.
pub type Fault = fn(&mut Sheet, &[usize]) -> Option<Vec<(&'static str, String)>>;

/// Every fault by name; between them, every rule that can fire.
pub const FAULTS: &[(&str, Fault)] = &[
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
        account(sheet, path).filter(|node| node.cents > 0)?.name = "\"\"".to_owned();
        Some(vec![("S004", pointer(path))])
    }),
    ("sibling twice", |sheet, path| {
        let (last, above) = path.split_last()?;
        account(sheet, path)?;
        let mut first = above.to_vec();
        first.push(last.checked_sub(1)?);
        let other = account(sheet, &first)?.clone();
        let node = sheet.at(path);
        if (other.cents < 0) != (node.cents < 0) {
            return None;
        }
        let name = other.name;
        (node.name, node.id) = (name, "null".to_owned());
        Some(vec![("S005", pointer(path)), ("A001", pointer(path))])
    }),
    ("named like the line above", |sheet, path| {
        let (_, above) = path.split_last().filter(|(_, above)| !above.is_empty())?;
        account(sheet, path).filter(|node| node.cents > 0)?.name = sheet.at(above).name.clone();
        Some(vec![("S006", pointer(path))])
    }),
    ("named like a line further above", |sheet, path| {
        let above = path.get(..path.len() - 1)?.split_last()?.1;
        if above.is_empty() {
            return None;
        }
        let name = sheet.at(above).name.clone();
        account(sheet, path).filter(|node| node.cents > 0)?.name = name;
        Some(vec![("S006", pointer(path))])
    }),
    ("group around a single account", |sheet, path| {
        let mut item = account(sheet, path)?.clone();
        let node = sheet.at(path);
        item.name = text("Part of it");
        node.id = "null".to_owned();
        node.items.push(item);
        Some(vec![("S007", pointer(path))])
    }),
    ("unknown field of a line", |sheet, path| {
        sheet.at(path).extra = ", \"tags\": [{\"value\": \"1\"}]".to_owned();
        Some(vec![("S008", format!("{}/tags", pointer(path)))])
    }),
    ("unknown object in the header", |sheet, _| {
        sheet.header += r#""prepared_by": {"name": "x", "value": {"y": 1}}, "#;
        Some(vec![("S008", "/prepared_by".to_owned())])
    }),
    ("name in another spelling", |sheet, path| {
        let first = sheet.paths().into_iter().find(|path| sheet.at(path).items.is_empty())?;
        let (name, sign) = (sheet.name(&first), sheet.at(&first).cents.signum());
        if first == path || account(sheet, path)?.cents.signum() != sign {
            return None;
        }
        sheet.at(path).name = text(&name.to_uppercase().replace(": ", ":  "));
        Some(vec![("S009", pointer(path))])
    }),
    ("asset or liability below zero", |sheet, path| {
        let name = sheet.name(path).strip_prefix("Less: ")?.to_owned();
        if path[0] == 2 || (path[0] == 1 && sheet.is_reversed()) {
            return None;
        }
        account(sheet, path)?.name = text(&name);
        Some(vec![("V005", pointer(path))])
    }),
    ("paid-in capital below zero", |sheet, path| {
        if path[0] != 2 || sheet.is_reversed() {
            return None;
        }
        account(sheet, path).filter(|node| node.cents < 0)?.name = text("Share capital");
        Some(vec![("V005", pointer(path))])
    }),
    ("contra asset above zero", |sheet, path| {
        if path[0] != 0 {
            return None;
        }
        account(sheet, path).filter(|node| node.cents > 0)?.name = text("Accumulated depreciation");
        Some(vec![("V005", pointer(path))])
    }),
    ("another total in the header", |sheet, _| {
        let other = format!("\"total_assets\": \"{}.00\", ", sheet.sections[0].cents / 100 + 7);
        sheet.header += &other;
        Some(vec![("T004", "/total_assets".to_owned())])
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
    ("amount with three decimals", |sheet, path| {
        let node = account(sheet, path)?;
        node.value = node.value.strip_suffix('"')?.to_owned() + "0\"";
        Some(vec![("V004", pointer(path))])
    }),
    ("amount with the residue of a float", |sheet, path| {
        let node = account(sheet, path)?;
        Some(node.cents).filter(|cents| cents.abs() >= 1_000_000)?;
        node.value = node.value.strip_suffix('"')?.to_owned() + "0000001\"";
        Some(vec![("V004", pointer(path)), ("T005", pointer(&path[..path.len() - 1]))])
    }),
    ("amount beyond a double", |sheet, path| {
        let node = account(sheet, path)?;
        node.value = node.value.strip_suffix('"')?.to_owned() + "000000000000000001\"";
        let told = ["V004", "J005"].map(|rule| (rule, pointer(path)));
        Some(told.into_iter().chain([("T005", pointer(&path[..path.len() - 1]))]).collect())
    }),
    ("id beyond a double", |sheet, path| {
        account(sheet, path)?;
        for (number, path) in (1_000_000_000_000_000_u64..).zip(sheet.paths()) {
            if let Some(node) = account(sheet, &path) {
                node.id = number.to_string();
            }
        }
        sheet.at(path).id = "9007199254740993".to_owned();
        Some(vec![("J005", pointer(path))])
    }),
    ("amount with separators", |sheet, path| {
        let node = account(sheet, path)?;
        let cents = Some(node.cents).filter(|cents| (100_000..100_000_000).contains(cents))?;
        node.value = text(&format!("{},{:03}.{:02}", cents / 100_000, cents / 100 % 1_000, cents % 100));
        Some(vec![("V007", pointer(path))])
    }),
    ("amount in brackets", |sheet, path| {
        let node = account(sheet, path)?;
        let cents = Some(node.cents).filter(|cents| *cents < 0)?.abs();
        node.value = text(&format!("({}.{:02})", cents / 100, cents % 100));
        Some(vec![("V007", pointer(path))])
    }),
    ("amount with three decimals or thousands, which a total decides", |sheet, path| {
        // Its cents go to the account before it, so that the total stays.
        let (last, above) = path.split_last()?;
        let before = [above, &[last.checked_sub(1)?]].concat();
        let whole = account(sheet, path)?.cents / 100_000 * 100_000 + 23_400;
        let cents = sheet.at(path).cents - whole + account(sheet, &before)?.cents;
        set(sheet.at(&before), cents);
        numbers(sheet);
        let thousands = Some(whole / 100_000).filter(|thousands| *thousands > 0)?;
        sheet.at(path).value = text(&format!("{thousands}.234"));
        Some(vec![("V007", pointer(path))])
    }),
    ("amount with three decimals or thousands, which nothing decides", |sheet, path| {
        account(sheet, path)?.value = text("1,234");
        numbers(sheet);
        let above = &path[..path.len() - 1];
        sheet.at(above).value = "null".to_owned();
        sheet.at(path).value = text("1,234");
        Some(vec![("V001", pointer(path)), ("T003", pointer(above))])
    }),
    ("key twice", |sheet, path| {
        let node = account(sheet, path)?;
        node.extra = format!(", \"value\": {}", node.value);
        Some(vec![("J003", format!("{}/value", pointer(path)))])
    }),
    ("no date", |sheet, _| {
        sheet.header = sheet.header.replace(r#""end_date": "2024-06-30", "#, "");
        Some(vec![("D001", String::new())])
    }),
    ("impossible date", |sheet, _| {
        sheet.header = sheet.header.replace("06-30", "06-31");
        Some(vec![("D002", "/end_date".to_owned())])
    }),
    ("dates reversed", |sheet, _| {
        sheet.header += r#""start_date": "2024-07-01", "#;
        Some(vec![("D003", "/start_date".to_owned())])
    }),
    ("date to come", |sheet, _| {
        sheet.header = sheet.header.replace("2024-06-30", "2025-01-01");
        Some(vec![("D004", "/end_date".to_owned())])
    }),
    ("old date", |sheet, _| {
        sheet.header = sheet.header.replace("2024-06-30", "2023-06-30");
        Some(vec![("D005", "/end_date".to_owned())])
    }),
    ("two currencies in the header", |sheet, _| {
        sheet.header += r#""currency": "$", "#;
        Some(vec![("D007", String::new())])
    }),
    ("another currency on a line", |sheet, path| {
        sheet.at(path).extra = ", \"currency\": \"USD\"".to_owned();
        Some(vec![("D007", pointer(path))])
    }),
    ("single quotes", |sheet, _| {
        sheet.header += "\"memo\": 'x', ";
        Some(vec![("J001", String::new())])
    }),
    ("a byte of another encoding", |sheet, _| {
        sheet.header.extend(["\"memo\": \"caf", &BAD_BYTE.to_string(), "\", "]);
        Some(vec![("J004", String::new())])
    }),
    ("nesting without end", |sheet, _| {
        sheet.header.extend(["\"memo\": ", &"[".repeat(600), &"]".repeat(600), ", "]);
        Some(vec![("J006", String::new())])
    }),
    ("section left out", |sheet, path| {
        sheet.sections[path[0]].id = GONE.to_owned();
        Some(vec![("S001", String::new())])
    }),
    ("a fourth section", |sheet, _| {
        let id = "ffffffff-ffff";
        let line = format!(r#"{{"account_id": "{id}", "name": "Suspense", "value": "1.00"}}"#);
        sheet.header.extend([r#""other": {"name": "Others", "value": "1.00", "items": ["#, &line, "]}, "]);
        Some(vec![("S002", "/other".to_owned())])
    }),
    ("section without lines", |sheet, path| {
        sheet.sections[path[0]].items.clear();
        Some(vec![("S003", pointer(&path[..1]))])
    }),
    ("no currency", |sheet, _| {
        sheet.header = sheet.header.replace(r#""currency_code": "CHF", "#, "");
        Some(vec![("D006", String::new())])
    }),
];

/// The account at `path`, if it is one.
fn account<'a>(sheet: &'a mut Sheet, path: &[usize]) -> Option<&'a mut crate::sheets::Node> {
    let node = sheet.at(path);
    (path.len() > 1 && node.items.is_empty()).then_some(node)
}

/// Writes every amount as a JSON number, which tells nothing about how texts are meant.
fn numbers(sheet: &mut Sheet) {
    for path in sheet.paths() {
        let node = sheet.at(&path);
        node.value = node.value.trim_matches('"').to_owned();
    }
}

/// What was told of spoiled sheets, against what must be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sheets, each with one fault.
    pub sheets: u64,
    /// Faults of which at least one was put in.
    pub faults: usize,
    /// Findings that must be told.
    pub wanted: usize,
    /// Findings that were told.
    pub told: usize,
    /// Findings that were told and must be.
    pub right: usize,
    /// The first sheet of which something else was told: its seed and its fault.
    pub wrong: Option<(u64, &'static str)>,
}

/// Puts one fault into each of `sheets` random sheets.
pub fn measure(sheets: u64) -> Figures {
    let mut figures = Figures { sheets, ..Figures::default() };
    let mut injected = BTreeSet::new();
    for seed in 0..sheets {
        let mut dice = Dice(seed);
        let sound = balanced(&mut dice);
        let paths = sound.paths();
        let (fault, spoiled, wanted) = loop {
            let (fault, spoil) = FAULTS[dice.roll(FAULTS.len())];
            let mut sheet = sound.clone();
            if let Some(wanted) = spoil(&mut sheet, &paths[dice.roll(paths.len())]) {
                break (fault, sheet, wanted.into_iter().collect::<Told>());
            }
        };
        let told = told(&check(&spoiled));
        figures.wanted += wanted.len();
        figures.told += told.len();
        figures.right += told.intersection(&wanted).count();
        if told != wanted {
            figures.wrong.get_or_insert((seed, fault));
        }
        injected.insert(fault);
    }
    figures.faults = injected.len();
    figures
}
