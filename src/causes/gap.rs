//! A difference to be explained, with the lines that may be at fault.

use crate::causes::prepared::Prepared;
use crate::model::cause::Strength;
use crate::model::check::Subject;
use crate::model::lines::LineId;

/// The most lines one cause names; of more, any one is too likely there by chance.
pub const MOST_NAMED: usize = 6;

/// How many times more amounts there must be than lines, for an agreement to be more than chance.
const RARE: u128 = 100;

/// A line that may be at fault.
#[derive(Clone, Copy, Debug)]
pub struct Suspect {
    /// The line.
    pub line: LineId,
    /// Whether the check would tie at its amount plus the difference, not at its amount less the difference.
    pub short: bool,
}

/// A suspect with its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line.
    pub line: LineId,
    /// What it reports; never 0.
    pub amount: i128,
    /// At what the check would tie.
    pub truth: i128,
}

/// A difference to be explained.
pub struct Gap<'a> {
    /// The statement.
    pub prepared: &'a Prepared<'a>,
    /// The check.
    pub subject: Subject,
    /// The difference; never 0.
    pub amount: i128,
    /// The lines that may be counted when they should not be, or the other way round, in file order.
    pub counted: Vec<Suspect>,
    /// The lines whose amounts may be written wrong, in file order.
    pub typed: Vec<Suspect>,
    /// Whether another check proves that the fault is in the one line of `typed`.
    pub located: bool,
    /// What would come of mending the fault: `the total ties`.
    pub ties: &'static str,
}

impl Gap<'_> {
    /// The suspects that `fits` takes, in file order: none if there are more than [`MOST_NAMED`]. Lines of amount 0
    /// are never suspected. For the equation accounts come before groups, and of groups with one and the same amount
    /// under each other only the lowest counts.
    pub fn matching(&self, suspects: &[Suspect], fits: impl Fn(Found) -> bool) -> Vec<Found> {
        let lines = &self.prepared.statement().lines;
        let all = || suspects.iter().filter_map(|suspect| self.found(*suspect)).filter(|found| fits(*found));
        let mut few: Vec<Found> = if self.subject == Subject::Equation {
            all().filter(|found| !lines.is_group(found.line)).take(MOST_NAMED + 1).collect()
        } else {
            all().take(MOST_NAMED + 1).collect()
        };
        if few.is_empty() && self.subject == Subject::Equation {
            let passes = |found: &Found| {
                lines.items(found.line).any(|item| self.prepared.amount(item) == found.amount)
            };
            few = all().filter(|found| !passes(found)).take(MOST_NAMED + 1).collect();
        }
        if few.len() > MOST_NAMED {
            few.clear();
        }
        few
    }

    /// A suspect's figures, unless its amount is 0 or missing.
    pub fn found(&self, suspect: Suspect) -> Option<Found> {
        let amount = self.prepared.amount(suspect.line);
        let truth = if suspect.short { amount + self.amount } else { amount - self.amount };
        (amount != 0).then_some(Found { line: suspect.line, amount, truth })
    }

    /// What it proves that a line closes the gap once it is written otherwise.
    pub fn strength_of_typed(&self) -> Strength {
        if self.located { Strength::Strong } else { self.strength() }
    }

    /// What an exact agreement of one line with the difference proves: little, if the difference is so small, or so
    /// round, that some of this many lines would agree with it anyway.
    pub fn strength(&self) -> Strength {
        let chances = self.counted.len().max(1) as u128;
        if self.steps() >= RARE * chances { Strength::Strong } else { Strength::Weak }
    }

    /// The difference, counted in the largest power of ten that divides it and all amounts counted.
    pub fn steps(&self) -> u128 {
        let mut step = 1_i128;
        while self.amount % (step * 10) == 0 {
            step *= 10;
        }
        for suspect in &self.counted {
            if step == 1 {
                break;
            }
            let amount = self.prepared.amount(suspect.line);
            while amount % step != 0 {
                step /= 10;
            }
        }
        self.amount.unsigned_abs() / step.unsigned_abs()
    }
}

/// The lines of what was found.
pub fn lines(found: &[Found]) -> Vec<LineId> {
    found.iter().map(|found| found.line).collect()
}
