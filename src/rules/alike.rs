//! Lines whose names are equal, or nearly: looked for once, for all rules that hold names against each other.

use crate::model::lines::LineId;
use crate::model::order::sorted;
use crate::model::repeats::repeated;
use crate::model::statement::Statement;

/// Lines that have names of one hash with others. Of a statement there are few, or none.
#[derive(Debug, Default)]
pub struct Alike {
    /// The lines with the hashes of their names, equal ones together and in file order.
    lines: Vec<(u32, LineId)>,
}

impl Alike {
    /// Those of a statement. A section without a name goes by its key.
    pub fn of(statement: &Statement) -> Alike {
        let lines = &statement.lines;
        let hashes = lines.all().map(|line| (hash(statement.name(line)), line.0));
        let maybe = repeated(lines.len(), hashes).into_iter().map(LineId);
        let found: Vec<(u32, LineId)> = maybe.map(|line| (hash(statement.name(line)), line)).collect();
        Alike { lines: sorted(&found, |a, b| a.0.cmp(&b.0)) }
    }

    /// Lines of one hash each, two or more: their names are nearly equal but for rare chance, or for a file that was made
    /// to be slow.
    pub fn each(&self) -> impl Iterator<Item = &[(u32, LineId)]> {
        self.lines.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1)
    }

    /// All such lines in file order.
    pub fn in_order(&self) -> Vec<LineId> {
        let lines: Vec<LineId> = self.each().flatten().map(|(_, line)| *line).collect();
        sorted(&lines, Ord::cmp)
    }
}

/// A hash of a name's letters, so that names that are nearly equal have one hash.
fn hash(name: &str) -> u32 {
    // Nearly all names are ASCII, and all names pass here.
    let (mut hash, mut seen) = (0_u64, 0_u8);
    for byte in name.bytes() {
        seen |= byte;
        let letter = LETTERS.get(usize::from(byte & 0x7f)).copied().unwrap_or(0);
        let next = with(hash, u32::from(letter));
        hash = if letter == 0 { hash } else { next };
    }
    if !seen.is_ascii() {
        hash = letters(name)
            .chars()
            .filter(|letter| *letter != ' ')
            .fold(0, |hash, letter| with(hash, letter.into()));
    }
    u32::try_from(hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32).unwrap_or(0)
}

#[inline]
fn with(hash: u64, letter: u32) -> u64 {
    hash.rotate_left(7) ^ u64::from(letter)
}

/// What each byte of ASCII is as a letter, 0 for spaces and punctuation.
const LETTERS: [u8; 128] = {
    let mut letters = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'%' | b'+' | b'<' | b'=' | b'>') {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// What matters of a name: no spaces, no punctuation, small letters. Two numbers stay apart by one space.
pub fn letters(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    let (mut last, mut gap) = (' ', false);
    for c in name.chars() {
        let Some(letter) = letter(c) else {
            gap = true;
            continue;
        };
        if gap && last.is_ascii_digit() && letter.is_ascii_digit() {
            letters.push(' ');
        }
        letters.push(letter);
        (last, gap) = (letter, false);
    }
    letters
}

/// A small letter, or another sign that tells things apart, such as that of a currency; nothing for spaces and punctuation.
fn letter(c: char) -> Option<char> {
    match LETTERS.get(c as usize) {
        Some(letter) => Some(char::from(*letter)).filter(|letter| *letter != '\0'),
        None => Some(c).filter(|c| !is_filler(*c)),
    }
}

/// Spaces and punctuation beyond ASCII.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{a1}' | '\u{ab}' | '\u{ad}' | '\u{b4}' | '\u{b7}' | '\u{bb}' | '\u{bf}'
            | '\u{2b9}'..='\u{2bf}' | '\u{200b}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2060}'
            | '\u{3001}'..='\u{3003}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use crate::rules::alike::{hash, letters};

    #[test]
    fn case_spaces_and_punctuation_do_not_matter_and_the_rest_does() {
        for (name, other) in [
            ("Owners Equity", "Owner's Equity"),
            ("Owners Equity", "OWNER\u{2019}S\u{a0}EQUITY "),
            ("A/R", "a r"),
            ("Long-Term Debt", "Long\u{2013}term debt"),
            ("Loan 2", "Loan #2"),
            ("Caf\u{e9} 1", "caf\u{e9}  #1"),
        ] {
            assert_eq!(letters(name), letters(other), "{name}");
            assert_eq!(hash(name), hash(other), "{name}");
        }
        for (name, other) in [
            ("Loan 1-23", "Loan 12-3"),
            ("Cash $", "Cash \u{20ac}"),
            ("VAT 5%", "VAT 5"),
            ("Caf\u{e9}", "Cafe"),
        ] {
            assert_ne!(letters(name), letters(other), "{name}");
        }
        assert_eq!(letters("\u{2013} ... \u{200b}"), "");
    }

    #[test]
    fn names_that_differ_in_a_letter_have_hashes_that_differ() {
        let names =
            ["Savings 8698", "Savings 8699", "Savings 8689", "Savings 6898", "Saving 8698", "Cash", "Hsac"];
        for (at, name) in names.iter().enumerate() {
            for other in names.iter().skip(at + 1) {
                assert_ne!(hash(name), hash(other), "{name} and {other}");
            }
        }
    }
}
