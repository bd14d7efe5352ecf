//! A difference to be explained, with the lines that may be at fault.

use crate::causes::prepared::Prepared;
use crate::model::cause::Strength;
use crate::model::check::{Outcome, Subject};
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

/// Where the amount stands that is written wrong, if it is that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the total, as another check proves.
    Total,
    /// In a line that is counted.
    Items,
    /// In either.
    Unknown,
    /// In neither, as another check proves.
    Nowhere,
}

/// What a line may be suspected of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Being counted when it should not be, or the other way round.
    Counting,
    /// Having its amount written wrong.
    Writing,
}

/// A difference to be explained. The lines under suspicion are walked, not kept: there may be millions.
pub struct Gap<'a> {
    /// The statement.
    pub prepared: &'a Prepared<'a>,
    /// The check.
    pub subject: Subject,
    /// The difference; never 0.
    pub amount: i128,
    /// Where a wrong amount may stand.
    pub place: Place,
    /// What would come of mending the fault: `the total ties`.
    pub ties: &'static str,
}

impl Gap<'_> {
    /// Walks the lines that the check adds up, in file order, for as long as `take` answers that it wants more: a
    /// group's items, or every line of the equation's sections, for a wrong line was carried into the totals above it.
    /// On the assets' side the equation then differs by what the line has too much, on the other side by what it lacks.
    pub fn each_counted(&self, take: &mut dyn FnMut(Suspect) -> bool) {
        let statement = self.prepared.statement();
        if let Some(group) = self.group() {
            for line in statement.lines.items(group) {
                if !take(Suspect { line, short: true }) {
                    return;
                }
            }
            return;
        }
        for section in statement.sections.iter().filter(|section| statement.weight(section.kind) != 0) {
            let short = statement.weight(section.kind) < 0;
            for line in section.line.0..statement.lines.end(section.line).0 {
                if !take(Suspect { line: LineId(line), short }) {
                    return;
                }
            }
        }
    }

    /// The lines that `fits` takes, in file order: none if there are more than [`MOST_NAMED`]. Lines of amount 0 are
    /// never suspected. For the equation accounts come before groups, and of groups with one and the same amount under
    /// each other only the lowest counts.
    pub fn matching(&self, of: Of, fits: &dyn Fn(Found) -> bool) -> Vec<Found> {
        self.matching_at_most(MOST_NAMED, of, fits)
    }

    /// The same for a kind of mistake that says much even if it may be in so many lines.
    pub fn matching_at_most(&self, most: usize, of: Of, fits: &dyn Fn(Found) -> bool) -> Vec<Found> {
        let lines = &self.prepared.statement().lines;
        let few = |keep: &dyn Fn(Found) -> bool| -> Vec<Found> {
            let mut few = Vec::new();
            self.each_suspect(of, &mut |suspect| {
                if let Some(found) = self.found(suspect).filter(|found| fits(*found) && keep(*found)) {
                    few.push(found);
                }
                few.len() <= most
            });
            few
        };
        let mut found = if self.group().is_some() {
            few(&|_| true)
        } else {
            let accounts = few(&|found| !lines.is_group(found.line));
            let passes =
                |found: Found| lines.items(found.line).any(|item| self.prepared.amount(item) == found.amount);
            if accounts.is_empty() { few(&|found| !passes(found)) } else { accounts }
        };
        if found.len() > most {
            found.clear();
        }
        found
    }

    fn group(&self) -> Option<LineId> {
        match self.subject {
            Subject::Total(group) => Some(group),
            Subject::Equation | Subject::Stated(_) => None,
        }
    }

    /// Walks the lines under suspicion, in file order, for as long as `take` answers that it wants more.
    fn each_suspect(&self, of: Of, take: &mut dyn FnMut(Suspect) -> bool) {
        let all = of == Of::Counting;
        if let (false, Place::Total | Place::Unknown, Some(line)) = (all, self.place, self.group())
            && !take(Suspect { line, short: false })
        {
            return;
        }
        if all || matches!(self.place, Place::Items | Place::Unknown) {
            self.each_counted(&mut |one| (!all && self.stands(one.line)) || take(one));
        }
    }

    /// Whether the line is a total that its own check clears. In the equation it would not help if it did not tie: a
    /// total that was written wrong and carried upward differs, and is told for itself.
    fn stands(&self, line: LineId) -> bool {
        match self.prepared.outcome(line) {
            None | Some(Outcome::NotCheckable) => false,
            Some(Outcome::Ties | Outcome::Rounding) => true,
            Some(Outcome::Differs) => self.group().is_none(),
        }
    }

    /// The line's figures, unless its amount is 0 or missing.
    pub fn found(&self, suspect: Suspect) -> Option<Found> {
        let amount = self.prepared.amount(suspect.line);
        let truth = if suspect.short { amount + self.amount } else { amount - self.amount };
        (amount != 0).then_some(Found { line: suspect.line, amount, truth })
    }

    /// Whether another check proves that it is the total that is written wrong.
    pub fn located(&self) -> bool {
        self.place == Place::Total
    }

    /// What it proves that a line closes the gap once it is written otherwise.
    pub fn strength_of_typed(&self) -> Strength {
        if self.located() { Strength::Strong } else { self.strength() }
    }

    /// What an exact agreement of one line with the difference proves: little, if the difference is so small, or so
    /// round, that some of this many lines would agree with it anyway.
    pub fn strength(&self) -> Strength {
        let mut chances = 0_u128;
        self.each_counted(&mut |_| {
            chances += 1;
            true
        });
        if self.steps() >= RARE * chances.max(1) { Strength::Strong } else { Strength::Weak }
    }

    /// The difference, counted in the largest power of ten that divides it and all amounts counted.
    pub fn steps(&self) -> u128 {
        let mut step = 1_i128;
        while self.amount % (step * 10) == 0 {
            step *= 10;
        }
        self.each_counted(&mut |suspect| {
            let amount = self.prepared.amount(suspect.line);
            while amount % step != 0 {
                step /= 10;
            }
            step > 1
        });
        self.amount.unsigned_abs() / step.unsigned_abs()
    }
}

/// The lines of what was found.
pub fn lines(found: &[Found]) -> Vec<LineId> {
    found.iter().map(|found| found.line).collect()
}
