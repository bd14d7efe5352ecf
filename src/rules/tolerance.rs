//! What a statement's own rounding can explain: XBRL Calculations 1.1, round mode.

use crate::model::amount::Amount;
use crate::model::lines::Lines;
use crate::model::settings::Tolerance;

/// The decimals a statement's amounts are taken to be rounded to: the most that at least two amounts are written
/// to, because JSON numbers lose trailing zeros and one amount proves nothing. Without such a pair, the most
/// that any amount is written to.
pub fn decimals(lines: &Lines) -> u32 {
    let mut seen = [0_u8; 29];
    for amount in lines.all().filter_map(|line| lines.amount(line)) {
        if let Some(count) = seen.get_mut(amount.decimals() as usize) {
            *count = count.saturating_add(1);
        }
    }
    let most =
        |enough: u8| (0_u32..).zip(seen).filter(|(_, count)| *count >= enough).map(|(at, _)| at).last();
    most(2).or_else(|| most(1)).unwrap_or(0)
}

/// The largest difference that is still rounding, for a total over `addends` amounts.
///
/// An amount written to *d* decimals stands for itself ± ½·10^−*d*; so does each addend. The two intervals meet if
/// the difference is at most ½·10^−*d* × (1 + addends), the edge included.
pub fn allowed(setting: Tolerance, decimals: u32, addends: u32) -> Option<Amount> {
    match setting {
        Tolerance::FromData => Amount::from_scaled(5 * (1 + i128::from(addends)), decimals + 1),
        Tolerance::Exact => Some(Amount::ZERO),
        Tolerance::Fixed(amount) => Some(amount),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::settings::Tolerance;
    use crate::rules::tolerance::allowed;

    #[test]
    fn three_facts_to_two_decimals_allow_one_and_a_half_cents() {
        assert_eq!(allowed(Tolerance::FromData, 2, 2).map(|a| a.to_string()).as_deref(), Some("0.015"));
    }

    #[test]
    fn whole_numbers_allow_half_a_unit_each() {
        assert_eq!(allowed(Tolerance::FromData, 0, 3).map(|a| a.to_string()).as_deref(), Some("2.0"));
    }
}
