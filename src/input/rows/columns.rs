//! Which values of the rows are amounts: a column a period, a balance, or debits and credits.

use std::borrow::Cow;

use crate::input::decorated;
use crate::input::outline::{NodeId, Outline};
use crate::input::rows::NONE;
use crate::input::rows::period::is_period;
use crate::input::rows::row::{Row, plain};
use crate::model::numbers::Numbers;
use crate::model::syntax::Shape;

/// The keys of the one amount of a row, the best first.
const FIGURES: [&str; 9] = [
    "closingbalance",
    "endingbalance",
    "balance",
    "amount",
    "value",
    "currentbalance",
    "closing",
    "net",
    "total",
];

/// How many pairs of debits and credits are looked for.
const MOST_PAIRS: usize = 64;

/// A column that is read.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its key, as written; that of the list, if the amounts stand in lists.
    pub key: &'a str,
    /// Its title, if it has one beside its key.
    pub title: &'a str,
    /// Where it is met first.
    pub node: NodeId,
}

/// A column that is not read: its title, whether it is the total of the others, and where it is met first.
pub type Passed<'a> = (&'a str, bool, NodeId);

/// The amounts of rows, as far as they are read.
pub struct Table<'a> {
    /// The columns, in the order in which they are met.
    pub columns: Vec<Column<'a>>,
    /// Which two of them are debits and credits of one kind; of a trial balance alone.
    pub pairs: Vec<(usize, usize)>,
    /// What is not read.
    pub passed: Vec<Passed<'a>>,
    cells: Vec<Option<NodeId>>,
}

/// What a column is, by its key and its title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Debit,
    Credit,
    Period,
    Figure(usize),
    /// An amount that is none of the last day, or no amount.
    Aside,
    Other,
}

/// A column that may be one.
struct Seen<'a> {
    column: Column<'a>,
    role: Role,
    /// In how many rows an amount stands.
    count: usize,
}

/// What the report says of its columns, by their keys or their places: their titles, and whether they are amounts.
#[derive(Default)]
struct Declared<'a> {
    numbers: Numbers<'a>,
    titles: Vec<(&'a str, bool)>,
}

