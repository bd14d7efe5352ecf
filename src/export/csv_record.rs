//! One record of a CSV file, quoted where RFC 4180 wants it.

use std::io::{Result, Write};

/// Writes cells with commas between them and a line feed behind.
///
/// Quoting is csv-core's. Its `Writer` is not used: it can also tell numbers from texts, and the tables for that
/// would weigh as much in the page's download as all the rest of this room.
pub fn write(cells: &[&str], out: &mut impl Write) -> Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        if cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
            out.write_all(b"\"")?;
            quote(cell.as_bytes(), out)?;
            out.write_all(b"\"")?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\n")
}

/// Writes text with each quote doubled.
fn quote(mut text: &[u8], out: &mut impl Write) -> Result<()> {
    let mut room = [0; 256];
    while !text.is_empty() {
        let (_, read, written) = csv_core::quote(text, &mut room, b'"', b'"', true);
        out.write_all(room.get(..written).unwrap_or_default())?;
        text = text.get(read..).unwrap_or_default();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::export::csv_record::write;

    #[test]
    fn records_read_back_as_they_were() {
        let long = "\"a,b\r\n".repeat(300);
        let records: &[[&str; 3]] = &[
            ["plain", "", "x"],
            ["a,b", "say \"hi\"", "two\nlines"],
            [" space ", "'=1+1", "é😀\u{202e}"],
            [&long, "\"", "\r"],
        ];
        let mut bytes = Vec::new();
        for record in records {
            write(record, &mut bytes).expect("a Vec takes all");
        }
        let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let read: Vec<Vec<String>> =
            csv.records().map(|one| one.expect("a record").iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, records);
        assert!(bytes.starts_with(b"plain,,x\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n space ,'=1+1,"));
    }
}
