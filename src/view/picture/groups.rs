//! The plan of a statement's picture: a card for each group that is shown, a row for each item.

use crate::model::lines::{LineId, Lines};
use crate::model::statement::Statement;
use crate::view::picture::choices::Choices;
use crate::view::picture::failing::Failing;
use crate::view::picture::plan::{Plan, Planned, PlannedRow};

/// No more cards than these are drawn: laid out one below another, they are as tall as browsers can show.
pub const MOST_CARDS: u32 = 20_000;
/// Nor more rows in all.
const MOST_ROWS: u32 = 120_000;
/// Of the items that fail, so many are shown beyond the first ones of their group.
const MOST_FAILING: u32 = 200;

/// A group that is still to be planned.
struct Coming {
    line: LineId,
    parent: Option<u32>,
    row: u32,
    place: u32,
    of: u32,
}

/// Plans the cards that are chosen. If they are too many, those of failing branches are, and it is said.
pub fn plan(statement: &Statement, failing: &Failing, choices: &Choices) -> Plan {
    let (whole, full) = grow(statement, failing, choices);
    if full {
        let nothing = choices.failing && whole.cards.is_empty();
        return Plan { note: nothing.then(|| "No total on this statement fails.".to_owned()), ..whole };
    }
    let mut only = choices.clone();
    only.failing = true;
    let (mut part, full) = grow(statement, failing, &only);
    if choices.failing || part.cards.is_empty() {
        // Nothing less can be shown than this, so it is shown as far as it goes.
        return Plan { note: Some(too_many("so only the first of them are drawn")), ..whole };
    }
    let what = if full {
        "so only failing branches are drawn"
    } else {
        "so only the first failing branches are drawn"
    };
    part.note = Some(too_many(what));
    part
}

fn too_many(what: &str) -> String {
    format!("More groups are open than can be drawn (20,000), {what}. Close some to see others.")
}

/// The plan, and whether it has everything that is chosen.
fn grow(statement: &Statement, failing: &Failing, choices: &Choices) -> (Plan, bool) {
    let lines = &statement.lines;
    let mut plan = Plan::default();
    let shown = |line: LineId| !choices.failing || failing.within(lines, line);
    let of = u32::try_from(statement.sections.len()).unwrap_or(u32::MAX);
    let sections = (1_u32..).zip(&statement.sections).filter(|(_, section)| shown(section.line));
    let mut coming: Vec<Coming> = sections
        .map(|(place, section)| Coming { line: section.line, parent: None, row: 0, place, of })
        .collect();
    // The next one stands last.
    coming.reverse();
    while let Some(Coming { line, parent, row, place, of }) = coming.pop() {
        let index = u32::try_from(plan.cards.len()).unwrap_or(u32::MAX);
        let first = u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
        if index >= MOST_CARDS || first >= MOST_ROWS {
            return (plan, false);
        }
        let depth = lines.depth(line);
        let open = choices.is_open(line, depth, failing.within(lines, line));
        let items = if open { add_rows(&mut plan, lines, failing, choices, line) } else { 0 };
        let end = u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
        let shown_rows = end - first;
        let (id, column, more) = (line.0, u32::from(depth), items - shown_rows);
        plan.cards.push(Planned { id, parent, row, column, first, shown: shown_rows, more, open, place, of });
        let rows = plan.rows.get(first as usize..).unwrap_or_default();
        let leading = (0_u32..).zip(rows).filter(|(_, row)| {
            let item = LineId(row.id);
            lines.is_group(item) && shown(item)
        });
        let later = coming.len();
        coming.extend(leading.map(|(row, item)| Coming {
            line: LineId(item.id),
            parent: Some(index),
            row,
            place: item.place,
            of: items,
        }));
        if let Some(next) = coming.get_mut(later..) {
            next.reverse();
        }
    }
    (plan, true)
}

/// Adds the rows of an open group and says how many items it has. A total that fails is shown with all it is the sum
/// of, even where only failing branches are.
fn add_rows(plan: &mut Plan, lines: &Lines, failing: &Failing, choices: &Choices, line: LineId) -> u32 {
    let count = u32::try_from(lines.items(line).count()).unwrap_or(u32::MAX);
    let only_failing = choices.failing && !failing.at(line) && !choices.more_is_shown(line);
    let first = choices.first_rows(line, count);
    let mut left = MOST_FAILING;
    for (place, item) in (1_u32..).zip(lines.items(line)) {
        let fails = || failing.within(lines, item);
        let usual = place <= first && (!only_failing || fails());
        if usual || choices.is_chosen(item) || left > 0 && fails() {
            left -= u32::from(!usual && left > 0);
            plan.rows.push(PlannedRow { id: item.0, place });
        }
    }
    count
}
