//! Finds the probable causes of every check that differs: the way in to this room.

use std::collections::BTreeMap;

use crate::causes::gap::Gap;
use crate::causes::prepared::Prepared;
use crate::causes::{
    digit_mistyped, digits_swapped, equation_gap, failing_totals, item_doubled, item_moved, item_omitted,
    one_sided, point_slipped, rank, sign_flipped, total_gap, total_misstated, two_items,
};
use crate::model::cause::{Cause, Strength};
use crate::model::check::Subject;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::report::Examined;

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

/// Gives each finding about a check that differs its probable causes, at most [`MOST`], the most probable first.
pub fn explain(statements: &[Examined], findings: &mut [Finding]) {
    let mut differing: BTreeMap<u32, Vec<&mut Finding>> = BTreeMap::new();
    let (total, equation) = (Subject::Total(LineId(0)).rule(), Subject::Equation.rule());
    for finding in findings.iter_mut().filter(|finding| finding.rule == total || finding.rule == equation) {
        if let Some(statement) = finding.statement {
            differing.entry(statement).or_default().push(finding);
        }
    }
    for (statement, findings) in differing {
        let Some(examined) = statements.get(statement as usize) else { continue };
        let prepared = Prepared::new(examined);
        for finding in findings {
            let mut causes = match finding.line {
                Some(group) => of_total(&prepared, group),
                None => of_equation(&prepared),
            };
            rank::sort(&mut causes);
            causes.truncate(MOST);
            finding.causes = causes;
        }
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
    let rest = check.residual.as_ref().and_then(|residual| prepared.scaled(residual.amount));
    if let Some(rest) = rest.filter(|rest| *rest != 0) {
        let causes = search(OF_EQUATIONS, &equation_gap::of(prepared, rest, "nothing remains"));
        if causes.iter().any(|cause| cause.strength == Strength::Strong) {
            return causes;
        }
        let of_whole = search(OF_EQUATIONS, &equation_gap::of(prepared, whole, "the equation ties"));
        let strong = of_whole.into_iter().filter(|cause| cause.strength == Strength::Strong);
        return causes.into_iter().chain(strong).collect();
    }
    search(OF_EQUATIONS, &equation_gap::of(prepared, whole, "the equation ties"))
}

fn search(kinds: &[Find], gap: &Gap<'_>) -> Vec<Cause> {
    let mut causes = Vec::new();
    for find in kinds {
        find(gap, &mut causes);
    }
    causes
}
