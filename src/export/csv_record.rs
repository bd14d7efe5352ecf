//! One record of a CSV file, quoted where RFC 4180 wants it.

use std::io::{Result, Write};

/// Writes cells with commas between them and a line feed behind.
///
/// Quoting is csv-core's. Its `Writer` is not used: it can also tell numbers from texts, and the tables for that
/// would weigh as much in the page's download as all the rest of this room.
pub fn write(cells: &[&str], out: &mut impl Write) -> Result<()> {
    let mut record = Vec::with_capacity(256);
    for (at, text) in cells.iter().enumerate() {
        if at > 0 {
            record.push(b',');
        }
        cell(text, &mut record);
    }
    record.push(b'\n');
    out.write_all(&record)
}

/// Adds one cell.
#[inline]
pub fn cell(text: &str, record: &mut Vec<u8>) {
    if is_plain(text.as_bytes()) {
        record.extend_from_slice(text.as_bytes());
    } else {
        quoted(text.as_bytes(), record);
    }
}

/// Whether a cell surely needs no quotes, eight bytes at a time.
fn is_plain(text: &[u8]) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word
    }
    let (words, rest) = text.as_chunks::<8>();
    let special = words.iter().fold(0, |special, word| {
        let word = u64::from_le_bytes(*word);
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        special | control | zeros(word ^ (ONES * 0x22)) | zeros(word ^ (ONES * 0x2c))
    });
    special & (ONES << 7) == 0 && !rest.iter().any(|byte| matches!(byte, b',' | b'"' | 0..0x20))
}

#[cold]
fn quoted(text: &[u8], record: &mut Vec<u8>) {
    if !text.iter().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
        return record.extend_from_slice(text);
    }
    record.push(b'"');
    quote(text, record);
    record.push(b'"');
}

/// Adds text with each quote doubled.
fn quote(mut text: &[u8], record: &mut Vec<u8>) {
    let mut room = [0; 256];
    while !text.is_empty() {
        let (_, read, written) = csv_core::quote(text, &mut room, b'"', b'"', true);
        record.extend_from_slice(room.get(..written).unwrap_or_default());
        text = text.get(read..).unwrap_or_default();
    }
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
