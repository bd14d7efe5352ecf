//! Cuts bytes into well-formed text and runs of bytes that are none.

use std::str::from_utf8;

/// How many bytes are checked at once, so that they are still in a cache when they are read. A document that begins within
/// them is not settled before they end.
pub const BLOCK: usize = 1 << 18;

/// How far from the end of a block the last line end in it may be, so that the block ends there and cuts no line.
const NEAR: usize = 1 << 14;

/// A stretch of the bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Well-formed UTF-8.
    Text(&'a str),
    /// `length` bytes that are no UTF-8, of which `byte` is the first. `first` unless bad bytes stand before it.
    Bad {
        /// The first of them.
        byte: u8,
        /// How many they are.
        length: usize,
        /// Whether a run of bad bytes begins here.
        first: bool,
    },
}

/// Remembers a character cut in two by the end of a piece.
#[derive(Default)]
pub struct Utf8 {
    cut: [u8; 4],
    held: usize,
    in_bad: bool,
}

impl Utf8 {
    /// Whether no character is cut in two.
    pub fn rests(&self) -> bool {
        self.held == 0
    }

    /// The next stretch, taken from the front of `rest`; none once `rest` is used up.
    pub fn next<'p, 'a: 'p>(&'p mut self, rest: &mut &'a [u8]) -> Option<Piece<'p>> {
        if self.held > 0 {
            return self.complete(rest);
        }
        let block = rest.get(..BLOCK).map_or(*rest, whole_lines);
        if block.is_empty() {
            return None;
        }
        let (text, bad) = match from_utf8(block) {
            Ok(text) => (text, None),
            Err(error) => {
                let valid = block.get(..error.valid_up_to()).unwrap_or_default();
                (from_utf8(valid).unwrap_or_default(), Some(error.error_len()))
            }
        };
        let tail = rest.get(text.len()..).unwrap_or_default();
        if !text.is_empty() {
            *rest = tail;
            self.in_bad = false;
            return Some(Piece::Text(text));
        }
        let byte = *tail.first()?;
        if let Some(length) = bad.flatten() {
            *rest = tail.get(length..).unwrap_or_default();
            return Some(self.bad(byte, length));
        }
        for (place, &byte) in self.cut.iter_mut().zip(tail) {
            *place = byte;
        }
        self.held = tail.len().min(self.cut.len());
        *rest = &[];
        None
    }

    /// The end of the bytes: what was held back is no character.
    pub fn finish(&mut self) -> Option<Piece<'static>> {
        let length = std::mem::take(&mut self.held);
        (length > 0).then(|| self.bad(self.cut[0], length))
    }

    fn complete(&mut self, rest: &mut &[u8]) -> Option<Piece<'_>> {
        loop {
            let (&byte, tail) = rest.split_first()?;
            let held = self.held;
            if let Some(place) = self.cut.get_mut(held) {
                *place = byte;
            }
            match from_utf8(self.cut.get(..=held).unwrap_or_default()) {
                Ok(_) => {
                    *rest = tail;
                    self.held = 0;
                    self.in_bad = false;
                    let text = from_utf8(self.cut.get(..=held).unwrap_or_default());
                    return text.ok().map(Piece::Text);
                }
                Err(error) if error.error_len().is_none() => {
                    *rest = tail;
                    self.held += 1;
                }
                // The byte may begin a character of its own, so it stays.
                Err(_) => {
                    self.held = 0;
                    return Some(self.bad(self.cut[0], held));
                }
            }
        }
    }

    fn bad(&mut self, byte: u8, length: usize) -> Piece<'static> {
        let first = !std::mem::replace(&mut self.in_bad, true);
        Piece::Bad { byte, length, first }
    }
}
/// A block up to its last line end, if that is near its end.
fn whole_lines(block: &[u8]) -> &[u8] {
    let before = block.len().saturating_sub(NEAR);
    let last = block.iter().skip(before).rposition(|byte| *byte == b'\n');
    last.and_then(|last| block.get(..=before + last)).unwrap_or(block)
}
