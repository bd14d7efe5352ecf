//! Which of several causes is the most probable.

use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::order::arranged;

/// The kinds from most to least probable, if the figures agree beyond chance.
const STRONG: &[CauseKind] = &[
    CauseKind::FailingTotals,
    CauseKind::ItemMoved,
    CauseKind::SignFlipped,
    CauseKind::PointSlipped,
    CauseKind::ItemOmitted,
    CauseKind::ItemDoubled,
    CauseKind::OneSided,
    CauseKind::DigitsSwapped,
    CauseKind::DigitMistyped,
    CauseKind::TotalMisstated,
];

/// The kinds from most to least probable, if it may be chance.
const WEAK: &[CauseKind] = &[
    CauseKind::FailingTotals,
    CauseKind::SignFlipped,
    CauseKind::PointSlipped,
    CauseKind::ItemOmitted,
    CauseKind::ItemDoubled,
    CauseKind::OneSided,
    CauseKind::TotalMisstated,
    CauseKind::ItemMoved,
    CauseKind::DigitsSwapped,
    CauseKind::DigitMistyped,
    CauseKind::TwoItems,
];

/// The most probable cause first; those of one rank stay in their order.
pub fn ranked(causes: Vec<Cause>) -> Vec<Cause> {
    let rank = |cause: &Cause| {
        let kinds = if cause.strength == Strength::Strong { STRONG } else { WEAK };
        let at = kinds.iter().position(|kind| *kind == cause.kind).unwrap_or(kinds.len());
        (cause.strength, at)
    };
    arranged(causes, |a, b| rank(a).cmp(&rank(b)))
}
