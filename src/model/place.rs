//! Where something stands in a file.

/// A place in the file's text, after it was decoded to UTF-8 and without a byte-order mark.
///
/// `offset` counts bytes from 0; `line` counts from 1; `column` counts bytes within the line from 1.
/// A line ends with LF, CR LF or a lone CR.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Bytes from the start of the text, from 0.
    pub offset: u64,
    /// Line, from 1. Saturates at `u32::MAX`.
    pub line: u32,
    /// Byte within the line, from 1. Saturates at `u32::MAX`.
    pub column: u32,
}

impl Place {
    /// The line it stands on is so many lines further on than was known.
    pub fn move_down(&mut self, lines: u32) {
        self.line = self.line.saturating_add(lines);
    }
}

/// The extent of one token or value: from its first byte up to, not including, `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The first byte.
    pub start: Place,
    /// The offset of the byte after the last one.
    pub end: u64,
}
