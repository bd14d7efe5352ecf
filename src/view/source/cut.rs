//! Cuts a text into rows: its lines, of which long ones go on over several rows.
//!
//! A file may be one line of a hundred megabytes, so that a row, not a line, is what can be drawn. Where a row ends follows
//! from the text alone, not from how it was read or where reading began, as long as that was at the start of a row.

/// The most characters of a row.
pub const STRETCH: u32 = 100;

/// The most bytes of a row, for what is no text has bytes without characters.
pub const MOST_BYTES: u64 = 4 * STRETCH as u64;

/// What a byte stands within.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// No string.
    #[default]
    Nothing,
    /// A string.
    Text,
    /// A string, behind a backslash.
    Escape,
}

impl Within {
    /// What the byte after `byte` stands within. A string ends with its line, whatever it lacks.
    #[inline]
    #[must_use]
    pub fn after(self, byte: u8) -> Within {
        match (self, byte) {
            (_, b'\n' | b'\r') | (Within::Text, b'"') => Within::Nothing,
            (Within::Nothing, b'"') | (Within::Escape, _) => Within::Text,
            (Within::Text, b'\\') => Within::Escape,
            (same, _) => same,
        }
    }
}

/// Where a row begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The offset of its first byte in the text.
    pub offset: u64,
    /// The line it belongs to, from 1.
    pub line: u32,
    /// Whether the line began in a row before.
    pub continued: bool,
    /// What its first byte stands within.
    pub within: Within,
}

impl Default for Start {
    fn default() -> Start {
        Start { offset: 0, line: 1, continued: false, within: Within::Nothing }
    }
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub start: Start,
    /// The offset behind its last byte, the end of the line not counted.
    pub end: u64,
}

/// Cuts a text that comes in pieces, which may be cut anywhere.
#[derive(Clone, Debug)]
pub struct Cutter {
    start: Start,
    at: u64,
    within: Within,
    chars: u32,
    /// The offset behind the last comma of the row outside strings, and the characters up to there.
    comma: Option<(u64, u32)>,
    after_return: bool,
    widest: u32,
}

impl Cutter {
    /// A cutter of a text from the start of a row on.
    pub fn new(start: Start) -> Cutter {
        Cutter {
            start,
            at: start.offset,
            within: start.within,
            chars: 0,
            comma: None,
            after_return: false,
            widest: 0,
        }
    }

    /// The most characters a row had so far.
    pub fn widest(&self) -> u32 {
        self.widest
    }

    /// The line that was come to.
    pub fn line(&self) -> u32 {
        self.start.line
    }

    /// Takes the next bytes and hands over the rows that end in them.
    pub fn feed(&mut self, bytes: &[u8], row: &mut impl FnMut(Span)) {
        for &byte in bytes {
            let at = self.at;
            self.at += 1;
            if std::mem::take(&mut self.after_return) && byte == b'\n' {
                self.start.offset = self.at;
                continue;
            }
            if matches!(byte, b'\n' | b'\r') {
                self.end_line(at, row);
                self.after_return = byte == b'\r';
                continue;
            }
            if byte & 0xc0 != 0x80 {
                if self.chars >= STRETCH {
                    self.fold(at, row);
                }
                self.chars += if byte == b'\t' { 2 } else { 1 };
            } else if at - self.start.offset >= MOST_BYTES {
                self.fold(at, row);
            }
            self.within = self.within.after(byte);
            if byte == b',' && self.within == Within::Nothing {
                self.comma = Some((self.at, self.chars));
            }
        }
    }

    /// Hands over the last row; there is always one, if only an empty one behind the last end of a line.
    pub fn finish(&mut self, row: &mut impl FnMut(Span)) {
        self.hand_over(self.at, row);
    }

    fn end_line(&mut self, at: u64, row: &mut impl FnMut(Span)) {
        self.hand_over(at, row);
        let line = self.start.line.saturating_add(1);
        self.start = Start { offset: self.at, line, continued: false, within: Within::Nothing };
        self.within = Within::Nothing;
        (self.chars, self.comma) = (0, None);
    }

    /// Ends the row before the character at `at`, or behind the last comma if that leaves at least half of it.
    fn fold(&mut self, at: u64, row: &mut impl FnMut(Span)) {
        let comma = self.comma.take().filter(|(_, chars)| *chars >= STRETCH / 2);
        let (end, chars, within) = match comma {
            Some((end, chars)) => (end, chars, Within::Nothing),
            None => (at, self.chars, self.within),
        };
        self.hand_over(end, row);
        self.start = Start { offset: end, line: self.start.line, continued: true, within };
        self.chars -= chars;
    }

    fn hand_over(&mut self, end: u64, row: &mut impl FnMut(Span)) {
        self.widest = self.widest.max(self.chars);
        row(Span { start: self.start, end });
    }
}

