//! What can be taken away.

/// A file format of a table or a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The six columns of the compact CSV.
    CsvCompact,
    /// The eighteen columns of the full CSV.
    CsvFull,
    /// report.json
    ReportJson,
}

/// A file made for a person to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// A name made from the source file's.
    pub file_name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
    /// How many cells got an apostrophe in front so that no spreadsheet runs them as a formula.
    pub guarded: u64,
}
