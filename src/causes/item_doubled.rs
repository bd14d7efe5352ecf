//! Item doubled: the total counts an item twice.

use crate::causes::gap::{Found, Gap, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind};

/// Items that, counted twice, would make the total tie.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let found = gap.matching(Of::Counting, &|Found { amount, truth, .. }| truth == 2 * amount);
    if found.is_empty() {
        return;
    }
    let lines = lines(&found);
    let text = format!("the total counts {} twice", phrase::either(gap.prepared.statement(), &lines));
    causes.push(Cause { kind: CauseKind::ItemDoubled, strength: gap.strength(), text, lines });
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 11332.40
              Cash 9250.00
              Goods 1041.20",
            &["assets: strong item-doubled: the total counts `Goods` twice"],
        ),
        (
            "
            assets 12373.60
              Cash 9250.00
              Goods 1041.20
              Stores 1041.20",
            &["assets: strong item-doubled: the total counts `Goods` or `Stores` twice"],
        ),
    ];

    #[test]
    fn an_item_that_the_total_counts_twice_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
