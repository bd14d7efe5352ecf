//! Where in the files that stands which is chosen, and whose statement a place is.

use crate::model::lines::LineId;
use crate::model::place::Place;
use crate::view::desk::Desk;

/// Where what is chosen stands: the file, the place to go to, and where the chosen line's object begins.
pub fn target(desk: &Desk, finding: Option<u32>, line: Option<u32>) -> (u32, Place, Option<u64>) {
    let report = desk.report();
    let entry = report.register.get(desk.statement());
    let file = entry.map_or(0, |entry| entry.file);
    let line = line.and_then(|line| Some(desk.examined()?.statement.lines.place(LineId(line))));
    let found = finding.and_then(|finding| report.findings.get(finding as usize));
    if let Some((finding, place)) = found.and_then(|finding| Some((finding, finding.place?))) {
        return (finding.file, place, line.map(|line| line.offset));
    }
    let several = report.counts.statements > 1;
    let start = entry.filter(|_| several).map(|entry| entry.source.start);
    let beginning = Place { offset: 0, line: 1, column: 1 };
    (file, line.or(start).unwrap_or(beginning), line.map(|line| line.offset))
}

/// The statement that holds an offset: the open one if it does.
pub fn statement_at(desk: &Desk, file: u32, offset: u64) -> Option<u32> {
    let register = &desk.report().register;
    let mut holding = register.entries().iter().filter(|entry| {
        entry.file == file && entry.source.start.offset <= offset && offset < entry.source.end
    });
    let open = register.get(desk.statement());
    let open = open.filter(|entry| {
        entry.file == file && entry.source.start.offset <= offset && offset < entry.source.end
    });
    open.or_else(|| holding.next()).map(|entry| entry.number)
}
