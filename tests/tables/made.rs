//! Makes tables of a text and reads them back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use tieout::engine::warehouse::{self, Loaded};
use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::flatten::table::Table;
use tieout::model::settings::Settings;

pub const CANONICAL: &str = include_str!("../fixtures/canonical.json");

/// A row by the names of its columns.
pub type Row = BTreeMap<String, String>;

/// A file in one format, and what should be said about it.
pub fn file(text: &str, format: WarehouseFormat, options: Options) -> (Vec<u8>, Loaded) {
    let mut bytes = Vec::new();
    let settings = Settings::default();
    let asked = (format, options);
    let (_, loaded) = warehouse::export("sheet.json", text.as_bytes(), &settings, asked, &mut bytes).unwrap();
    (bytes, loaded.unwrap())
}

/// A table as CSV, unguarded.
pub fn csv(text: &str, table: Table) -> String {
    String::from_utf8(file(text, WarehouseFormat::Csv(table), Options::default()).0).unwrap()
}

/// The rows of a CSV.
pub fn read(csv: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row =
        |record: csv::StringRecord| names.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// The rows of a table.
pub fn rows(text: &str, table: Table) -> Vec<Row> {
    read(&csv(text, table))
}

/// The cells of a row in these columns.
pub fn cells<'a>(row: &'a Row, columns: &[&str]) -> Vec<&'a str> {
    columns.iter().map(|column| row[*column].as_str()).collect()
}

/// The files of a zip, in its order, whatever is in them.
pub fn entries(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let entry = |at: usize| {
        let mut entry = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(entry).collect()
}

/// The files of a zip of texts, in its order.
pub fn unzipped(bytes: Vec<u8>) -> Vec<(String, String)> {
    let text = |(name, bytes)| (name, String::from_utf8(bytes).unwrap());
    entries(bytes).into_iter().map(text).collect()
}

/// A statement with one account in each section.
pub fn statement(header: &str, cash: &str) -> String {
    let section = |key: &str, name: &str, id: &str, account: &str, value: &str| {
        format!(
            r#""{key}":{{"name":"{name}","value":"{value}","items":[
              {{"name":"Current {key}","value":"{value}","items":[
                {{"account_id":"{id}","name":"{account}","value":"{value}"}}]}}]}}"#
        )
    };
    format!(
        "{{{header}{},{},{}}}",
        section("assets", "Assets", "1", "Cash", cash),
        section("liabilities", "Liabilities", "2", "Loan", "2.00"),
        section("equity", "Equity", "3", "Capital", "3.00")
    )
}

/// Two periods of one entity, and one of another.
pub fn several() -> String {
    let dated = |entity: &str, day: &str, cash: &str| {
        statement(&format!(r#""company_name":"{entity}","end_date":"{day}","currency_code":"EUR","#), cash)
    };
    let moved = dated("Alpha", "2024-12-31", "6.00").replace("Current assets", "Liquid assets");
    format!("[{},{moved},{}]", dated("Alpha", "2023-12-31", "5.00"), dated("Beta", "2024-12-31", "5.00"))
}
