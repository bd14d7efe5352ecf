//! What the list of statements keeps of one.

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::check::{Check, Outcome, Standing, Subject};
use crate::model::register::Entry;
use crate::model::report::Examined;
use crate::model::source::Source;

/// The entry of a statement of this number and file, with how many errors and warnings there are about it.
pub fn entry(number: u32, file: u32, examined: &Examined, findings: (u32, u32), source: Source) -> Entry {
    let header = &examined.statement.header;
    let text = |text: Option<&str>| text.map(Arc::<str>::from);
    let aside = differing(examined).filter(|check| check.standing != Standing::Counts).count();
    Entry {
        number,
        file,
        entity: text(header.entity.as_deref()),
        title: text(header.title.as_deref()),
        as_of: text(header.as_of().as_deref()),
        currency: text(header.currency.as_deref()),
        verdict: examined.verdict,
        difference: examined.equation().and_then(|check| check.difference),
        of_total: of_total(examined),
        aside: u32::try_from(aside).unwrap_or(u32::MAX),
        errors: findings.0,
        warnings: findings.1,
        lines: examined.statement.lines.len(),
        source,
    }
}

fn differing(examined: &Examined) -> impl Iterator<Item = &Check> {
    examined.checks.iter().filter(|check| check.outcome == Outcome::Differs)
}

/// The last of the largest differences of totals, unless the equation differs as well: of a total and the one it stands in the
/// one further down. One that counts goes before all that do not.
fn of_total(examined: &Examined) -> Option<Amount> {
    let size = |amount: &Amount| amount.abs().value();
    for counts in [true, false] {
        let alike = || differing(examined).filter(|check| (check.standing == Standing::Counts) == counts);
        if alike().any(|check| check.subject == Subject::Equation) {
            return None;
        }
        let gaps = alike().filter_map(|check| check.difference);
        let most = gaps.reduce(|most, gap| if size(&gap) < size(&most) { most } else { gap });
        if most.is_some() {
            return most;
        }
    }
    None
}
