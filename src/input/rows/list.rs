//! Finds the list of rows in a document, or in the beginning of one.

use crate::input::meaning;
use crate::input::outline::{NodeId, Outline};
use crate::input::rows::columns::Table;
use crate::input::rows::row::Row;
use crate::model::syntax::Shape;

/// How deep in objects the list may stand: `{"message": {"result": […]}}`.
const DEEPEST: usize = 3;

/// How many of a list's values are looked at.
const SAMPLE: usize = 100;

/// How many rows it takes to be sure.
const LEAST: usize = 2;

/// A list of rows.
pub struct List {
    /// The list.
    pub node: NodeId,
    /// The keys, as written, by which it was recognised.
    pub evidence: Vec<String>,
}

impl List {
    /// The first list of rows.
    pub fn find(outline: &Outline) -> Option<List> {
        let mut level: Vec<NodeId> = outline.root().into_iter().collect();
        for _ in 0..=DEEPEST {
            let mut below = Vec::new();
            for node in level {
                match outline.shape(node) {
                    Shape::Array => {
                        if let Some(evidence) = evidence(outline, node) {
                            return Some(List { node, evidence });
                        }
                    }
                    // Lists under the names of sections are parts of a tree, whatever else their values hold.
                    Shape::Object if sections(outline, node) >= 2 => return None,
                    Shape::Object => below.extend(outline.children(node)),
                    _ => {}
                }
            }
            level = below;
        }
        None
    }

    /// All rows, without the empty ones that only make room.
    pub fn rows<'a>(&self, outline: &'a Outline) -> Vec<Row<'a>> {
        rows(outline, self.node, usize::MAX)
    }
}

/// How many of an object's keys are words for sections.
fn sections(outline: &Outline, node: NodeId) -> usize {
    outline.children(node).filter(|child| meaning::section(outline.key(*child)).is_some()).count()
}

fn rows(outline: &Outline, list: NodeId, most: usize) -> Vec<Row<'_>> {
    let objects = outline.children(list).take(most).filter(|node| outline.shape(*node) == Shape::Object);
    let filled = objects.filter(|node| outline.children(*node).next().is_some());
    filled.map(|node| Row::read(outline, node)).collect()
}

/// The keys that show that values of a list are rows: a parent or a level, and an amount, beside a name. Debits and
/// credits of accounts are enough without the first. Objects that hold lists of objects are trees, not rows.
fn evidence(outline: &Outline, list: NodeId) -> Option<Vec<String>> {
    let rows = rows(outline, list, SAMPLE);
    if rows.iter().any(|row| row.nested) {
        return None;
    }
    let table = Table::of(outline, list, &rows);
    let trial = !table.pairs.is_empty() && !rows.iter().any(|row| row.dated);
    let full = |at: &usize, row: &Row<'_>| {
        let linked = row.links.iter().any(Option::is_some) || (trial && row.ids.iter().any(Option::is_some));
        linked && !row.name.is_empty() && table.has_figure(outline, *at)
    };
    let sure: Vec<&Row<'_>> =
        rows.iter().enumerate().filter(|(at, row)| full(at, row)).map(|(_, row)| row).collect();
    let deeper = |row: &&Row<'_>| row.parent.is_some() || row.level.is_some_and(|level| level > 0);
    if sure.len() < LEAST || !(trial || sure.iter().any(deeper)) {
        return None;
    }
    let links = sure.iter().flat_map(|row| row.links).flatten();
    let mut keys: Vec<String> = Vec::new();
    for key in links.chain(table.columns.iter().map(|column| column.key)) {
        if keys.len() < LEAST + 3 && !key.is_empty() && !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    Some(keys)
}
