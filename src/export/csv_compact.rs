//! The compact CSV: six columns, one row a line, as the first Python script wrote it.

use std::io::{Result, Write};

use crate::export::csv_record;
use crate::export::guard::Guard;
use crate::flatten::lines::{self, Line, Literal};
use crate::model::lines::LineId;
use crate::model::report::{Examined, Report};
use crate::model::written::Written;

/// The columns, in order.
pub const COLUMNS: [&str; 6] = ["category", "parent_name", "name", "account_id", "value", "is_lowest_level"];

/// How many bytes are gathered before they are handed on.
const BLOCK: usize = 1 << 16;

/// Writes the table: UTF-8, lines ended by LF, amounts exactly as in the file but without separators and the like,
/// `True` and `False`.
pub fn write(report: &Report, guard: &mut Guard, mut out: impl Write) -> Result<()> {
    let mut block = Vec::with_capacity(2 * BLOCK);
    header(&mut block);
    for examined in &report.statements {
        statement(examined, guard, &mut block, usize::MAX);
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
pub fn statement(examined: &Examined, guard: &mut Guard, block: &mut Vec<u8>, most: usize) -> bool {
    let mut head = Head::default();
    let all = lines::each(&examined.statement, |line| {
        let texts = [line.category, line.parent_name, line.name, line.account_id].map(str::len);
        if block.len().saturating_add(texts.iter().sum()) > most {
            return Err(());
        }
        head.write(line, guard, block);
        csv_record::cell(&guard.cell(line.name), block);
        block.push(b',');
        csv_record::cell(&guard.cell(line.account_id), block);
        block.push(b',');
        match line.literal {
            // A readable amount is a number to every program, even with a minus in front.
            Literal::Digits(amount) if line.amount.is_some() => {
                block.extend_from_slice(Written::of(amount).as_bytes());
            }
            Literal::Text(text) if line.amount.is_some() => csv_record::cell(text, block),
            Literal::Digits(amount) => csv_record::cell(&guard.cell(Written::of(amount).as_str()), block),
            Literal::Text(text) => csv_record::cell(&guard.cell(text), block),
        }
        block.extend_from_slice(if line.is_account { b",True\n" } else { b",False\n" });
        Ok(())
    });
    all.is_err()
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
