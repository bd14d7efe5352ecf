//! One comparison of a reported amount with a calculated one.

use crate::model::amount::Amount;
use crate::model::lines::LineId;
use crate::model::statement::{SectionKind, StatementKind};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A group's reported amount with the reported amounts of its direct items.
    Total(LineId),
    /// Assets with liabilities plus equity.
    Equation,
    /// A total stated beside the tree, by its place in [`crate::model::header::Header::totals`], with the tree's.
    Stated(u32),
}

/// How a comparison came out. The order is from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// No difference at all.
    Ties,
    /// A difference inside the tolerance.
    Rounding,
    /// An operand is missing.
    NotCheckable,
    /// A difference outside the tolerance.
    Differs,
}

impl Outcome {
    /// Its name in reports and tables.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Ties => "ties",
            Outcome::Rounding => "rounding",
            Outcome::NotCheckable => "not-checkable",
            Outcome::Differs => "differs",
        }
    }
}

/// Why a comparison could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The group states no amount.
    NoTotal,
    /// The group's amount cannot be read.
    TotalUnreadable,
    /// Items without a readable amount: the first, and how many there are.
    ItemsWithoutAmount {
        /// The first of them.
        first: LineId,
        /// How many.
        count: u32,
    },
    /// Some items are no objects, so that their amounts are unknown.
    ItemsMalformed,
    /// Sections that are not there.
    SectionsMissing(Vec<SectionKind>),
    /// A section that stands in the file more than once.
    SectionRepeated(SectionKind),
    /// A section whose own amount is missing or unreadable.
    SectionWithoutAmount(LineId),
    /// It is a statement that has no equation.
    NoEquation(StatementKind),
    /// The exact result does not fit 28 digits.
    TooLong,
}

impl Subject {
    /// The code of the rule that tells when this comparison differs.
    pub fn rule(self) -> &'static str {
        match self {
            Subject::Total(_) => "T001",
            Subject::Equation => "T002",
            Subject::Stated(_) => "T004",
        }
    }
}

/// Whether an outcome counts in the verdict, or why it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Counts,
    /// Its finding was accepted.
    Accepted,
    /// Its rule is off.
    RuleOff,
    /// It is of a total stated beside the tree: a copy, which says nothing of whether the tree ties.
    Beside,
}

/// What would be left of the equation's difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residual {
    /// The difference after each line of `repaired` is replaced by its calculated amount.
    pub amount: Amount,
    /// The failing totals, in file order.
    pub repaired: Vec<LineId>,
    /// How much of the difference each of them explains, in the same order.
    pub explained: Vec<Amount>,
}

/// One comparison and its outcome.
#[derive(Clone, Debug)]
pub struct Check {
    /// What is compared.
    pub subject: Subject,
    /// The amount the file states; for the equation, assets.
    pub reported: Option<Amount>,
    /// The sum of the parts; for the equation, liabilities plus equity.
    pub calculated: Option<Amount>,
    /// Reported − calculated.
    pub difference: Option<Amount>,
    /// The largest difference that rounding explains; it is itself allowed.
    pub tolerance: Option<Amount>,
    /// How it came out.
    pub outcome: Outcome,
    /// Why it could not be made, if so.
    pub obstacle: Option<Obstacle>,
    /// What would be left of the equation's difference, if totals fail.
    pub residual: Option<Residual>,
    /// Whether the outcome counts in the verdict, or why it does not.
    pub standing: Standing,
}
