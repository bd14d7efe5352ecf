//! Weighs which key of the lines is their name, their amount and their account id.

use crate::input::figures::amount_of;
use crate::input::infer::lines::{Column, Survey, is_filled, is_money};
use crate::input::infer::places::Places;
use crate::input::meaning::letters;
use crate::input::outline::{NodeId, Outline};
use crate::model::mapping::LineKey;
use crate::model::order::arranged;
use crate::model::sum::Sum;
use crate::model::syntax::Shape;

/// Words that keys often are, with how much they speak for it; the rest of the weight is what the data says.
const NAMES: &[&str] =
    &["name", "label", "title", "accountname", "displayname", "description", "account", "caption", "text"];
const AMOUNTS: &[&str] =
    &["value", "amount", "balance", "total", "net", "netamount", "sum", "closingbalance", "currentbalance"];
const IDS: &[&str] = &[
    "accountid",
    "remoteid",
    "id",
    "code",
    "number",
    "accountcode",
    "accountnumber",
    "glcode",
    "nominalcode",
    "uuid",
    "guid",
    "ref",
    "key",
];

/// How much the first word speaks for a key; each later one a little less.
const WORD: i64 = 30;

/// The keys that were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The name.
    pub name: String,
    /// The amount.
    pub amount: String,
    /// The account id; empty if no key is one.
    pub account_id: String,
    /// Further keys, of the lines that have none of these.
    pub also: Vec<(String, LineKey)>,
}

/// Candidates for a field, the best first, with their scores.
pub type Candidates = Vec<(String, i64)>;

/// The best keys; nothing if there is no name or no amount among them.
pub fn choose(survey: &Survey<'_>) -> Option<Choice> {
    let amount = amounts(survey).into_iter().next()?.0;
    let name = names(survey).into_iter().find(|(key, _)| *key != amount)?.0;
    let id = ids(survey).into_iter().find(|(key, _)| *key != amount && *key != name);
    let account_id = id.map(|(key, _)| key).unwrap_or_default();
    let taken = [name.as_str(), amount.as_str(), account_id.as_str()];
    let items = survey.items.iter().skip(1).map(|key| (key.clone(), LineKey::Items));
    let name_too = second(survey, &name, &taken, NAMES, |column| column.texts);
    let amount_too = second(survey, &amount, &taken, AMOUNTS, |column| column.amounts);
    let also = items
        .chain(name_too.map(|key| (key, LineKey::Name)))
        .chain(amount_too.map(|key| (key, LineKey::Amount)))
        .collect();
    Some(Choice { name, amount, account_id, also })
}

/// A key that most of the lines have which lack the first one, and no line beside it.
fn second(
    survey: &Survey<'_>,
    first: &str,
    taken: &[&str],
    words: &[&str],
    of_kind: fn(&Column) -> usize,
) -> Option<String> {
    let outline = survey.outline?;
    let has = |line: NodeId, key: &str| outline.get(line, key).is_some_and(|node| is_filled(outline, node));
    let lacking: Vec<NodeId> = survey.lines.iter().copied().filter(|line| !has(*line, first)).collect();
    let fits = |(key, column): &(&str, &Column)| {
        let there = lacking.iter().filter(|line| has(**line, key)).count();
        !taken.contains(key)
            && word(key, words) > 0
            && of_kind(column) == column.filled
            && there == column.filled
            && there * 2 >= lacking.len()
    };
    let best = survey.columns().filter(fits).max_by_key(|(key, _)| word(key, words));
    best.map(|(key, _)| key.to_owned())
}

/// The keys that may be the name.
pub fn names(survey: &Survey<'_>) -> Candidates {
    best(survey, |key, column, all| {
        let texts = share(column.texts, all);
        let different = share(column.different, column.filled);
        let codes = share(column.codes, column.filled);
        (texts >= 50).then(|| texts + different / 2 - codes / 2 + word(key, NAMES) - order(column))
    })
}

/// The keys that may be the amount.
pub fn amounts(survey: &Survey<'_>) -> Candidates {
    best(survey, |key, column, all| {
        // One side of an account is no amount of it.
        if matches!(letters(key).as_str(), "debit" | "credit" | "debits" | "credits" | "dr" | "cr") {
            return None;
        }
        // What is nought everywhere proves nothing; it may be a number of something else.
        if column.beyond_zero == 0 && word(key, AMOUNTS) == 0 {
            return None;
        }
        let amounts = share(column.amounts, all);
        // A number that is never the same twice may as well be an id, unless totals are made of it.
        (amounts >= 50)
            .then(|| amounts + word(key, AMOUNTS) - word(key, IDS) + ties(survey, key) - order(column))
    })
}

/// The keys that may be the account id.
pub fn ids(survey: &Survey<'_>) -> Candidates {
    best(survey, |key, column, _| {
        let different = share(column.different, column.filled);
        let known = word(key, IDS);
        let score = different / 2 + share(column.codes, column.filled) / 2 + known - order(column);
        // Without a word for it, only what is different on every line and looks like one.
        let likely = known > 0 || (different >= 95 && share(column.codes, column.filled) >= 95);
        (likely && different >= 50 && column.filled > 0).then_some(score)
    })
}

/// Whether an amount is an object somewhere.
pub fn has_objects(outline: &Outline, places: &Places, amount: &str) -> bool {
    let objects = |node| outline.get(node, amount).is_some_and(|node| outline.shape(node) == Shape::Object);
    let lines = Survey::of(outline, places);
    lines.lines.iter().any(|line| objects(*line))
}

fn best(survey: &Survey<'_>, score: impl Fn(&str, &Column, usize) -> Option<i64>) -> Candidates {
    let all = survey.lines.len();
    let scored = survey.columns().filter_map(|(key, column)| {
        let score = score(key, column, all)?;
        Some((key.to_owned(), score))
    });
    let scored: Candidates = scored.collect();
    arranged(scored, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)))
}

fn share(part: usize, all: usize) -> i64 {
    i64::try_from(part.saturating_mul(100) / all.max(1)).unwrap_or(0)
}

fn word(key: &str, words: &[&str]) -> i64 {
    let plain = letters(key);
    words.iter().zip(0_i64..).find(|(word, _)| **word == plain).map_or(0, |(_, at)| WORD - at)
}

/// Earlier keys are a little likelier.
fn order(column: &Column) -> i64 {
    i64::try_from(column.position.min(20)).unwrap_or(20)
}

/// How much the totals that are made of their items speak for a key: up to 60.
fn ties(survey: &Survey<'_>, key: &str) -> i64 {
    let Some(outline) = survey.outline else { return 0 };
    let amount = |at: usize| {
        let node = outline.get(*survey.lines.get(at)?, key)?;
        match outline.shape(node) {
            Shape::Object if is_money(outline, node) => {
                outline.children(node).find_map(|child| amount_of(outline.shape(child), outline.text(child)))
            }
            shape => amount_of(shape, outline.text(node)),
        }
    };
    let (mut groups, mut tying) = (0, 0);
    for (at, below) in survey.below.iter().enumerate().filter(|(_, below)| !below.is_empty()) {
        groups += 1;
        let mut sum = Sum::ZERO;
        for item in below {
            let Some(own) = amount(*item) else { continue };
            sum = sum.plus(own);
        }
        let total = amount(at).filter(|own| !own.is_zero() || below.len() > 1);
        tying +=
            usize::from(total.is_some_and(|own| sum.total().is_some_and(|sum| sum.value() == own.value())));
    }
    if groups == 0 { 0 } else { share(tying, groups) * 60 / 100 }
}
