//! The comparisons: every total with its items, and assets with liabilities plus equity.

use crate::model::amount::Amount;
use crate::model::check::{Check, Obstacle, Outcome, Residual, Standing, Subject};
use crate::model::header::{StatedTotal, TotalRole};
use crate::model::lines::{AmountState, LineId};
use crate::model::settings::Tolerance;
use crate::model::statement::{SectionKind, Statement};
use crate::model::sum::{Sum, difference};
use crate::rules::tolerance::allowed;

/// Every check of a statement: the totals in file order, then the equation, then the totals stated beside the tree.
pub fn make(statement: &Statement, tolerance: Tolerance, decimals: u32) -> Vec<Check> {
    let lines = &statement.lines;
    let with_items = lines.all().filter(|line| lines.is_group(*line) || lines.items_malformed(*line));
    let mut checks: Vec<Check> = with_items.map(|line| total(statement, line, tolerance, decimals)).collect();
    let equation = equation(statement, tolerance, decimals, &checks);
    checks.push(equation);
    let stated = (0_u32..).zip(&statement.header.totals);
    checks.extend(stated.map(|(at, total)| self::stated(statement, at, total, tolerance, decimals)));
    checks
}

/// Compares a group with the reported amounts of its direct items.
fn total(statement: &Statement, group: LineId, tolerance: Tolerance, decimals: u32) -> Check {
    let lines = &statement.lines;
    let subject = Subject::Total(group);
    let mut sum = Sum::ZERO;
    let mut addends = 0_u32;
    let mut without = None;
    let mut without_count = 0_u32;
    for item in lines.items(group) {
        if let Some(amount) = lines.amount(item) {
            sum = sum.plus(amount);
            addends += 1;
        } else {
            without.get_or_insert(item);
            without_count += 1;
        }
    }
    let reported = lines.amount(group);
    let obstacle = match (lines.amount_state(group), without) {
        (AmountState::Absent | AmountState::Null | AmountState::Empty, _) => Some(Obstacle::NoTotal),
        (AmountState::Unreadable | AmountState::Ambiguous | AmountState::TooLong, _) => {
            Some(Obstacle::TotalUnreadable)
        }
        _ if lines.items_malformed(group) => Some(Obstacle::ItemsMalformed),
        (_, Some(first)) => Some(Obstacle::ItemsWithoutAmount { first, count: without_count }),
        _ => None,
    };
    let calculated = sum.total().filter(|_| without.is_none() && !lines.items_malformed(group));
    compare(subject, reported, calculated, obstacle, allowed(tolerance, decimals, addends))
}

/// Compares assets with liabilities plus equity, and says what failing totals leave of the difference.
fn equation(statement: &Statement, tolerance: Tolerance, decimals: u32, totals: &[Check]) -> Check {
    let kinds = [SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity];
    let found = kinds.map(|kind| statement.sections_of(kind).map(|section| section.line).collect::<Vec<_>>());
    let missing: Vec<SectionKind> =
        kinds.into_iter().zip(&found).filter(|(_, lines)| lines.is_empty()).map(|(kind, _)| kind).collect();
    let repeated = kinds.into_iter().zip(&found).find(|(_, lines)| lines.len() > 1).map(|(kind, _)| kind);
    let amount = |lines: &Vec<LineId>| lines.first().and_then(|line| statement.lines.amount(*line));
    let without =
        found.iter().filter_map(|lines| lines.first()).find(|line| statement.lines.amount(**line).is_none());
    let obstacle = match (missing.is_empty(), repeated, without) {
        (false, _, _) => Some(Obstacle::SectionsMissing(missing)),
        (_, Some(kind), _) => Some(Obstacle::SectionRepeated(kind)),
        (_, _, Some(line)) => Some(Obstacle::SectionWithoutAmount(*line)),
        _ => None,
    };
    let [assets, liabilities, equity] = &found;
    let claims = amount(liabilities).zip(amount(equity)).filter(|_| repeated.is_none());
    let calculated =
        claims.and_then(|(liabilities, equity)| Sum::ZERO.plus(liabilities).plus(equity).total());
    let mut check = compare(
        Subject::Equation,
        amount(assets).filter(|_| repeated.is_none()),
        calculated,
        obstacle,
        allowed(tolerance, decimals, 2),
    );
    if let (Outcome::Differs | Outcome::Rounding | Outcome::Ties, Some(own)) =
        (check.outcome, check.difference)
    {
        check.residual = residual(statement, own, totals);
    }
    check
}

