//! Decides by the whole statement what a mark means that one amount leaves open: `1,234` is 1234 or 1.234.

use crate::input::decorated;
use crate::model::amount::Amount;
use crate::model::decoration::{self, Decoration};
use crate::model::header::{StatedTotal, TotalRole};
use crate::model::lines::{AmountState, LineId, Lines};
use crate::model::order::sorted;
use crate::model::statement::Statement;
use crate::model::sum::Sum;

/// How often the totals are gone through; each time a decision may help a group above or below.
const MOST_PASSES: usize = 16;

/// Decides the ambiguous amounts of a statement as far as it proves them.
///
/// A group that ties exactly in one reading of its ambiguous members proves that reading. A statement has one decimal
/// mark: what its other texts tell and what its groups prove goes for the rest, if all of it agrees. What is left
/// stays ambiguous.
pub fn decide(statement: &mut Statement) {
    let open: Vec<LineId> = ambiguous(&statement.lines);
    let totals: Vec<(usize, Amount)> =
        statement.header.totals.iter().enumerate().filter_map(open_total).collect();
    if open.is_empty() && totals.is_empty() {
        return;
    }
    let evidence = written(statement).and(by_totals(&mut statement.lines, &open));
    if let Some(mark) = evidence.mark() {
        for line in open {
            let as_decimal = statement.lines.literal(line).contains(mark);
            settle(&mut statement.lines, line, as_decimal);
        }
    }
    for (at, decimal) in totals {
        settle_total(statement, at, decimal, evidence);
    }
}

fn ambiguous(lines: &Lines) -> Vec<LineId> {
    lines.all().filter(|line| lines.amount_state(*line) == AmountState::Ambiguous).collect()
}

/// A header total that is still open, with its reading with decimals.
fn open_total((at, total): (usize, &StatedTotal)) -> Option<(usize, Amount)> {
    let written = decorated::read(&total.literal);
    let open = total.amount.is_none() && written.state == AmountState::Ambiguous;
    written.amount.filter(|_| open).map(|decimal| (at, decimal))
}

/// For which decimal mark something speaks.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    point: bool,
    comma: bool,
}

impl Evidence {
    /// The one mark that it speaks for.
    fn mark(self) -> Option<char> {
        match (self.point, self.comma) {
            (true, false) => Some('.'),
            (false, true) => Some(','),
            _ => None,
        }
    }

    /// What both speak for.
    fn and(self, other: Evidence) -> Evidence {
        Evidence { point: self.point || other.point, comma: self.comma || other.comma }
    }

    /// Adds that `mark` stands before decimals, or between thousands.
    fn note(&mut self, mark: char, as_decimal: bool) {
        match (mark, as_decimal) {
            ('.', true) | (',', false) => self.point = true,
            ('.', false) | (',', true) => self.comma = true,
            _ => {}
        }
    }

    /// Adds what a text with one reading tells.
    fn note_text(&mut self, literal: &str, amount: Amount) {
        let decorations = decoration::of(literal, amount);
        let comma = decorations.contains(&Decoration::DecimalComma);
        self.comma |= comma;
        self.point |= !comma && amount.decimals() > 0;
        for decoration in decorations {
            if let Decoration::Grouped(mark) = decoration {
                self.note(mark, false);
            }
        }
    }
}

/// What the texts with one reading say.
fn written(statement: &Statement) -> Evidence {
    let lines = &statement.lines;
    let mut evidence = Evidence::default();
    for line in lines.all() {
        if let (AmountState::Text | AmountState::Decorated, Some(amount)) =
            (lines.amount_state(line), lines.amount(line))
        {
            evidence.note_text(&lines.literal(line), amount);
        }
    }
    for total in &statement.header.totals {
        // A plain number may have been no text, and proves nothing then.
        if let (Some(amount), Err(_)) = (total.amount, Amount::parse(&total.literal)) {
            evidence.note_text(&total.literal, amount);
        }
    }
    evidence
}

