//! The dbt project as files: the same bytes for the same input, well formed, and with nothing of a file in its code.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tieout::engine::dbt;
use tieout::export::dbt::files::FILES;
use tieout::export::dbt::{project, yaml};
use tieout::flatten::shape::Shape;
use tieout::model::level::Level;
use tieout::model::settings::Settings;
use zip::ZipArchive;

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");
const HOSTILE: &[u8] = include_bytes!("dbt/ties.json");

fn made(files: &[(&str, &[u8])]) -> Vec<u8> {
    made_with(files, &Settings::default())
}

fn made_with(files: &[(&str, &[u8])], settings: &Settings) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (_, loaded) = dbt::export(files, settings, &mut bytes).unwrap();
    assert!(loaded.is_some());
    bytes
}

/// The files by their paths; of what is no UTF-8 the nearest text.
fn unpacked(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

/// The names of the files that came, without their folders: those used as they are, and those rewritten.
fn as_they_are_and_rewritten(files: &BTreeMap<String, String>) -> [Vec<&str>; 2] {
    let among = |folder: &str, ending: &str| {
        let named = files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_suffix(ending));
        named.map(|name| name.get("tieout_000001_".len()..).unwrap()).collect::<Vec<_>>()
    };
    let rewritten = among("data/raw/", ".jsonl");
    assert_eq!(rewritten, among("data/original/", ".json"));
    [among("data/raw/", ".json"), rewritten]
}

#[test]
fn every_file_of_the_project_is_in_the_list_and_each_once() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/dbt/project");
    let (mut found, mut folders) = (Vec::new(), vec![base.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(&base).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    let listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
    assert_eq!(found, listed);
    let texts = project::texts(Shape { deepest: 30, ..Shape::default() }, &Settings::default());
    let mut paths: Vec<&String> = texts.iter().map(|(path, _)| path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), texts.len());
}

#[test]
fn the_same_files_give_the_same_bytes_and_every_mark_is_filled() {
    let files = [("canonical.json", CANONICAL), ("ties.json", HOSTILE)];
    let bytes = made(&files);
    assert_eq!(bytes, made(&files));
    for (path, text) in unpacked(bytes) {
        if path.starts_with("data/") {
            continue;
        }
        let marks = text.split('@').skip(1).step_by(2);
        let mut named = marks
            .filter(|mark| !mark.is_empty() && mark.bytes().all(|c| c.is_ascii_lowercase() || c == b'_'));
        assert_eq!(named.next(), None, "{path}");
        assert!(!text.contains('\t') && !text.contains('\r'), "{path}");
    }
}

#[test]
fn nothing_that_a_file_says_stands_in_the_code() {
    let mut sheet: Value = serde_json::from_slice(HOSTILE).unwrap();
    let secret = "zq\"; drop table x; -- '{{ 1 }}";
    sheet[secret] = "unknown".into();
    sheet["entity"] = secret.into();
    let mut section = sheet["assets"].clone();
    section["name"] = secret.into();
    sheet[format!("{secret} section")] = section;
    sheet["assets"]["items"][0]["name"] = secret.into();
    sheet["assets"]["items"][0]["account_id"] = secret.into();
    let bytes = serde_json::to_vec(&sheet).unwrap();
    let mut told = 0;
    for (path, text) in unpacked(made(&[(&format!("{secret}.json"), &bytes)])) {
        assert!(!path.contains('"') && !path.contains('\''), "{path}");
        if path.starts_with("data/") {
            told += usize::from(text.contains("zq"));
        } else {
            assert!(!text.contains("zq"), "{path}");
        }
    }
    assert!(told > 5, "{told}");
}

#[test]
fn a_project_is_made_of_what_could_be_read_and_says_what_could_not() {
    let some = format!("{}\n{{\n", String::from_utf8_lossy(CANONICAL).replace('\n', ""));
    let files =
        unpacked(made(&[("canonical.json", CANONICAL), ("empty.json", b""), ("some.json", some.as_bytes())]));
    assert_eq!(files["data/line.csv"].lines().count(), 1 + 2 * 37);
    assert_eq!(
        files["data/left_out.txt"],
        "Left out: `empty.json`, which gives no statement; what cannot be read of `some.json`\n"
    );
    assert_eq!(
        files.keys().filter_map(|path| path.strip_prefix("data/raw/")).collect::<Vec<_>>(),
        ["tieout_000001_canonical.json", "tieout_000003_some.jsonl"]
    );
    assert!(files.contains_key("data/original/tieout_000002_empty.json"));
    assert!(!unpacked(made(&[("canonical.json", CANONICAL)])).contains_key("data/left_out.txt"));
}

