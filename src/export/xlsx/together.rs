//! Paints what only all statements together show, once their rows are written.

use std::io::Result;

use crate::export::xlsx::cell::Pen;
use crate::export::xlsx::departures::Departures;
use crate::export::xlsx::faults::{self, Faults};
use crate::export::xlsx::hierarchy::{Column, Start};
use crate::export::xlsx::ink::{Ink, Inks};
use crate::export::xlsx::sheet::Sheet;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::report::{Examined, Report};
use crate::rules::catalogue;
use crate::rules::rule::Test;

/// A cell that has to be painted anew: its statement, line and column.
type Cell = (u32, LineId, Column);

/// Writes the cells anew that such findings are about, with everything that is said of them.
pub fn paint(
    report: &Report,
    (sheets, starts): (&mut [Sheet], &[Start]),
    inks: &mut Inks,
    departures: &mut Departures,
) -> Result<()> {
    let is_together = |finding: &&Finding| {
        catalogue::find(finding.rule).is_some_and(|rule| matches!(rule.test, Test::Together(_)))
    };
    let mut cells: Vec<Cell> = report
        .findings
        .iter()
        .filter(is_together)
        .filter_map(|finding| Some((finding.statement?, finding.line?, faults::column(finding.rule))))
        .collect();
    cells.sort_unstable();
    cells.dedup();
    for of_statement in cells.chunk_by(|a, b| a.0 == b.0) {
        let Some(number) = of_statement.first().map(|cell| cell.0 as usize) else { continue };
        let (Some(examined), Some(start)) = (report.statements.get(number), starts.get(number)) else {
            continue;
        };
        let Some(sheet) = sheets.get_mut(start.sheet) else { continue };
        let own: Vec<Finding> = report
            .findings
            .iter()
            .filter(|one| one.statement.is_some_and(|at| at as usize == number))
            .cloned()
            .collect();
        let faults = Faults::of(&own);
        let end = sheet.row;
        for (_, line, column) in of_statement {
            sheet.row = start.row + line.0;
            let mut pen = Pen { sheet: &mut *sheet, inks: &mut *inks, departures: &mut *departures };
            write(&mut pen, examined, &faults, *line, *column)?;
        }
        sheet.row = end;
    }
    Ok(())
}

fn write(
    pen: &mut Pen<'_>,
    examined: &Examined,
    faults: &Faults<'_>,
    line: LineId,
    column: Column,
) -> Result<()> {
    let (statement, lines) = (&examined.statement, &examined.statement.lines);
    let text = match column {
        Column::Name => statement.name(line),
        Column::AccountId => lines.account_id(line),
        // No such rule speaks of an amount; its cell would be a number.
        _ => return Ok(()),
    };
    let indent = if column == Column::Name { lines.depth(line).min(15) } else { 0 };
    let indent = u8::try_from(indent).unwrap_or_default();
    let fault = faults.worst(line, column);
    let ink = Ink { bold: !lines.is_account(line), indent, fault, ..Ink::default() };
    if text.is_empty() {
        pen.blank(column.at(), ink)?;
    } else {
        pen.text(column.at(), text, ink)?;
    }
    if let Some(note) = faults.note(line, column) {
        pen.sheet.note(pen.sheet.row, column.at(), &note)?;
    }
    Ok(())
}
