//! One document as an outline: every value with its key, its text and its place, for shapes that need the whole.
//!
//! Trees of lines, which may be very large, are read from the scanner's events as they come. A report with columns, or
//! rows that name their parents, only makes sense once all of it is there; it is small, and is kept like this.

use crate::input::scanner::event::{Event, Sink};
use crate::model::place::{Extent, Place};
use crate::model::statement::push_segment;
use crate::model::syntax::{Fault, Shape};

/// A value's number within its outline, from 0, in file order; an object or list comes before what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(u32);

/// A piece of the texts.
#[derive(Clone, Copy, Debug, Default)]
struct Piece {
    start: u32,
    len: u32,
}

/// What is kept of a value.
#[derive(Clone, Debug)]
struct Node {
    shape: Shape,
    parent: u32,
    /// The node after the last one within it.
    end: u32,
    /// Which of its parent's values it is, from 0.
    ordinal: u32,
    key: Piece,
    text: Piece,
    place: Place,
}

/// The values of one document, or of the beginning of one, in file order.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    nodes: Vec<Node>,
    texts: String,
    open: Vec<u32>,
    key: Piece,
    /// Whether the values had no more room; what is there is then a beginning.
    full: bool,
    /// Whether the text was no JSON somewhere.
    broken: bool,
}

/// The parent of the root.
const NONE: u32 = u32::MAX;

/// The most values an outline has.
const MOST_NODES: usize = 1 << 24;

/// The values in an object or a list.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    nodes: &'a [Node],
    next: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    // Reports are small: the program is not to grow at each of the many places that walk one.
    #[inline(never)]
    fn next(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        let own = self.next;
        self.next = self.nodes.get(own as usize)?.end;
        Some(NodeId(own))
    }
}

impl Outline {
    /// The document itself, if it has begun.
    pub fn root(&self) -> Option<NodeId> {
        (!self.nodes.is_empty()).then_some(NodeId(0))
    }

    /// Whether all of the document is in it.
    pub fn is_whole(&self) -> bool {
        self.open.is_empty() && !self.nodes.is_empty() && !self.full && !self.broken
    }

    /// Whether the text was no JSON somewhere.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// What a value is.
    #[inline(never)]
    pub fn shape(&self, node: NodeId) -> Shape {
        self.node(node).map_or(Shape::Null, |node| node.shape)
    }

    /// A text unescaped, a number as written; empty for anything else.
    #[inline(never)]
    pub fn text(&self, node: NodeId) -> &str {
        self.node(node).map_or("", |node| self.piece(node.text))
    }

    /// The key that a value stands under, empty in a list.
    #[inline(never)]
    pub fn key(&self, node: NodeId) -> &str {
        self.node(node).map_or("", |node| self.piece(node.key))
    }

    /// Where a value begins.
    #[inline(never)]
    pub fn place(&self, node: NodeId) -> Place {
        self.node(node).map_or_else(Place::default, |node| node.place)
    }

