//! The zip of tables: its catalogue says of each file what is true of it, and the same tables give the same bytes.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::flatten::table::Table;

use crate::made::{CANONICAL, csv, file, several, unzipped};

fn package(text: &str, options: Options) -> (Value, Vec<(String, String)>) {
    let mut files = unzipped(file(text, WarehouseFormat::Tables, options).0);
    let (name, json) = files.remove(0);
    assert_eq!(name, "datapackage.json");
    (serde_json::from_str(&json).unwrap(), files)
}

#[test]
fn the_zip_has_every_table_as_it_is_alone() {
    for text in [CANONICAL.to_owned(), several()] {
        let (_, files) = package(&text, Options::default());
        let expected: Vec<(String, String)> = Table::ALL
            .into_iter()
            .map(|table| (format!("{}.csv", table.name()), csv(&text, table)))
            .collect();
        assert_eq!(files, expected);
    }
}

#[test]
fn the_catalogue_describes_every_file_and_column() {
    let (json, files) = package(&several(), Options::default());
    assert_eq!((&json["verdict"], &json["tool"]["name"]), (&"differs".into(), &"tieout".into()));
    let resources = json["resources"].as_array().unwrap();
    assert_eq!(resources.len(), files.len());
    for (resource, (name, text)) in resources.iter().zip(&files) {
        assert_eq!(resource["path"], name.as_str());
        assert_eq!(resource["bytes"], text.len());
        assert_eq!(resource["hash"], format!("sha256:{}", sha256(text)).as_str());
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(csv.headers().unwrap().iter().collect::<Vec<_>>(), names);
        assert_eq!(resource["rows"], csv.records().count());
        for field in fields {
            let described = field["description"].as_str().is_some_and(|text| text.len() > 10);
            let kind = field["type"].as_str().unwrap();
            assert!(
                described && ["string", "integer", "number", "boolean", "date"].contains(&kind),
                "{field}"
            );
        }
        for key in resource["schema"]["primaryKey"].as_array().unwrap() {
            assert!(names.contains(&key.as_str().unwrap()), "{name} {key}");
        }
        for key in resource["schema"]["foreignKeys"].as_array().unwrap() {
            let other = key["reference"]["resource"].as_str().unwrap();
            assert!(other.is_empty() || resources.iter().any(|one| one["name"] == other), "{key}");
        }
    }
}

#[test]
fn a_byte_order_mark_and_guarded_cells_are_in_the_catalogue_and_the_files() {
    let text = several().replace("Cash", "=1+1");
    let (json, files) = package(&text, Options { bom: true, guard: true });
    for (resource, (name, text)) in json["resources"].as_array().unwrap().iter().zip(&files) {
        assert_eq!(resource["encoding"], "utf-8-sig");
        assert!(text.starts_with('\u{feff}'), "{name}");
        assert_eq!(resource["hash"], format!("sha256:{}", sha256(text)).as_str());
    }
    assert!(files[1].1.contains(",'=1+1,"), "{}", files[1].1);
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let zip = || file(&several(), WarehouseFormat::Tables, Options::default()).0;
    assert_eq!(zip(), zip());
}

fn sha256(text: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(text) {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits
}
