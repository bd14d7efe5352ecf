//! What of the selection stands in the address: numbers only, nothing of the file.

use std::fmt;

/// What is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The statement, from 0.
    pub statement: u32,
    /// The line within it.
    pub line: Option<u32>,
    /// The finding, by its number in the report.
    pub finding: Option<u32>,
}

/// `#statement=2&line=12&finding=0`; the statement counts from 1, as people do.
impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#statement={}", u64::from(self.statement) + 1)?;
        if let Some(line) = self.line {
            write!(f, "&line={line}")?;
        }
        if let Some(finding) = self.finding {
            write!(f, "&finding={finding}")?;
        }
        Ok(())
    }
}

/// Reads what [`Selection`] wrote; anything else is no selection.
pub fn read(fragment: &str) -> Option<Selection> {
    let mut selection = Selection::default();
    for pair in fragment.strip_prefix('#')?.split('&') {
        let (key, number) = pair.split_once('=')?;
        let number = number.parse::<u32>().ok()?;
        match key {
            "statement" => selection.statement = number.checked_sub(1)?,
            "line" => selection.line = Some(number),
            "finding" => selection.finding = Some(number),
            _ => return None,
        }
    }
    Some(selection)
}
