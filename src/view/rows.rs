//! Draws a window of rows.

use crate::model::amount::Amount;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::report::Examined;
use crate::model::statement::Statement;
use crate::view::hit::Hit;
use crate::view::mark::{Mark, Weight};
use crate::view::notes::Notes;
use crate::view::row::{Branch, Row};
use crate::view::tree::Tree;

/// The rows `from..to` that are visible. The work grows with the window and with the siblings of its lines.
pub fn window(
    examined: &Examined,
    findings: &[Finding],
    notes: &Notes,
    tree: &Tree,
    from: u32,
    to: u32,
) -> Vec<Row> {
    let mut ranks = Vec::new();
    tree.window(from, to)
        .map(|line| {
            let (position, siblings) = rank(&mut ranks, &examined.statement, line);
            let mut row = row(examined, findings, notes, tree, line);
            row.position = position;
            row.siblings = siblings;
            row
        })
        .collect()
}

fn row(examined: &Examined, findings: &[Finding], notes: &Notes, tree: &Tree, line: LineId) -> Row {
    let statement = &examined.statement;
    let lines = &statement.lines;
    let check = examined.check_of(line);
    let own = notes.at(line).filter_map(|index| findings.get(index as usize));
    Row {
        line: line.0,
        depth: lines.depth(line),
        position: 1,
        siblings: 1,
        name: statement.name(line).to_owned(),
        account_id: lines.account_id(line).to_owned(),
        reported: reported(statement, line),
        readable: lines.amount(line).is_some(),
        calculated: check.and_then(|check| check.calculated).map(|amount| amount.to_string()),
        difference: check.and_then(|check| check.difference).filter(differs).map(|amount| amount.to_string()),
        mark: check.map(|check| Mark::from(check.outcome)),
        weight: own
            .filter(|finding| finding.waiver.is_none())
            .map(|finding| Weight::from(finding.severity))
            .min(),
        branch: match (lines.is_group(line), tree.is_open(line)) {
            (false, _) => Branch::None,
            (true, true) => Branch::Open,
            (true, false) => Branch::Closed { hides_error: notes.error_within(line, lines.end(line)) },
        },
        pointer: statement.line_pointer(line),
        hit: Hit::default(),
        hidden_hits: 0,
        picked: false,
    }
}

/// The amount a line states, with the decimals it states, or what is written instead.
pub fn reported(statement: &Statement, line: LineId) -> String {
    match statement.lines.amount(line) {
        Some(amount) => amount.to_string(),
        None => statement.lines.literal(line),
    }
}

fn differs(amount: &Amount) -> bool {
    !amount.is_zero()
}

/// What is known of the lines under one parent.
struct Rank {
    parent: Option<LineId>,
    last: u32,
    all: u32,
}

/// A line's place among its siblings. `known` remembers, for each parent met, the siblings in all and the last
/// place given: in a window, visible siblings follow one another.
fn rank(known: &mut Vec<Rank>, statement: &Statement, line: LineId) -> (u32, u32) {
    let parent = statement.lines.parent(line);
    if let Some(rank) = known.iter_mut().rev().find(|rank| rank.parent == parent) {
        rank.last += 1;
        return (rank.last, rank.all);
    }
    let (mut position, mut all) = (0, 0);
    let mut count = |sibling: LineId| {
        all += 1;
        if sibling <= line {
            position += 1;
        }
    };
    match parent {
        Some(parent) => statement.lines.items(parent).for_each(&mut count),
        None => statement.sections.iter().for_each(|section| count(section.line)),
    }
    known.push(Rank { parent, last: position, all });
    (position, all)
}
