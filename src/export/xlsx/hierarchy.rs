//! The lines as a hierarchy: names moved in, rows in outline groups, totals as formulas over their direct items.

use std::io::Result;

use crate::export::xlsx::cell::{Pen, is_kept};
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::faults::Faults;
use crate::export::xlsx::formula::{self, Place};
use crate::export::xlsx::ink::{Ink, Inks};
use crate::export::xlsx::limits::{Limits, too_much};
use crate::export::xlsx::sheet::{Sheet, failed, name};
use crate::export::xlsx::together;
use crate::flatten::entered::Entered;
use crate::flatten::rows::{self, Row};
use crate::flatten::value::Value;
use crate::model::amount::Amount;
use crate::model::check::Outcome;
use crate::model::lines::LineId;
use crate::model::report::{Examined, Report};

/// A column of the hierarchy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The name.
    Name,
    /// The account id.
    AccountId,
    /// The reported amount.
    Amount,
    /// What is posted to a group itself.
    OwnPostings,
    /// The sum of the direct items and of that.
    Calculated,
    /// Reported − calculated.
    Difference,
    /// How they compare.
    Status,
    /// The statement's number.
    StatementId,
    /// The day.
    AsOf,
    /// The currency.
    Currency,
    /// The section.
    Section,
    /// The level.
    Level,
    /// The line's number.
    LineOrder,
    /// The line's key.
    LineId,
    /// The key of the line above.
    ParentId,
    /// The names down to it.
    Path,
    /// Where it begins in the file.
    SourceLine,
}

impl Column {
    /// The first of them.
    pub const FIRST: Column = Column::Name;

    /// Its place, from 0.
    pub fn at(self) -> u16 {
        self as u16
    }

    /// What a formula calls it; there are fewer than 26.
    fn letter(self) -> char {
        char::from(b'A' + self as u8)
    }
}

/// Their headings, in order, and whether numbers stand under them.
pub const HEADINGS: [(&str, bool); 17] = [
    ("name", false),
    ("account_id", false),
    ("amount", true),
    ("own_postings", true),
    ("calculated", true),
    ("difference", true),
    ("status", false),
    ("statement_id", true),
    ("as_of", false),
    ("currency", false),
    ("section", false),
    ("level", true),
    ("line_order", true),
    ("line_id", false),
    ("parent_id", false),
    ("path", false),
    ("source_line", true),
];

/// The name of the sheet.
pub const NAME: &str = "lines";

/// The deepest level that an outline has.
const DEEPEST: u16 = 6;

/// From how many lines of a statement on, groups are closed under which nothing is at fault.
const CLOSED_FROM: u32 = 200;

/// The sheets of lines.
pub struct Hierarchy {
    /// The sheets, in order; a statement stands on one of them as a whole.
    sheets: Vec<Sheet>,
    starts: Vec<Start>,
    /// How many notes there are.
    notes: u64,
}

/// Where the first line of a statement stands.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// The sheet, by its place among those of lines.
    pub sheet: usize,
    /// The row, from 0.
    pub row: u32,
}

impl Hierarchy {
    /// A hierarchy without lines.
    pub fn new(inks: &mut Inks) -> Result<Hierarchy> {
        Ok(Hierarchy {
            sheets: vec![Sheet::new(&name(NAME, 1), HEADINGS, inks)?],
            starts: Vec::new(),
            notes: 0,
        })
    }

    /// The sheets, with what only all statements together show; only what a person reads of them is printed.
    pub fn finish(
        mut self,
        report: &Report,
        inks: &mut Inks,
        departures: &mut Departures,
    ) -> Result<Vec<Sheet>> {
        together::paint(report, (&mut self.sheets, &self.starts), inks, departures)?;
        for sheet in &mut self.sheets {
            let last = sheet.row.saturating_sub(1);
            sheet.paper.set_print_area(0, 0, last, Column::Currency.at()).map_err(failed)?;
        }
        Ok(self.sheets)
    }

