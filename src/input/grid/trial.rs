//! Makes two sections of a trial balance, its debits and its credits.

use crate::input::decorated;
use crate::input::grid::columns::Chosen;
use crate::input::grid::{Cell, Grid, Row};
use crate::model::amount::Amount;
use crate::model::statement::SectionKind;

/// Takes the columns of amounts as pairs of debits and credits; one that is left over is passed over.
pub fn choose(grid: &Grid<'_>, chosen: &mut Chosen) {
    let money = |at: &usize| grid.columns.get(*at).is_some_and(|column| column.money);
    (chosen.periods, chosen.passed) = (Vec::new(), Vec::new());
    let mut rest: Vec<usize> = (1..grid.columns.len()).collect();
    rest.retain(|at| {
        if money(at) {
            chosen.periods.push(*at);
        }
        !money(at)
    });
    if chosen.periods.len() % 2 == 1 {
        rest.extend(chosen.periods.pop());
    }
    chosen.passed = rest.into_iter().map(|at| (at, false)).collect();
}

/// The rows of both sides, whose amounts are in the first cell of each. The amount of a side is that of the last total,
/// the grand one. Kinds of accounts and their subtotals are left out, for they are none of the two sides.
pub fn sides<'a>(grid: &Grid<'a>, debits: usize, credits: usize) -> Vec<Row<'a>> {
    let total = grid.rows.iter().rfind(|row| {
        row.heading && [debits, credits].iter().any(|at| grid.stated(&row.cells, *at).is_some())
    });
    let mut rows = Vec::new();
    for (kind, key, own, other) in
        [(SectionKind::Debits, "debits", debits, credits), (SectionKind::Credits, "credits", credits, debits)]
    {
        rows.push(Row {
            node: total.map_or(grid.node, |row| row.node),
            depth: 0,
            ordinal: 0,
            name: grid.columns.get(own).map(|column| column.title).unwrap_or_default(),
            id: "",
            cells: vec![total.and_then(|row| grid.stated(&row.cells, own))],
            own: Vec::new(),
            heading: true,
            section: Some((kind, key)),
        });
        for row in &grid.rows {
            let cell = grid.stated(&row.own, own);
            // An account stands where its amount is: a zero beside it says nothing, and of two zeros the first counts.
            let said = match (zero(grid, cell), zero(grid, grid.stated(&row.own, other))) {
                (Some(true), Some(true)) => kind == SectionKind::Debits,
                (Some(true), Some(false)) | (None, _) => false,
                _ => true,
            };
            if said {
                let (own, row) = (vec![cell], row.clone());
                rows.push(Row { depth: 1, cells: Vec::new(), own, heading: false, section: None, ..row });
            }
        }
    }
    rows
}

/// Whether a value is zero; nothing if there is none.
fn zero(grid: &Grid<'_>, cell: Cell) -> Option<bool> {
    let node = cell?;
    Some(decorated::read(grid.outline.text(node)).amount.is_some_and(Amount::is_zero))
}
