//! Failing totals: what the totals differ by is what the equation differs by.

use crate::causes::gap::MOST_NAMED;
use crate::causes::prepared::Prepared;
use crate::model::amount::Amount;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::check::{Check, Outcome};
use crate::model::lines::LineId;
use crate::rules::words;

/// All failing totals, if nothing remains but rounding once they are their calculated amounts; failing that, the one
/// that explains the difference alone.
pub fn find(prepared: &Prepared<'_>, check: &Check) -> Option<Cause> {
    if check.outcome != Outcome::Differs {
        return None;
    }
    let residual = check.residual.as_ref()?;
    let allowed = |tolerance: Amount| residual.amount.abs().value() <= tolerance.value();
    if residual.amount.is_zero() {
        return Some(cause(prepared, &residual.repaired, "the equation ties"));
    }
    if check.tolerance.is_some_and(allowed) {
        let ties = if prepared.tolerance.is_fixed() {
            "the equation ties within the tolerance that was set"
        } else {
            "the equation ties but for rounding"
        };
        return Some(cause(prepared, &residual.repaired, ties));
    }
    let gap = prepared.gap(check)?;
    let mut alone = residual.repaired.iter().filter(|line| shown(prepared, **line) == Some(gap));
    match (alone.next(), alone.next()) {
        (Some(line), None) => Some(cause(prepared, &[*line], "the equation ties")),
        _ => None,
    }
}

/// What a wrong total makes the equation differ by.
fn shown(prepared: &Prepared<'_>, line: LineId) -> Option<i128> {
    let gap = prepared.gap_of(line)?;
    let weight = prepared.statement().weight_of(line);
    (weight != 0).then(|| gap * i128::from(weight))
}

fn cause(prepared: &Prepared<'_>, lines: &[LineId], ties: &str) -> Cause {
    let statement = prepared.statement();
    let text = match lines {
        [line] => {
            let calculated = prepared.examined.check_of(*line).and_then(|check| check.calculated);
            let amount = calculated.map(|amount| format!(", {}", words::amount(amount))).unwrap_or_default();
            format!("{ties} if {} is its calculated amount{amount}", words::name(statement, *line))
        }
        [first, second] => {
            let both = [words::name(statement, *first), words::name(statement, *second)];
            format!("{ties} if {} are their calculated amounts", words::list(&both))
        }
        many => format!("{ties} if the {} failing totals are their calculated amounts", many.len()),
    };
    let lines = lines.iter().copied().take(MOST_NAMED).collect();
    Cause { kind: CauseKind::FailingTotals, strength: Strength::Strong, text, lines }
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[(
        "
            assets 9250.00
              Cash 9250.00
            liabilities 250.00
              Loans 250.00
                Here 318.47
                There 14.80
            equity 8916.73
              Capital 8916.73",
        &[": strong failing-totals: the equation ties if `Loans` is its calculated amount, 333.27"],
    )];

    #[test]
    fn totals_that_explain_the_equation_are_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
