//! Keeps spreadsheets from running a cell of a file as a formula.

use std::borrow::Cow;

/// Guards text cells and counts how many needed it.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    on: bool,
    guarded: u64,
}

impl Guard {
    /// A guard that is `on` or lets everything through.
    pub fn new(on: bool) -> Guard {
        Guard { on, guarded: 0 }
    }

    /// The cell to write: with an apostrophe in front if a spreadsheet would run `text`.
    ///
    /// The characters are those of OWASP's page on CSV injection.
    pub fn cell<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        if text.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
            return Cow::Borrowed(text);
        }
        let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        if self.on && risky {
            self.guarded += 1;
            return Cow::Owned(format!("'{text}"));
        }
        Cow::Borrowed(text)
    }

    /// Counts cells that are written again as they were guarded before.
    pub fn again(&mut self, guarded: u64) {
        self.guarded += guarded;
    }

    /// How many cells got an apostrophe.
    pub fn guarded(self) -> u64 {
        self.guarded
    }
}
