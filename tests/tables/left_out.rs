//! Of several files of which some cannot be read, tables are made of the others and say what is left out.

use tieout::engine::Engine;
use tieout::engine::warehouse::{Loading, Measure};
use tieout::export::spool::InMemory;
use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::model::settings::Settings;
use tieout::rules::words;

use crate::made::entries;

const SHEET: &str = r#"{"end_date": "2024-12-31", "assets": {"name": "A", "value": "5.00"},
 "liabilities": {"name": "L", "value": "2.00"}, "equity": {"name": "E", "value": "3.00"}}"#;

const LEFT_OUT: &str =
    "Left out: `empty.json` and `cut.json`, which give no statement; what cannot be read of `some.json`";

fn export(files: &[(&str, &str)], format: WarehouseFormat) -> Vec<(String, Vec<u8>)> {
    let mut measuring = Engine::empty(Settings::default());
    measuring.only_watch();
    let mut measure = Measure::default();
    for (name, text) in files {
        measuring.begin(name);
        measuring.feed_to(text.as_bytes(), Some(&mut measure));
        measuring.end_to(Some(&mut measure));
    }
    let mut bytes = Vec::new();
    let out = Box::new(&mut bytes);
    let mut loading = Loading::new(format, Options::default(), measure.shape, out, &mut InMemory).unwrap();
    let mut engine = Engine::empty(Settings::default());
    for (name, text) in files {
        engine.begin(name);
        engine.feed_to(text.as_bytes(), Some(&mut loading));
        engine.end_to(Some(&mut loading));
    }
    let report = engine.finish_to(&mut loading);
    assert!(!report.is_lost());
    loading.finish(&report).unwrap();
    entries(bytes)
}

fn text_of(entries: &[(String, Vec<u8>)], name: &str) -> Option<String> {
    let bytes = entries.iter().find(|(own, _)| own == name)?.1.clone();
    Some(String::from_utf8(bytes).unwrap())
}

#[test]
fn the_tables_have_what_was_read_and_every_format_says_what_was_not() {
    let some = format!("{}\n{{\n{0}\n", SHEET.replace('\n', ""));
    let files = [
        ("jan.json", SHEET),
        ("empty.json", ""),
        ("cut.json", "{"),
        ("some.json", &some),
        ("feb.json", SHEET),
    ];
    let tables = export(&files, WarehouseFormat::Tables);
    assert_eq!(text_of(&tables, "statement.csv").unwrap().lines().count(), 1 + 4);
    assert_eq!(text_of(&tables, "line.csv").unwrap().lines().count(), 1 + 4 * 3);
    assert!(text_of(&tables, "datapackage.json").unwrap().contains(LEFT_OUT));
    let parquet = export(&files, WarehouseFormat::ParquetTables);
    assert_eq!(text_of(&parquet, "left_out.txt"), Some(format!("{LEFT_OUT}\n")));
    let workbook = export(&files, WarehouseFormat::Xlsx);
    assert!(text_of(&workbook, "xl/sharedStrings.xml").unwrap().contains(LEFT_OUT));
}

#[test]
fn nothing_is_said_where_all_was_read() {
    let files = [("jan.json", SHEET), ("feb.json", SHEET)];
    assert!(
        !text_of(&export(&files, WarehouseFormat::Tables), "datapackage.json").unwrap().contains("Left out")
    );
    assert_eq!(text_of(&export(&files, WarehouseFormat::ParquetTables), "left_out.txt"), None);
}

#[test]
fn many_files_are_named_as_far_as_a_sentence_holds_them_and_one_file_as_well() {
    let check = |files: &[(String, &str)]| {
        let mut engine = Engine::empty(Settings::default());
        for (name, text) in files {
            engine.begin(name);
            engine.feed(text.as_bytes());
        }
        words::left_out(&engine.finish())
    };
    let many: Vec<(String, &str)> =
        (0..25).map(|at| (format!("{at}.json"), if at == 0 { SHEET } else { "" })).collect();
    let told = check(&many).unwrap();
    assert!(
        told.contains("`20.json` and 4 further files, which give no statement") && !told.contains("21.json"),
        "{told}"
    );
    let two = format!("{}\n{{\n", SHEET.replace('\n', ""));
    let told = check(&[("one.json".to_owned(), &two)]);
    assert_eq!(told.as_deref(), Some("Left out: what cannot be read of `one.json`"));
    assert_eq!(check(&[("one.json".to_owned(), SHEET)]), None);
}
