//! Finds the rows of a text again without reading it from its beginning.

use crate::view::source::cut::{Cutter, Start};

/// At most so many bytes lie between two rows that are remembered, give or take one row.
const APART: u64 = 64 * 1024;

/// How many bytes behind the wanted rows are read too: whether a string is a key shows behind it.
const AHEAD: u64 = 4 * 1024;

/// The rows of a text, of which one in many is remembered.
#[derive(Clone, Debug)]
pub struct RowIndex {
    cutter: Cutter,
    /// Rows with where they begin, rising; the first row is always there.
    known: Vec<(u32, Start)>,
    rows: u32,
    length: u64,
}

/// Where to read some rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first row in it.
    pub row: u32,
    /// Where that begins.
    pub start: Start,
    /// The offset up to which to read.
    pub to: u64,
}

impl Default for RowIndex {
    fn default() -> RowIndex {
        RowIndex { cutter: Cutter::new(Start::default()), known: Vec::new(), rows: 0, length: 0 }
    }
}

impl RowIndex {
    /// The text's next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        let (known, rows) = (&mut self.known, &mut self.rows);
        self.cutter.feed(bytes, &mut |row| remember(known, rows, row.start));
    }

    /// The text has ended.
    pub fn finish(&mut self) {
        let (known, rows) = (&mut self.known, &mut self.rows);
        self.cutter.finish(&mut |row| remember(known, rows, row.start));
    }

    /// How many rows there are.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// How many lines there are.
    pub fn lines(&self) -> u32 {
        self.cutter.line()
    }

    /// The text's length in bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The most characters of a row.
    pub fn widest(&self) -> u32 {
        self.cutter.widest()
    }

    /// Where `count` rows from `from` on can be read.
    pub fn of_rows(&self, from: u32, count: u32) -> Stretch {
        let last = from.saturating_add(count);
        let next = self.known.partition_point(|(row, _)| *row <= last);
        self.stretch(self.known.partition_point(|(row, _)| *row <= from), next)
    }

    /// Where the row can be read that holds the byte at `offset`.
    pub fn of_offset(&self, offset: u64) -> Stretch {
        let next = self.known.partition_point(|(_, start)| start.offset <= offset);
        self.stretch(next, next)
    }

    fn stretch(&self, behind: usize, next: usize) -> Stretch {
        let (row, start) = self.known.get(behind.saturating_sub(1)).copied().unwrap_or_default();
        let to = self.known.get(next).map_or(self.length, |(_, start)| start.offset + AHEAD);
        Stretch { row, start, to: to.min(self.length) }
    }
}

fn remember(known: &mut Vec<(u32, Start)>, rows: &mut u32, start: Start) {
    if known.last().is_none_or(|(_, last)| start.offset - last.offset >= APART) {
        known.push((*rows, start));
    }
    *rows = rows.saturating_add(1);
}

#[cfg(test)]
mod tests {
    #![expect(clippy::cast_possible_truncation, reason = "texts of tests are short")]

    use crate::view::source::cut::{Start, rows};
    use crate::view::source::index::RowIndex;

    #[test]
    fn every_row_and_every_byte_is_found_again() {
        let mut text = Vec::new();
        for at in 0..40_000_u32 {
            text.extend_from_slice(format!("{{\"at\": {at}, \"name\": \"{at}\"}},").as_bytes());
            if at % 1000 < 100 {
                text.extend_from_slice(b"\r\n");
            }
        }
        let whole = rows(&text, Start::default());
        let mut index = RowIndex::default();
        text.chunks(10_007).for_each(|piece| index.feed(piece));
        index.finish();
        assert_eq!(index.rows() as usize, whole.len());
        assert_eq!(index.length() as usize, text.len());
        for from in (0..index.rows()).step_by(501) {
            let stretch = index.of_rows(from, 40);
            assert!(stretch.to - stretch.start.offset < 300_000, "{stretch:?}");
            let piece = &text[stretch.start.offset as usize..stretch.to as usize];
            let read = rows(piece, stretch.start);
            let skip = (from - stretch.row) as usize;
            let wanted = &whole[from as usize..whole.len().min(from as usize + 40)];
            assert_eq!(&read[skip..skip + wanted.len()], wanted);
            let offset = wanted[0].end;
            let stretch = index.of_offset(offset);
            let piece = &text[stretch.start.offset as usize..stretch.to as usize];
            let read = rows(piece, stretch.start);
            let at = read.partition_point(|row| row.start.offset <= offset);
            let found = stretch.row as usize + at - 1;
            assert!(found == from as usize || whole[found].start.offset == offset);
        }
    }

    #[test]
    fn an_empty_text_has_one_row() {
        let mut index = RowIndex::default();
        index.finish();
        assert_eq!((index.rows(), index.of_rows(0, 50).to), (1, 0));
    }
}
