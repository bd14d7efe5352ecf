//! What lines are without their amounts: the same for statements that are written alike.

use crate::model::lines::moved::Moved;
use crate::model::place::Place;

/// The tree of lines, with their names, ids and places. Texts share one buffer.
#[derive(Clone, Debug, Default)]
pub struct Skeleton {
    pub(super) nodes: Vec<Node>,
    pub(super) labels: Vec<Label>,
    pub(super) text: String,
    /// Where the first line begins; the others are told from there.
    pub(super) base: u64,
    /// What few lines have, by line, rising: places out of reach of the base, and pointers that do not follow from the tree.
    pub(super) far: Vec<(u32, u64)>,
    pub(super) pointers: Vec<(u32, Box<str>)>,
    /// Few lines, rising.
    pub(super) items_malformed: Vec<u32>,
    pub(super) long_number_ids: Vec<u32>,
}

/// A line's place in the tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// [`NONE`] for a section.
    pub(super) parent: u32,
    pub(super) end: u32,
    pub(super) depth: u16,
}

/// What is asked of a line less often, in 32 bytes: ten million lines are to fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) name: Piece,
    pub(super) account_id: Piece,
    pub(super) ordinal: u32,
    /// [`FAR`] if it stands elsewhere.
    pub(super) offset: u32,
    pub(super) line: u32,
    pub(super) column: u32,
}

/// A piece of the text column.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) len: u32,
}

/// The parent of a section.
pub(super) const NONE: u32 = u32::MAX;

/// The offset of a place that stands elsewhere.
const FAR: u32 = u32::MAX;

impl Skeleton {
    /// Adds a line.
    pub(super) fn push(&mut self, parent: Option<u32>, depth: u16, ordinal: u32, place: Place) {
        let line = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        if line == 0 {
            self.base = place.offset;
        }
        let behind = place.offset.checked_sub(self.base).and_then(|behind| u32::try_from(behind).ok());
        let offset = behind.unwrap_or(FAR);
        if offset == FAR {
            self.far.push((line, place.offset));
        }
        self.nodes.push(Node { parent: parent.unwrap_or(NONE), end: line + 1, depth });
        self.labels.push(Label {
            name: Piece::default(),
            account_id: Piece::default(),
            ordinal,
            offset,
            line: place.line,
            column: place.column,
        });
    }

    /// Forgets `line` and all after it.
    pub(super) fn truncate(&mut self, line: u32) {
        self.nodes.truncate(line as usize);
        self.labels.truncate(line as usize);
        self.far.truncate(self.far.partition_point(|(at, _)| *at < line));
        self.items_malformed.truncate(self.items_malformed.partition_point(|malformed| *malformed < line));
        self.long_number_ids.truncate(self.long_number_ids.partition_point(|long| *long < line));
        self.pointers.truncate(self.pointers.partition_point(|(at, _)| *at < line));
    }

    /// Takes out a line that is there, with one item, which comes one level up with all under it.
    pub(super) fn fold(&mut self, line: u32) {
        let at = line as usize;
        self.nodes.remove(at);
        self.labels.remove(at);
        let shifted = |own: &mut u32| *own -= u32::from(*own > line);
        for node in self.nodes.iter_mut().skip(at) {
            shifted(&mut node.end);
            node.depth = node.depth.saturating_sub(1);
            node.parent = match node.parent {
                NONE => NONE,
                parent if parent == line => NONE,
                parent => parent - 1,
            };
        }
        self.far.iter_mut().for_each(|(own, _)| shifted(own));
        self.pointers.iter_mut().for_each(|(own, _)| shifted(own));
        self.items_malformed.iter_mut().for_each(shifted);
        self.long_number_ids.iter_mut().for_each(shifted);
    }

    /// Where the object of a line begins, in a text that may be written alike.
    pub(super) fn place(&self, line: u32, moved: Option<&Moved>) -> Place {
        let Some(label) = self.labels.get(line as usize) else { return Place::default() };
        let far = || self.far.binary_search_by_key(&line, |(at, _)| *at).ok();
        let offset = match label.offset {
            FAR => far().and_then(|at| self.far.get(at)).map_or(0, |(_, offset)| *offset),
            behind => self.base + u64::from(behind),
        };
        let place = Place { offset, line: label.line, column: label.column };
        moved.map_or(place, |moved| moved.place(place))
    }

    /// A piece of the text.
    pub(super) fn piece(&self, piece: Piece) -> &str {
        let start = piece.start as usize;
        self.text.get(start..start + piece.len as usize).unwrap_or_default()
    }
}