#[test]
fn a_file_is_kept_as_it_came_and_rewritten_only_if_sql_cannot_read_it() {
    let decorated = String::from_utf8(HOSTILE.to_vec()).unwrap().replace("\"160.00\"", "\"160.00 €\"");
    let files = unpacked(made(&[
        ("canonical.json", CANONICAL),
        ("decorated.json", decorated.as_bytes()),
        ("xero.json", include_bytes!("fixtures/xero/balance_sheet.json")),
    ]));
    let data: Vec<&str> = files
        .keys()
        .map(String::as_str)
        .filter(|path| path.starts_with("data/raw") || path.starts_with("data/orig"))
        .collect();
    assert_eq!(
        data,
        [
            "data/original/tieout_000002_decorated.json",
            "data/original/tieout_000003_xero.json",
            "data/raw/tieout_000001_canonical.json",
            "data/raw/tieout_000002_decorated.jsonl",
            "data/raw/tieout_000003_xero.jsonl",
        ]
    );
    assert_eq!(files["data/raw/tieout_000001_canonical.json"].as_bytes(), CANONICAL);
    let known: Vec<&str> =
        files["data/known.csv"].lines().filter_map(|line| line.strip_prefix("file,")).collect();
    let raw: Vec<&str> = files.keys().filter_map(|path| path.strip_prefix("data/raw/")).collect();
    assert_eq!(known, raw);
    let line = files["data/raw/tieout_000002_decorated.jsonl"].trim_end();
    let rewritten: Value = serde_json::from_str(line).unwrap();
    assert_eq!(rewritten["tieout_sections"][0]["value"], "160.00");
    assert_eq!(
        rewritten["tieout_sections"][0]["items"][0]["items"][1]["name"],
        "Bank\nof two lines\tand a tab"
    );
    assert_eq!(rewritten["end_date"], "2024-12-31");
}

#[test]
fn rules_that_are_off_change_nothing_of_how_files_are_kept() {
    let mut settings = Settings::default();
    for code in ["J001", "J003", "J004", "J006"] {
        settings.levels.insert(code.to_owned(), Level::Off);
    }
    let text = String::from_utf8(HOSTILE.to_vec()).unwrap();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = format!("\u{feff}{text}");
    let around = format!("{{\"page\": 1, \"page\": 2, \"balance_sheets\": [{text}]}}");
    let files: &[(&str, &[u8])] = &[
        ("plain.json", HOSTILE),
        ("utf16.json", &utf16),
        ("marked.json", marked.as_bytes()),
        ("repeated.json", around.as_bytes()),
    ];
    let bytes = made_with(files, &settings);
    let rewritten = vec!["utf16", "marked", "repeated"];
    assert_eq!(as_they_are_and_rewritten(&unpacked(bytes)), [vec!["plain"], rewritten.clone()]);
    assert_eq!(as_they_are_and_rewritten(&unpacked(made(files))), [vec!["plain"], rewritten]);
}

