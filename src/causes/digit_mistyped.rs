//! Digit mistyped: one digit of an amount is another.

use crate::causes::digits::{digit, leading, same_width};
use crate::causes::gap::{Found, Gap, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind, Strength};

/// Lines that would close the gap with one other digit. That changes an amount by a digit at some place, so mostly
/// there is nothing to look for.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let (by, power) = leading(gap.amount);
    if by.abs() > 9 {
        return;
    }
    let found = gap.matching(Of::Writing, &|found| mistypes(gap, found, by, power));
    if found.is_empty() {
        return;
    }
    let strength = if gap.located() { Strength::Strong } else { Strength::Weak };
    let text =
        phrase::amended(gap, &found, "one of its digits is mistyped", ("one digit of ", " is mistyped"));
    causes.push(Cause { kind: CauseKind::DigitMistyped, strength, text, lines: lines(&found) });
}

fn mistypes(gap: &Gap<'_>, Found { line, amount, truth }: Found, by: i128, power: i128) -> bool {
    if power.unsigned_abs() < gap.prepared.last_place(line) || !same_width(amount, truth, gap.prepared.scale)
    {
        return false;
    }
    let by = if (truth > amount) == (amount > 0) { by.abs() } else { -by.abs() };
    (0..10).contains(&(digit(amount.abs(), power) + by))
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 9242.40
              Cash 9171.20
              Goods 75.20
            liabilities 9242.40
              Loans 9242.40
            equity 0
              Capital 0",
            &[
                "assets: weak digit-mistyped: the total ties if `Goods` is 71.20: one of its digits is mistyped",
            ],
        ),
        (
            "
            assets 9250.00
              Cash 9170.00
              Goods 70.00",
            &[
                "assets: weak digit-mistyped: the total ties if one digit of `assets`, `Cash` or `Goods` is mistyped",
            ],
        ),
        (
            "
            assets 90.00
              A 11.00
              B 11.01
              C 11.02
              D 11.03
              E 11.04
              F 11.05
              G 20.85",
            &[],
        ),
    ];

    #[test]
    fn a_mistyped_digit_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
