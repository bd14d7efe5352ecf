//! Finds out which keys a tree of lines has, whoever wrote it.
//!
//! [`places`] finds where the sections stand, [`lines`] the recursive list of lines and what stands under each of their
//! keys, [`score`] which key is the name, the amount and the account id. Words help; the data decides.

use std::sync::Arc;

use crate::input::documents::Documents;
use crate::input::fields;
use crate::input::infer::lines::{Survey, is_filled};
use crate::input::infer::places::Places;
use crate::input::outline::{NodeId, Outline};
use crate::model::dialect::Dialect;
use crate::model::mapping::{self, LineKey, Mapping};
use crate::model::source::Plan;
use crate::model::syntax::Shape;

pub mod lines;
pub mod places;
pub mod score;

/// The fewest lines with a name and an amount that a tree is recognised by, if it does not have all three sections.
const FEWEST: usize = 3;

/// How a document, or the beginning of one, is read as a tree of lines; nothing if it is none, or if the canonical keys
/// would do.
pub fn plan(outline: &Outline) -> Option<Plan> {
    let mapping = mapping(outline)?;
    let evidence = evidence(&mapping);
    Some(Plan { dialect: Dialect::NamedTree, mapping: Some(Arc::new(mapping)), evidence })
}

/// The keys that fit a document best.
pub fn mapping(outline: &Outline) -> Option<Mapping> {
    let places = Places::find(outline)?;
    let survey = Survey::of(outline, &places);
    let choice = score::choose(&survey)?;
    let mapping = fitting(outline, &places, &survey, choice);
    let fewest = if places.known == 3 { 1 } else { FEWEST };
    (reads(outline, &mapping) >= fewest && !is_canonical(outline, &mapping, &places)).then_some(mapping)
}

/// The mapping of what was found and chosen.
fn fitting(outline: &Outline, places: &Places, survey: &Survey<'_>, choice: score::Choice) -> Mapping {
    let Places { path, sections, roots, .. } = places.clone();
    let named = places.named(outline, &choice.name);
    Mapping {
        path,
        sections: sections.into_iter().chain(named).collect(),
        roots,
        name: choice.name,
        amount: choice.amount,
        account_id: choice.account_id,
        items: survey.items.first().cloned().unwrap_or_default(),
        also: choice.also,
    }
}

/// Looks at the first document of a file, as far as it is there.
pub fn survey(beginning: &[u8], asked: Option<&Mapping>) -> mapping::Survey {
    let mut outline = Documents::look(beginning);
    outline.seal();
    let places = Places::find(&outline);
    let found = places.as_ref().map(|places| Survey::of(&outline, places)).unwrap_or_default();
    let best = || {
        let choice = score::choose(&found).unwrap_or_default();
        fitting(&outline, &places.clone().unwrap_or_default(), &found, choice)
    };
    let mapping = asked.cloned().unwrap_or_else(best);
    let likely = |candidates: score::Candidates| candidates.into_iter().map(|(key, _)| key).take(8).collect();
    let candidates = [score::names(&found), score::amounts(&found), score::ids(&found)].map(likely);
    let first = |line: NodeId, is| {
        let keys = keys(&mapping, is);
        keys.iter().filter_map(|key| outline.get(line, key)).find(|node| is_filled(&outline, *node))
    };
    let shown = |line: NodeId, is| match first(line, is) {
        Some(node) if outline.shape(node) == Shape::Object => {
            outline.children(node).map(|part| outline.text(part)).collect::<Vec<_>>().join(" ")
        }
        Some(node) => outline.text(node).chars().take(60).collect(),
        None => String::new(),
    };
    let lines = Survey::by(&outline, &Places::by(&outline, &mapping), keys(&mapping, LineKey::Items)).lines;
    let example =
        |line: &NodeId| [LineKey::Name, LineKey::AccountId, LineKey::Amount].map(|is| shown(*line, is));
    let examples = lines.iter().take(3).map(example).collect();
    let lines = reads(&outline, &mapping);
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    mapping::Survey { mapping, candidates, examples, lines }
}

/// How many lines a mapping finds in a document that have a name and an amount.
pub fn reads(outline: &Outline, mapping: &Mapping) -> usize {
    let places = Places::by(outline, mapping);
    let survey = Survey::by(outline, &places, keys(mapping, LineKey::Items));
    let (names, amounts) = (keys(mapping, LineKey::Name), keys(mapping, LineKey::Amount));
    let has = |line: &&NodeId| {
        let filled = |key: &String| outline.get(**line, key).is_some_and(|node| is_filled(outline, node));
        names.iter().any(filled) && amounts.iter().any(filled)
    };
    survey.lines.iter().filter(has).count()
}

/// The keys for one thing, the first one first.
fn keys(mapping: &Mapping, is: LineKey) -> Vec<String> {
    let first = match is {
        LineKey::Name => &mapping.name,
        LineKey::Amount => &mapping.amount,
        LineKey::AccountId => &mapping.account_id,
        LineKey::Items | LineKey::Currency | LineKey::Other => &mapping.items,
    };
    std::iter::once(first.clone()).chain(mapping.also_for(is).map(str::to_owned)).collect()
}

/// The keys that a mapping is recognised by.
pub fn evidence(mapping: &Mapping) -> Vec<String> {
    let sections = mapping.sections.iter().map(|(key, _)| key);
    let keys = [&mapping.roots, &mapping.name, &mapping.amount, &mapping.account_id, &mapping.items];
    let also = mapping.also.iter().map(|(key, _)| key);
    sections.chain(keys).chain(also).filter(|key| !key.is_empty()).cloned().collect()
}

/// Whether the canonical reader reads the same: its keys, where it looks for them, holding what it takes.
fn is_canonical(outline: &Outline, mapping: &Mapping, places: &Places) -> bool {
    let plain = Mapping::canonical();
    let known = |key: &String| plain.sections.iter().any(|(own, _)| own.eq_ignore_ascii_case(key));
    let lines = |own: &Mapping| (own.name.clone(), own.amount.clone(), own.items.clone(), own.roots.clone());
    let path = mapping.path.is_empty() || mapping.path == [fields::STATEMENT_LIST];
    path && mapping.also.is_empty()
        && mapping.sections.iter().all(|(key, _)| known(key))
        && lines(mapping) == lines(&plain)
        && (mapping.account_id.is_empty() || mapping.account_id == plain.account_id)
        && !places.has_lists(outline)
        && !score::has_objects(outline, places, &mapping.amount)
}
