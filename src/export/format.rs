//! What can be taken away, and what it is called.

/// A file format of a table or a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The six columns of the compact CSV.
    CsvCompact,
    /// The eighteen columns of the full CSV.
    CsvFull,
    /// report.json
    ReportJson,
    /// The report as one HTML file.
    ReportHtml,
}

impl Format {
    /// Whether it is a table of lines, rather than a report on them.
    pub fn is_table(self) -> bool {
        matches!(self, Format::CsvCompact | Format::CsvFull)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::CsvCompact | Format::CsvFull => "text/csv;charset=utf-8",
            Format::ReportJson => "application/json",
            Format::ReportHtml => "text/html;charset=utf-8",
        }
    }

    /// A file name made from the source file's, safe on any system; `guarded` is told in it.
    pub fn file_name(self, source: &str, guarded: bool) -> String {
        let stem = stem(source);
        let guarded = if guarded { ".guarded" } else { "" };
        match self {
            Format::CsvCompact => format!("{stem}.compact{guarded}.csv"),
            Format::CsvFull => format!("{stem}.full{guarded}.csv"),
            Format::ReportJson => format!("{stem}.report.json"),
            Format::ReportHtml => format!("{stem}.report.html"),
        }
    }
}

/// What files made of this one are called, without what follows the last point.
pub fn stem(source: &str) -> String {
    let kept = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c };
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    let stem: String = stem.chars().map(kept).take(100).collect();
    match stem.trim_matches(['.', ' ']) {
        "" => "balance_sheet".to_owned(),
        stem => stem.to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use crate::export::format::Format;

    #[test]
    fn a_download_is_named_after_the_file_and_never_a_path() {
        let cases = [
            ("sheet.json", "sheet.compact.csv"),
            ("2024.12.json", "2024.12.compact.csv"),
            ("", "balance_sheet.compact.csv"),
            (".json", "balance_sheet.compact.csv"),
            ("../..\\a:b\n.json", "_.._a_b_.compact.csv"),
        ];
        for (source, expected) in cases {
            assert_eq!(Format::CsvCompact.file_name(source, false), expected, "{source}");
        }
        assert_eq!(Format::CsvFull.file_name("a.json", true), "a.full.guarded.csv");
    }
}
