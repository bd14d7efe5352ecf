//! Item doubled: the total counts an item twice.

use crate::causes::gap::Gap;
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::check::Subject;
use crate::model::lines::LineId;

/// Items that, counted twice, would make the total tie.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let kind = CauseKind::ItemDoubled;
    let Subject::Total(group) = gap.subject else { return };
    let found = gap.prepared.holding_in(gap.amount, group);
    if let Some((any, lines)) = phrase::any_of(gap, found.clone()) {
        let text = format!("the total ties if {any} is counted twice");
        causes.push(Cause { kind, strength: Strength::Weak, text, lines });
        return;
    }
    let lines: Vec<LineId> = found.collect();
    if lines.is_empty() {
        return;
    }
    let (names, strength) = (phrase::either(gap.prepared.statement(), &lines), gap.strength());
    let text = match strength {
        Strength::Strong => format!("the total counts {names} twice"),
        Strength::Weak => format!("the total ties if {names} is counted twice"),
    };
    causes.push(Cause { kind, strength, text, lines });
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
        (
            "
            assets 63.00
              Cash 50.00
              Goods 6.50",
            &["assets: weak item-doubled: the total ties if `Goods` is counted twice"],
        ),
        (
            "
            assets 12334.80
              Cash 1248.20
              A 1385.60
              B 1385.60
              C 1385.60
              D 1385.60
              E 1385.60
              F 1385.60
              G 1385.60
              Other 1.80",
            &["assets: weak item-doubled: the total ties if any one of 7 lines of 1,385.60 is counted twice"],
        ),
    ];

    #[test]
    fn an_item_that_the_total_counts_twice_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
