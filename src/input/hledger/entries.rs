//! What a report's rows hold: an entry for each period and commodity.

use std::cmp::Ordering;

use crate::input::hledger::Compound;
use crate::input::outline::{NodeId, Outline};
use crate::model::amount::{Amount, NotAnAmount};
use crate::model::lines::{AmountState, LineId};
use crate::model::numbers::Numbers;
use crate::model::order::sorted;
use crate::model::statement::Statement;
use crate::model::sum::Sum;

/// The row of what is the total of a part.
pub const TOTAL: u32 = u32::MAX;

/// The part of what is the total of the report.
pub const NET: u32 = u32::MAX;

/// The amount of one row in one period and commodity.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The period, from 0.
    pub period: u32,
    /// The number of the commodity.
    pub commodity: u32,
    /// The part, from 0, or [`NET`].
    pub part: u32,
    /// The row within the part, from 0, or [`TOTAL`].
    pub row: u32,
    /// The amount, if it could be read.
    pub amount: Option<Amount>,
    /// Where it stands.
    pub node: NodeId,
}

/// All entries of a report.
pub struct Entries<'a> {
    /// By period, commodity, part and row; a part's total stands behind its rows.
    pub list: Vec<Entry>,
    /// The commodities by their numbers.
    pub commodities: Vec<&'a str>,
    /// How many periods there are amounts for.
    pub periods: u32,
    /// How many lists of amounts there are, empty ones too.
    pub cells: u64,
}

/// The entries of a report. An amount in no commodity that is zero is none: hledger writes nothing, or that, for nothing.
pub fn of<'a>(report: &Compound<'a>) -> Entries<'a> {
    let outline = report.outline;
    let mut entries = Entries { list: Vec::new(), commodities: Vec::new(), periods: 0, cells: 0 };
    let mut numbers = Numbers::default();
    for (at, part) in (0..).zip(&report.parts) {
        for (row, line) in (0..).zip(&part.rows) {
            entries.take(outline, &mut numbers, line.node, (at, row));
        }
        if let Some(totals) = &part.totals {
            entries.take(outline, &mut numbers, totals.node, (at, TOTAL));
        }
    }
    if let Some(totals) = outline.get(report.root, "cbrTotals") {
        entries.take(outline, &mut numbers, totals, (NET, TOTAL));
    }
    let ordered = sorted(&entries.list, order);
    entries.list = Vec::with_capacity(ordered.len());
    for entry in ordered {
        // One commodity at several costs stands there as often, and is one amount.
        match entries.list.last_mut().filter(|last| order(last, &entry) == Ordering::Equal) {
            Some(last) => {
                let both = last.amount.zip(entry.amount);
                last.node = if entry.amount.is_none() { entry.node } else { last.node };
                last.amount = both.and_then(|(one, other)| Sum::ZERO.plus(one).plus(other).total());
            }
            None => entries.list.push(entry),
        }
    }
    entries
}

fn order(a: &Entry, b: &Entry) -> Ordering {
    (a.period, a.commodity, a.part, a.row).cmp(&(b.period, b.commodity, b.part, b.row))
}

impl<'a> Entries<'a> {
    fn take(
        &mut self,
        outline: &'a Outline,
        numbers: &mut Numbers<'a>,
        node: NodeId,
        (part, row): (u32, u32),
    ) {
        for (period, list) in (0..).zip(outline.items(node, "prrAmounts")) {
            self.cells += 1;
            self.periods = self.periods.max(period + 1);
            for node in outline.children(list) {
                let commodity = outline.text_at(node, "acommodity").unwrap_or_default();
                let amount = Amount::parse(&literal(outline, node)).ok();
                if commodity.is_empty() && amount.is_some_and(Amount::is_zero) {
                    continue;
                }
                let (commodity, new) = numbers.meet(commodity.into());
                if new {
                    self.commodities.push(outline.text_at(node, "acommodity").unwrap_or_default());
                }
                self.list.push(Entry { period, commodity, part, row, amount, node });
            }
        }
    }
}

/// The amount as a number with an exponent: mantissa and decimals are exact, the floating point beside them is not.
fn literal(outline: &Outline, amount: NodeId) -> String {
    let quantity = outline.get(amount, "aquantity");
    let [mantissa, places] = ["decimalMantissa", "decimalPlaces"]
        .map(|key| quantity.and_then(|quantity| outline.text_at(quantity, key)).unwrap_or("?"));
    format!("{mantissa}e-{places}")
}

/// Puts an entry's amount on a line.
pub fn put(outline: &Outline, statement: &mut Statement, line: LineId, entry: &Entry) {
    let lines = &mut statement.lines;
    if let Some(amount) = entry.amount {
        return lines.set_amount(line, AmountState::Number, Some(amount), &amount.to_string());
    }
    let literal = literal(outline, entry.node);
    let state = match Amount::parse(&literal) {
        Err(NotAnAmount::Unreadable) => AmountState::Unreadable,
        _ => AmountState::TooLong,
    };
    lines.set_amount(line, state, None, &literal);
}
