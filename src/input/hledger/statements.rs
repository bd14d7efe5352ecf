//! Makes a statement of each period and commodity of a report.

use crate::input::hledger::entries::{self, Entries, Entry, NET, TOTAL};
use crate::input::hledger::{Compound, Part, Row, nesting};
use crate::input::outline::{NodeId, Outline};
use crate::model::amount::Amount;
use crate::model::currency;
use crate::model::date::{self, DateReading, Day};
use crate::model::dialect::Dialect;
use crate::model::header::{DateRole, LONGEST_INHERITED, StatedDate, StatedTotal, TotalRole};
use crate::model::lines::{AmountState, LineId};
use crate::model::statement::{Section, SectionKind, Statement, StatementKind, push_segment};
use crate::model::syntax::Shape;

/// How many parts a statement has although none of their rows is in its commodity; hledger writes three.
const USUAL_PARTS: usize = 8;

/// The statements of a report, by period and commodity.
pub fn of(report: &Compound<'_>) -> Vec<Statement> {
    let entries = entries::of(report);
    let tree = nesting::is_tree(report, &entries);
    let spans = spans(report);
    // A row that holds nothing in a period belongs to the only commodity there is, unless most rows are such.
    let rows: usize = report.parts.iter().map(|part| part.rows.len()).sum();
    let dense = u64::from(entries.periods) * rows as u64 <= 4 * entries.cells + 1_000;
    let mut statements = Vec::new();
    let mut rest = entries.list.as_slice();
    let periods = entries.periods.max(1);
    for period in 0..periods {
        let count = rest.iter().take_while(|entry| entry.period == period).count();
        let (own, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = later;
        let mut groups: Vec<&[Entry]> = own.chunk_by(|a, b| a.commodity == b.commodity).collect();
        if groups.is_empty() {
            groups.push(&[]);
        }
        let dense = dense && groups.len() == 1;
        for group in groups {
            let reading = Period { report, entries: &entries, tree, dense, number: period };
            let span = spans.get(period as usize).copied();
            statements.push(reading.statement(group, span));
        }
    }
    statements
}

/// The span of each period, as far as it is stated.
fn spans(report: &Compound<'_>) -> Vec<NodeId> {
    let outline = report.outline;
    let own: Vec<NodeId> = outline.items(report.root, "cbrDates").collect();
    if !own.is_empty() {
        return own;
    }
    let reports = report.parts.iter().flat_map(|part| outline.children(part.node));
    let mut dates = reports.map(|report| outline.items(report, "prDates").collect::<Vec<NodeId>>());
    dates.find(|dates| !dates.is_empty()).unwrap_or_default()
}

/// One period of a report.
struct Period<'a> {
    report: &'a Compound<'a>,
    entries: &'a Entries<'a>,
    tree: bool,
    dense: bool,
    number: u32,
}