/// What is left of the equation's difference once each failing total is its calculated amount. A change to a total
/// moves every total above it, so the changes of a section simply add up.
fn residual(statement: &Statement, own: Amount, totals: &[Check]) -> Option<Residual> {
    let mut left = Sum::ZERO.plus(own);
    let (mut repaired, mut explained) = (Vec::new(), Vec::new());
    for check in totals.iter().filter(|check| check.outcome == Outcome::Differs) {
        let (Subject::Total(line), Some(gap)) = (check.subject, check.difference) else { continue };
        let share = match statement.section_of(line).map(|section| section.kind) {
            Some(SectionKind::Assets) => Sum::ZERO.plus(gap),
            Some(SectionKind::Liabilities | SectionKind::Equity) => Sum::ZERO.minus(gap),
            Some(SectionKind::Unknown) | None => continue,
        };
        let share = share.total()?;
        left = left.minus(share);
        repaired.push(line);
        explained.push(share);
    }
    if repaired.is_empty() {
        return None;
    }
    left.total().map(|amount| Residual { amount, repaired, explained })
}

/// Compares a total stated beside the tree with the tree's own.
fn stated(statement: &Statement, at: u32, total: &StatedTotal, tolerance: Tolerance, decimals: u32) -> Check {
    let kinds = match total.role {
        TotalRole::Section(kind) => vec![kind],
        TotalRole::NetAssets => vec![SectionKind::Assets, SectionKind::Liabilities],
    };
    let mut sum = Sum::ZERO;
    let mut obstacle = total.amount.is_none().then_some(Obstacle::TotalUnreadable);
    for kind in &kinds {
        let sections: Vec<LineId> = statement.sections_of(*kind).map(|section| section.line).collect();
        match (sections.as_slice(), sections.first().and_then(|line| statement.lines.amount(*line))) {
            ([_], Some(amount)) if *kind == SectionKind::Liabilities && kinds.len() > 1 => {
                sum = sum.minus(amount);
            }
            ([_], Some(amount)) => sum = sum.plus(amount),
            ([], _) => obstacle = obstacle.or(Some(Obstacle::SectionsMissing(vec![*kind]))),
            ([line], None) => obstacle = obstacle.or(Some(Obstacle::SectionWithoutAmount(*line))),
            _ => obstacle = obstacle.or(Some(Obstacle::SectionRepeated(*kind))),
        }
    }
    let calculated = sum.total().filter(|_| obstacle.is_none());
    let addends = u32::try_from(kinds.len()).unwrap_or(1);
    compare(Subject::Stated(at), total.amount, calculated, obstacle, allowed(tolerance, decimals, addends))
}

fn compare(
    subject: Subject,
    reported: Option<Amount>,
    calculated: Option<Amount>,
    obstacle: Option<Obstacle>,
    tolerance: Option<Amount>,
) -> Check {
    let gap = reported.zip(calculated).and_then(|(reported, calculated)| difference(reported, calculated));
    let (outcome, obstacle) = match (obstacle, gap, tolerance) {
        (Some(obstacle), _, _) => (Outcome::NotCheckable, Some(obstacle)),
        (None, Some(gap), _) if gap.is_zero() => (Outcome::Ties, None),
        (None, Some(gap), Some(tolerance)) if gap.abs().value() <= tolerance.value() => {
            (Outcome::Rounding, None)
        }
        (None, Some(_), Some(_)) => (Outcome::Differs, None),
        (None, _, _) => (Outcome::NotCheckable, Some(Obstacle::TooLong)),
    };
    let difference = gap.filter(|_| outcome != Outcome::NotCheckable);
    let (residual, standing) = (None, Standing::Counts);
    Check { subject, reported, calculated, difference, tolerance, outcome, obstacle, residual, standing }
}
