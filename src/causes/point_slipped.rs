//! Point slipped: the decimal point of an amount is one to three places off.

use crate::causes::gap::{Found, Gap, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind};

/// How far a point slips: by one digit, by two as between cents and units, by three as between units and thousands.
const SLIPS: [(i128, &str); 3] = [(10, "one place"), (100, "two places"), (1000, "three places")];

/// Lines that would close the gap with their point elsewhere.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    for (factor, places) in SLIPS {
        let found = gap.matching(Of::Writing, &|Found { amount, truth, .. }| {
            truth != 0
                && (amount.checked_mul(factor) == Some(truth) || truth.checked_mul(factor) == Some(amount))
        });
        if found.is_empty() {
            continue;
        }
        let one = format!("its decimal point is {places} off");
        let text =
            phrase::amended(gap, &found, &one, ("the decimal point of ", &format!(" is {places} off")));
        causes.push(Cause {
            kind: CauseKind::PointSlipped,
            strength: gap.strength_of_typed(),
            text,
            lines: lines(&found),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 9250.00
              Cash 9178.80
              Goods 7.12",
            &[
                "assets: strong point-slipped: the total ties if `Goods` is 71.20: its decimal point is one place off",
            ],
        ),
        (
            "
            assets 9250.00
              Cash 9178.80
              Goods 7120.00
              Coins 0",
            &[
                "assets: strong point-slipped: the total ties if `Goods` is 71.20: its decimal point is two places off",
            ],
        ),
        (
            "
            assets 9250000.00
              Cash 9178.80
              Goods 71.20
            liabilities 250.00
              Loans 250.00
            equity 9000.00
              Capital 9000.00",
            &[
                "assets: strong point-slipped: the total and the equation tie if `assets` is 9,250.00: its decimal point is three places off",
                ": strong failing-totals: the equation ties if `assets` is its calculated amount, 9,250.00",
            ],
        ),
        (
            "
            assets 7040.00
              Cash 7040.00
            liabilities 540.00
              Loans 540.00
            equity 65000.00
              Capital 65000.00",
            &[
                ": strong point-slipped: the equation ties if `Capital` is 6,500.00: its decimal point is one place off",
            ],
        ),
    ];

    #[test]
    fn a_slipped_point_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
