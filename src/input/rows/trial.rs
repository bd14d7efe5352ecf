//! Makes a trial balance of a column of debits and one of credits.

use crate::input::rows::NONE;
use crate::input::rows::columns::Column;
use crate::input::rows::row::Row;
use crate::input::rows::statements::{Grid, amount};
use crate::model::amount::Amount;
use crate::model::header::TotalRole;
use crate::model::lines::AmountState;
use crate::model::statement::{SectionKind, Statement, StatementKind};

/// The trial balance of two columns. Its lines are the accounts alone: a group shows what is left of its debits and
/// credits in some systems, and all of them in others. An account with both has a line in each section.
pub fn of(grid: &Grid<'_>, (debits, credits): (usize, usize), lines: &mut [u32]) -> Statement {
    let mut statement = grid.empty(grid.table.columns.get(debits));
    statement.kind = StatementKind::TrialBalance;
    statement.header.title = grid.table.columns.get(debits).map(title);
    let stated = |row: u32, column: usize| {
        let cell = grid.table.cell(row as usize, column);
        let text = cell.map(|cell| grid.outline.text(cell)).unwrap_or_default();
        !text.is_empty()
            && amount(grid.outline, &grid.table, row, column).is_none_or(|amount| !amount.is_zero())
    };
    let accounts =
        || (0_u32..).zip(&grid.rows).filter(|(row, own)| grid.tree.is_leaf(*row) && !is_total(own));
    for (kind, column) in [(SectionKind::Debits, debits), (SectionKind::Credits, credits)] {
        let Some(above) = grid.bare(&mut statement, kind) else { break };
        for (row, _) in accounts() {
            // What has neither stands among the debits.
            let shown = stated(row, column) || (kind == SectionKind::Debits && !stated(row, credits));
            let Some(line) = Some(row).filter(|_| shown).and_then(|row| {
                grid.line(&mut statement, row, Some(above), grid.table.cell(row as usize, column))
            }) else {
                continue;
            };
            if kind == SectionKind::Debits
                && matches!(statement.lines.amount_state(line), AmountState::Null | AmountState::Empty)
            {
                statement.lines.set_amount(line, AmountState::Number, Some(Amount::ZERO), "0");
            }
            lines
                .get_mut(row as usize)
                .into_iter()
                .filter(|slot| **slot == NONE)
                .for_each(|slot| *slot = line.0);
        }
        statement.lines.close(above);
        // With groups a total may be that of the groups.
        let flat = grid.tree.roots().iter().all(|root| grid.tree.is_leaf(*root));
        let mut totals = (0_u32..).zip(&grid.rows).filter(|(_, row)| flat && is_total(row));
        let total = totals.next().filter(|_| totals.next().is_none());
        if let Some((row, _)) = total {
            grid.total(&mut statement, TotalRole::Section(kind), row, column);
        }
    }
    statement
}

/// Whether a row is the total of all. An account may well begin with that word.
fn is_total(row: &Row<'_>) -> bool {
    row.total
        || ["total", "totals", "grand total"].iter().any(|total| row.title().eq_ignore_ascii_case(total))
}

/// What both columns are called: `closing` for `closing_debit`.
fn title(column: &Column<'_>) -> String {
    let shown = if column.title.is_empty() { column.key } else { column.title };
    let words = shown.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> =
        words.filter(|word| !word.eq_ignore_ascii_case("debit") && !word.is_empty()).collect();
    if words.is_empty() { shown.to_owned() } else { words.join(" ") }
}
