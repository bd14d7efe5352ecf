//! Descriptions, types and tests of the shipped tables and of the star, as YAML made from the tables' own schemas.

use std::fmt::Write;

use crate::export::dbt::yaml::quoted;
use crate::flatten::schema::{Column, Kind, Schema};
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;

/// The tables that the project makes again under the same names.
const STAR: &[Table] =
    &[Table::DimEntity, Table::DimPeriod, Table::DimCategory, Table::DimAccount, Table::FactBalance];

/// The shipped tables as the tables of a source.
pub fn shipped(shape: Shape) -> String {
    let mut out = String::new();
    for table in Table::ALL {
        let schema = table.schema(shape);
        let _ = writeln!(out, "      - name: {}", table.name());
        let _ = writeln!(out, "        description: {}", quoted(schema.description));
        if table == Table::Statement {
            out.push_str(
                "        loaded_at_field: \"cast(as_of_day as timestamp)\"\n        freshness:\n          \
                 warn_after: {count: 400, period: day}\n",
            );
        }
        out.push_str("        columns:\n");
        for column in &schema.columns {
            let _ = writeln!(out, "          - name: {}", column.name);
            let _ = writeln!(out, "            description: {}", quoted(&column.description));
        }
    }
    out.trim_end().to_owned()
}

/// The types that `dbt seed` loads the shipped tables with: texts, so that no digit is lost before a cast.
pub fn seeds(shape: Shape) -> String {
    let mut out = String::new();
    for table in Table::ALL {
        if STAR.contains(&table) {
            // The project makes it itself, under the same name.
            let _ = writeln!(out, "    {}:\n      +enabled: false", table.name());
            continue;
        }
        let _ = writeln!(out, "    {}:\n      +column_types:", table.name());
        for column in &table.schema(shape).columns {
            let _ = writeln!(out, "        {}: {TEXT}", column.name);
        }
    }
    out.trim_end().to_owned()
}

const TEXT: &str = "\"{{ 'string' if target.type in ['spark', 'databricks', 'bigquery', 'glue', 'athena'] else 'varchar' }}\"";

/// The star's models, with contracts: columns, types, descriptions, tests of keys and of what they refer to.
pub fn star(shape: Shape) -> String {
    let mut out = String::new();
    for table in STAR {
        let schema = table.schema(shape);
        let _ = writeln!(out, "  - name: {}", table.name());
        let _ = writeln!(out, "    description: {}", quoted(schema.description));
        out.push_str(
            "    config:\n      contract:\n        enforced: \"{{ target.type in ['duckdb', 'postgres', 'snowflake'] }}\"\n    \
             columns:\n",
        );
        for column in &schema.columns {
            described(&mut out, &schema, column);
        }
        if *table == Table::FactBalance {
            out.push_str(
                "      - name: loaded_at\n        description: When the file came that the balance stands in.\n        \
                 data_type: \"{{ 'timestamp with time zone' if target.type in ['duckdb', 'postgres'] else 'timestamp' }}\"\n",
            );
            out.push_str(
                "    data_tests:\n      - unique_together:\n          arguments: {columns: [statement_id, account_key]}\n",
            );
        }
    }
    out.trim_end().to_owned()
}

fn described(out: &mut String, schema: &Schema, column: &Column) {
    let data_type = match column.kind {
        Kind::Text => TEXT,
        Kind::Whole => "bigint",
        Kind::Decimal => {
            "\"{{ 'bignumeric' if target.type == 'bigquery' else 'decimal(36, ' ~ var('scale') ~ ')' }}\""
        }
        Kind::Flag => "boolean",
        Kind::Day => "date",
    };
    let _ = writeln!(out, "      - name: {}", column.name);
    let _ = writeln!(out, "        description: {}", quoted(&column.description));
    let _ = writeln!(out, "        data_type: {data_type}");
    let is_key = schema.primary_key == [&*column.name];
    let refers =
        schema.foreign_keys.iter().find(|key| key.columns == [&*column.name] && STAR.contains(&key.table));
    if column.nullable && refers.is_none() {
        return;
    }
    out.push_str("        data_tests:\n");
    if !column.nullable {
        out.push_str("          - not_null\n");
    }
    if is_key {
        out.push_str("          - unique\n");
    }
    if let Some(key) = refers {
        let field = key.fields.first().copied().unwrap_or_default();
        let _ = writeln!(
            out,
            "          - relationships:\n              arguments: {{to: ref('{}'), field: {field}}}",
            key.table.name()
        );
    }
}