    /// Adds a statement.
    pub fn statement(
        &mut self,
        entered: &Entered<'_>,
        inks: &mut Inks,
        departures: &mut Departures,
        limits: Limits,
    ) -> Result<()> {
        let lines = entered.judged.examined.statement.lines.len();
        let number = entered.statement_id();
        if lines >= limits.rows {
            let most = limits.rows - 1;
            return too_much(&format!(
                "statement {number} has {lines} lines, and a sheet of a workbook has {most} rows for them"
            ));
        }
        if !self.sheets.last().is_some_and(|sheet| sheet.has_room(lines, limits)) {
            let part = u32::try_from(self.sheets.len()).unwrap_or(u32::MAX).saturating_add(1);
            self.sheets.push(Sheet::new(&name(NAME, part), HEADINGS, inks)?);
        }
        let at = self.sheets.len() - 1;
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        let first = sheet.row;
        self.starts.push(Start { sheet: at, row: first });
        let faults = Faults::of(entered.judged.findings);
        let examined = entered.judged.examined;
        rows::each(examined, |row| {
            let pen = Pen { sheet: &mut *sheet, inks: &mut *inks, departures: &mut *departures };
            let mut line = Line { entered, row, first, pen, faults: &faults, notes: &mut self.notes };
            line.write(limits)?;
            sheet.row += 1;
            Ok::<(), std::io::Error>(())
        })?;
        outline(sheet, first, examined, &faults)
    }
}

/// One line on its way to its row.
struct Line<'a> {
    entered: &'a Entered<'a>,
    row: &'a Row<'a>,
    /// The row of the statement's first line.
    first: u32,
    pen: Pen<'a>,
    faults: &'a Faults<'a>,
    notes: &'a mut u64,
}

