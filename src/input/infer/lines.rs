//! Finds the lines under the sections, and looks at what stands under each of their keys.

use crate::input::figures;
use crate::input::infer::places::Places;
use crate::input::meaning::letters;
use crate::input::money::{self, Money};
use crate::input::outline::{NodeId, Outline};
use crate::model::amount::Amount;
use crate::model::numbers::Numbers;
use crate::model::sum::Sum;
use crate::model::syntax::Shape;

/// What a list of items may be called.
const ITEMS: &[&str] = &[
    "items",
    "subitems",
    "children",
    "accounts",
    "lines",
    "subaccounts",
    "rows",
    "lineitems",
    "nodes",
    "groups",
    "subgroups",
    "categories",
    "subcategories",
    "details",
    "components",
];

/// Under how many keys a tree may have its items.
const MOST_LISTS: usize = 8;

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
    /// On how many of those it is not zero.
    pub beyond_zero: usize,
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
    /// The keys that lead from a line to its items, the one of the most items first; none if no line has any.
    pub items: Vec<String>,
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
        let mut survey = Survey::by(outline, places, items_keys(outline, places));
        survey.look(outline);
        survey
    }

    /// The lines under the sections by keys that are known.
    pub fn by(outline: &'a Outline, places: &Places, items: Vec<String>) -> Survey<'a> {
        let mut survey = Survey { items, outline: Some(outline), ..Survey::default() };
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
            let mut lists: Vec<NodeId> = lists(outline, line).collect();
            lists.retain(|list| survey.items.iter().any(|key| key == outline.key(*list)));
            for list in lists.into_iter().rev() {
                push_lines(outline, list, Some(at), &mut waiting);
            }
        }
        survey
    }

    /// What stands under each key.
    pub fn columns(&self) -> impl Iterator<Item = (&'a str, &Column)> {
        self.columns.iter().map(|(key, column)| (*key, column))
    }

    fn look(&mut self, outline: &'a Outline) {
        let mut met = Numbers::default();
        for line in &self.lines {
            for (position, child) in outline.children(*line).enumerate() {
                let (key, shape) = (outline.key(child), outline.shape(child));
                let is_money = shape == Shape::Object && is_money(outline, child);
                let plain = matches!(shape, Shape::Text | Shape::Number) && is_filled(outline, child);
                if !(plain || is_money) {
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
                column.beyond_zero +=
                    usize::from(is_money || amount && text.contains(|c| ('1'..='9').contains(&c)));
                column.texts += usize::from(!amount);
                column.codes += usize::from(!is_money && is_code(text));
                if !is_money && met.meet(format!("{at}:{text}").into()).1 {
                    column.different += 1;
                }
            }
        }
    }
}

