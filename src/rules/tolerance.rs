//! What a statement's own rounding can explain: XBRL Calculations 1.1, round mode.

use crate::model::amount::Amount;
use crate::model::settings::Tolerance;
use crate::rules::amounts::Amounts;

/// The decimals a statement's amounts are taken to be rounded to: the most that at least two amounts are written
/// to, because JSON numbers lose trailing zeros and one amount proves nothing. Without such a pair, the most
/// that any amount is written to.
///
/// What floats left behind (4643976.270000001) does not count unless there is nothing else: nobody rounded to those
/// decimals, and two of them would turn a tolerance of half a cent into one of a billionth, so that every rounding
/// in the statement would be told as an error.
pub fn decimals(amounts: &Amounts) -> u32 {
    let any = amounts.seen.iter().any(|count| *count > 0);
    let seen = if any { amounts.seen } else { amounts.residues };
    let most =
        |enough: u64| (0_u32..).zip(seen).filter(|(_, count)| *count >= enough).map(|(at, _)| at).last();
    most(2).or_else(|| most(1)).unwrap_or(0)
}

/// The largest difference that is still rounding, for a total over `addends` amounts.
///
/// An amount written to *d* decimals stands for itself ± ½·10^−*d*; so does each addend. The two intervals meet if
/// the difference is at most ½·10^−*d* × (1 + addends), the edge included.
pub fn allowed(setting: Tolerance, decimals: u32, addends: u32) -> Option<Amount> {
    match setting {
        Tolerance::FromData => Amount::from_small(5 * (1 + i64::from(addends)), decimals + 1),
        Tolerance::Exact => Some(Amount::ZERO),
        Tolerance::Fixed(amount) => Some(amount),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::amount::Amount;
    use crate::model::lines::{AmountState, Lines};
    use crate::model::place::Place;
    use crate::model::settings::Tolerance;
    use crate::rules::amounts::Amounts;
    use crate::rules::tolerance::{allowed, decimals};

    fn taken(amounts: &[&str]) -> u32 {
        let mut lines = Lines::default();
        for text in amounts {
            let line = lines.push(None, 0, Place::default()).expect("a line");
            lines.set_amount(line, AmountState::Number, Amount::parse(text).ok(), text);
        }
        decimals(&Amounts::of(&lines))
    }

    #[test]
    fn what_floats_left_behind_is_no_rounding() {
        let (one, two) = ("4643976.270000001", "870000.030000001");
        assert_eq!(taken(&["1.25", "3.50", one, two]), 2);
        assert_eq!(taken(&["1.25", one, two]), 2);
        assert_eq!(taken(&[one, two]), 9, "nothing else is known");
        assert_eq!(taken(&["1.25", "3.5", "0.125", "7"]), 3, "no pair: the most of any");
    }

    #[test]
    fn three_facts_to_two_decimals_allow_one_and_a_half_cents() {
        assert_eq!(allowed(Tolerance::FromData, 2, 2).map(|a| a.to_string()).as_deref(), Some("0.015"));
    }

    #[test]
    fn whole_numbers_allow_half_a_unit_each() {
        assert_eq!(allowed(Tolerance::FromData, 0, 3).map(|a| a.to_string()).as_deref(), Some("2.0"));
    }
}
