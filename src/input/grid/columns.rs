//! Chooses the columns of a report that are periods.

use crate::input::grid::{Column, Grid};
use crate::input::outline::NodeId;

/// The columns of a report.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Those that are read, by their places.
    pub periods: Vec<usize>,
    /// Those that are passed over, and whether it is as the total of the others.
    pub passed: Vec<(usize, bool)>,
}

/// Chooses them.
///
/// Where columns have dates, those are the periods, and any other is none. Without dates the total of the others stands
/// for the whole, for they may be branches or projects, which do not balance by themselves. Without a total each of
/// them is taken for a period.
pub fn choose(columns: &[Column<'_>]) -> Chosen {
    let money = || columns.iter().filter(|column| column.money);
    let dated = money().any(|column| !column.dates.is_empty());
    let total = money().rfind(|column| column.total).map(|column| column.node);
    let mut chosen = Chosen::default();
    // The first column has the names.
    for (at, column) in columns.iter().enumerate().skip(1) {
        let is_total = |node: NodeId| node == column.node;
        let period = if dated { !column.dates.is_empty() } else { total.is_none_or(is_total) };
        if column.money && period {
            chosen.periods.push(at);
        } else {
            chosen.passed.push((at, column.total && column.money));
        }
    }
    chosen
}

/// Adds columns for amounts that stand in none of those described.
pub fn complete(grid: &mut Grid<'_>) {
    let widths = grid.rows.iter().map(|row| row.own.len().max(row.cells.len()));
    let (width, node) = (widths.max().unwrap_or(0), grid.node);
    while grid.columns.len() < width {
        grid.columns.push(Column { node, title: "", dates: Vec::new(), money: true, total: false });
    }
}
