//! Digits swapped: two neighbouring digits of an amount are in the wrong order.

use crate::causes::digits::{digit, leading, same_width};
use crate::causes::gap::{Found, Gap, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind, Strength};

/// The most lines that are named. A difference of nine times a digit is rare enough to speak for a swap, whichever of
/// the lines has it.
const MOST: usize = 40;

/// Lines that would close the gap with two neighbouring digits swapped. That changes an amount by nine times a digit
/// at some place, so nearly always there is nothing to look for.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let (digits, power) = leading(gap.amount);
    if digits % 9 != 0 || digits.abs() > 81 {
        return;
    }
    let found = gap.matching_at_most(MOST, Of::Writing, &|found| swaps(gap, found, digits / 9, power));
    if found.is_empty() {
        return;
    }
    let strength = if gap.located() { Strength::Strong } else { Strength::Weak };
    let text = phrase::amended(
        gap,
        &found,
        "two of its digits are swapped",
        ("two neighbouring digits of ", " are swapped"),
    );
    causes.push(Cause { kind: CauseKind::DigitsSwapped, strength, text, lines: lines(&found) });
}

fn swaps(gap: &Gap<'_>, Found { line, amount, truth }: Found, by: i128, power: i128) -> bool {
    if power.unsigned_abs() < gap.prepared.last_place(line) || !same_width(amount, truth, gap.prepared.scale)
    {
        return false;
    }
    let by = if (truth > amount) == (amount > 0) { by.abs() } else { -by.abs() };
    let (low, high) = (digit(amount.abs(), power), digit(amount.abs(), power * 10));
    low - high == by
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 9250.00
              Cash 9178.80
              Goods 17.20",
            &[
                "assets: weak digits-swapped: the total ties if `Goods` is 71.20: two of its digits are swapped",
            ],
        ),
        (
            "
            assets -9250.00
              Cash -9178.80
              Goods -17.20
              Stores -28.00
              Coins 28.00",
            &[
                "assets: weak digits-swapped: the total ties if two neighbouring digits of `Goods` or `Stores` are swapped",
            ],
        ),
        (
            "
            assets 9250.00
              Cash 9178.80
              Banks 17.20
                Here 71.20
            liabilities 9250.00
              Loans 9250.00
            equity 0
              Capital 0",
            &[
                "assets: strong total-misstated: both totals tie if `Banks` is its calculated amount, 71.20",
                "Banks: strong digits-swapped: both totals tie if `Banks` is 71.20: two of its digits are swapped",
            ],
        ),
    ];

    #[test]
    fn swapped_digits_are_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