/// The rows of a whole piece of text that begins at `start`. The last one may go on behind it.
pub fn rows(text: &[u8], start: Start) -> Vec<Span> {
    let mut cutter = Cutter::new(start);
    let mut rows = Vec::new();
    cutter.feed(text, &mut |row| rows.push(row));
    cutter.finish(&mut |row| rows.push(row));
    rows
}

/// Where rows begin that can be shown before all are counted: the first line that begins in `bytes` before the line at
/// `line_start`, which is this line of the file.
pub fn beginning(bytes: &[u8], from: u64, line_start: u64, line: u32) -> Start {
    let head = bytes.get(..usize::try_from(line_start - from).unwrap_or(0)).unwrap_or_default();
    let first =
        if from == 0 { Some(0) } else { head.iter().position(|byte| *byte == b'\n').map(|at| at + 1) };
    let own = Start { offset: line_start, line, ..Start::default() };
    let Some(first) = first else { return own };
    let above = rows(head.get(first..).unwrap_or_default(), Start::default());
    let lines = above.last().map_or(1, |row| row.start.line);
    match line.checked_sub(lines - 1) {
        Some(line) => Start { offset: from + first as u64, line, ..Start::default() },
        None => own,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::cast_possible_truncation, reason = "texts of tests are short")]

    use std::fmt::Write;

    use crate::view::source::cut::{Cutter, STRETCH, Span, Start, Within, rows};

    fn told(text: &[u8]) -> Vec<(String, u32, bool)> {
        let piece = |row: &Span| {
            let (from, to) = (row.start.offset as usize, row.end as usize);
            String::from_utf8_lossy(&text[from..to]).into_owned()
        };
        let rows = rows(text, Start::default());
        rows.iter().map(|row| (piece(row), row.start.line, row.start.continued)).collect()
    }

    fn row(text: &str, line: u32) -> (String, u32, bool) {
        (text.to_owned(), line, false)
    }

    #[test]
    fn lines_end_with_any_of_the_three_ends() {
        assert_eq!(told(b""), [row("", 1)]);
        let text = b"a\nb\r\nc\rd\r\re\n";
        let expected =
            [row("a", 1), row("b", 2), row("c", 3), row("d", 4), row("", 5), row("e", 6), row("", 7)];
        assert_eq!(told(text), expected);
    }

    #[test]
    fn long_lines_go_on_behind_a_comma_where_there_is_one() {
        let word = "x".repeat(80);
        let text = format!("{word},{word}{word}\n");
        let rows = told(text.as_bytes());
        assert_eq!(rows[0], (format!("{word},"), 1, false));
        assert_eq!(rows[1], ("x".repeat(STRETCH as usize), 1, true));
        assert_eq!(rows[2], ("x".repeat(60), 1, true));
        assert_eq!(rows[3], row("", 2));
        // A comma within a string is no place to cut.
        let text = format!("\"{word},{word}\"");
        assert_eq!(told(text.as_bytes())[0].0.len(), STRETCH as usize);
    }

    #[test]
    fn a_row_says_whether_it_begins_within_a_string() {
        let text = format!("\"{}\\\"{}\"", "x".repeat(STRETCH as usize - 2), "y".repeat(240));
        let rows = rows(text.as_bytes(), Start::default());
        let within: Vec<Within> = rows.iter().map(|row| row.start.within).collect();
        assert_eq!(within, [Within::Nothing, Within::Escape, Within::Text, Within::Text]);
    }

    #[test]
    fn no_character_is_cut_and_no_row_is_endless() {
        let text = "😀".repeat(500);
        for (piece, ..) in told(text.as_bytes()) {
            assert!(!piece.contains('\u{fffd}'), "{piece}");
        }
        assert!(told(&[0x80; 5_000]).len() > 5);
    }

    #[test]
    fn rows_are_the_same_however_the_text_comes_and_from_whichever_row_on() {
        let mut text = String::from("{\"a\": [1, 2,\r\n");
        for at in 0..200 {
            let _ = write!(text, "{{\"name\": \"n\u{e9} {at}, \\\" x\", \"value\": \"{at}.00\"}},");
        }
        let text = (text + "\r]}\n").into_bytes();
        let whole = rows(&text, Start::default());
        for size in [1, 2, 7, 1000] {
            let mut cutter = Cutter::new(Start::default());
            let mut pieces = Vec::new();
            text.chunks(size).for_each(|piece| cutter.feed(piece, &mut |row| pieces.push(row)));
            cutter.finish(&mut |row| pieces.push(row));
            assert_eq!(pieces, whole);
        }
        for (at, row) in whole.iter().enumerate() {
            assert_eq!(rows(&text[row.start.offset as usize..], row.start), whole[at..]);
        }
    }
}
