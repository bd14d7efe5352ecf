//! Which of several causes is the most probable.

use crate::model::cause::{Cause, CauseKind, Strength};

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

/// Puts the most probable cause first; those of one rank stay as they are.
pub fn sort(causes: &mut [Cause]) {
    causes.sort_by_key(|cause| {
        let kinds = if cause.strength == Strength::Strong { STRONG } else { WEAK };
        let at = kinds.iter().position(|kind| *kind == cause.kind).unwrap_or(kinds.len());
        (cause.strength, at)
    });
}
