//! Two items: two items together are not in the total, or are in it twice.

use std::cmp::Ordering;

use crate::causes::gap::Gap;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::lines::LineId;
use crate::model::order::sorted;
use crate::rules::words;

/// The most items whose pairs are tried.
const MOST_ITEMS: usize = 200;

/// How many times more amounts there must be than pairs, for an agreement to be more than chance.
const RARE: u128 = 20;

/// The only pair that is the difference, where pairs are few and nothing better was found.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let strong = causes.iter().any(|cause| cause.strength == Strength::Strong);
    if strong {
        return;
    }
    let mut items: Vec<(i128, LineId)> = Vec::new();
    gap.each_counted(&mut |suspect| {
        if let Some(found) = gap.found(suspect) {
            items.push((found.amount, found.line));
        }
        items.len() <= MOST_ITEMS
    });
    let pairs = (items.len() * items.len()) as u128;
    if !(3..=MOST_ITEMS).contains(&items.len()) || gap.steps() < RARE * pairs {
        return;
    }
    let items = sorted(&items, Ord::cmp);
    let mut pairs = pairs_of(&items, gap.amount);
    let twice = !pairs.is_empty();
    pairs.extend(pairs_of(&items, -gap.amount));
    let [(first, second)] = pairs.as_slice() else { return };
    let statement = gap.prepared.statement();
    let both = words::list(&[words::name(statement, *first), words::name(statement, *second)]);
    let text = if twice {
        format!("the total ties if both {both} are counted twice")
    } else {
        format!("the total ties without {both}")
    };
    causes.push(Cause {
        kind: CauseKind::TwoItems,
        strength: Strength::Weak,
        text,
        lines: vec![*first, *second],
    });
}

/// The pairs that add up to `sum`, the earlier line first, of items sorted by amount; of amounts that occur more than
/// once, two pairs stand for all.
fn pairs_of(items: &[(i128, LineId)], sum: i128) -> Vec<(LineId, LineId)> {
    let mut pairs = Vec::new();
    let mut rest = items;
    while let [(low, first), middle @ .., (high, last)] = rest {
        rest = match (low + high).cmp(&sum) {
            Ordering::Less => rest.get(1..).unwrap_or_default(),
            Ordering::Greater => rest.get(..rest.len() - 1).unwrap_or_default(),
            Ordering::Equal => {
                let alike = middle.first().is_some_and(|(next, _)| next == low)
                    || middle.last().is_some_and(|(next, _)| next == high);
                let pair = (*first.min(last), *first.max(last));
                pairs.extend(std::iter::repeat_n(pair, if alike { 2 } else { 1 }));
                middle
            }
        };
    }
    pairs
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 9250.00
              Cash 9250.00
              Goods 1041.20
              Stores 387.15",
            &["assets: weak two-items: the total ties without `Goods` and `Stores`"],
        ),
        (
            "
            assets 12106.70
              Cash 9250.00
              Goods 1041.20
              Stores 387.15",
            &["assets: weak two-items: the total ties if both `Goods` and `Stores` are counted twice"],
        ),
        (
            "
            assets 9250.00
              Cash 9250.00
              Goods 1041.20
              Stores 387.15
              Others 387.15",
            &[],
        ),
        (
            "
            assets 92
              Cash 92
              Goods 10
              Stores 38",
            &[],
        ),
    ];

    #[test]
    fn two_items_that_are_the_difference_are_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
