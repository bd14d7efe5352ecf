//! The comparisons: every total with its items, and assets with liabilities plus equity.

use crate::model::amount::Amount;
use crate::model::check::{Check, Obstacle, Outcome, Residual, Standing, Subject};
use crate::model::header::{StatedTotal, TotalRole};
use crate::model::lines::{AmountState, LineId};
use crate::model::settings::Tolerance;
use crate::model::statement::{SectionKind, Signs, Statement};
use crate::model::sum::{Sum, difference};
use crate::rules::tolerance::allowed;

/// Every check of a statement: the totals in file order, then the equation, then the totals stated beside the tree.
pub fn make(statement: &Statement, tolerance: Tolerance, decimals: u32) -> Vec<Check> {
    let lines = &statement.lines;
    let bare = |line: LineId| {
        lines.depth(line) == 0 && statement.section_of(line).is_some_and(|section| section.bare)
    };
    let with_items =
        lines.all().filter(|line| (lines.is_group(*line) || lines.items_malformed(*line)) && !bare(*line));
    let mut checks: Vec<Check> = with_items.map(|line| total(statement, line, tolerance, decimals)).collect();
    let equation = equation(statement, tolerance, decimals, &checks);
    checks.push(equation);
    let stated = (0_u32..).zip(&statement.header.totals);
    checks.extend(stated.map(|(at, total)| self::stated(statement, at, total, tolerance, decimals)));
    checks
}

/// Compares a group with its own postings and the reported amounts of its direct items.
fn total(statement: &Statement, group: LineId, tolerance: Tolerance, decimals: u32) -> Check {
    let lines = &statement.lines;
    let subject = Subject::Total(group);
    let mut sum = Sum::ZERO;
    let mut addends = 0_u32;
    if let Some(own) = lines.own(group) {
        sum = sum.plus(own);
        addends += 1;
    }
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

/// Compares assets with liabilities plus equity, or debits with credits, and says what failing totals leave of the
/// difference.
fn equation(statement: &Statement, tolerance: Tolerance, decimals: u32, totals: &[Check]) -> Check {
    let (one_side, other_side) = statement.sides();
    let kinds = || one_side.iter().chain(other_side).copied();
    let missing: Vec<SectionKind> =
        kinds().filter(|kind| statement.sections_of(*kind).next().is_none()).collect();
    let repeated = kinds().find(|kind| statement.sections_of(*kind).nth(1).is_some());
    let amount = |kind: SectionKind| {
        let section = statement.sections_of(kind).next()?;
        statement.section_amount(section)
    };
    let without = kinds().filter_map(|kind| statement.sections_of(kind).next());
    let without = without.into_iter().find(|section| statement.section_amount(section).is_none());
    let obstacle = match (missing.is_empty(), repeated, without) {
        _ if one_side.is_empty() => Some(Obstacle::NoEquation(statement.kind)),
        (false, _, _) => Some(Obstacle::SectionsMissing(missing)),
        (_, Some(kind), _) => Some(Obstacle::SectionRepeated(kind)),
        (_, _, Some(section)) => Some(Obstacle::SectionWithoutAmount(section.line)),
        _ => None,
    };
    let sum_of = |kinds: &[SectionKind], turned: bool| {
        let mut sum = Sum::ZERO;
        for kind in kinds {
            let amount = amount(*kind)?;
            sum = if (statement.weight(*kind) < 0) == turned { sum.plus(amount) } else { sum.minus(amount) };
        }
        sum.total().filter(|_| repeated.is_none() && !kinds.is_empty())
    };
    let addends = u32::try_from(other_side.len()).unwrap_or(2);
    let mut check = compare(
        Subject::Equation,
        sum_of(one_side, false),
        sum_of(other_side, true),
        obstacle,
        allowed(tolerance, decimals, addends),
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
        let share = match statement.weight_of(line) {
            0 => continue,
            1 => Sum::ZERO.plus(gap),
            _ => Sum::ZERO.minus(gap),
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
    // What is owed counts as positive, however it is stated.
    let owed = if statement.signs == Signs::Usual { 1 } else { -1 };
    let kinds = match total.role {
        TotalRole::Section(kind) => vec![(kind, 1)],
        TotalRole::NetAssets => vec![(SectionKind::Assets, 1), (SectionKind::Liabilities, -owed)],
        TotalRole::Claims => vec![(SectionKind::Liabilities, 1), (SectionKind::Equity, 1)],
    };
    let mut sum = Sum::ZERO;
    let mut obstacle = total.amount.is_none().then_some(Obstacle::TotalUnreadable);
    for (kind, sign) in &kinds {
        let mut sections = statement.sections_of(*kind);
        let (first, second) = (sections.next(), sections.next());
        match (first, second, first.and_then(|section| statement.section_amount(section))) {
            (Some(_), None, Some(amount)) if *sign < 0 => sum = sum.minus(amount),
            (Some(_), None, Some(amount)) => sum = sum.plus(amount),
            (None, ..) => obstacle = obstacle.or(Some(Obstacle::SectionsMissing(vec![*kind]))),
            (Some(section), None, None) => {
                obstacle = obstacle.or(Some(Obstacle::SectionWithoutAmount(section.line)));
            }
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
