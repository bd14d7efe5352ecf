//! What one look over all amounts of a statement tells, so that rules need not look again for what is not there.

use crate::model::lines::{AmountState, Lines};
use crate::rules::double;
use crate::rules::residue::is_residue;

/// How many decimals an amount may have, and none.
const COUNTS: usize = 29;

/// What the lines of a statement have for amounts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Amounts {
    /// A bit for each state that some line's amount is in.
    states: u16,
    /// How many amounts have how many decimals: those that look as if they were written so, and those that a float left.
    pub seen: [u64; COUNTS],
    /// Those that a float left.
    pub residues: [u64; COUNTS],
    /// How many amounts that are written as text have how many decimals.
    pub texts: [u64; COUNTS],
    /// Whether some amount has so many digits that a double may change it.
    pub are_long: bool,
}

impl Amounts {
    /// Those of these lines.
    pub fn of(lines: &Lines) -> Amounts {
        let mut amounts = Amounts::default();
        for line in lines.all() {
            let state = lines.amount_state(line);
            amounts.states |= 1 << state as u16;
            let Some(amount) = lines.amount(line) else { continue };
            let at = amount.decimals() as usize;
            let count = |counts: &mut [u64; COUNTS]| {
                if let Some(count) = counts.get_mut(at) {
                    *count += 1;
                }
            };
            count(if is_residue(amount) { &mut amounts.residues } else { &mut amounts.seen });
            if matches!(state, AmountState::Text | AmountState::Decorated) {
                count(&mut amounts.texts);
            }
            amounts.are_long |=
                amount.small().is_none_or(|mantissa| mantissa.unsigned_abs() >= double::FIRST_CHANGED);
        }
        amounts
    }

    /// Whether some line's amount is in one of these states.
    pub fn have(&self, states: &[AmountState]) -> bool {
        states.iter().any(|state| self.states >> *state as u16 & 1 == 1)
    }

    /// Whether some amount has more decimals than that.
    pub fn have_more_than(&self, decimals: u32) -> bool {
        let more = |counts: &[u64; COUNTS]| counts.iter().skip(decimals as usize + 1).any(|count| *count > 0);
        more(&self.seen) || more(&self.residues)
    }
}
