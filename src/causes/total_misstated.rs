//! Total misstated: a total is wrong itself, for the total above it, or the equation, differs by as much the other way.

use crate::causes::gap::{Gap, MOST_NAMED};
use crate::causes::phrase;
use crate::causes::total_gap::misstated_items;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::check::Subject;
use crate::model::lines::LineId;
use crate::rules::words;

/// This total, unless it is already told how it came to be wrong; and the totals among its items.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let Subject::Total(group) = gap.subject else { return };
    let told = causes.iter().any(|cause| cause.lines.first() == Some(&group));
    if gap.located() && !told {
        causes.push(misstated(gap, gap.ties, vec![group]));
    }
    let items: Vec<LineId> = misstated_items(gap.prepared, group, gap.amount).take(MOST_NAMED + 1).collect();
    if !items.is_empty() && items.len() <= MOST_NAMED {
        causes.push(misstated(gap, "both totals tie", items));
    }
}

fn misstated(gap: &Gap<'_>, ties: &str, lines: Vec<LineId>) -> Cause {
    let names = phrase::either(gap.prepared.statement(), &lines);
    let calculated = match lines.as_slice() {
        [line] => gap.prepared.examined.check_of(*line).and_then(|check| check.calculated),
        _ => None,
    };
    let amount = calculated.map(|amount| format!(", {}", words::amount(amount))).unwrap_or_default();
    let text = format!("{ties} if {names} is its calculated amount{amount}");
    Cause { kind: CauseKind::TotalMisstated, strength: Strength::Strong, text, lines }
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 9250.00
              Cash 9232.80
              Banks 88.21
                Here 17.20",
            &[
                "assets: strong total-misstated: both totals tie if `Banks` is its calculated amount, 17.20",
                "Banks: strong total-misstated: both totals tie if `Banks` is its calculated amount, 17.20",
            ],
        ),
        (
            "
            assets 9250.00
              Cash 9171.59
            liabilities 171.59
              Loans 171.59
            equity 9000.00
              Capital 9000.00",
            &[
                "assets: strong total-misstated: the total and the equation tie if `assets` is its calculated amount, 9,171.59",
                ": strong failing-totals: the equation ties if `assets` is its calculated amount, 9,171.59",
            ],
        ),
    ];

    #[test]
    fn a_total_that_is_wrong_itself_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
