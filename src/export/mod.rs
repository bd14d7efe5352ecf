//! Tables and reports to bytes; one file a format.
//!
//! To add a format: write its file, and name it in [`format::Format`] and in [`crate::engine::export`]; one of the tables
//! of a warehouse in [`warehouse_format::WarehouseFormat`] and in [`crate::engine::warehouse`], which the page never
//! reaches.

pub mod archive;
pub mod csv_compact;
pub mod csv_full;
pub mod csv_record;
pub mod csv_table;
pub mod datapackage;
pub mod dbt;
pub mod format;
pub mod guard;
pub mod json;
pub mod ndjson;
pub mod package;
pub mod parquet;
pub mod report_html;
pub mod report_json;
pub mod report_text;
pub mod row_writer;
pub mod spool;
pub mod warehouse_format;
pub mod xlsx;