impl Period<'_> {
    fn statement(&self, group: &[Entry], span: Option<NodeId>) -> Statement {
        let Compound { outline, root, kind, parts } = self.report;
        let mut statement = Statement::new(Dialect::Hledger, String::new(), outline.place(*root));
        statement.kind = *kind;
        statement.header.title = outline
            .text_at(*root, "cbrTitle")
            .filter(|title| title.len() <= LONGEST_INHERITED)
            .map(str::to_owned);
        let number = group.first().map(|entry| entry.commodity as usize);
        let commodity = number.and_then(|number| self.entries.commodities.get(number));
        if let Some(commodity) = commodity.filter(|commodity| !commodity.is_empty()) {
            statement.header.currency = Some((*commodity).to_owned());
            currency::state(&mut statement.currencies, commodity, None);
        }
        if let Some(span) = span {
            statement.header.dates = dates(outline, span);
        }
        let mut rest = group;
        for (at, part) in parts.iter().enumerate() {
            let count = rest.iter().take_while(|entry| entry.part as usize == at).count();
            let (own, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = later;
            if at < USUAL_PARTS || !own.is_empty() {
                self.section(&mut statement, part, own);
            } else if rest.first().is_none_or(|entry| entry.part == NET) {
                break;
            }
        }
        let has = |kind| parts.iter().any(|part| part.kind == kind);
        if *kind == StatementKind::BalanceSheet && has(SectionKind::Liabilities) && !has(SectionKind::Equity)
        {
            let net = rest.iter().find(|entry| entry.part == NET);
            if let Some((entry, amount)) = net.and_then(|entry| entry.amount.map(|amount| (entry, amount))) {
                statement.header.totals.push(StatedTotal {
                    key: "cbrTotals".to_owned(),
                    role: TotalRole::NetAssets,
                    literal: amount.to_string(),
                    amount: Some(amount),
                    place: outline.place(entry.node),
                });
            }
        }
        statement
    }

    fn section(&self, statement: &mut Statement, part: &Part<'_>, own: &[Entry]) {
        let outline = self.report.outline;
        let Some(line) = statement.lines.push(None, 0, outline.place(part.node)) else { return };
        statement.sections.push(Section::new(part.kind, part.title.to_owned(), line));
        statement.lines.set_name(line, part.title);
        let pointer = outline.pointer(part.node);
        statement.lines.set_pointer(line, pointer.clone());
        let mut pointer = pointer;
        let report = outline.children(part.node).find(|child| outline.shape(*child) == Shape::Object);
        if let Some(report) = report {
            pointer = outline.pointer(report);
            push_segment(&mut pointer, "prRows");
        }
        let (rows, total) = match own {
            [rows @ .., total] if total.row == TOTAL => (rows, Some(total)),
            rows => (rows, None),
        };
        self.put(statement, line, part.totals.as_ref(), total);
        let mut entries = rows.iter().peekable();
        let shown: Vec<(u32, Option<&Entry>)> = if self.dense {
            let all = 0..u32::try_from(part.rows.len()).unwrap_or(TOTAL);
            all.map(|row| (row, entries.next_if(|entry| entry.row == row))).collect()
        } else {
            entries.map(|entry| (entry.row, Some(entry))).collect()
        };
        let row_of = |row: u32| part.rows.get(row as usize);
        let names: Vec<&str> = shown.iter().map(|(row, _)| row_of(*row).map_or("", |row| row.name)).collect();
        let parents = if self.tree { nesting::parents(&names) } else { Vec::new() };
        let mut lines: Vec<LineId> = Vec::with_capacity(shown.len());
        let mut open: Vec<usize> = Vec::new();
        for (at, ((number, entry), name)) in shown.iter().zip(&names).enumerate() {
            let parent = parents.get(at).copied().flatten();
            while let Some(done) = open.pop_if(|above| Some(*above) != parent) {
                lines.get(done).into_iter().for_each(|line| statement.lines.close(*line));
            }
            let above = parent.and_then(|parent| lines.get(parent)).copied().unwrap_or(line);
            let Some(row) = row_of(*number) else { continue };
            let Some(line) = statement.lines.push(Some(above), *number, outline.place(row.node)) else {
                break;
            };
            let prefix = parent.and_then(|parent| names.get(parent)).map_or(0, |above| above.len() + 1);
            statement.lines.set_name(line, name.get(prefix..).unwrap_or(name));
            if !name.is_empty() {
                statement.lines.set_account_id(line, name);
            }
            let mut pointer = pointer.clone();
            push_segment(&mut pointer, &number.to_string());
            statement.lines.set_pointer(line, pointer);
            self.put(statement, line, Some(row), *entry);
            lines.push(line);
            open.push(at);
        }
        for done in open.into_iter().rev() {
            lines.get(done).into_iter().for_each(|line| statement.lines.close(*line));
        }
        statement.lines.close(line);
    }

    /// Puts an entry's amount on a line, or zero if the row has none for this period.
    fn put(&self, statement: &mut Statement, line: LineId, row: Option<&Row<'_>>, entry: Option<&Entry>) {
        if let Some(entry) = entry {
            return entries::put(self.report.outline, statement, line, entry);
        }
        if row.is_some_and(|row| row.periods > self.number as usize) {
            statement.lines.set_amount(line, AmountState::Number, Some(Amount::ZERO), "0");
        }
    }
}

/// The days of a span of which the last is excluded: `["2023-01-01", "2023-02-01"]`, or each day as an object with its
/// text under `contents`.
fn dates(outline: &Outline, span: NodeId) -> Vec<StatedDate> {
    let roles = [DateRole::Start, DateRole::AsOf];
    let mut dates = Vec::new();
    for (role, node) in roles.into_iter().zip(outline.children(span)) {
        let stated =
            if outline.shape(node) == Shape::Text { Some(node) } else { outline.get(node, "contents") };
        let Some(stated) = stated.filter(|stated| outline.shape(*stated) == Shape::Text) else { continue };
        let text = outline.text(stated);
        let before = match date::read(text) {
            DateReading::Day(day) if role == DateRole::AsOf => day.before(),
            _ => None,
        };
        let text = before.map_or_else(|| text.to_owned(), |day: Day| day.to_string());
        dates.push(StatedDate {
            key: "cbrDates".to_owned(),
            role,
            text,
            place: outline.place(stated),
            envelope: None,
        });
    }
    dates
}