impl Line<'_> {
    fn write(&mut self, limits: Limits) -> Result<()> {
        let (row, entered) = (self.row, self.entered);
        let lines = &entered.judged.examined.statement.lines;
        let identity = &entered.identity;
        let indent = u8::try_from(row.level.min(15)).unwrap_or_default();
        let name = Ink { indent, ..self.ink(Column::Name) };
        self.text(Column::Name, row.name, name)?;
        self.text(Column::AccountId, row.account_id, self.ink(Column::AccountId))?;
        let (decimals, ink) = (entered.judged.examined.decimals, self.ink(Column::Amount));
        match lines.amount(row.line) {
            Some(amount) => self.pen.money(Column::Amount.at(), amount, decimals, ink)?,
            None => self.text(Column::Amount, &row.literal, ink)?,
        }
        if let Some(own) = lines.own(row.line) {
            self.pen.money(Column::OwnPostings.at(), own, decimals, Ink::default())?;
        }
        self.total(decimals)?;
        self.text(Column::Status, row.status(), Ink { indent: 1, ..Ink::default() })?;
        let further = [
            (Column::StatementId, Value::Whole(entered.statement_id())),
            (Column::Level, Value::whole(row.level)),
            (Column::Section, Value::text(row.section)),
            (Column::AsOf, Value::maybe(identity.as_of.as_deref())),
            (Column::Currency, Value::maybe(identity.currency.as_deref())),
            (Column::LineOrder, Value::whole(u64::from(row.line.0) + 1)),
            (Column::LineId, Value::Text(row.line_id)),
            (Column::ParentId, Value::text(row.parent_id)),
            (Column::Path, Value::text(row.path)),
            (Column::SourceLine, Value::whole(row.source_line)),
        ];
        for (column, value) in further {
            self.pen.value(column.at(), value, 0)?;
        }
        for column in [Column::Name, Column::AccountId, Column::Amount] {
            let Some(note) = self.faults.note(row.line, column) else { continue };
            if *self.notes < limits.notes {
                self.pen.sheet.note(self.pen.sheet.row, column.at(), &note)?;
                *self.notes += 1;
            } else {
                self.pen.departures.notes_left_out += 1;
            }
        }
        Ok(())
    }

    /// Texts that are not there leave their cells empty, but painted.
    fn text(&mut self, column: Column, text: &str, ink: Ink) -> Result<()> {
        match (text, ink.fault) {
            ("", None) => Ok(()),
            ("", Some(_)) => self.pen.blank(column.at(), ink),
            _ => self.pen.text(column.at(), text, ink),
        }
    }

    fn ink(&self, column: Column) -> Ink {
        Ink { bold: !self.row.is_account, fault: self.faults.worst(self.row.line, column), ..Ink::default() }
    }

    /// The calculated amount and the difference, as formulas where every number in them is one to a spreadsheet.
    fn total(&mut self, decimals: u32) -> Result<()> {
        let lines = &self.entered.judged.examined.statement.lines;
        let Some(calculated) = self.row.check.and_then(|check| check.calculated) else { return Ok(()) };
        let reported = lines.amount(self.row.line);
        let line = self.row.line;
        let number = |amount: Option<Amount>| amount.is_some_and(is_kept);
        let own = lines.own(line);
        let is_formula = is_kept(calculated)
            && own.is_none_or(is_kept)
            && lines.items(line).all(|item| number(lines.amount(item)));
        let at = |line: LineId| self.first + line.0 + 1;
        let ink = Ink { bold: true, ..Ink::default() };
        if is_formula {
            let items: Vec<u32> = lines.items(line).map(at).collect();
            let place = Place {
                amounts: Column::Amount.letter(),
                own: Column::OwnPostings.letter(),
                levels: Column::Level.letter(),
                row: at(line),
                last: at(lines.end(line)) - 1,
                item_level: self.row.level + 1,
            };
            let formula = formula::sum(place, &items, own.is_some());
            self.pen.formula(Column::Calculated.at(), &formula, calculated, decimals, ink)?;
        } else {
            self.pen.departures.plain_totals += 1;
            self.pen.money(Column::Calculated.at(), calculated, decimals, ink)?;
        }
        let Some(difference) = self.row.check.and_then(|check| check.difference) else { return Ok(()) };
        let fault = self.faults.worst(line, Column::Amount);
        let differs = self.row.check.is_some_and(|check| check.outcome == Outcome::Differs);
        let ink = Ink { fault: fault.filter(|_| differs), ..ink };
        if number(reported) && is_kept(calculated) && is_kept(difference) {
            // Without rounding, what doubles add to it would show as a difference.
            let (reported, calculated) = (Column::Amount.letter(), Column::Calculated.letter());
            let (row, decimals) = (at(line), difference.decimals());
            let formula = format!("=ROUND({reported}{row}-{calculated}{row},{decimals})");
            self.pen.formula(Column::Difference.at(), &formula, difference, decimals, ink)
        } else {
            self.pen.money(Column::Difference.at(), difference, decimals, ink)
        }
    }
}

/// Puts the rows under each group into an outline group, closed if the statement is long and nothing under it is at fault.
fn outline(sheet: &mut Sheet, first: u32, examined: &Examined, faults: &Faults<'_>) -> Result<()> {
    let lines = &examined.statement.lines;
    sheet.paper.group_symbols_above(true);
    for line in lines.all() {
        let level = lines.depth(line);
        if level > DEEPEST || !lines.is_group(line) {
            continue;
        }
        let end = lines.end(line);
        let (from, to) = (first + line.0 + 1, first + end.0 - 1);
        let closed = level > 0 && lines.len() >= CLOSED_FROM && !faults.any_between(line, end);
        let grouped = if closed {
            sheet.paper.group_rows_collapsed(from, to)
        } else {
            sheet.paper.group_rows(from, to)
        };
        grouped.map_err(failed)?;
    }
    Ok(())
}
