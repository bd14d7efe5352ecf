//! Where things stand in a text that is the same as another but for pieces of other lengths.

use std::sync::Arc;

use crate::model::place::Place;

/// What became of the places of a text. Its own bytes are counted from where it begins.
#[derive(Clone, Debug)]
pub struct Moved {
    /// Where the text begins, and where the one that is like it does.
    from: Place,
    to: Place,
    /// Where the pieces end, in the one and in the other, in order.
    was: Arc<[u32]>,
    is: Box<[u32]>,
}

impl Moved {
    /// The text began at `from`, and its pieces ended there; the one that is like it begins at `to`, and they end here.
    pub fn new((from, was): (Place, Arc<[u32]>), (to, is): (Place, Box<[u32]>)) -> Moved {
        Moved { from, to, was, is }
    }

    /// Where something is that stood at a place of the text which is in no piece.
    pub fn place(&self, place: Place) -> Place {
        let at = place.offset.saturating_sub(self.from.offset);
        let moved = self.byte(at);
        let rows = place.line.saturating_sub(self.from.line);
        let (before, row) = match rows {
            0 => (self.to.column, 0),
            _ => (1, self.byte(at.saturating_sub(u64::from(place.column.saturating_sub(1))))),
        };
        Place {
            offset: self.to.offset + moved,
            line: self.to.line.saturating_add(rows),
            column: before.saturating_add(u32::try_from(moved.saturating_sub(row)).unwrap_or(u32::MAX)),
        }
    }

    fn byte(&self, at: u64) -> u64 {
        let before = self.was.partition_point(|end| u64::from(*end) <= at);
        let last = before.checked_sub(1).and_then(|last| self.was.get(last).zip(self.is.get(last)));
        last.map_or(at, |(was, is)| u64::from(*is) + (at - u64::from(*was)))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::lines::moved::Moved;
    use crate::model::place::Place;

    /// Where a letter of a text stands that begins at `from`.
    fn place(text: &str, letter: char, from: Place) -> Place {
        let before = text.split(letter).next().expect("a letter");
        let (mut line, mut column) = (from.line, from.column);
        for byte in before.bytes() {
            (line, column) = if byte == b'\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        Place { offset: from.offset + before.len() as u64, line, column }
    }

    /// Where the pieces of a text end.
    fn ends(text: &str) -> Vec<u32> {
        (0..).zip(text.bytes()).filter(|(_, byte)| *byte == b'>').map(|(at, _)| at).collect()
    }

    #[test]
    fn what_stands_between_pieces_is_found_in_another_text() {
        let (from, to) =
            (Place { offset: 100, line: 3, column: 8 }, Place { offset: 7, line: 90, column: 2 });
        let (one, other) = ("a<1>b<>\nc<22>d<3>e", "a<1111>b<5>\nc<>d<4>e");
        let moved = Moved::new((from, ends(one).into()), (to, ends(other).into()));
        for letter in ['a', 'b', 'c', 'd', 'e'] {
            assert_eq!(moved.place(place(one, letter, from)), place(other, letter, to), "{letter}");
        }
    }
}
