//! Finds where a text may be divided into parts, and which lines they begin at.

use crate::model::place::Place;

/// Follows a text that others read.
pub struct Divider {
    offset: u64,
    line: u32,
    /// The byte before.
    before: u8,
}

impl Divider {
    /// For a text from this place on, where a line begins.
    pub fn at(place: Place) -> Divider {
        Divider { offset: place.offset, line: place.line, before: b'\n' }
    }

    /// The text's next bytes: where among them the last part may begin, and its place in the text. An object begins a line
    /// there.
    pub fn feed(&mut self, bytes: &[u8]) -> Option<(usize, Place)> {
        let at = last_beginning(bytes, self.before);
        let (head, tail) = bytes.split_at(at.unwrap_or(0));
        self.pass(head);
        let place = Place { offset: self.offset, line: self.line, column: 1 };
        self.pass(tail);
        at.map(|at| (at, place))
    }

    fn pass(&mut self, bytes: &[u8]) {
        let ends = u32::try_from(line_ends(bytes, self.before)).unwrap_or(u32::MAX);
        self.line = self.line.saturating_add(ends);
        self.offset += bytes.len() as u64;
        self.before = bytes.last().copied().unwrap_or(self.before);
    }
}

/// Where the last object begins a line, in bytes that follow `before`.
pub fn last_beginning(bytes: &[u8], before: u8) -> Option<usize> {
    let is_end = |byte: u8| matches!(byte, b'\n' | b'\r');
    let at = bytes.windows(2).rposition(|two| matches!(two, [end, b'{'] if is_end(*end)));
    let first = || (is_end(before) && bytes.first() == Some(&b'{')).then_some(0);
    at.map(|at| at + 1).or_else(first)
}

/// How many lines end in bytes that follow `before`: each with a line feed, a carriage return, or both together.
fn line_ends(bytes: &[u8], before: u8) -> usize {
    let (feeds, returns) = (count(bytes, b'\n'), count(bytes, b'\r'));
    let pairs = if returns == 0 { 0 } else { bytes.windows(2).filter(|two| *two == b"\r\n").count() };
    let straddling = usize::from(before == b'\r' && bytes.first() == Some(&b'\n'));
    feeds + returns - pairs - straddling
}

/// How often a byte is among others.
fn count(bytes: &[u8], of: u8) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == of)).sum()
}

#[cfg(test)]
mod tests {
    use crate::engine::divider::Divider;
    use crate::model::place::Place;

    #[test]
    fn places_are_the_same_however_the_text_is_cut() {
        let text = b"{1}\n{2}\r\n{3}\r{4}\n\r\n {\n{5}\n\n{6}";
        let places = [(4, 2), (9, 3), (13, 4), (22, 7), (27, 9)];
        for length in 1..text.len() {
            let mut divider = Divider::at(Place { offset: 100, line: 1, column: 1 });
            let mut found = Vec::new();
            for (piece, from) in text.chunks(length).zip((0..).step_by(length)) {
                if let Some((at, place)) = divider.feed(piece) {
                    assert_eq!(place.offset, 100 + (from + at) as u64);
                    found.push((from + at, place.line));
                }
            }
            assert!(found.iter().all(|one| *one == (0, 1) || places.contains(one)), "{length}: {found:?}");
            assert_eq!(found.last(), places.last(), "{length}");
        }
    }
}
