//! The difference of the equation, with the lines that may be at fault.

use crate::causes::gap::{Gap, Suspect};
use crate::causes::prepared::Prepared;
use crate::model::check::{Outcome, Subject};
use crate::model::lines::LineId;
use crate::model::statement::SectionKind;

/// The gap of the equation, if it were `amount`. A wrong line was carried into the totals above it: on the assets'
/// side the equation differs by what the line has too much, on the other side by what it lacks.
pub fn of<'a>(prepared: &'a Prepared<'a>, amount: i128, ties: &'static str) -> Gap<'a> {
    let statement = prepared.statement();
    let lines = &statement.lines;
    let mut counted = Vec::new();
    for section in &statement.sections {
        let short = match section.kind {
            SectionKind::Assets => false,
            SectionKind::Liabilities | SectionKind::Equity => true,
            SectionKind::Unknown => continue,
        };
        let under = section.line.0..lines.end(section.line).0;
        counted.extend(under.map(|line| Suspect { line: LineId(line), short }));
    }
    // A total over items that could be added up was not written wrong and carried upward: it would differ.
    let written = |line: LineId| {
        !lines.is_group(line) || prepared.outcome(line).is_none_or(|outcome| outcome == Outcome::NotCheckable)
    };
    let typed = counted.iter().copied().filter(|suspect| written(suspect.line)).collect();
    Gap { prepared, subject: Subject::Equation, amount, counted, typed, located: false, ties }
}
