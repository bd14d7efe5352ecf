//! datapackage.json: the catalogue of a zip of tables, by the Frictionless Data Package specification.

use std::io::{Result, Write};

use crate::export::json::Json;
use crate::export::row_writer::About;
use crate::export::warehouse_format::Options;
use crate::flatten::schema::{Column, Kind, Schema};
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::rules::words;

/// A file of the package.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its table.
    pub table: Table,
    /// Its size.
    pub bytes: u64,
    /// Its rows, the header not counted.
    pub rows: u64,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
}

impl Resource {
    /// Its name in the zip.
    pub fn path(&self) -> String {
        format!("{}.csv", self.table.name())
    }
}

/// Writes the catalogue: UTF-8 JSON, two spaces a level, ended by LF. The only errors are those of `out`.
pub fn write(
    about: &About<'_>,
    shape: Shape,
    options: Options,
    resources: &[Resource],
    mut out: impl Write,
) -> Result<()> {
    let mut json = Json::new(&mut out);
    json.open("{");
    json.key("profile").text("tabular-data-package");
    json.key("name").text("tieout-tables");
    json.key("title").text("The tables of a balance sheet");
    let left_out = words::left_out(about.report).map_or(String::new(), |told| format!(" {told}."));
    json.key("description").text(&format!(
        "What {} {} made of {}: {}.{left_out} Amounts are exact decimals. An empty cell is a null.",
        env!("CARGO_PKG_NAME"),
        env!("CARGO_PKG_VERSION"),
        words::shown(&about.report.file.name),
        words::headline(about.report)
    ));
    json.key("tool").open("{");
    json.key("name").text(env!("CARGO_PKG_NAME"));
    json.key("version").text(env!("CARGO_PKG_VERSION"));
    json.close("}");
    sources(&mut json, about);
    json.key("verdict").text(about.report.verdict.name());
    json.key("repeated_statements").number(Some(about.told.repetitions));
    json.key("amounts_kept_as_text").number(Some(about.told.texts));
    json.key("resources").open("[");
    for one in resources {
        resource(json.item(), one, &one.table.schema(shape), options);
    }
    json.close("]");
    json.close("}");
    json.finish()
}

fn sources(json: &mut Json<'_>, about: &About<'_>) {
    let report = about.report;
    let files = if report.files.is_empty() { std::slice::from_ref(&report.file) } else { &report.files };
    json.key("sources").open("[");
    for file in files {
        json.item().open("{");
        json.key("title").text(if file.name.is_empty() { "a file without a name" } else { &file.name });
        json.key("bytes").number(Some(file.bytes));
        json.key("hash").text(&format!("sha256:{}", file.sha256));
        json.close("}");
    }
    json.close("]");
}

fn resource(json: &mut Json<'_>, resource: &Resource, schema: &Schema, options: Options) {
    json.open("{");
    json.key("profile").text("tabular-data-resource");
    json.key("name").text(resource.table.name());
    json.key("path").text(&resource.path());
    json.key("description").text(schema.description);
    json.key("format").text("csv");
    json.key("mediatype").text("text/csv");
    json.key("encoding").text(if options.bom { "utf-8-sig" } else { "utf-8" });
    json.key("bytes").number(Some(resource.bytes));
    json.key("hash").text(&format!("sha256:{}", resource.sha256));
    json.key("rows").number(Some(resource.rows));
    json.key("dialect").open("{");
    json.key("delimiter").text(",");
    json.key("lineTerminator").text("\n");
    json.key("quoteChar").text("\"");
    json.key("doubleQuote").flag(true);
    json.key("skipInitialSpace").flag(false);
    json.key("header").flag(true);
    json.close("}");
    json.key("schema").open("{");
    json.key("fields").open("[");
    for column in &schema.columns {
        field(json.item(), column, schema.primary_key == [&*column.name]);
    }
    json.close("]");
    json.key("missingValues").texts(&[""]);
    json.key("primaryKey").texts(schema.primary_key);
    // Of several columns of which one may be null, the specification does not say that there is nothing to look up then,
    // as SQL does.
    let is_null = |name: &&str| schema.columns.iter().any(|column| column.name == **name && column.nullable);
    let told =
        schema.foreign_keys.iter().filter(|key| key.columns.len() == 1 || !key.columns.iter().any(is_null));
    json.key("foreignKeys").open("[");
    for key in told {
        json.item().open("{");
        json.key("fields").texts(key.columns);
        json.key("reference").open("{");
        let same = key.table == schema.table;
        json.key("resource").text(if same { "" } else { key.table.name() });
        json.key("fields").texts(key.fields);
        json.close("}");
        json.close("}");
    }
    json.close("]");
    json.close("}");
    json.close("}");
}

fn field(json: &mut Json<'_>, column: &Column, is_key: bool) {
    json.open("{");
    json.key("name").text(&column.name);
    json.key("type").text(match column.kind {
        Kind::Text => "string",
        Kind::Whole => "integer",
        Kind::Decimal => "number",
        Kind::Flag => "boolean",
        Kind::Day => "date",
    });
    json.key("description").text(&column.description);
    if column.kind == Kind::Flag {
        json.key("trueValues").texts(&["true"]);
        json.key("falseValues").texts(&["false"]);
    }
    json.key("constraints").open("{");
    json.key("required").flag(!column.nullable);
    if is_key {
        json.key("unique").flag(true);
    }
    if !column.words.is_empty() {
        json.key("enum").texts(column.words);
    }
    json.close("}");
    json.close("}");
}
