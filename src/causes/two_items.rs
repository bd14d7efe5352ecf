//! Two items: two items together are not in the total, or are in it twice.

use crate::causes::gap::Gap;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::lines::LineId;
use crate::rules::words;

/// The most items whose pairs are tried.
const MOST_ITEMS: usize = 200;

/// How many times more amounts there must be than pairs, for an agreement to be more than chance.
const RARE: u128 = 20;

/// The only pair that is the difference, where pairs are few and nothing better was found.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let strong = causes.iter().any(|cause| cause.strength == Strength::Strong);
    if strong || gap.counted.len() > MOST_ITEMS {
        return;
    }
    let items = gap.counted.iter().filter_map(|suspect| gap.found(*suspect));
    let items: Vec<(LineId, i128)> = items.map(|found| (found.line, found.amount)).collect();
    let pairs = (items.len() * items.len()) as u128;
    if items.len() < 3 || gap.steps() < RARE * pairs {
        return;
    }
    let pairs = items.iter().enumerate().flat_map(|(at, first)| {
        let rest = items.get(at + 1..).unwrap_or_default();
        rest.iter().map(move |second| (first, second))
    });
    let mut fitting = pairs.filter(|((_, a), (_, b))| (a + b).abs() == gap.amount.abs());
    let (Some(((first, a), (second, b))), None) = (fitting.next(), fitting.next()) else { return };
    let statement = gap.prepared.statement();
    let does = if a + b == gap.amount { "counts both twice" } else { "leaves both out" };
    let text = format!(
        "{} and {} together are the difference: the total {does}",
        words::name(statement, *first),
        words::name(statement, *second)
    );
    causes.push(Cause {
        kind: CauseKind::TwoItems,
        strength: Strength::Weak,
        text,
        lines: vec![*first, *second],
    });
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
            &[
                "assets: weak two-items: `Goods` and `Stores` together are the difference: the total leaves both out",
            ],
        ),
        (
            "
            assets 12106.70
              Cash 9250.00
              Goods 1041.20
              Stores 387.15",
            &[
                "assets: weak two-items: `Goods` and `Stores` together are the difference: the total counts both twice",
            ],
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