#[test]
fn a_file_is_rewritten_if_sql_would_take_something_for_a_text_that_is_none() {
    let changed = |from: &str, to: &str| {
        let text = String::from_utf8(HOSTILE.to_vec()).unwrap();
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let around = |text: &str| {
        format!("{{{text}, \"balance_sheets\": [{}]}}", changed(r#""end_date": "2024-12-31", "#, ""))
    };
    let long = "x".repeat(2000);
    let sheets = [
        ("boolean_name", changed(r#""name": "Capital""#, r#""name": true"#), false),
        ("object_name", changed(r#""name": "Capital""#, r#""name": {"en": "Capital"}"#), false),
        ("section_name", changed(r#""name": "Equity""#, r#""name": ["Equity"]"#), false),
        ("boolean_id", changed(r#""account_id": "3000""#, r#""account_id": false"#), false),
        ("list_id", changed(r#""account_id": "3000""#, r#""account_id": [1]"#), false),
        ("currency", changed(r#""name": "Capital""#, r#""name": "Capital", "currency": 5"#), false),
        ("entity", changed(r#""id": "a""#, r#""company": true"#), false),
        ("date", changed(r#""2024-12-31""#, r#"{"day": 31}"#), false),
        ("around_object", around(r#""date": {"day": 31}"#), false),
        ("around_boolean", around(r#""company": false"#), false),
        ("around_long", around(&format!("\"date\": \"{long}\"")), false),
        ("own_title", changed(r#""id": "a""#, r#""Tieout Title": "a""#), false),
        ("own_posting", changed(r#""name": "Capital""#, r#""name": "Capital", "tieout_own": "5""#), false),
        ("null", changed(r#""name": "Capital""#, r#""name": null"#), true),
        ("number", changed(r#""name": "Capital""#, r#""name": 5"#), true),
        ("blank", changed(r#""account_id": "3000""#, r#""account_id": "\t\u00a0""#), true),
        ("unknown", changed(r#""name": "Capital""#, r#""name": "Capital", "flag": true, "key": 5"#), true),
        ("around", around(r#""date": "2024-12-31""#), true),
    ];
    for (name, text, expected) in sheets {
        let files = unpacked(made(&[(name, text.as_bytes())]));
        let [as_they_are, rewritten] = as_they_are_and_rewritten(&files);
        assert_eq!((as_they_are.len(), rewritten.len()), if expected { (1, 0) } else { (0, 1) }, "{name}");
    }
}

#[test]
fn settings_decide_how_rules_count() {
    let mut settings = Settings { freshness_days: Some(30), ..Settings::default() };
    settings.levels.insert("T001".to_owned(), Level::Off);
    let texts = project::texts(Shape::default(), &settings);
    let text = &texts.iter().find(|(path, _)| path == "dbt_project.yml").unwrap().1;
    assert!(
        text.contains("T001: \"off\"")
            && text.contains("T002: \"error\"")
            && text.contains("freshness_days: 30")
    );
    assert!(text.contains("tolerance: \"from-data\"") && text.contains("levels: 3"));
    // A limit to the age of the data switches its rule on, unless the settings say otherwise.
    let age_counts = |settings: &Settings| {
        let texts = project::texts(Shape::default(), settings);
        let text = &texts.iter().find(|(path, _)| path == "dbt_project.yml").unwrap().1;
        text.lines()
            .find_map(|line| Some(line.trim().strip_prefix("D005: ")?.split_once("  #")?.0.to_owned()))
    };
    assert_eq!(age_counts(&settings).as_deref(), Some("\"warning\""));
    assert_eq!(age_counts(&Settings::default()).as_deref(), Some("\"off\""));
    settings.levels.insert("D005".to_owned(), Level::Error);
    assert_eq!(age_counts(&settings).as_deref(), Some("\"error\""));
}

#[test]
fn amounts_wider_than_the_columns_leave_room_for_sums() {
    let of = |decimals, whole_digits| project::scale(Shape { decimals, whole_digits, ..Shape::default() });
    assert_eq!([of(2, 8), of(10, 8), of(28, 1), of(2, 27), of(27, 28)], [6, 10, 28, 4, 3]);
}

#[test]
fn quoted_texts_are_one_line() {
    let text = yaml::quoted("a\nb\r\u{2028}\u{85}");
    assert!(text.chars().all(|c| !c.is_control() && c != '\u{2028}'), "{text}");
}

#[test]
fn the_command_writes_one_project_of_several_files_or_says_why_not() {
    let folder = std::env::temp_dir().join(format!("tieout-dbt-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/canonical.json");
    let out = folder.join("project.zip");
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_tieout")).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let path = out.to_str().unwrap();
    let (code, said) = run(&["export", "dbt", fixture, fixture, "-o", path]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("repeat"), "{said}");
    let files = unpacked(fs::read(&out).unwrap());
    assert_eq!(files["data/line.csv"].lines().count(), 1 + 2 * 37);
    assert!(files.contains_key("data/raw/tieout_000002_canonical.json"));
    fs::remove_file(&out).unwrap();
    let broken = folder.join("broken.json");
    fs::write(&broken, "{\"assets\": ").unwrap();
    assert_eq!(run(&["export", "dbt", broken.to_str().unwrap(), "-o", path]).0, Some(2));
    assert!(!out.exists());
    let (code, said) = run(&["export", "dbt", fixture, broken.to_str().unwrap(), "-o", path]);
    assert_eq!(code, Some(2));
    assert!(said.contains("Left out: `broken.json`, which gives no statement"), "{said}");
    assert_eq!(unpacked(fs::read(&out).unwrap())["data/line.csv"].lines().count(), 1 + 37);
    let (code, said) = run(&["export", "dbt", fixture, "--table", "line", "-o", path]);
    assert_eq!(code, Some(2));
    assert!(said.contains("--table"), "{said}");
    let (code, said) = run(&["export", "csv", fixture, fixture]);
    assert_eq!(code, Some(2));
    assert!(said.contains("only dbt takes several"), "{said}");
    fs::remove_dir_all(folder).unwrap();
}
