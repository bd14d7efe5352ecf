//! The compact CSV: six columns, one row a line, as the first Python script wrote it.

use std::io::{Result, Write};

use crate::export::csv_record;
use crate::export::guard::Guard;
use crate::flatten::lines::{self, Line, Literal};
use crate::model::amount::Amount;
use crate::model::kin::Kin;
use crate::model::lines::LineId;
use crate::model::report::{Examined, Report};
use crate::model::statement::Statement;
use crate::model::written::{Written, append};

/// The columns, in order.
pub const COLUMNS: [&str; 6] = ["category", "parent_name", "name", "account_id", "value", "is_lowest_level"];

/// How many bytes are gathered before they are handed on.
const BLOCK: usize = 1 << 16;

/// Writes the table: UTF-8, lines ended by LF, amounts exactly as in the file but without separators and the like,
/// `True` and `False`.
pub fn write(report: &Report, guard: &mut Guard, mut out: impl Write) -> Result<()> {
    let mut block = Vec::with_capacity(2 * BLOCK);
    header(&mut block);
    let mut heads = Heads::default();
    for examined in &report.statements {
        statement(examined, guard, &mut block, usize::MAX, &mut heads);
        if block.len() >= BLOCK {
            out.write_all(&block)?;
            block.clear();
        }
    }
    out.write_all(&block)?;
    out.flush()
}

/// The names of the columns.
pub fn header(out: &mut Vec<u8>) {
    // Memory can always be written to.
    let _ = csv_record::write(&COLUMNS, out);
}

/// Adds the rows of one statement. Stops, and answers that it did, where the block would become longer than `most` bytes.
pub fn statement(
    examined: &Examined,
    guard: &mut Guard,
    block: &mut Vec<u8>,
    most: usize,
    heads: &mut Heads,
) -> bool {
    if heads.is_of(&examined.statement) {
        return heads.write(&examined.statement, guard, block, most);
    }
    heads.begin(&examined.statement);
    let mut head = Head::default();
    let all = lines::each(&examined.statement, |line| {
        let texts = [line.category, line.parent_name, line.name, line.account_id].map(str::len);
        if block.len().saturating_add(texts.iter().sum()) > most {
            return Err(());
        }
        let (from, before) = (block.len(), guard.guarded());
        head.write(line, guard, block);
        csv_record::cell(&guard.cell(line.name), block);
        block.push(b',');
        csv_record::cell(&guard.cell(line.account_id), block);
        block.push(b',');
        heads.add(block.get(from..).unwrap_or_default(), line.is_account, guard.guarded() - before);
        tail(line.amount, line.literal, line.is_account, guard, block);
        Ok(())
    });
    if all.is_err() {
        *heads = Heads::default();
    }
    all.is_err()
}

/// The last two cells of a row.
#[inline]
fn tail(
    amount: Option<Amount>,
    literal: Literal<'_>,
    is_account: bool,
    guard: &mut Guard,
    block: &mut Vec<u8>,
) {
    match literal {
        // A readable amount is a number to every program, even with a minus in front.
        Literal::Digits(digits) if amount.is_some() => {
            append(digits, block);
        }
        Literal::Text(text) if amount.is_some() => csv_record::cell(text, block),
        Literal::Digits(digits) => csv_record::cell(&guard.cell(Written::of(digits).as_str()), block),
        Literal::Text(text) => csv_record::cell(&guard.cell(text), block),
    }
    block.extend_from_slice(if is_account { b",True\n" } else { b",False\n" });
}

/// What stands before the amounts in the rows of a statement: the same for its kin.
#[derive(Default)]
pub struct Heads {
    /// Whose rows they are; nobody's if there is but one such statement.
    kin: Option<Kin>,
    /// The first four cells of each row, behind each other, each filled up to a whole number of steps.
    steps: Vec<Step>,
    rows: Vec<HeadRow>,
    guarded: u64,
}

/// So many bytes are copied without asking how many there are, which would take longer.
type Step = [u8; 16];

/// Up to where the steps are those of a row, how many bytes of them count, and whether it is that of an account.
#[derive(Clone, Copy)]
struct HeadRow {
    end: usize,
    length: usize,
    is_account: bool,
}

impl Heads {
    fn is_of(&self, statement: &Statement) -> bool {
        self.kin.as_ref().is_some_and(|kin| kin.has(statement))
    }

    fn begin(&mut self, statement: &Statement) {
        self.kin = Some(Kin::of(statement)).filter(Kin::may_have_others);
        self.steps.clear();
        self.rows.clear();
        self.guarded = 0;
    }

    fn add(&mut self, head: &[u8], is_account: bool, guarded: u64) {
        if self.kin.is_none() {
            return;
        }
        let (steps, rest) = head.as_chunks();
        self.steps.extend_from_slice(steps);
        if !rest.is_empty() {
            let mut step = Step::default();
            step.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            self.steps.push(step);
        }
        self.rows.push(HeadRow { end: self.steps.len(), length: head.len(), is_account });
        self.guarded += guarded;
    }

    fn write(&self, statement: &Statement, guard: &mut Guard, block: &mut Vec<u8>, most: usize) -> bool {
        let lines = &statement.lines;
        debug_assert_eq!(lines.len() as usize, self.rows.len(), "kin have the same lines");
        let (is_plain, mut from) = (lines.is_digits(), 0);
        guard.again(self.guarded);
        for (line, HeadRow { end, length, is_account }) in lines.all().zip(&self.rows) {
            let length = block.len().saturating_add(*length);
            if length > most {
                return true;
            }
            for step in self.steps.get(from..*end).unwrap_or_default() {
                block.extend_from_slice(step);
            }
            block.truncate(length);
            let amount = lines.amount(line);
            let literal = match amount {
                Some(digits) if is_plain => Literal::Digits(digits),
                _ => lines::literal(statement, line, amount),
            };
            tail(amount, literal, *is_account, guard, block);
            from = *end;
        }
        false
    }
}

/// The first two cells, which all items of a group share.
#[derive(Default)]
struct Head {
    group: Option<LineId>,
    cells: Vec<u8>,
    guarded: u64,
}

impl Head {
    fn write(&mut self, line: &Line<'_>, guard: &mut Guard, block: &mut Vec<u8>) {
        if line.parent.is_some() && self.group == line.parent {
            guard.again(self.guarded);
        } else {
            let before = guard.guarded();
            self.cells.clear();
            for text in [line.category, line.parent_name] {
                csv_record::cell(&guard.cell(text), &mut self.cells);
                self.cells.push(b',');
            }
            self.group = line.parent;
            self.guarded = guard.guarded() - before;
        }
        block.extend_from_slice(&self.cells);
    }
}
