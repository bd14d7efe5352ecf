//! Tables and reports to bytes; one file a format.
//!
//! To add a format: write its file, and name it in [`format::Format`] and in [`crate::engine::export`].

pub mod csv_compact;
pub mod csv_full;
pub mod csv_record;
pub mod format;
pub mod guard;
pub mod json;
pub mod report_html;
pub mod report_json;
pub mod report_text;
