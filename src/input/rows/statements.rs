//! Makes a statement of each column of amounts.

use crate::input::decorated;
use crate::input::fields::{self, HeaderField};
use crate::input::figures;
use crate::input::outline::{NodeId, Outline};
use crate::input::rows::columns::{Column, Table};
use crate::input::rows::list::List;
use crate::input::rows::row::Row;
use crate::input::rows::sections::{Part, Plan, plan};
use crate::input::rows::tree::Tree;
use crate::input::rows::{NONE, period, trial};
use crate::model::amount::Amount;
use crate::model::currency;
use crate::model::dialect::Dialect;
use crate::model::header::{DateRole, Header, LONGEST_INHERITED, StatedDate, StatedTotal, TotalRole};
use crate::model::lines::{AmountState, LineId};
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::reading::Reading;
use crate::model::statement::{Section, SectionKind, Statement};
use crate::model::syntax::Shape;

/// The most levels of lines; what is deeper stands on the last one.
const DEEPEST: u16 = 512;

/// What is read of a list.
pub struct Grid<'a> {
    /// The document.
    pub outline: &'a Outline,
    /// The list.
    pub list: NodeId,
    /// Its rows.
    pub rows: Vec<Row<'a>>,
    /// What stands under what.
    pub tree: Tree,
    /// Their amounts.
    pub table: Table<'a>,
    /// What is said around the list.
    header: Header,
}

/// The statements of a list.
pub fn of(outline: &Outline, list: &List) -> Reading {
    let rows = list.rows(outline);
    let table = Table::of(outline, list.node, &rows);
    let tree = Tree::of(outline, &rows);
    let header = header(outline, list.node);
    let grid = Grid { outline, list: list.node, rows, tree, table, header };
    let mut lines = vec![NONE; grid.rows.len()];
    let mut statements = Vec::new();
    if grid.table.pairs.is_empty() {
        let plan = plan(outline, &grid.rows, &grid.tree, &grid.table);
        for column in 0..grid.table.columns.len() {
            let sheet = grid.sheet(&plan, column, &mut lines);
            statements.push(sheet);
        }
    } else {
        statements.extend(grid.table.pairs.iter().map(|pair| trial::of(&grid, *pair, &mut lines)));
    }
    Reading { oddities: grid.oddities(&lines), statements }
}

