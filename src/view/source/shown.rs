//! Makes visible what would not be seen, or would make the text read otherwise than it stands.
//!
//! Control characters come by their names, for few fonts have pictures of them, marks of writing direction and other characters without
//! a form by their numbers (see Unicode's report 36 on what may be hidden in source text), and bytes that are no UTF-8 as
//! hexadecimal digits.

/// A run of characters, or one that stands for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins, in bytes of the text.
    pub at: usize,
    /// What is shown.
    pub text: String,
    /// Whether that stands for something else.
    pub sign: bool,
}

/// The names of the control characters, as ISO 646 has them.
const NAMES: [&str; 32] = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS",
    "US",
];

/// The runs of a stretch of text. A tab outside strings is a blank like any other.
pub fn runs(text: &[u8], in_string: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    let mut before = '\0';
    for chunk in text.utf8_chunks() {
        for character in chunk.valid().chars() {
            match stand_in(character, before, in_string) {
                Some(text) => runs.push(Run { at, text, sign: true }),
                None => add(&mut runs, at, character),
            }
            at += character.len_utf8();
            before = character;
        }
        for byte in chunk.invalid() {
            runs.push(Run { at, text: format!("{byte:02X}"), sign: true });
            at += 1;
        }
    }
    runs
}

fn add(runs: &mut Vec<Run>, at: usize, character: char) {
    match runs.last_mut() {
        Some(run) if !run.sign => run.text.push(character),
        _ => runs.push(Run { at, text: character.to_string(), sign: false }),
    }
}

/// What is shown in place of a character, if it cannot be shown itself.
fn stand_in(character: char, before: char, in_string: bool) -> Option<String> {
    let code = u32::from(character);
    match character {
        '\t' if !in_string => None,
        '\0'..='\u{1f}' => NAMES.get(code as usize).map(|name| (*name).to_owned()),
        '\u{7f}' => Some("DEL".to_owned()),
        // Joins emoji to one.
        '\u{200d}' if before >= '\u{2190}' => None,
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some(format!("U+{code:04X}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::view::source::shown::runs;

    fn told(text: &[u8], in_string: bool) -> Vec<(usize, String, bool)> {
        runs(text, in_string).into_iter().map(|run| (run.at, run.text, run.sign)).collect()
    }

    fn run(at: usize, text: &str, sign: bool) -> (usize, String, bool) {
        (at, text.to_owned(), sign)
    }

    #[test]
    fn what_would_hide_is_shown() {
        assert_eq!(
            told("a\u{202e}b\u{200b}".as_bytes(), true),
            [run(0, "a", false), run(1, "U+202E", true), run(4, "b", false), run(5, "U+200B", true)]
        );
        assert_eq!(
            told(b"\0\x1b\x7f", true),
            [run(0, "NUL", true), run(1, "ESC", true), run(2, "DEL", true)]
        );
        assert_eq!(
            told(b"x\xff\xc3y", false),
            [run(0, "x", false), run(1, "FF", true), run(2, "C3", true), run(3, "y", false)]
        );
    }

    #[test]
    fn what_can_be_shown_is_left_alone() {
        for text in ["šalöm 𝒜", "שלום مرحبا", "👩\u{200d}👧", "a\u{301}"] {
            assert_eq!(told(text.as_bytes(), true), [run(0, text, false)]);
        }
        assert_eq!(told(b"\t", false), [run(0, "\t", false)]);
        assert_eq!(told(b"\t", true), [run(0, "TAB", true)]);
    }
}
