//! Every table of a few files, as a person reads it.

use std::fmt::Write;

use tieout::flatten::shape::Shape;
use tieout::flatten::table::Table;

use crate::made::{CANONICAL, csv, several};

fn all(text: &str, tables: &[Table]) -> String {
    let mut shown = String::new();
    for table in tables {
        writeln!(shown, "{}\n{}", table.name(), csv(text, *table)).unwrap();
    }
    shown
}

#[test]
fn every_table_of_the_canonical_sheet_is_as_it_should_be() {
    insta::assert_snapshot!(all(CANONICAL, &Table::ALL));
}

#[test]
fn statements_of_two_periods_and_two_entities_share_what_they_have_in_common() {
    insta::assert_snapshot!(all(&several(), &Table::ALL));
}

#[test]
fn every_column_is_described() {
    let mut shown = String::new();
    for table in Table::ALL {
        let schema = table.schema(Shape { deepest: 2, ..Shape::default() });
        writeln!(shown, "{}: {}", table.name(), schema.description).unwrap();
        writeln!(shown, "  key {}", schema.primary_key.join(", ")).unwrap();
        for key in &schema.foreign_keys {
            let (columns, fields) = (key.columns.join(", "), key.fields.join(", "));
            writeln!(shown, "  {columns} -> {} ({fields})", key.table.name()).unwrap();
        }
        for column in &schema.columns {
            let null = if column.nullable { " or null" } else { "" };
            let words = if column.words.is_empty() { String::new() } else { format!(" {:?}", column.words) };
            let (name, kind, description) = (&column.name, column.kind, &column.description);
            writeln!(shown, "  {name} ({kind:?}{null}{words}): {description}").unwrap();
        }
        writeln!(shown).unwrap();
    }
    insta::assert_snapshot!(shown);
}