impl Grid<'_> {
    /// A statement of a column without lines.
    pub fn empty(&self, column: Option<&Column<'_>>) -> Statement {
        let mut statement =
            Statement::new(Dialect::FlatRows, self.outline.pointer(self.list), self.outline.place(self.list));
        statement.header = self.header.clone();
        let several = self.table.columns.len() > 1;
        if let Some(Column { key, title, node }) = column {
            let telling = title.is_empty() && (period::is_period(key) || several);
            let shown = if telling && *key != "columns" { key } else { title };
            statement.header.title = Some((*shown).to_owned()).filter(|shown| !shown.is_empty());
            if let Some(day) = period::last_day(title).or_else(|| period::last_day(key)) {
                let above = self.outline.parent(*node).map(|row| self.outline.pointer(row));
                statement.header.dates.retain(|date| date.role != DateRole::AsOf);
                statement.header.dates.push(StatedDate {
                    key: (*key).to_owned(),
                    role: DateRole::AsOf,
                    text: day.to_string(),
                    place: self.outline.place(*node),
                    envelope: above,
                });
            } else if several {
                // A day around the list is that of no certain column.
                statement.header.dates.retain(|date| date.role != DateRole::AsOf);
            }
        }
        let stated = self.rows.iter().map(|row| row.currency).find(|currency| !currency.is_empty());
        if statement.header.currency.is_none() {
            statement.header.currency = stated.map(str::to_owned);
        }
        if let Some(currency) = &statement.header.currency {
            currency::state(&mut statement.currencies, currency, None);
        }
        statement
    }

    /// Adds a row as a line, with what stands in a column of it.
    pub fn line(
        &self,
        statement: &mut Statement,
        row: u32,
        parent: Option<LineId>,
        cell: Option<NodeId>,
    ) -> Option<LineId> {
        let own = self.rows.get(row as usize)?;
        let line = statement.lines.push(parent, row, self.outline.place(own.node))?;
        statement.lines.set_name(line, own.name);
        if let Some(id) = own.id(self.outline, self.tree.key) {
            let text = self.outline.text(id);
            match self.outline.shape(id) {
                Shape::Number => statement.lines.set_number_id(line, text),
                _ => statement.lines.set_account_id(line, text),
            }
        }
        statement.lines.set_pointer(line, self.outline.pointer(own.node));
        if !own.currency.is_empty() {
            currency::state(&mut statement.currencies, own.currency, Some(line));
        }
        if let Some(cell) = cell {
            let text = self.outline.text(cell);
            match self.outline.shape(cell) {
                Shape::Number => figures::put_number(statement, line, text),
                Shape::Text => figures::put_text(statement, line, text),
                Shape::Object | Shape::Array => {
                    statement.lines.set_amount(line, AmountState::Unreadable, None, "{…}");
                }
                _ => statement.lines.set_amount(line, AmountState::Null, None, ""),
            }
        }
        Some(line)
    }

    /// A section that has no line in the file.
    pub fn bare(&self, statement: &mut Statement, kind: SectionKind) -> Option<LineId> {
        let line = statement.lines.push(None, 0, self.outline.place(self.list))?;
        statement.lines.set_pointer(line, self.outline.pointer(self.list));
        let section = Section { bare: true, ..Section::new(kind, bare_key(kind).to_owned(), line) };
        statement.sections.push(section);
        Some(line)
    }

    /// Adds the total that a row states beside the tree.
    pub fn total(&self, statement: &mut Statement, role: TotalRole, row: u32, column: usize) {
        let cell = self.table.cell(row as usize, column);
        let Some((own, cell)) = self.rows.get(row as usize).zip(cell) else { return };
        let literal = self.outline.text(cell).to_owned();
        if literal.is_empty() {
            return;
        }
        let amount = amount(self.outline, &self.table, row, column);
        let (key, place) = (own.name.to_owned(), self.outline.place(own.node));
        statement.header.pointers.push((key.clone(), self.outline.pointer(own.node)));
        statement.header.totals.push(StatedTotal { key, role, literal, amount, place });
    }

    fn sheet(&self, plan: &Plan, column: usize, lines: &mut [u32]) -> Statement {
        let mut statement = self.empty(self.table.columns.get(column));
        statement.kind = plan.kind;
        for Part { kind, roots, bare } in &plan.sections {
            let above = if *bare { self.bare(&mut statement, *kind) } else { None };
            if above.is_none() {
                let first = roots.first().and_then(|row| self.rows.get(*row as usize));
                let (key, line) =
                    (first.map_or("", |row| row.name).to_owned(), LineId(statement.lines.len()));
                statement.sections.push(Section::new(*kind, key, line));
            }
            self.lines(&mut statement, roots, above, column, lines);
            if let Some(line) = above {
                statement.lines.close(line);
            }
        }
        for (role, row) in &plan.totals {
            self.total(&mut statement, *role, *row, column);
        }
        statement
    }

    /// Adds rows with all that is under them.
    fn lines(
        &self,
        statement: &mut Statement,
        rows: &[u32],
        above: Option<LineId>,
        column: usize,
        lines: &mut [u32],
    ) {
        let mut open: Vec<(u32, Option<LineId>)> = rows.iter().rev().map(|row| (*row, above)).collect();
        while let Some((row, above)) = open.pop() {
            if let (NONE, Some(line)) = (row, above) {
                statement.lines.close(line);
                continue;
            }
            let total = self.tree.totals.get(row as usize).copied().unwrap_or(NONE);
            let [own, of_total] = [row, total].map(|row| amount(self.outline, &self.table, row, column));
            let from = if own.is_none() && of_total.is_some() { total } else { row };
            let cell = self.table.cell(from as usize, column);
            let Some(line) = self.line(statement, row, above, cell) else { break };
            lines
                .get_mut(row as usize)
                .into_iter()
                .filter(|slot| **slot == NONE)
                .for_each(|slot| *slot = line.0);
            let mut items = self.tree.items(row);
            // A total that is another amount than its group has to be seen.
            if own.zip(of_total).is_some_and(|(own, total)| own.value() != total.value()) {
                items.push(total);
            }
            if statement.lines.depth(line) < DEEPEST {
                open.push((NONE, Some(line)));
                open.extend(items.into_iter().rev().map(|item| (item, Some(line))));
            } else {
                open.extend(items.into_iter().rev().map(|item| (item, above)));
            }
        }
    }

    /// What was odd about the rows and columns, told of the first statement.
    fn oddities(&self, lines: &[u32]) -> Vec<Oddity> {
        let mut oddities = Vec::new();
        for (title, total, node) in &self.table.passed {
            let kind = OddityKind::ColumnPassedOver { title: (*title).to_owned(), total: *total };
            oddities.push(self.oddity(kind, *node, None));
        }
        for (row, kind) in &self.tree.oddities {
            let Some(own) = self.rows.get(*row as usize) else { continue };
            let line = lines.get(*row as usize).copied().filter(|line| *line != NONE).map(LineId);
            oddities.push(self.oddity(kind.clone(), own.node, line));
        }
        oddities
    }

    fn oddity(&self, kind: OddityKind, node: NodeId, line: Option<LineId>) -> Oddity {
        let pointer = Some(self.outline.pointer(node));
        Oddity { kind, place: self.outline.place(node), statement: Some(0), line, pointer }
    }
}

/// What a section is called that no row is.
fn bare_key(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Assets => "assets",
        SectionKind::Liabilities => "liabilities",
        SectionKind::Equity => "equity",
        SectionKind::Debits => "debits",
        SectionKind::Credits => "credits",
        SectionKind::Unknown | SectionKind::Other => "result",
    }
}

/// The amount in a column of a row, if it can be read.
pub fn amount(outline: &Outline, table: &Table<'_>, row: u32, column: usize) -> Option<Amount> {
    let cell = table.cell(row as usize, column)?;
    match outline.shape(cell) {
        Shape::Number => Amount::parse(outline.text(cell)).ok(),
        Shape::Text => {
            let written = decorated::read(outline.text(cell));
            written.amount.filter(|_| written.state != AmountState::Ambiguous)
        }
        _ => None,
    }
}

/// What the objects around the list say of entity, currency and dates, the nearest first.
fn header(outline: &Outline, list: NodeId) -> Header {
    let mut header = Header::default();
    for around in std::iter::successors(outline.parent(list), |node| outline.parent(*node)) {
        for value in outline.children(around) {
            let (key, text) = (outline.key(value), outline.text(value));
            let short = !text.trim().is_empty() && text.len() <= LONGEST_INHERITED;
            match fields::header(key).filter(|_| short) {
                Some(HeaderField::Entity) => {
                    header.entity.get_or_insert_with(|| text.to_owned());
                }
                Some(HeaderField::Currency) => {
                    header.currency.get_or_insert_with(|| text.to_owned());
                }
                Some(HeaderField::Date(role)) if header.dates.iter().all(|date| date.role != role) => {
                    let envelope = Some(outline.pointer(around));
                    let (key, text, place) = (key.to_owned(), text.to_owned(), outline.place(value));
                    header.dates.push(StatedDate { key, role, text, place, envelope });
                }
                _ => {}
            }
        }
    }
    header
}
