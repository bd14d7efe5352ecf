//! Makes a statement of each period of a report.

use crate::input::decorated;
use crate::input::figures;
use crate::input::grid::columns;
use crate::input::grid::trial;
use crate::input::grid::{Cell, Grid, Row};
use crate::input::outline::NodeId;
use crate::model::amount::Amount;
use crate::model::currency;
use crate::model::header::{DateRole, StatedDate, StatedTotal};
use crate::model::lines::{AmountState, LineId};
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::reading::Reading;
use crate::model::statement::{Section, SectionKind, Statement, StatementKind};
use crate::model::syntax::Shape;

/// The most amounts of a report that are read. A report that wants more than this many is made to be slow: the systems
/// themselves refuse to write a tenth of it.
const MOST_CELLS: usize = 1 << 22;

/// Adds the statements of a report, and what is odd about it.
pub fn add(mut grid: Grid<'_>, reading: &mut Reading) {
    columns::complete(&mut grid);
    let grid = &grid;
    if grid.rows.is_empty() {
        return reading.oddities.push(oddity(grid, OddityKind::EmptyReport, grid.node, None));
    }
    let first = reading.statements.len();
    let room = (MOST_CELLS / grid.rows.len()).max(1);
    let mut chosen = columns::choose(&grid.columns);
    let wanted = if grid.kind == StatementKind::TrialBalance {
        trial::choose(grid, &mut chosen);
        let pairs = chosen.periods.as_chunks::<2>().0;
        for [debits, credits] in pairs.iter().take(room) {
            let rows = trial::sides(grid, *debits, *credits);
            reading.statements.push(statement(grid, &rows, (*debits, 0), pairs.len() > 1));
        }
        pairs.len()
    } else {
        for at in chosen.periods.iter().take(room) {
            reading.statements.push(statement(grid, &grid.rows, (*at, *at), chosen.periods.len() > 1));
        }
        chosen.periods.len()
    };
    let number = u32::try_from(first).ok().filter(|_| reading.statements.len() > first);
    for (at, total) in chosen.passed {
        let Some(column) = grid.columns.get(at) else { continue };
        let kind = OddityKind::ColumnPassedOver { title: column.title.to_owned(), total };
        reading.oddities.push(oddity(grid, kind, column.node, number));
    }
    if wanted > room {
        reading.oddities.push(oddity(grid, OddityKind::TooLarge, grid.node, None));
    }
}

fn oddity(grid: &Grid<'_>, kind: OddityKind, node: NodeId, statement: Option<u32>) -> Oddity {
    let (place, pointer) = (grid.outline.place(node), Some(grid.outline.pointer(node)));
    Oddity { kind, place, statement, line: None, pointer }
}

/// The statement of the `column`-th column, whose amounts are the `cell`-th of each row.
fn statement(grid: &Grid<'_>, rows: &[Row<'_>], (column, cell): (usize, usize), several: bool) -> Statement {
    let outline = grid.outline;
    let pointer = outline.pointer(grid.node);
    let mut statement = Statement::new(grid.dialect, pointer, outline.place(grid.node));
    statement.kind = grid.kind;
    statement.header.entity = grid.entity.map(str::to_owned);
    if let Some(currency) = grid.currency {
        statement.header.currency = Some(currency.to_owned());
        currency::state(&mut statement.currencies, currency, None);
    }
    let own = grid.columns.get(column);
    let dates = own.map(|own| own.dates.as_slice()).unwrap_or_default();
    let of_all = grid.dates.iter().filter(|date| dates.is_empty() || date.role == DateRole::Recorded);
    for date in dates.iter().chain(of_all) {
        let (key, place) = (date.key.clone(), outline.place(date.node));
        let header = &mut statement.header;
        header.pointers.push((key.clone(), outline.pointer(date.node)));
        header.dates.push(StatedDate {
            key,
            role: date.role,
            text: date.text.clone(),
            place,
            envelope: None,
        });
    }
    // What a column is called tells it from others, or is all that is known of its day.
    let untold = several || statement.header.as_of().is_none();
    let title = own.map(|own| own.title).filter(|title| untold && !title.trim().is_empty());
    statement.header.title = title.map(str::to_owned);
    for total in &grid.totals {
        let Some(node) = grid.stated(&total.cells, cell) else { continue };
        let literal = outline.text(node);
        let written = decorated::read(literal);
        let amount = match outline.shape(node) {
            Shape::Number => Amount::parse(literal).ok(),
            _ => written.amount.filter(|_| written.state != AmountState::Ambiguous),
        };
        let (key, literal, place) = (total.name.to_owned(), literal.to_owned(), outline.place(node));
        statement.header.pointers.push((key.clone(), outline.pointer(node)));
        statement.header.totals.push(StatedTotal { key, role: total.role, literal, amount, place });
    }
    fill(grid, &mut statement, rows, cell, several);
    statement
}

