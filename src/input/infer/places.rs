//! Finds where in a document the sections stand.

use crate::input::meaning;
use crate::input::outline::{NodeId, Outline};
use crate::input::section_words::is_claims;
use crate::model::mapping::Mapping;
use crate::model::statement::SectionKind;
use crate::model::syntax::Shape;

/// How many values are looked at before it is given up.
const MOST_LOOKED_AT: usize = 20_000;

/// How many keys may lead from a document to its statements.
const MOST_KEYS: usize = 6;

/// Where the sections stand.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The keys that lead to the statements.
    pub path: Vec<String>,
    /// The keys of the sections.
    pub sections: Vec<(String, SectionKind)>,
    /// The key of the list of sections, where they are told apart by their names.
    pub roots: String,
    /// The sections that were found: objects that are lines, or lists of lines.
    pub found: Vec<NodeId>,
    /// How many of the three sections of a balance sheet are among them.
    pub known: usize,
}

impl Places {
    /// The first object that has two sections, by its keys or in a list of its own.
    pub fn find(outline: &Outline) -> Option<Places> {
        let mut next: Vec<(NodeId, Vec<String>)> = vec![(outline.root()?, Vec::new())];
        let mut looked_at = 0;
        // Level by level: what stands further out is the statement.
        while !next.is_empty() {
            let mut below = Vec::new();
            for (node, path) in next {
                looked_at += 1;
                if looked_at > MOST_LOOKED_AT {
                    return None;
                }
                if outline.shape(node) == Shape::Object
                    && let Some(places) =
                        by_keys(outline, node, &path).or_else(|| by_names(outline, node, &path))
                {
                    return Some(places);
                }
                for child in outline.children(node) {
                    let mut path = path.clone();
                    if outline.shape(node) == Shape::Object {
                        path.push(outline.key(child).to_owned());
                    }
                    if matches!(outline.shape(child), Shape::Object | Shape::Array) && path.len() <= MOST_KEYS
                    {
                        below.push((child, path));
                    }
                }
            }
            next = below;
        }
        None
    }

    /// Those that a mapping says.
    pub fn by(outline: &Outline, mapping: &Mapping) -> Places {
        let mut nodes: Vec<NodeId> = outline.root().into_iter().collect();
        for key in &mapping.path {
            nodes = elements(outline, nodes).filter_map(|node| outline.get(node, key)).collect();
        }
        let statements: Vec<NodeId> = elements(outline, nodes).collect();
        let mut found = Vec::new();
        for statement in statements {
            found.extend(mapping.sections.iter().filter_map(|(key, _)| outline.get(statement, key)));
            if !mapping.roots.is_empty() {
                found.extend(outline.items(statement, &mapping.roots));
            }
        }
        let Mapping { path, sections, roots, .. } = mapping.clone();
        Places { path, sections, roots, found, known: 0 }
    }

    /// The names of the sections in a list, under the key `name`, where not the name says what they are but some other
    /// text beside it.
    pub fn named(&self, outline: &Outline, name: &str) -> Vec<(String, SectionKind)> {
        let roots = self.found.iter().filter_map(|root| {
            let name = outline.text_at(*root, name)?;
            let kind = kind_of(outline, *root).filter(|_| meaning::section(name).is_none())?;
            Some((name.to_owned(), kind))
        });
        if self.roots.is_empty() { Vec::new() } else { roots.collect() }
    }

    /// Whether a section is a list of lines.
    pub fn has_lists(&self, outline: &Outline) -> bool {
        let holds = |list: &NodeId| outline.children(*list).any(|line| outline.shape(line) == Shape::Object);
        self.found.iter().any(|node| outline.shape(*node) == Shape::Array && holds(node))
    }
}

/// What lists hold, and what is no list.
fn elements(outline: &Outline, nodes: Vec<NodeId>) -> impl Iterator<Item = NodeId> {
    nodes.into_iter().flat_map(move |node| {
        let list = outline.shape(node) == Shape::Array;
        let within: Vec<NodeId> = if list { outline.children(node).collect() } else { vec![node] };
        within
    })
}

/// The sections of an object by its keys.
fn by_keys(outline: &Outline, node: NodeId, path: &[String]) -> Option<Places> {
    let mut places = Places { path: path.to_vec(), ..Places::default() };
    for child in outline.children(node) {
        let key = outline.key(child);
        if !matches!(outline.shape(child), Shape::Object | Shape::Array) {
            continue;
        }
        let known = |kind: SectionKind| places.sections.iter().any(|(_, own)| *own == kind);
        let kind = match meaning::section(key) {
            Some(kind) if !known(kind) => kind,
            // A further list or object with lines is a further section; the reader says whether it has amounts.
            None if is_further(key) => SectionKind::Unknown,
            _ => continue,
        };
        places.sections.push((key.to_owned(), kind));
        places.found.push(child);
    }
    places.known = places.sections.iter().filter(|(_, kind)| *kind != SectionKind::Unknown).count();
    (places.known >= 2).then_some(places)
}

/// A section that systems put beside the three for what they could not sort.
fn is_further(key: &str) -> bool {
    matches!(
        meaning::letters(key).as_str(),
        "uncategorized" | "uncategorizeditems" | "uncategorised" | "other"
    )
}

/// The sections of an object by the names of the objects in one of its lists.
fn by_names(outline: &Outline, node: NodeId, path: &[String]) -> Option<Places> {
    for list in outline.children(node).filter(|child| outline.shape(*child) == Shape::Array) {
        let mut kinds: Vec<SectionKind> = Vec::new();
        for root in outline.children(list).take(20) {
            if !outline.children(root).any(|child| outline.shape(child) == Shape::Array) {
                continue;
            }
            let claims = [SectionKind::Liabilities, SectionKind::Equity];
            let own = kind_of(outline, root);
            let own = match &own {
                None if texts(outline, root).any(is_claims) => claims.as_slice(),
                own => own.as_slice(),
            };
            for kind in own.iter().copied() {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
        if kinds.len() >= 2 {
            let roots = outline.key(list).to_owned();
            let found = outline.children(list).collect();
            return Some(Places {
                path: path.to_vec(),
                sections: Vec::new(),
                roots,
                found,
                known: kinds.len(),
            });
        }
    }
    None
}

/// The section that a text of an object stands for.
fn kind_of(outline: &Outline, root: NodeId) -> Option<SectionKind> {
    texts(outline, root).find_map(meaning::section)
}

fn texts(outline: &Outline, object: NodeId) -> impl Iterator<Item = &str> {
    let texts = outline.children(object).filter(|child| outline.shape(*child) == Shape::Text);
    texts.map(|text| outline.text(text)).filter(|text| text.len() <= 100)
}
