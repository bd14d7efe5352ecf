//! A finding that a person accepted, with a reason and a name.

use std::fmt;

/// What a finding is about, in 64 bits: its rule, whose statement it is, the names down to its line, and the figures
/// and texts it stands or falls with. Two findings with one fingerprint say the same thing, if of two statements of one
/// entity; whoever accepts one accepts both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// Reads 16 hexadecimal digits in lower case, as [`fmt::Display`] writes them; anything else is none.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        let plain =
            text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        u64::from_str_radix(text, 16).ok().filter(|_| plain).map(Fingerprint)
    }
}

/// 16 hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// One acceptance. All texts are a person's own; they are shown and written, never run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The code of the rule whose finding it is.
    pub rule: String,
    /// Which finding.
    pub fingerprint: Fingerprint,
    /// What the finding was about when it was accepted, for a person who meets the waiver later. May be empty.
    pub about: String,
    /// Why it is accepted; not empty.
    pub reason: String,
    /// Who accepts it; not empty.
    pub by: String,
}

#[cfg(test)]
mod tests {
    use crate::model::waiver::Fingerprint;

    #[test]
    fn a_fingerprint_reads_back_as_it_was_written() {
        for fingerprint in [Fingerprint(0), Fingerprint(0xfeed), Fingerprint(u64::MAX)] {
            assert_eq!(Fingerprint::parse(&fingerprint.to_string()), Some(fingerprint));
        }
        for text in ["", "feed", "000000000000FEED", "+00000000000feed", "000000000000feed0"] {
            assert_eq!(Fingerprint::parse(text), None, "{text}");
        }
    }
}
