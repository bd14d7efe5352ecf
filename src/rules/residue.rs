//! Amounts with more decimals than the others: which they are, and which of them a float left behind.

use crate::model::amount::Amount;
use crate::rules::amounts::Amounts;

/// The fewest significant digits of a float's residue: doubles are exact to 15, and sums lose one.
const RESIDUE_DIGITS: i128 = 10_i128.pow(13);

/// Whether an amount looks like what is left of a sum of doubles, such as 4643976.270000001: at least 14 significant
/// digits, and decimals that end in five or more noughts or nines and at most three other digits.
pub fn is_residue(amount: Amount) -> bool {
    if amount.decimals() < 5 {
        return false;
    }
    if amount.abs().mantissa() < RESIDUE_DIGITS {
        return false;
    }
    let mut rest = amount.abs().mantissa();
    let mut left = amount.decimals();
    for behind in 0..=3 {
        let (mut run, mut digits) = (0, rest);
        // Noughts that nothing follows are only a way to write the amount.
        let repeated = if behind > 0 && digits % 10 == 0 { 0 } else { 9 };
        while run < left && digits % 10 == repeated {
            (run, digits) = (run + 1, digits / 10);
        }
        if run >= 5 && !(repeated == 0 && amount.mantissa() % 10 == 0) {
            return true;
        }
        (rest, left) = (rest / 10, left.saturating_sub(1));
    }
    false
}

/// The decimals that a statement's amounts usually have: the most that at least two of them and one in ten have.
/// Without such a number, the most that any has. Residues of floats are no witnesses; nothing if there are no others.
pub fn usual(amounts: &Amounts) -> Option<u32> {
    let seen = amounts.seen;
    let all: u64 = seen.iter().sum();
    let most =
        |enough: u64| (0_u32..).zip(seen).filter(|(_, count)| *count >= enough).map(|(at, _)| at).last();
    most(all.div_ceil(10).max(2)).or_else(|| most(1))
}

/// The amount to `decimals` decimals, a half away from zero; nothing if it does not fit.
pub fn rounded(amount: Amount, decimals: u32) -> Option<Amount> {
    let Some(drop) = amount.decimals().checked_sub(decimals).filter(|drop| *drop > 0) else {
        return Some(amount);
    };
    let unit = 10_i128.checked_pow(drop)?;
    let half = if amount.is_negative() { -unit / 2 } else { unit / 2 };
    Amount::from_scaled((amount.mantissa() + half) / unit, decimals)
}

#[cfg(test)]
mod tests {
    use crate::model::amount::Amount;
    use crate::rules::residue::{is_residue, rounded};

    #[test]
    fn a_residue_ends_in_noughts_or_nines_and_a_few_digits() {
        let cases = [
            ("4643976.270000001", true),
            ("-4643976.270000001", true),
            ("0.30000000000000004", true),
            ("1234.5699999999997", true),
            ("123456789.1299999", true),
            ("8700000.0000001", true),
            // Too few digits, too short a run, too much behind it.
            ("43976.27000001", false),
            ("1234567890.270001", false),
            ("1234567.2700001234", false),
            ("1234567.2700000123", true),
            ("1234567.123456789", false),
            // Noughts at the end are how it is written.
            ("12345678.2700000", false),
            ("12345678.0000000", false),
            ("12345678900000", false),
            ("99999999999999", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_residue(Amount::parse(text).expect("an amount")), expected, "{text}");
        }
    }

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        let cases =
            [("1.005", "1.01"), ("-1.005", "-1.01"), ("1.0049", "1.00"), ("5", "5"), ("0.1999999", "0.20")];
        for (text, expected) in cases {
            let amount = rounded(Amount::parse(text).expect("an amount"), 2).map(|amount| amount.to_string());
            assert_eq!(amount.as_deref(), Some(expected), "{text}");
        }
    }
}
