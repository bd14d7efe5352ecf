//! Finds the lines under the sections, and looks at what stands under each of their keys.

use crate::input::infer::places::Places;
use crate::input::meaning::letters;
use crate::input::money::{self, Money};
use crate::input::outline::{NodeId, Outline};
use crate::model::amount::Amount;
use crate::model::numbers::Numbers;
use crate::model::syntax::Shape;

/// What a list of items may be called.
const ITEMS: &[&str] =
    &["items", "subitems", "children", "accounts", "lines", "subaccounts", "rows", "lineitems", "nodes"];

/// How many different keys of lines are looked at.
const MOST_KEYS: usize = 200;

/// How many lines are looked at.
const MOST: usize = 5_000;

/// What stands under one key of the lines.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// On how many lines something stands there.
    pub filled: usize,
    /// On how many it is a number, a text that reads as an amount, or an amount that is an object.
    pub amounts: usize,
    /// On how many it is a text that does not.
    pub texts: usize,
    /// How many different texts or numbers there are, up to as many as are looked at.
    pub different: usize,
    /// How many of them look like an identifier: a UUID, a code of digits, no spaces.
    pub codes: usize,
    /// Where it stands among the keys of the first line, from 0.
    pub position: usize,
}

/// The lines that were looked at.
#[derive(Debug, Default)]
pub struct Survey<'a> {
    /// The key that leads from a line to its items; empty if no line has any.
    pub items: String,
    /// The lines, groups before what is in them.
    pub lines: Vec<NodeId>,
    /// The items of each line, as places in `lines`.
    pub below: Vec<Vec<usize>>,
    /// What stands under each key.
    columns: Vec<(&'a str, Column)>,
    /// The document.
    pub outline: Option<&'a Outline>,
}

impl<'a> Survey<'a> {
    /// The lines under the sections, with the key that leads on.
    pub fn of(outline: &'a Outline, places: &Places) -> Survey<'a> {
        let items = items_key(outline, places);
        let mut survey = Survey::by(outline, places, &items);
        survey.look(outline);
        survey
    }

    /// The lines under the sections by a key that is known.
    pub fn by(outline: &'a Outline, places: &Places, items: &str) -> Survey<'a> {
        let mut survey = Survey { items: items.to_owned(), outline: Some(outline), ..Survey::default() };
        let mut waiting: Vec<(NodeId, Option<usize>)> = Vec::new();
        for section in places.found.iter().rev() {
            push_lines(outline, *section, None, &mut waiting);
        }
        while let Some((line, above)) = waiting.pop() {
            if survey.lines.len() == MOST {
                break;
            }
            let at = survey.lines.len();
            survey.lines.push(line);
            survey.below.push(Vec::new());
            if let Some(above) = above.and_then(|above| survey.below.get_mut(above)) {
                above.push(at);
            }
            if let Some(list) = outline.get(line, items).filter(|list| outline.shape(*list) == Shape::Array) {
                push_lines(outline, list, Some(at), &mut waiting);
            }
        }
        survey
    }

    /// What stands under each key.
    pub fn columns(&self) -> impl Iterator<Item = (&'a str, &Column)> {
        self.columns.iter().map(|(key, column)| (*key, column))
    }

    /// Whether a value says something.
    pub fn is_filled(&self, outline: &Outline, node: NodeId) -> bool {
        match outline.shape(node) {
            Shape::Text => !outline.text(node).trim().is_empty(),
            Shape::Number | Shape::Object => true,
            _ => false,
        }
    }

    fn look(&mut self, outline: &'a Outline) {
        let mut met = Numbers::default();
        for line in &self.lines {
            for (position, child) in outline.children(*line).enumerate() {
                let (key, shape) = (outline.key(child), outline.shape(child));
                let is_money = shape == Shape::Object && is_money(outline, child);
                let plain = matches!(shape, Shape::Text | Shape::Number) && self.is_filled(outline, child);
                if key == self.items || !(plain || is_money) {
                    continue;
                }
                let text = outline.text(child);
                let at = self.columns.iter().position(|(own, _)| *own == key).unwrap_or(self.columns.len());
                if at == self.columns.len() && at < MOST_KEYS {
                    self.columns.push((key, Column { position, ..Column::default() }));
                }
                let Some((_, column)) = self.columns.get_mut(at) else { continue };
                column.filled += 1;
                let amount = is_money || shape == Shape::Number || money::reads(text);
                column.amounts += usize::from(amount);
                column.texts += usize::from(!amount);
                column.codes += usize::from(!is_money && is_code(text));
                if !is_money && met.meet(format!("{at}:{text}").into()).1 {
                    column.different += 1;
                }
            }
        }
    }
}

/// Whether an object is an amount.
pub fn is_money(outline: &Outline, node: NodeId) -> bool {
    Money::is_money(outline.children(node).map(|child| outline.key(child)))
}

/// Whether a text may be an identifier: no spaces, digits in it, and no decimals.
fn is_code(text: &str) -> bool {
    text.len() <= 60
        && Amount::parse(text).map_or(true, |amount| amount.decimals() == 0)
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
}

/// Puts what a section or a list of items holds on the stack, the first on top.
fn push_lines(
    outline: &Outline,
    node: NodeId,
    above: Option<usize>,
    stack: &mut Vec<(NodeId, Option<usize>)>,
) {
    if outline.shape(node) == Shape::Object {
        stack.push((node, above));
        return;
    }
    let from = stack.len();
    let objects = outline.children(node).filter(|child| outline.shape(*child) == Shape::Object);
    stack.extend(objects.map(|line| (line, above)));
    stack.get_mut(from..).unwrap_or_default().reverse();
}

/// The key under which most lines hold lists of objects, going down by it.
fn items_key(outline: &Outline, places: &Places) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut waiting: Vec<NodeId> = places.found.clone();
    let mut looked_at = 0;
    while let Some(node) = waiting.pop() {
        looked_at += 1;
        if looked_at > MOST {
            break;
        }
        for child in outline.children(node) {
            match (outline.shape(node), outline.shape(child)) {
                (Shape::Array, Shape::Object) => waiting.push(child),
                (Shape::Object, Shape::Array) => {
                    let objects =
                        outline.children(child).filter(|item| outline.shape(*item) == Shape::Object).count();
                    if objects > 0 {
                        let key = outline.key(child);
                        let at = counts.iter().position(|(own, _)| *own == key).unwrap_or(counts.len());
                        if at == counts.len() && at < MOST_KEYS {
                            counts.push((key, 0));
                        }
                        if let Some((_, count)) = counts.get_mut(at) {
                            *count += objects;
                        }
                        waiting.push(child);
                    }
                }
                _ => {}
            }
        }
    }
    let most = counts.iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)));
    most.map_or_else(|| empty_items_key(outline, places), |(key, _)| (*key).to_owned())
}

/// Where no line has items: the key that says so with an empty list, or with null under a word for it.
fn empty_items_key(outline: &Outline, places: &Places) -> String {
    for section in &places.found {
        for line in outline.children(*section).filter(|line| outline.shape(*line) == Shape::Object) {
            let says = |child: &NodeId| match outline.shape(*child) {
                Shape::Array => true,
                Shape::Null => ITEMS.contains(&letters(outline.key(*child)).as_str()),
                _ => false,
            };
            if let Some(child) = outline.children(line).find(says) {
                return outline.key(child).to_owned();
            }
        }
    }
    String::new()
}
