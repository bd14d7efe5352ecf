//! A stretch of a file, read as a part without what stands before it: the part begins with the first object that begins a
//! line in the stretch, and ends before the first that begins one behind it.

use crate::engine::Engine;
use crate::engine::book::Room;
use crate::engine::part::{Part, Rows};
use crate::model::place::Place;
use crate::model::settings::Settings;

/// How far behind its stretch a part ends at most, in bytes; one that is longer is given up, as the text is not one of many
/// documents, or not worth sharing.
const FARTHEST: u64 = 64 << 20;

/// Reads one.
pub struct Stretch {
    engine: Engine,
    /// The offset in the text behind its last byte.
    to: u64,
    /// The offset of the next byte, and the byte before.
    at: u64,
    before: u8,
    begins: Option<Place>,
}

impl Stretch {
    /// The stretch between two offsets of a text, with its rows of a table if they are wanted. Of the room only that for
    /// findings is used.
    pub fn new(settings: Settings, room: Room, rows: Option<Rows>, (from, to): (u64, u64)) -> Stretch {
        let (at, before) = from.checked_sub(1).map_or((0, b'\n'), |at| (at, 0));
        Stretch { engine: Engine::amid(settings, room, rows), to, at, before, begins: None }
    }

    /// Of these rules, told by their codes, findings are only counted: who takes the part over keeps none of them, as told by
    /// [`Engine::used_up`].
    pub fn only_count(&mut self, codes: &[String]) {
        self.engine.only_count(codes);
    }

    /// The text's next bytes, beginning with the one before the stretch, if there is one. Answers whether more are wanted.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        let mut rest = bytes;
        if self.begins.is_none() {
            let begins = first_beginning(rest, self.before).filter(|at| self.at + (*at as u64) < self.to);
            let (passed, own) = rest.split_at(begins.unwrap_or(rest.len()));
            self.pass(passed);
            if begins.is_none() {
                return self.at < self.to;
            }
            let place = Place { offset: self.at, line: 1, column: 1 };
            self.engine.pass_to(place);
            self.begins = Some(place);
            rest = own;
        }
        let inside =
            usize::try_from(self.to.saturating_sub(self.at)).map_or(rest.len(), |to| to.min(rest.len()));
        let (own, behind) = rest.split_at(inside);
        let end = first_beginning(behind, own.last().copied().unwrap_or(self.before));
        let (part, _) = rest.split_at(inside + end.unwrap_or(behind.len()));
        self.engine.feed(part);
        self.pass(part);
        if end.is_none() && self.at >= self.to.saturating_add(FARTHEST) {
            self.begins = None;
            return false;
        }
        end.is_none()
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.at += bytes.len() as u64;
        self.before = bytes.last().copied().unwrap_or(self.before);
    }

    /// How many bytes of the table wait to be taken.
    pub fn waiting(&self) -> usize {
        self.engine.waiting()
    }

    /// The table's bytes since this was asked last.
    pub fn take_table(&mut self) -> Vec<u8> {
        self.engine.take_table()
    }

    /// What is said of it; nothing if no part begins in it, if it ends within a document, or if anything was odd beside its
    /// statements. Its lines are counted from its own beginning.
    pub fn part(self) -> Option<Part> {
        self.engine.part(self.begins?)
    }
}

/// Where the first object begins a line, in bytes that follow `before`.
fn first_beginning(bytes: &[u8], before: u8) -> Option<usize> {
    let first = (is_end(before) && bytes.first() == Some(&b'{')).then_some(0);
    first.or_else(|| bytes.windows(2).position(begins_line).map(|at| at + 1))
}

/// Where the last object begins a line.
pub fn last_beginning(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).rposition(begins_line).map(|at| at + 1)
}

fn begins_line(two: &[u8]) -> bool {
    matches!(two, [end, b'{'] if is_end(*end))
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
