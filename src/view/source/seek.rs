//! Finds a text in a longer one that comes in pieces. ASCII letters are alike in both cases; all else is as it stands.

/// The most places that are found.
pub const MOST_HITS: usize = 10_000;

/// The most bytes that are looked for.
pub const LONGEST: usize = 1_000;

/// A search under way, or done.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is looked for, in lower case.
    wanted: Vec<u8>,
    /// The last bytes of what came, which may begin a hit.
    held: Vec<u8>,
    /// The offset of the first of them.
    at: u64,
    /// Where a hit may begin next: hits do not overlap.
    free: u64,
    hits: Vec<u64>,
    full: bool,
}

impl Search {
    /// A search for this text; only the first [`LONGEST`] bytes of it count.
    pub fn new(wanted: &str) -> Search {
        let wanted = wanted.bytes().take(LONGEST).map(|byte| byte.to_ascii_lowercase()).collect();
        Search { wanted, ..Search::default() }
    }

    /// The offsets of the hits, rising.
    pub fn hits(&self) -> &[u64] {
        &self.hits
    }

    /// How many bytes a hit has.
    pub fn length(&self) -> u64 {
        self.wanted.len() as u64
    }

    /// Whether there are more hits than are found.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// The text's next bytes; whether more are wanted.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        let Some((&first, others)) = self.wanted.split_first() else { return false };
        self.held.extend_from_slice(bytes);
        let last = (self.held.len() + 1).saturating_sub(self.wanted.len());
        let mut from = 0;
        while from < last && !self.full {
            let places = self.held.get(from..last).unwrap_or_default();
            let Some(next) = places.iter().position(|byte| byte.to_ascii_lowercase() == first) else { break };
            let place = from + next;
            from = place + 1;
            let offset = self.at + place as u64;
            let rest = self.held.get(from..from + others.len()).unwrap_or_default();
            if offset >= self.free && rest.eq_ignore_ascii_case(others) {
                self.full = self.hits.len() >= MOST_HITS;
                if !self.full {
                    self.hits.push(offset);
                    self.free = offset + self.wanted.len() as u64;
                }
            }
        }
        self.held.drain(..last);
        self.at += last as u64;
        !self.full
    }
}

#[cfg(test)]
mod tests {
    use crate::view::source::seek::{MOST_HITS, Search};

    fn hits(text: &[u8], wanted: &str, size: usize) -> Vec<u64> {
        let mut search = Search::new(wanted);
        for piece in text.chunks(size) {
            search.feed(piece);
        }
        search.hits().to_vec()
    }

    #[test]
    fn hits_are_the_same_however_the_text_is_cut() {
        let text = "Net income, NET INCOME; nét income: aaaa \u{130}".as_bytes();
        for size in [1, 2, 3, 5, 100] {
            assert_eq!(hits(text, "net Income", size), [0, 12]);
            assert_eq!(hits(text, "nét", size), [24]);
            assert_eq!(hits(text, "NÉT", size), [0; 0]);
            assert_eq!(hits(text, "aa", size), [37, 39]);
            assert_eq!(hits(text, "", size), [0; 0]);
            assert_eq!(hits(text, "\u{130}", size), [42]);
        }
    }

    #[test]
    fn a_search_ends_when_there_is_more_than_anybody_looks_at() {
        let mut search = Search::new("a");
        assert!(search.feed(&vec![b'a'; MOST_HITS]));
        assert!(!search.is_full());
        assert!(!search.feed(b"a"));
        assert!(search.is_full());
        assert_eq!(search.hits().len(), MOST_HITS);
    }
}