impl<'a> Table<'a> {
    /// The table of these rows of a list.
    pub fn of(outline: &'a Outline, list: NodeId, rows: &[Row<'a>]) -> Table<'a> {
        let in_lists = rows.iter().any(|row| row.cells.is_some());
        let declared = declared(outline, list, in_lists);
        let mut numbers = Numbers::default();
        let mut seen: Vec<Seen<'a>> = Vec::new();
        for row in rows {
            values(outline, row, in_lists, &mut |key, node| {
                let (number, new) = numbers.meet(key.clone());
                if new {
                    let told = declared.numbers.get(&key).and_then(|at| declared.titles.get(at as usize));
                    let unknown = told.is_none() && !in_lists && !declared.titles.is_empty();
                    let first = first(outline, node, in_lists, told);
                    seen.push(if unknown { Seen { role: Role::Other, ..first } } else { first });
                }
                if let Some(seen) = seen.get_mut(number as usize) {
                    let named = seen.role != Role::Other;
                    seen.count += usize::from(named && is_figure(outline, value(outline, node)));
                }
            });
        }
        let mut table =
            Table { columns: Vec::new(), pairs: Vec::new(), passed: Vec::new(), cells: Vec::new() };
        let chosen = table.choose(&seen, rows.len());
        let width = table.columns.len();
        table.cells = vec![None; width * rows.len()];
        for (at, row) in rows.iter().enumerate() {
            values(outline, row, in_lists, &mut |key, node| {
                let column = numbers.get(&key).and_then(|number| chosen.get(number as usize)).copied();
                let slot = column.filter(|column| *column != NONE).map(|column| at * width + column as usize);
                if let Some(slot) = slot.and_then(|slot| table.cells.get_mut(slot)) {
                    *slot = Some(value(outline, node));
                }
            });
        }
        table
    }

    /// What stands in a column of a row.
    pub fn cell(&self, row: usize, column: usize) -> Option<NodeId> {
        self.cells.get(row * self.columns.len() + column).copied().flatten()
    }

    /// Whether a row has an amount.
    pub fn has_figure(&self, outline: &Outline, row: usize) -> bool {
        let cells = (0..self.columns.len()).filter_map(|column| self.cell(row, column));
        cells.into_iter().any(|cell| is_figure(outline, cell))
    }

    /// Settles which columns are read; for each one seen its place among them. A column that most rows lack is none, so
    /// that rows times columns are not many more than there are amounts.
    fn choose(&mut self, seen: &[Seen<'a>], rows: usize) -> Vec<u32> {
        let full: Vec<(usize, &Seen<'a>)> =
            seen.iter().enumerate().filter(|(_, seen)| seen.count * 4 >= rows.max(1)).collect();
        let of = |role: Role| full.iter().filter(move |(_, seen)| seen.role == role).map(|(at, _)| *at);
        let mut wanted: Vec<usize> = Vec::new();
        let mut credits: Vec<usize> = of(Role::Credit).take(MOST_PAIRS).collect();
        for debit in of(Role::Debit).take(MOST_PAIRS) {
            let stem = |at: usize| seen.get(at).map(|seen| stem(&seen.column));
            if let Some(at) = credits.iter().position(|credit| stem(*credit) == stem(debit)) {
                self.pairs.push((wanted.len(), wanted.len() + 1));
                wanted.extend([debit, credits.remove(at)]);
            }
        }
        if wanted.is_empty() {
            wanted.extend(of(Role::Period));
        }
        if wanted.is_empty() {
            let ranks = full.iter().filter_map(|(at, seen)| match seen.role {
                Role::Figure(rank) => Some((rank, *at)),
                _ => None,
            });
            wanted.extend(ranks.min().map(|(_, at)| at));
        }
        let mut chosen = vec![NONE; seen.len()];
        for (column, at) in (0_u32..).zip(wanted) {
            if let (Some(slot), Some(seen)) = (chosen.get_mut(at), seen.get(at)) {
                *slot = column;
                self.columns.push(seen.column);
            }
        }
        for (seen, _) in seen.iter().zip(&chosen).filter(|(_, column)| **column == NONE) {
            let total = seen.role == Role::Figure(FIGURES.len() - 1);
            // The total of one period is that period.
            if seen.count > 0 && !(total && self.columns.len() < 2) {
                let Column { key, title, node } = seen.column;
                self.passed.push((if title.is_empty() { key } else { title }, total, node));
            }
        }
        chosen
    }
}

/// Every value of a row that may be an amount, with what its column is known by.
fn values<'a>(
    outline: &'a Outline,
    row: &Row<'a>,
    in_lists: bool,
    take: &mut dyn FnMut(Cow<'a, str>, NodeId),
) {
    if in_lists {
        for (at, cell) in row.cells.into_iter().flat_map(|cells| outline.children(cells)).enumerate() {
            take(at.to_string().into(), cell);
        }
    } else {
        outline.children(row.node).for_each(|node| take(outline.key(node).into(), node));
    }
}

/// The amount within a cell that is an object, as Odoo writes them: the plain number, or else the text that is shown.
fn value(outline: &Outline, cell: NodeId) -> NodeId {
    let stated = ["no_format", "value", "amount", "name"].iter().filter_map(|key| outline.get(cell, key));
    let stated = stated
        .into_iter()
        .find(|node| outline.shape(*node) == Shape::Number || !outline.text(*node).is_empty());
    stated.filter(|_| outline.shape(cell) == Shape::Object).unwrap_or(cell)
}

fn is_figure(outline: &Outline, node: NodeId) -> bool {
    match outline.shape(node) {
        Shape::Number => true,
        Shape::Text => decorated::read(outline.text(node)).amount.is_some(),
        _ => false,
    }
}

/// A column that is met for the first time.
fn first<'a>(outline: &'a Outline, node: NodeId, in_lists: bool, told: Option<&(&'a str, bool)>) -> Seen<'a> {
    let label = if in_lists { outline.text_at(node, "expression_label") } else { None };
    let title = told.map(|(title, _)| *title).or(label).unwrap_or_default();
    let key = if in_lists { "columns" } else { outline.key(node) };
    let column = Column { key, title, node };
    let share = title.ends_with('%')
        || in_lists && outline.text_at(node, "name").is_some_and(|shown| shown.trim_end().ends_with('%'));
    let role = match (role(if in_lists { title } else { key }, title), told) {
        _ if share => Role::Aside,
        (Role::Other, None) if in_lists => Role::Period,
        (Role::Other | Role::Period, Some((_, true))) => Role::Period,
        (_, Some((_, false))) if !in_lists => Role::Other,
        (role, _) => role,
    };
    Seen { column, role, count: 0 }
}

fn role(key: &str, title: &str) -> Role {
    let plain = plain(key);
    let ends = |word: &str| {
        let bare = plain.strip_suffix("balance").or_else(|| plain.strip_suffix("amount")).unwrap_or(&plain);
        bare.ends_with(word) && !bare.starts_with("is")
    };
    match FIGURES.iter().position(|figure| *figure == plain) {
        _ if ends("debit") => Role::Debit,
        _ if ends("credit") => Role::Credit,
        Some(rank) => Role::Figure(rank),
        None if plain.starts_with("opening") || plain.starts_with("initial") => Role::Aside,
        None if is_period(key) || is_period(title) => Role::Period,
        None => Role::Other,
    }
}

/// What is left of the name of a column of debits or credits, which is the same for both of a pair.
fn stem(column: &Column<'_>) -> String {
    let name =
        plain(if column.title.is_empty() || column.key != "columns" { column.key } else { column.title });
    name.replacen("debit", "", 1).replacen("credit", "", 1)
}

/// What is said of the columns beside the list: `[{fieldname, label, fieldtype}]`, or the titles in Odoo's options.
fn declared(outline: &Outline, list: NodeId, in_lists: bool) -> Declared<'_> {
    let mut declared = Declared::default();
    let Some(envelope) = outline.parent(list) else { return declared };
    let options = outline.get(envelope, "options").filter(|_| in_lists);
    for (at, column) in outline.items(options.unwrap_or(envelope), "columns").enumerate() {
        let text = |keys: [&str; 3]| keys.iter().find_map(|key| outline.text_at(column, key));
        let key = text(["fieldname", "field", "key"]).unwrap_or_default();
        let title = text(["label", "title", "name"]).unwrap_or_default();
        // What does not say of what type it is says nothing.
        let Some(kind) = outline.text_at(column, "fieldtype").or(in_lists.then_some("Currency")) else {
            continue;
        };
        let known: Cow<'_, str> = if in_lists { at.to_string().into() } else { key.into() };
        if declared.numbers.meet(known).1 {
            declared.titles.push((title, matches!(kind, "Currency" | "Float" | "Monetary")));
        }
    }
    // Of the beginning of a report, the columns of amounts may be missing.
    if declared.titles.iter().any(|(_, amounts)| *amounts) { declared } else { Declared::default() }
}
