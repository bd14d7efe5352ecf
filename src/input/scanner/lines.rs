//! Counts lines and says where a byte stands.

use crate::model::place::{Extent, Place};

/// Where the current stretch of text begins. Positions (`at`) are bytes from there.
pub struct Lines {
    base: u64,
    line: u32,
    line_start: u64,
    /// Where a line feed would belong to the carriage return before it.
    after_return: u64,
}

impl Default for Lines {
    fn default() -> Lines {
        Lines { base: 0, line: 1, line_start: 0, after_return: u64::MAX }
    }
}

impl Lines {
    /// The next stretch of text begins at `place`.
    pub fn at(place: Place) -> Lines {
        let before = u64::from(place.column.saturating_sub(1));
        let line_start = place.offset.saturating_sub(before);
        Lines { base: place.offset, line: place.line, line_start, after_return: u64::MAX }
    }

    /// The offset of `at` in the file.
    #[inline]
    pub fn offset(&self, at: usize) -> u64 {
        self.base + at as u64
    }

    /// The place of `at`, which stands on the current line.
    #[inline]
    pub fn place(&self, at: usize) -> Place {
        let offset = self.offset(at);
        let column = u32::try_from(offset - self.line_start + 1).unwrap_or(u32::MAX);
        Place { offset, line: self.line, column }
    }

    /// The extent of a token on the current line.
    #[inline]
    pub fn extent(&self, start: usize, end: usize) -> Extent {
        Extent { start: self.place(start), end: self.offset(end) }
    }

    /// A line feed stands at `at`.
    #[inline]
    pub fn line_feed(&mut self, at: usize) {
        let offset = self.offset(at);
        if offset != self.after_return {
            self.line = self.line.saturating_add(1);
        }
        self.line_start = offset + 1;
    }

    /// A carriage return stands at `at`.
    pub fn carriage_return(&mut self, at: usize) {
        self.line = self.line.saturating_add(1);
        self.line_start = self.offset(at) + 1;
        self.after_return = self.line_start;
    }

    /// The line ends between two positions of a text were passed, if there are any.
    pub fn pass_between(&mut self, bytes: &[u8], from: usize, to: usize, any: bool) {
        let passed = bytes.get(from..to).filter(|_| any).unwrap_or_default();
        for (at, byte) in (from..).zip(passed) {
            match byte {
                b'\n' => self.line_feed(at),
                b'\r' => self.carriage_return(at),
                _ => {}
            }
        }
    }

    /// What stands before `place` was passed, of the same stretch of text.
    pub fn come_to(&mut self, place: Place) {
        if self.line == place.line {
            return;
        }
        self.line = place.line;
        self.line_start = place.offset.saturating_sub(u64::from(place.column.saturating_sub(1)));
    }

    /// The next stretch of text begins `length` bytes further on.
    pub fn advance(&mut self, length: usize) {
        self.base += length as u64;
    }
}