    /// What a value stands in.
    #[inline(never)]
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.node(node).map(|node| node.parent).filter(|parent| *parent != NONE).map(NodeId)
    }

    /// The values in an object or a list, in file order.
    pub fn children(&self, node: NodeId) -> Children<'_> {
        let end = self.node(node).map_or(0, |node| node.end);
        Children { nodes: &self.nodes, next: node.0.saturating_add(1), end }
    }

    /// The value under a key; the last one, if the key is repeated.
    #[inline(never)]
    pub fn get(&self, node: NodeId, key: &str) -> Option<NodeId> {
        self.children(node).filter(|child| self.key(*child) == key).last()
    }

    /// The text under a key, if a text or a number stands there.
    #[inline(never)]
    pub fn text_at(&self, node: NodeId, key: &str) -> Option<&str> {
        let value = self.get(node, key)?;
        matches!(self.shape(value), Shape::Text | Shape::Number).then(|| self.text(value))
    }

    /// The values of the list under a key; none if there is no list.
    pub fn items(&self, node: NodeId, key: &str) -> impl Iterator<Item = NodeId> {
        let list = self.get(node, key).filter(|list| self.shape(*list) == Shape::Array);
        list.into_iter().flat_map(|list| self.children(list))
    }

    /// The JSON pointer (RFC 6901) of a value, from the document's root.
    #[inline(never)]
    pub fn pointer(&self, node: NodeId) -> String {
        let mut chain: Vec<NodeId> = std::iter::successors(Some(node), |node| self.parent(*node)).collect();
        chain.reverse();
        let mut pointer = String::new();
        for pair in chain.windows(2) {
            let [_, below] = pair else { continue };
            self.push_step(&mut pointer, *below);
        }
        pointer
    }

    /// Adds the last step of a value's pointer to the pointer of what it stands in.
    pub fn push_step(&self, pointer: &mut String, node: NodeId) {
        let above = self.parent(node).map(|above| self.shape(above));
        if above == Some(Shape::Array) {
            let ordinal = self.node(node).map_or(0, |node| node.ordinal);
            push_segment(pointer, &ordinal.to_string());
        } else {
            push_segment(pointer, self.key(node));
        }
    }

    fn node(&self, node: NodeId) -> Option<&Node> {
        self.nodes.get(node.0 as usize)
    }

    fn piece(&self, piece: Piece) -> &str {
        let start = piece.start as usize;
        self.texts.get(start..start + piece.len as usize).unwrap_or_default()
    }

    fn store(&mut self, text: &str) -> Piece {
        let end = self.texts.len().saturating_add(text.len());
        let (Ok(start), Ok(end)) = (u32::try_from(self.texts.len()), u32::try_from(end)) else {
            self.full = true;
            return Piece::default();
        };
        self.texts.push_str(text);
        Piece { start, len: end - start }
    }

    fn push(&mut self, shape: Shape, text: &str, place: Place) {
        let Some(at) = u32::try_from(self.nodes.len()).ok().filter(|_| self.nodes.len() < MOST_NODES) else {
            self.full = true;
            return;
        };
        let text = self.store(text);
        let key = std::mem::take(&mut self.key);
        let parent = self.open.last().copied().unwrap_or(NONE);
        let ordinal = self.nodes.get_mut(parent as usize).map_or(0, |parent| {
            // While it is open, the text of an object or list counts what is in it.
            let ordinal = parent.text.len;
            parent.text.len += 1;
            ordinal
        });
        self.nodes.push(Node { shape, parent, end: at + 1, ordinal, key, text, place });
        if matches!(shape, Shape::Object | Shape::Array) {
            self.open.push(at);
        }
    }

    fn close(&mut self) {
        let end = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        if let Some(node) = self.open.pop().and_then(|at| self.nodes.get_mut(at as usize)) {
            node.end = end;
            node.text = Piece::default();
        }
    }

    /// Closes what is open, so that a beginning can be walked like a whole.
    pub fn seal(&mut self) {
        if !self.open.is_empty() {
            self.full = true;
        }
        while !self.open.is_empty() {
            self.close();
        }
    }
}

impl Sink for Outline {
    fn event(&mut self, event: Event<'_>, extent: Extent) {
        if self.full {
            return;
        }
        match event {
            Event::BeginObject => self.push(Shape::Object, "", extent.start),
            Event::BeginArray => self.push(Shape::Array, "", extent.start),
            Event::EndObject | Event::EndArray => self.close(),
            Event::Key { text, .. } => self.key = self.store(text),
            Event::Text(text) => self.push(Shape::Text, text, extent.start),
            Event::Number(text) => self.push(Shape::Number, text, extent.start),
            Event::Boolean(_) => self.push(Shape::Boolean, "", extent.start),
            Event::Null | Event::Unreadable => self.push(Shape::Null, "", extent.start),
            Event::EndDocument => {}
        }
    }

    fn fault(&mut self, _: Fault) {
        self.broken = true;
    }
}

#[cfg(test)]
mod tests {
    use crate::input::outline::Outline;
    use crate::input::scanner::Scanner;
    use crate::model::syntax::Shape;

    fn outline(text: &str) -> Outline {
        let (mut outline, mut scanner) = (Outline::default(), Scanner::new());
        scanner.feed(text.as_bytes(), &mut outline);
        scanner.finish(&mut outline);
        outline
    }

    #[test]
    fn values_are_found_by_key_and_know_where_they_stand() {
        let outline = outline(r#"{"a": [1, {"b/c": "x"}, []], "d": null, "a2": -0.50}"#);
        let root = outline.root().expect("a root");
        let keys: Vec<&str> = outline.children(root).map(|node| outline.key(node)).collect();
        assert_eq!(keys, ["a", "d", "a2"]);
        let items: Vec<_> = outline.items(root, "a").collect();
        assert_eq!(
            items.iter().map(|item| outline.shape(*item)).collect::<Vec<_>>(),
            [Shape::Number, Shape::Object, Shape::Array]
        );
        let inner = outline.get(items[1], "b/c").expect("a value");
        assert_eq!((outline.text(inner), outline.pointer(inner)), ("x", "/a/1/b~1c".to_owned()));
        assert_eq!(outline.place(inner).column, 19);
        assert_eq!(outline.text_at(root, "a2"), Some("-0.50"));
        assert!(outline.is_whole());
    }

    #[test]
    fn a_beginning_can_be_walked() {
        let mut cut = Outline::default();
        Scanner::new().feed(br#"{"a": [1, {"b": 2, "c": "#, &mut cut);
        cut.seal();
        assert!(!cut.is_whole());
        let root = cut.root().expect("a root");
        assert_eq!(cut.items(root, "a").count(), 2);
    }
}
