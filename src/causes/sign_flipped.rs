//! Sign flipped: an amount has the wrong sign.

use crate::causes::gap::{Found, Gap, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::check::Subject;
use crate::model::statement::SectionKind;

/// Lines that would close the gap with the other sign. In the equation a line on the wrong side looks the same.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let in_equation = gap.subject == Subject::Equation;
    if in_equation && let Some(cause) = claims_turned(gap) {
        causes.push(cause);
        return;
    }
    let of = if in_equation { Of::Counting } else { Of::Writing };
    let found = gap.matching(of, &|Found { amount, truth, .. }| truth == -amount);
    if found.is_empty() {
        return;
    }
    let wrong_side = if in_equation { ", or it stands on the wrong side of the equation" } else { "" };
    let text = phrase::amended(
        gap,
        &found,
        &format!("its sign is turned round{wrong_side}"),
        ("the sign of ", &format!(" is turned round{wrong_side}")),
    );
    causes.push(Cause {
        kind: CauseKind::SignFlipped,
        strength: gap.strength_of_typed(),
        text,
        lines: lines(&found),
    });
}

/// Liabilities and equity that are as much below zero as assets are above, or the other way round: whoever wrote the
/// file states one side as negative amounts. Nothing is said if one of the two claims has the sign of assets, or none.
fn claims_turned(gap: &Gap<'_>) -> Option<Cause> {
    let check = gap.prepared.examined.equation()?;
    let (assets, claims) = (check.reported?, check.calculated?);
    if assets.is_zero() || gap.prepared.scaled(assets)? != -gap.prepared.scaled(claims)? {
        return None;
    }
    let statement = gap.prepared.statement();
    let of = |kind: SectionKind| statement.sections_of(kind).next().map(|section| section.line);
    let claims = [of(SectionKind::Liabilities)?, of(SectionKind::Equity)?];
    let other = if assets.is_negative() { 1 } else { -1 };
    if claims.iter().any(|claim| gap.prepared.amount(*claim).signum() != other) {
        return None;
    }
    let (text, lines) = if assets.is_negative() {
        let text =
            "the equation ties if assets are taken with the other sign: they are stated as negative amounts";
        (text, vec![of(SectionKind::Assets)?])
    } else {
        let text = "the equation ties if liabilities and equity are both taken with the other sign: credits are stated as negative amounts";
        (text, claims.to_vec())
    };
    let (kind, strength) = (CauseKind::SignFlipped, Strength::Strong);
    Some(Cause { kind, strength, text: text.to_owned(), lines })
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 5958.80
              Cash 7000.00
              Overdraft 1041.20",
            &[
                "assets: strong sign-flipped: the total ties if `Overdraft` is −1,041.20: its sign is turned round",
            ],
        ),
        (
            "
            assets 8250.00
              Cash 9250.00
              Banks 1000.00
                Here -1300.00
                There 300.00",
            &[
                "assets: strong total-misstated: both totals tie if `Banks` is its calculated amount, −1,000.00",
                "Banks: strong sign-flipped: both totals tie if `Banks` is −1,000.00: its sign is turned round",
            ],
        ),
        (
            "
            assets 7000.00
              Cash 7000.00
              Here 1041.20
              There 1041.20",
            &["assets: strong sign-flipped: the total ties if the sign of `Here` or `There` is turned round"],
        ),
        (
            "
            assets 7040.00
              Cash 7040.00
                Safe 7040.00
            liabilities 500.00
              Loans 500.00
            equity 5865.00
              Results 5865.00
                Capital 6202.50
                Profit -337.50",
            &[
                ": strong sign-flipped: the equation ties if `Profit` is 337.50: its sign is turned round, or it stands on the wrong side of the equation",
            ],
        ),
        (
            "
            assets 7040.00
              Cash 7040.00
            liabilities -540.00
              Loans -540.00
            equity -6500.00
              Capital -6500.00",
            &[
                ": strong sign-flipped: the equation ties if liabilities and equity are both taken with the other sign: credits are stated as negative amounts",
            ],
        ),
        (
            "
            assets -7040.00
              Cash -7040.00
            liabilities 540.00
              Loans 540.00
            equity 6500.00
              Capital 6500.00",
            &[
                ": strong sign-flipped: the equation ties if assets are taken with the other sign: they are stated as negative amounts",
            ],
        ),
        (
            "
            assets 7040.00
              Cash 7040.00
            liabilities 541.20
              Loans 541.20
            equity -7581.20
              Capital -7581.20",
            &[
                ": strong sign-flipped: the equation ties if `Cash` is −7,040.00: its sign is turned round, or it stands on the wrong side of the equation",
            ],
        ),
    ];

    #[test]
    fn a_turned_sign_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
