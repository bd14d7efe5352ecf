//! Why a check probably differs.

use crate::model::lines::LineId;

/// What kind of mistake it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// An amount has the wrong sign.
    SignFlipped,
    /// An item is listed but not in the total.
    ItemOmitted,
    /// An item is in the total twice.
    ItemDoubled,
    /// An item stands in another group than the one that counts it.
    ItemMoved,
    /// The decimal point of an amount is one to three places off.
    PointSlipped,
    /// Two neighbouring digits of an amount are swapped.
    DigitsSwapped,
    /// One digit of an amount is another.
    DigitMistyped,
    /// Two items together are not in the total, or are in it twice.
    TwoItems,
    /// The total itself is wrong: the total above it differs by as much the other way.
    TotalMisstated,
    /// A line is counted on one side of the equation only.
    OneSided,
    /// Failing totals explain the whole difference of the equation.
    FailingTotals,
}

impl CauseKind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            CauseKind::SignFlipped => "sign-flipped",
            CauseKind::ItemOmitted => "item-omitted",
            CauseKind::ItemDoubled => "item-doubled",
            CauseKind::ItemMoved => "item-moved",
            CauseKind::PointSlipped => "point-slipped",
            CauseKind::DigitsSwapped => "digits-swapped",
            CauseKind::DigitMistyped => "digit-mistyped",
            CauseKind::TwoItems => "two-items",
            CauseKind::TotalMisstated => "total-misstated",
            CauseKind::OneSided => "one-sided",
            CauseKind::FailingTotals => "failing-totals",
        }
    }
}

/// How much the figures prove. The order is from most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Chance hardly ever makes figures agree like this.
    Strong,
    /// It would explain the figures, and so would other things.
    Weak,
}

impl Strength {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Strength::Strong => "strong",
            Strength::Weak => "weak",
        }
    }
}

/// One probable cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What kind it is.
    pub kind: CauseKind,
    /// How much the figures prove.
    pub strength: Strength,
    /// It in words: lower case, no full stop, names in backticks.
    pub text: String,
    /// The lines it names, the one to look at first in front.
    pub lines: Vec<LineId>,
}
