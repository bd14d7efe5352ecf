//! One-sided: a line is counted on one side of the equation only.

use crate::causes::gap::{Found, Gap, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind};
use crate::model::lines::LineId;

/// Lines without which, or with which a second time, the equation would tie.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let statement = gap.prepared.statement();
    let mut push = |text: String, lines: Vec<LineId>| {
        causes.push(Cause { kind: CauseKind::OneSided, strength: gap.strength(), text, lines });
    };
    let without = lines(&gap.matching(Of::Counting, &|Found { truth, .. }| truth == 0));
    if !without.is_empty() {
        let names = phrase::either(statement, &without);
        push(format!("{} without {names}: it is counted on one side only", gap.ties), without);
    }
    let twice = lines(&gap.matching(Of::Counting, &|Found { amount, truth, .. }| truth == 2 * amount));
    if !twice.is_empty() {
        let names = phrase::either(statement, &twice);
        push(format!("{} if {names} is counted a second time", gap.ties), twice);
    }
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 7040.00
              Cash 7040.00
            liabilities 840.00
              Loans 502.50
              Taxes 337.50
            equity 6537.50
              Capital 6537.50",
            &[": strong one-sided: the equation ties without `Taxes`: it is counted on one side only"],
        ),
        (
            "
            assets 7040.00
              Cash 7040.00
            liabilities 502.50
              Others 502.50
                Loans 165.00
                Taxes 337.50
            equity 6200.00
              Capital 6200.00",
            &[": strong one-sided: the equation ties if `Taxes` is counted a second time"],
        ),
    ];

    #[test]
    fn a_line_on_one_side_only_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
