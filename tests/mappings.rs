//! Reading is told, not guessed: a dialect and a mapping from the settings and from the command line.

use std::process::Command;

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::settings::read::read;

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

/// A sheet under words that say nothing, so that only a mapping can tell what they are.
const STRANGE: &str = r#"{"blatt": {"stichtag": "2024-12-31",
 "aktiva": [{"bez": "Kasse", "kto": "1", "summe": "5.00", "saldo": "7.00"}],
 "fremdkapital": [{"bez": "Darlehen", "kto": "2", "summe": "2.00", "saldo": "7.00"}],
 "eigenkapital": [{"bez": "Einlage", "kto": "3", "summe": "3.00", "saldo": "7.00"}]}}"#;
const STRANGE_KEYS: &str = r#"{"path": ["blatt"], "sections": {"aktiva": "assets", "fremdkapital": "liabilities", "eigenkapital": "equity"},
 "name": "bez", "amount": "summe", "account_id": "kto"}"#;

#[test]
fn a_mapping_says_how_a_file_is_read() {
    let verdict = |settings: &str| {
        let report = engine::check("f.json", STRANGE.as_bytes(), read(settings).unwrap());
        let read = report.statements.first().map(|one| {
            let lines = &one.statement.lines;
            let cash = lines.all().find(|line| lines.name(*line) == "Kasse").unwrap();
            (
                lines.literal(cash),
                lines.account_id(cash).to_owned(),
                one.statement.line_pointer(cash),
                one.statement.dialect.name(),
            )
        });
        (report.verdict.name(), read)
    };
    let cash = |literal: &str| {
        Some((literal.to_owned(), "1".to_owned(), "/blatt/aktiva/0".to_owned(), "named-tree"))
    };
    assert_eq!(verdict("{}"), ("unreadable", None));
    assert_eq!(verdict(&format!(r#"{{"mapping": {STRANGE_KEYS}}}"#)), ("ties", cash("5.00")));
    let other = STRANGE_KEYS.replace("summe", "saldo");
    assert_eq!(verdict(&format!(r#"{{"mapping": {other}}}"#)), ("differs", cash("7.00")));
    assert_eq!(verdict(&format!(r#"{{"dialect": "named-tree", "mapping": {STRANGE_KEYS}}}"#)).0, "ties");
    // A mapping that fits nothing is no fault of the mapping alone: nothing is read.
    assert_eq!(verdict(r#"{"mapping": {"roots": "x", "name": "n", "amount": "a"}}"#), ("unreadable", None));
}

#[test]
fn a_dialect_that_is_chosen_is_the_one_that_is_read() {
    let with = |dialect: &str, bytes: &[u8]| {
        let settings = read(&format!(r#"{{"dialect": "{dialect}"}}"#)).unwrap();
        let report = engine::check("f.json", bytes, settings);
        let statements = report.statements.iter();
        statements.map(|one| one.statement.dialect.name()).collect::<Vec<_>>().join(" ")
    };
    let other = include_bytes!("fixtures/named/merge_like.json");
    assert_eq!(
        (with("auto", CANONICAL), with("canonical", CANONICAL)),
        ("canonical".into(), "canonical".into())
    );
    // What has the canonical keys is read by them, and a tree of other keys by its own.
    assert_eq!(
        (with("named-tree", CANONICAL), with("named-tree", other)),
        ("canonical".into(), "named-tree".into())
    );
    assert_eq!(with("hledger", CANONICAL), "", "what is not there is not read");
    let canonical = read(r#"{"dialect": "canonical"}"#).unwrap();
    let report = engine::check("f.json", other, canonical);
    assert!(report.verdict.name() != "ties" && report.findings.iter().any(|one| one.rule == "S001"));
}

#[test]
fn settings_that_read_a_file_in_another_way_are_known_for_it() {
    let plain = Settings::default();
    for (text, alike) in [
        ("{}", true),
        (r#"{"tolerance": "exact"}"#, true),
        (r#"{"dialect": "xero"}"#, false),
        (r#"{"mapping": {"roots": "r", "name": "n", "amount": "a"}}"#, false),
    ] {
        assert_eq!(plain.reads_like(&read(text).unwrap()), alike, "{text}");
    }
}

#[test]
fn the_command_line_takes_a_dialect_and_a_mapping() {
    let folder = std::env::temp_dir().join(format!("tieout-mapping-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| std::fs::write(path(name), text).unwrap();
    write("sheet.json", STRANGE);
    write("keys.json", STRANGE_KEYS);
    write("settings.json", &format!(r#"{{"mapping": {STRANGE_KEYS}, "rules": {{"D006": "off"}}}}"#));
    write("xero.json", r#"{"dialect": "xero"}"#);
    write("wrong.json", r#"{"sections": {"aktiva": "asset"}, "name": "bez"}"#);
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_tieout"))
            .args(["check", &path("sheet.json")])
            .args(arguments)
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    };
    assert_eq!(run(&[]).0, 2);
    let (code, told, _) = run(&["--mapping", &path("keys.json")]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("Settings: ") && told.contains(r#""amount":"summe""#), "{told}");
    assert_eq!(run(&["--mapping", &path("settings.json")]).0, 0);
    assert_eq!(run(&["--settings", &path("settings.json")]).0, 0);
    // What the command line says counts for more than the file.
    assert_eq!(run(&["--settings", &path("xero.json"), "--mapping", &path("keys.json")]).0, 0);
    assert_eq!(run(&["--settings", &path("xero.json"), "--dialect", "auto"]).0, 2);
    for (arguments, expected) in [
        (["--dialect", "sage"], "`sage` is none of `auto`, `canonical`, `named-tree`"),
        (["--mapping", &path("wrong.json")], "`aktiva`: `asset` is none of `assets`"),
        (["--mapping", &path("xero.json")], "`dialect` is no field of a mapping"),
        (["--mapping", &path("none.json")], "cannot read the mapping"),
    ] {
        let (code, told, fault) = run(&arguments);
        assert_eq!((code, told.as_str()), (2, ""));
        assert!(fault.contains(expected), "{fault}");
    }

    std::fs::remove_dir_all(&folder).unwrap();
}
