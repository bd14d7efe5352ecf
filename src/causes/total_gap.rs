//! The difference of a group's total, with the lines that the totals beside it leave under suspicion.

use crate::causes::gap::{Gap, Suspect};
use crate::causes::prepared::Prepared;
use crate::model::check::{Outcome, Subject};
use crate::model::lines::LineId;
use crate::model::statement::SectionKind;

/// Where the amount stands that is written wrong, if it is that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the total, for what it goes into differs by as much.
    Total,
    /// In an item, for what the total goes into does not.
    Items,
    /// In either.
    Unknown,
}

/// The gap of a group whose total differs.
pub fn of<'a>(prepared: &'a Prepared<'a>, group: LineId) -> Option<Gap<'a>> {
    let amount = prepared.gap_of(group)?;
    let lines = &prepared.statement().lines;
    let item = |line| Suspect { line, short: true };
    let total = Suspect { line: group, short: false };
    let counted: Vec<Suspect> = lines.items(group).map(item).collect();
    let place = if misstated_items(prepared, group, amount).next().is_some() {
        None
    } else {
        Some(place(prepared, group, amount))
    };
    let ties_itself =
        |line: LineId| matches!(prepared.outcome(line), Some(Outcome::Ties | Outcome::Rounding));
    let items = counted.iter().copied().filter(|suspect| !ties_itself(suspect.line));
    let typed = match place {
        None => Vec::new(),
        Some(Place::Total) => vec![total],
        Some(Place::Items) => items.collect(),
        Some(Place::Unknown) => std::iter::once(total).chain(items).collect(),
    };
    let located = place == Some(Place::Total);
    let ties = match (located, lines.parent(group)) {
        (false, _) => "the total ties",
        (true, Some(_)) => "both totals tie",
        (true, None) => "the total and the equation tie",
    };
    Some(Gap { prepared, subject: Subject::Total(group), amount, counted, typed, located, ties })
}

/// The items of a group that are groups themselves and differ by as much as it, the other way: their own totals are
/// wrong, not their parent's.
pub fn misstated_items(prepared: &Prepared<'_>, group: LineId, amount: i128) -> impl Iterator<Item = LineId> {
    let items = prepared.statement().lines.items(group);
    items.filter(move |item| prepared.gap_of(*item) == Some(-amount))
}

fn place(prepared: &Prepared<'_>, group: LineId, amount: i128) -> Place {
    let statement = prepared.statement();
    let Some(parent) = statement.lines.parent(group) else {
        return place_in_equation(prepared, group, amount);
    };
    match prepared.examined.check_of(parent).and_then(|check| prepared.off(check)) {
        None => Place::Unknown,
        Some(off) if off == -amount => Place::Total,
        Some(_) => Place::Items,
    }
}

/// A wrong total of a section shows in the equation: as it is for assets, the other way for what stands against them.
fn place_in_equation(prepared: &Prepared<'_>, section: LineId, amount: i128) -> Place {
    let shown = match prepared.statement().section_of(section).map(|section| section.kind) {
        Some(SectionKind::Assets) => amount,
        Some(SectionKind::Liabilities | SectionKind::Equity) => -amount,
        Some(SectionKind::Unknown) | None => return Place::Unknown,
    };
    let equation = prepared.examined.equation();
    let explained =
        equation.and_then(|check| check.residual.as_ref()).is_some_and(|residual| residual.amount.is_zero());
    match equation.and_then(|check| prepared.off(check)) {
        None => Place::Unknown,
        Some(off) if off == shown || explained => Place::Total,
        Some(_) => Place::Items,
    }
}