/// Adds the lines.
fn fill(grid: &Grid<'_>, statement: &mut Statement, rows: &[Row<'_>], cell: usize, several: bool) {
    let mut open: Vec<(&Row<'_>, LineId)> = Vec::new();
    // Rows of one list have the same pointer up to it.
    let mut list = (None, String::new());
    let mut rows = rows.iter().peekable();
    while let Some(row) = rows.next() {
        let alone = rows.peek().is_none_or(|next| next.depth <= row.depth);
        let states = || grid.stated(&row.cells, cell).or(grid.stated(&row.own, cell)).is_some();
        // Most rows of a long report state nothing in one of many periods.
        if several && alone && !is_needed(row) && !states() {
            continue;
        }
        while let Some((row, line)) = open.pop_if(|(above, _)| above.depth >= row.depth) {
            close(grid, statement, row, line, cell, several);
        }
        let parent = open.last().map(|(_, line)| *line);
        let lines = &mut statement.lines;
        let Some(line) = lines.push(parent, row.ordinal, grid.outline.place(row.node)) else { break };
        lines.set_name(line, row.name);
        lines.set_account_id(line, row.id);
        let above = grid.outline.parent(row.node);
        if list.0 != above || above.is_none() {
            list = (above, above.map(|above| grid.outline.pointer(above)).unwrap_or_default());
        }
        let mut pointer = list.1.clone();
        if above.is_some() {
            grid.outline.push_step(&mut pointer, row.node);
        }
        lines.set_pointer(line, pointer);
        if parent.is_none() {
            let (kind, key) = row.section.unwrap_or((SectionKind::Other, row.name));
            statement.sections.push(Section::new(kind, key.to_owned(), line));
        }
        put(grid, statement, line, row.cells.get(cell).copied().flatten());
        open.push((row, line));
    }
    while let Some((row, line)) = open.pop() {
        close(grid, statement, row, line, cell, several);
    }
}

/// A row is complete. What is posted to itself is its whole amount if nothing is in it.
///
/// A row with neither an amount nor anything in it is left out where it says nothing: as a heading, or as an account
/// that has an amount in another period, for no amount means there that nothing was posted. The sections that the
/// equation needs stay, and count as nothing.
fn close(
    grid: &Grid<'_>,
    statement: &mut Statement,
    row: &Row<'_>,
    line: LineId,
    cell: usize,
    several: bool,
) {
    statement.lines.close(line);
    let own = grid.stated(&row.own, cell);
    if statement.lines.is_group(line) {
        let written = own.map(|own| decorated::read(grid.outline.text(own)));
        match written.map(|own| own.amount.filter(|_| own.state != AmountState::Ambiguous)) {
            Some(Some(amount)) => statement.lines.set_own(line, amount),
            // Not knowing it, nobody can say what the total should be.
            Some(None) => statement.lines.set_items_malformed(line),
            None => {}
        }
        let bare = grid.kind == StatementKind::TrialBalance && grid.stated(&row.cells, cell).is_none();
        if let Some(section) = statement.sections.last_mut().filter(|section| section.line == line) {
            section.bare = bare;
        }
        return;
    }
    if grid.stated(&row.cells, cell).is_none() {
        put(grid, statement, line, own.or(row.own.get(cell).copied().flatten()));
    }
    let lines = &mut statement.lines;
    let state = lines.amount_state(line);
    let nothing = matches!(state, AmountState::Absent | AmountState::Null | AmountState::Empty);
    let zero = several && row.heading && row.id.is_empty() && lines.amount(line).is_some_and(Amount::is_zero);
    if !nothing && !zero {
        return;
    }
    if let Some(section) =
        statement.sections.last_mut().filter(|section| section.line == line && is_needed(row))
    {
        section.bare = nothing;
        return;
    }
    let heading = row.heading || row.name.trim().is_empty();
    if several || heading && row.id.is_empty() && grid.outline.shape(row.node) == Shape::Object {
        statement.lines.truncate(line);
        statement.sections.pop_if(|section| section.line == line);
        statement.currencies.retain(|stated| stated.line.is_none_or(|stated| stated < line));
    }
}

/// Whether a row is a section that the equation compares.
fn is_needed(row: &Row<'_>) -> bool {
    row.section.is_some_and(|(kind, _)| !matches!(kind, SectionKind::Unknown | SectionKind::Other))
}

fn put(grid: &Grid<'_>, statement: &mut Statement, line: LineId, cell: Cell) {
    let Some(node) = cell else { return };
    let text = grid.outline.text(node);
    match grid.outline.shape(node) {
        Shape::Text => figures::put_text(statement, line, text),
        Shape::Number => figures::put_number(statement, line, text),
        Shape::Null => statement.lines.set_amount(line, AmountState::Null, None, ""),
        Shape::Object => statement.lines.set_amount(line, AmountState::Unreadable, None, "{…}"),
        _ => statement.lines.set_amount(line, AmountState::Unreadable, None, "…"),
    }
}
