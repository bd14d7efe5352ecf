//! The difference of a group's total, with what the totals around it prove of the fault's place.

use crate::causes::gap::{Gap, Place};
use crate::causes::prepared::Prepared;
use crate::model::check::Subject;
use crate::model::lines::LineId;

/// The gap of a group whose total differs.
pub fn of<'a>(prepared: &'a Prepared<'a>, group: LineId) -> Option<Gap<'a>> {
    let amount = prepared.gap_of(group)?;
    let misstated = misstated_items(prepared, group, amount).next().is_some();
    let place = if misstated { Place::Nowhere } else { place(prepared, group, amount) };
    let ties = match (place, prepared.statement().lines.parent(group)) {
        (Place::Total, Some(_)) => "both totals tie",
        (Place::Total, None) => "the total and the equation tie",
        _ => "the total ties",
    };
    Some(Gap { prepared, subject: Subject::Total(group), amount, place, ties })
}

/// The items of a group that are groups themselves and differ by as much as it, the other way: their own totals are
/// wrong, not their parent's.
pub fn misstated_items(prepared: &Prepared<'_>, group: LineId, amount: i128) -> impl Iterator<Item = LineId> {
    let items = prepared.statement().lines.items(group);
    items.filter(move |item| prepared.gap_of(*item) == Some(-amount))
}

/// A wrong total shows in what it goes into; a wrong item does not.
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
    let shown = match prepared.statement().weight_of(section) {
        0 => return Place::Unknown,
        weight => amount * i128::from(weight),
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
