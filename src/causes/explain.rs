//! Finds the probable causes of every check that differs: the way in to this room.

use crate::causes::gap::{Gap, Place};
use crate::causes::prepared::Prepared;
use crate::causes::{
    digit_mistyped, digits_swapped, failing_totals, item_doubled, item_moved, item_omitted, one_sided,
    point_slipped, rank, sign_flipped, total_gap, total_misstated, two_items,
};
use crate::model::cause::{Cause, Strength};
use crate::model::check::Subject;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::report::Examined;
use crate::model::settings::Tolerance;

/// The most causes a finding is given.
pub const MOST: usize = 3;

/// Looks at a gap for one kind of cause, and adds what it finds to those found before.
type Find = fn(&Gap<'_>, &mut Vec<Cause>);

/// What a total may differ for.
const OF_TOTALS: &[Find] = &[
    item_moved::find,
    sign_flipped::find,
    point_slipped::find,
    item_omitted::find,
    item_doubled::find,
    digits_swapped::find,
    digit_mistyped::find,
    total_misstated::find,
    two_items::find,
];

/// What the equation may differ for, failing totals apart.
const OF_EQUATIONS: &[Find] =
    &[sign_flipped::find, point_slipped::find, one_sided::find, digits_swapped::find, digit_mistyped::find];

/// Gives each finding of one statement about a check that differs its probable causes, at most [`MOST`], the most
/// probable first.
pub fn explain(examined: &Examined, tolerance: Tolerance, findings: &mut [Finding]) {
    let (total, equation) = (Subject::Total(LineId(0)).rule(), Subject::Equation.rule());
    let mut prepared = None;
    for finding in findings.iter_mut().filter(|one| one.rule == total || one.rule == equation) {
        let prepared = prepared.get_or_insert_with(|| Prepared::new(examined, tolerance));
        let causes = match finding.line {
            Some(group) => of_total(prepared, group),
            None => of_equation(prepared),
        };
        finding.causes = rank::ranked(causes);
        finding.causes.truncate(MOST);
    }
}

fn of_total(prepared: &Prepared<'_>, group: LineId) -> Vec<Cause> {
    total_gap::of(prepared, group).map(|gap| search(OF_TOTALS, &gap)).unwrap_or_default()
}

/// Failing totals that explain all of it are the cause. Failing that, what they leave is searched first, and then the
/// whole of it, for a total that fails does not always fail because it is wrong itself.
fn of_equation(prepared: &Prepared<'_>) -> Vec<Cause> {
    let Some(check) = prepared.examined.equation() else { return Vec::new() };
    if let Some(cause) = failing_totals::find(prepared, check) {
        return vec![cause];
    }
    let Some(whole) = prepared.gap(check) else { return Vec::new() };
    let of = |amount, ties| {
        let (subject, place) = (Subject::Equation, Place::Items);
        Gap { prepared, subject, amount, place, ties }
    };
    let rest = check.residual.as_ref().and_then(|residual| prepared.scaled(residual.amount));
    if let Some(rest) = rest.filter(|rest| *rest != 0) {
        let causes = search(OF_EQUATIONS, &of(rest, "nothing remains"));
        if causes.iter().any(|cause| cause.strength == Strength::Strong) {
            return causes;
        }
        let of_whole = search(OF_EQUATIONS, &of(whole, "the equation ties"));
        let strong = of_whole.into_iter().filter(|cause| cause.strength == Strength::Strong);
        return causes.into_iter().chain(strong).collect();
    }
    search(OF_EQUATIONS, &of(whole, "the equation ties"))
}

fn search(kinds: &[Find], gap: &Gap<'_>) -> Vec<Cause> {
    let mut causes = Vec::new();
    for find in kinds {
        find(gap, &mut causes);
    }
    causes
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    #[test]
    fn what_failing_totals_leave_of_the_equation_is_searched() {
        let sheet = "
            assets 7050.00
              Cash 7040.00
              Till 31.80
            liabilities 500.00
              Loans 500.00
            equity 5896.80
              Capital 6234.30
              Profit -337.50";
        let remains = ": strong sign-flipped: nothing remains if `Profit` is 337.50: its sign is turned round, or it stands on the wrong side of the equation";
        assert_eq!(told(sheet).iter().filter(|cause| cause.starts_with(": ")).collect::<Vec<_>>(), [remains]);
    }

    #[test]
    fn a_failing_total_does_not_hide_a_cause_of_the_whole_difference() {
        // `Till` is wrong, not the total above it, so the equation knows nothing of it.
        let sheet = "
            assets 7050.00
              Cash 7040.00
              Till 31.80
            liabilities 500.00
              Loans 500.00
            equity 5875.00
              Capital 6212.50
              Profit -337.50";
        let whole = ": strong sign-flipped: the equation ties if `Profit` is 337.50: its sign is turned round, or it stands on the wrong side of the equation";
        assert_eq!(told(sheet).iter().filter(|cause| cause.starts_with(": ")).collect::<Vec<_>>(), [whole]);
    }

    #[test]
    fn sheets_that_tie_and_sheets_without_a_simple_cause_are_told_nothing() {
        let sheets = [
            "
            assets 7050.00
              Cash 7050.00
            liabilities 7050.00
              Loans 7050.00
            equity 0
              Capital 0",
            "
            assets 7052.37
              Cash 7050.00
              Till 1113.91
            liabilities 123.68
              Loans 123.68
            equity 50.17
              Capital 50.17",
        ];
        for sheet in sheets {
            assert_eq!(told(sheet), [""; 0], "{sheet}");
        }
    }
}