/// Decides what groups prove, from the lowest up and from the top down until nothing changes.
fn by_totals(lines: &mut Lines, open: &[LineId]) -> Evidence {
    let mut groups: Vec<LineId> = open.iter().filter_map(|line| lines.parent(*line)).collect();
    groups.extend(open.iter().copied().filter(|line| lines.is_group(*line)));
    let mut groups = sorted(&groups, Ord::cmp);
    groups.dedup();
    let mut proved = Evidence::default();
    let mut still = 0;
    for _ in 0..MOST_PASSES {
        groups.reverse();
        let before = groups.len();
        groups.retain(|group| !prove(lines, *group, &mut proved));
        still = if groups.len() == before { still + 1 } else { 0 };
        if groups.is_empty() || still == 2 {
            break;
        }
    }
    proved
}

/// Decides the ambiguous members of a group if exactly one reading of them makes it tie; answers whether none is left.
fn prove(lines: &mut Lines, group: LineId, proved: &mut Evidence) -> bool {
    if lines.items_malformed(group) {
        return false;
    }
    // The gap that known members leave, and what `.` and `,` add to it as decimal marks and between thousands.
    let mut gap = Sum::ZERO;
    let mut marked = [[Sum::ZERO; 2]; 2];
    let mut members: Vec<(LineId, bool)> = Vec::new();
    for member in std::iter::once(group).chain(lines.items(group)) {
        let add = |sum: Sum, amount| if member == group { sum.plus(amount) } else { sum.minus(amount) };
        if let Some(amount) = lines.amount(member) {
            gap = add(gap, amount);
        } else if let Some(readings) = lines.readings(member) {
            let is_comma = lines.literal(member).contains(',');
            members.push((member, is_comma));
            let [point, comma] = &mut marked;
            for (sum, reading) in (if is_comma { comma } else { point }).iter_mut().zip(readings) {
                *sum = add(*sum, reading);
            }
        } else {
            return false;
        }
    }
    let [points, commas] = marked;
    let has = |comma: bool| members.iter().any(|(_, is_comma)| *is_comma == comma);
    let choices = |there: bool| if there { [true, false].as_slice() } else { [true].as_slice() };
    let mut ties = Vec::new();
    for point in choices(has(false)) {
        for comma in choices(has(true)) {
            let parts = [reading(points, *point).total(), reading(commas, *comma).total()];
            let total = parts.into_iter().try_fold(gap, |gap, part| part.map(|part| gap.plus(part)));
            if total.and_then(Sum::total).is_some_and(Amount::is_zero) {
                ties.push([*point, *comma]);
            }
        }
    }
    let [[point, comma]] = ties.as_slice() else { return members.is_empty() };
    for (member, is_comma) in members {
        let as_decimal = if is_comma { *comma } else { *point };
        proved.note(if is_comma { ',' } else { '.' }, as_decimal);
        settle(lines, member, as_decimal);
    }
    true
}

fn reading([decimal, thousands]: [Sum; 2], as_decimal: bool) -> Sum {
    if as_decimal { decimal } else { thousands }
}

/// Makes an ambiguous amount one of its readings; anything else stays as it is.
fn settle(lines: &mut Lines, line: LineId, as_decimal: bool) {
    let Some([decimal, thousands]) = lines.readings(line) else { return };
    let literal = lines.literal(line);
    let plain = as_decimal && Amount::parse(&literal).is_ok();
    let state = if plain { AmountState::Text } else { AmountState::Decorated };
    lines.set_amount(line, state, Some(if as_decimal { decimal } else { thousands }), &literal);
}

/// Decides a total of the header by what is known of the marks, or else by the section it is the total of.
fn settle_total(statement: &mut Statement, at: usize, decimal: Amount, evidence: Evidence) {
    let Some(thousands) = Amount::from_scaled(decimal.mantissa(), 0) else { return };
    let Some(role) = statement.header.totals.get(at).map(|total| total.role) else { return };
    let section = match role {
        TotalRole::Section(kind) => statement.sections_of(kind).next().map(|section| section.line),
        TotalRole::NetAssets | TotalRole::Claims => None,
    };
    let own = section.and_then(|line| statement.lines.amount(line));
    let Some(total) = statement.header.totals.get_mut(at) else { return };
    total.amount = match evidence.mark() {
        Some(mark) => Some(if total.literal.contains(mark) { decimal } else { thousands }),
        None => [decimal, thousands]
            .into_iter()
            .find(|reading| own.is_some_and(|own| own.value() == reading.value())),
    };
}