/// Whether a value says something.
pub fn is_filled(outline: &Outline, node: NodeId) -> bool {
    match outline.shape(node) {
        Shape::Text => !outline.text(node).trim().is_empty(),
        Shape::Number | Shape::Object => true,
        _ => false,
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

/// Whether a key is one of the words for a list of items.
pub fn is_items(key: &str) -> bool {
    key.len() <= 40 && ITEMS.contains(&letters(key).as_str())
}

/// The lists of an object.
fn lists(outline: &Outline, line: NodeId) -> impl Iterator<Item = NodeId> {
    outline.children(line).filter(|child| outline.shape(*child) == Shape::Array)
}

/// The keys under which lines hold lists of lines, going down by them; the one of the most lines is first.
fn items_keys(outline: &Outline, places: &Places) -> Vec<String> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    // First by words for items; what else is a list of lines shows by the data.
    let mut trust = Trust::Words;
    loop {
        let before = found.len();
        let keys = found.iter().map(|(key, _)| (*key).to_owned()).collect();
        for line in Survey::by(outline, places, keys).lines {
            for list in lists(outline, line) {
                let key = outline.key(list);
                let known = found.iter().any(|(own, _)| *own == key) || found.len() == MOST_LISTS;
                let holds = || is_items(key) || trust.allows(outline, line, list, places);
                if !known && holds() && mostly(outline, list, |object| is_line(outline, object)) {
                    found.push((key, 0));
                }
            }
        }
        match trust {
            _ if found.len() > before => {}
            Trust::Words if found.is_empty() => trust = Trust::Likeness,
            Trust::Words => trust = Trust::Sums,
            Trust::Likeness | Trust::Sums => break,
        }
    }
    let mut keys: Vec<String> = found.iter().map(|(key, _)| (*key).to_owned()).collect();
    for line in Survey::by(outline, places, keys.clone()).lines {
        for list in lists(outline, line) {
            if let Some((_, count)) = found.iter_mut().find(|(key, _)| *key == outline.key(list)) {
                *count += outline.children(list).count();
            }
        }
    }
    match (0..found.len()).max_by_key(|at| found.get(*at).map_or(0, |(_, count)| *count)) {
        Some(most) => keys.swap(0, most),
        None => keys.extend(Some(empty_items_key(outline, places)).filter(|key| !key.is_empty())),
    }
    keys
}

/// What makes a list of lines of one whose key is no word for it.
#[derive(Clone, Copy)]
enum Trust {
    /// Nothing.
    Words,
    /// That they have keys of the line itself; in a section, which may have nothing else, that they could be lines.
    Likeness,
    /// That their amounts add up to the line's.
    Sums,
}

impl Trust {
    fn allows(self, outline: &Outline, line: NodeId, list: NodeId, places: &Places) -> bool {
        let plain = |node: NodeId| matches!(outline.shape(node), Shape::Text | Shape::Number);
        let shared = |object: NodeId, child: &NodeId| {
            plain(*child) && outline.get(object, outline.key(*child)).is_some_and(plain)
        };
        let amount = |node: NodeId| figures::amount_of(outline.shape(node), outline.text(node));
        match self {
            Trust::Words => false,
            Trust::Likeness => {
                places.found.contains(&line)
                    || mostly(outline, list, |object| {
                        outline.children(line).filter(|child| shared(object, child)).count() >= 2
                    })
            }
            Trust::Sums => outline.children(line).filter(|child| plain(*child)).any(|child| {
                let of = |object| outline.get(object, outline.key(child)).and_then(amount);
                let sum =
                    outline.children(list).try_fold(Sum::ZERO, |sum, object| Some(sum.plus(of(object)?)));
                let sum = sum.and_then(Sum::total).filter(|sum| !sum.is_zero());
                sum.is_some_and(|sum| amount(child).is_some_and(|own| own.value() == sum.value()))
            }),
        }
    }
}

/// Whether at least four of five objects in a list are as said.
fn mostly(outline: &Outline, list: NodeId, is: impl Fn(NodeId) -> bool) -> bool {
    let (mut all, mut fitting) = (0, 0);
    for object in outline.children(list).filter(|child| outline.shape(*child) == Shape::Object) {
        all += 1;
        fitting += usize::from(is(object));
    }
    fitting > 0 && fitting * 5 >= all * 4
}

/// Whether an object could be a line: it has a text, and an amount or a list.
fn is_line(outline: &Outline, object: NodeId) -> bool {
    let says = |child: NodeId| match outline.shape(child) {
        Shape::Object => is_money(outline, child),
        Shape::Text => money::reads(outline.text(child)),
        Shape::Number | Shape::Array => true,
        _ => false,
    };
    outline.children(object).any(|child| outline.shape(child) == Shape::Text)
        && outline.children(object).any(says)
}

/// Where no line has items: the key that says so with an empty list, or with null under a word for it.
fn empty_items_key(outline: &Outline, places: &Places) -> String {
    for section in &places.found {
        for line in outline.children(*section).filter(|line| outline.shape(*line) == Shape::Object) {
            let says = |child: &NodeId| match outline.shape(*child) {
                Shape::Array => outline.children(*child).next().is_none(),
                Shape::Null => is_items(outline.key(*child)),
                _ => false,
            };
            if let Some(child) = outline.children(line).find(says) {
                return outline.key(child).to_owned();
            }
        }
    }
    String::new()
}
