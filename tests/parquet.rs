//! Parquet files read back by the crate's own reader.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use tieout::engine::warehouse;
use tieout::export::parquet::file::{MOST_ROWS, ParquetFile};
use tieout::export::parquet::stored::Stored;
use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::flatten::schema::Kind;
use tieout::flatten::shape::Shape;
use tieout::flatten::table::Table;
use tieout::flatten::value::Value;
use tieout::model::amount::Amount;
use tieout::model::settings::Settings;

fn export(text: &[u8], table: Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    let format = (WarehouseFormat::Parquet(table), Options::default());
    let (_, loaded) = warehouse::export("file.json", text, &Settings::default(), format, &mut bytes).unwrap();
    assert!(loaded.is_some());
    bytes
}

fn read(bytes: Vec<u8>) -> SerializedFileReader<Bytes> {
    SerializedFileReader::new(Bytes::from(bytes)).unwrap()
}

fn canonical() -> Vec<u8> {
    fs::read("tests/fixtures/canonical.json").unwrap()
}

#[test]
fn lines_come_back_with_their_types_and_their_exact_sum() {
    let reader = read(export(&canonical(), Table::Line));
    let metadata = reader.metadata();
    assert_eq!(metadata.file_metadata().num_rows(), 37);
    let column = metadata.row_group(0).columns().iter().find(|one| one.column_path().string() == "amount");
    let column = column.unwrap();
    let logical = column.column_descr().logical_type_ref();
    assert!(matches!(logical, Some(LogicalType::Decimal(kind)) if kind.precision == 18), "{logical:?}");
    assert_eq!(column.compression(), Compression::SNAPPY);
    assert!(column.statistics().is_some());
    let mut thousandths = 0_i128;
    for row in reader.get_row_iter(None).unwrap() {
        let row = row.unwrap();
        let amount = row.get_column_iter().find(|(name, _)| *name == "amount").unwrap().1;
        let Field::Decimal(amount) = amount else { panic!("{amount:?}") };
        let digits: [u8; 8] = amount.data().try_into().unwrap();
        thousandths += i128::from(i64::from_be_bytes(digits));
    }
    assert_eq!(thousandths, 82_852_194_750);
}

#[test]
fn the_file_says_what_made_it_and_what_its_columns_are() {
    let reader = read(export(&canonical(), Table::Check));
    let metadata = reader.metadata().file_metadata();
    assert_eq!(metadata.created_by(), Some(concat!("tieout version ", env!("CARGO_PKG_VERSION"))));
    let entries = metadata.key_value_metadata().unwrap();
    let said = |key: &str| entries.iter().find(|one| one.key == key).and_then(|one| one.value.clone());
    assert_eq!(said("tieout.table").as_deref(), Some("check"));
    assert_eq!(said("tieout.description.difference").as_deref(), Some("reported - calculated."));
}

#[test]
fn the_same_rows_are_the_same_bytes() {
    for table in Table::ALL {
        assert!(export(&canonical(), table) == export(&canonical(), table), "{}", table.name());
    }
}

#[test]
fn row_groups_are_handed_over_as_they_are_full() {
    let shape = Shape::default();
    let schema = Table::LineClosure.schema(shape);
    let mut file = ParquetFile::new(&schema, shape).unwrap();
    let rows = MOST_ROWS * 2 + 10;
    let mut bytes = Vec::new();
    let mut pieces = 0;
    for at in 0..rows {
        let key = format!("{at:016x}");
        let row: Vec<Value<'_>> = schema
            .columns
            .iter()
            .map(|column| match column.kind {
                Kind::Text => Value::Text(&key),
                _ => Value::whole(at),
            })
            .collect();
        if file.row(&row).unwrap() {
            let piece = file.take().unwrap();
            assert!(!piece.is_empty());
            bytes.extend(piece);
            pieces += 1;
        }
    }
    bytes.extend(file.finish().unwrap());
    let reader = read(bytes);
    assert_eq!((pieces, reader.num_row_groups()), (2, 3));
    assert_eq!(reader.metadata().file_metadata().num_rows(), i64::try_from(rows).unwrap());
}

#[test]
fn amounts_are_as_wide_as_they_need_and_text_where_no_decimal_holds_them() {
    let kinds = [
        (Shape { decimals: 2, whole_digits: 16, ..Shape::default() }, "Small(2)"),
        (Shape { decimals: 2, whole_digits: 17, ..Shape::default() }, "Large(2)"),
        (Shape { decimals: 10, whole_digits: 28, ..Shape::default() }, "Large(10)"),
        (Shape { decimals: 11, whole_digits: 28, ..Shape::default() }, "Digits"),
    ];
    for (shape, expected) in kinds {
        let stored = Stored::of(Kind::Decimal, shape);
        assert_eq!(format!("{stored:?}"), expected);
    }
}

#[test]
fn a_cell_that_does_not_fit_is_refused_and_never_rounded() {
    let shape = Shape { decimals: 2, whole_digits: 5, ..Shape::default() };
    let schema = Table::FactBalance.schema(shape);
    let at = schema.columns.iter().position(|column| column.name == "amount").unwrap();
    let mut file = ParquetFile::new(&schema, shape).unwrap();
    let finer = Amount::parse("1.005").unwrap();
    let row: Vec<Value<'_>> = schema
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| match column.kind {
            _ if place == at => Value::Decimal(finer),
            Kind::Whole => Value::Whole(1),
            Kind::Flag => Value::Flag(true),
            _ if column.nullable => Value::Nothing,
            _ => Value::Text("key"),
        })
        .collect();
    let error = file.row(&row).unwrap_err();
    assert_eq!(error.to_string(), "a cell does not fit column amount");
}
