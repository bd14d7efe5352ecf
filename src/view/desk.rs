//! A report with one of its statements open, answering what the page asks.

use crate::model::lines::{LineId, Lines};
use crate::model::report::{Examined, Report};
use crate::view::check_row::CheckList;
use crate::view::finding_group::FindingGroup;
use crate::view::gather;
use crate::view::inspect;
use crate::view::mark::Mark;
use crate::view::notes::Notes;
use crate::view::panel::Panel;
use crate::view::row::Rows;
use crate::view::rows;
use crate::view::step::{Reach, Step};
use crate::view::summarise;
use crate::view::summary::{Opened, Summary};
use crate::view::tally;
use crate::view::tree::Tree;

/// Holds the report and the state of its tree, so that the page need not.
pub struct Desk {
    report: Report,
    statement: u32,
    tree: Tree,
    notes: Notes,
}

impl Desk {
    /// Lays a report on the desk and opens its first worst statement.
    pub fn new(report: Report) -> Desk {
        let statement = summarise::first_to_open(&report).unwrap_or(0);
        let mut desk =
            Desk { report, statement, tree: Tree::new(&Lines::default()), notes: Notes::default() };
        desk.open(statement);
        desk
    }

    /// The report.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// What is said about the file.
    pub fn summary(&self) -> Summary {
        summarise::summary(&self.report)
    }

    /// The findings of the file.
    pub fn groups(&self) -> Vec<FindingGroup> {
        gather::groups(&self.report)
    }

    /// Opens another statement, if there is one of this number.
    pub fn open(&mut self, statement: u32) {
        if let Some(examined) = self.report.statements.get(statement as usize) {
            self.statement = statement;
            self.tree = Tree::new(&examined.statement.lines);
            self.notes = Notes::of(&self.report.findings, statement);
        }
    }

    /// What is said about the open statement, if the file has any.
    pub fn opened(&self) -> Option<Opened> {
        self.examined().map(|examined| summarise::opened(examined, &self.report.settings, self.statement))
    }

    /// Does a step and answers `count` rows: from `from`, or around the row the step went to if that is outside.
    pub fn step(&mut self, step: &Step, from: u32, count: u32) -> Rows {
        let focus = self.take(step);
        let total = self.tree.len();
        let from = match focus {
            Some(row) if row < from || row >= from.saturating_add(count) => row.saturating_sub(count / 2),
            _ => from,
        };
        let from = from.min(total.saturating_sub(count));
        let to = from.saturating_add(count);
        let rows = self.examined().map_or_else(Vec::new, |examined| {
            rows::window(examined, &self.report.findings, &self.notes, &self.tree, from, to)
        });
        Rows { statement: self.statement, total, from, rows, focus }
    }

    /// Everything about a line of the open statement.
    pub fn panel(&self, line: u32) -> Option<Panel> {
        let examined = self.examined()?;
        inspect::panel(examined, self.statement, &self.report, &self.notes, LineId(line))
    }

    /// The checks of the open statement from the `from`-th on, of one outcome or all.
    pub fn checks(&self, only: Option<Mark>, from: u32) -> CheckList {
        self.examined()
            .map_or_else(CheckList::default, |examined| tally::checks(examined, self.statement, only, from))
    }

    /// The same desk with another report on the same file; what is open stays open.
    #[must_use]
    pub fn exchange(self, judged: impl FnOnce(Report) -> Report) -> Desk {
        let report = judged(self.report);
        let notes = Notes::of(&report.findings, self.statement);
        Desk { report, notes, ..self }
    }

    fn examined(&self) -> Option<&Examined> {
        self.report.statements.get(self.statement as usize)
    }

    fn take(&mut self, step: &Step) -> Option<u32> {
        let examined = self.report.statements.get(self.statement as usize)?;
        let statement = &examined.statement;
        let lines = &statement.lines;
        let tree = &mut self.tree;
        match step {
            Step::Look => None,
            Step::Toggle(line) => {
                let open = !tree.is_open(LineId(*line));
                tree.set(statement, Reach::Line(*line), open);
                tree.row_of(LineId(*line))
            }
            Step::Open(reach) => {
                tree.set(statement, *reach, true);
                tree.row_near(lines, line_of(*reach))
            }
            Step::Close(reach) => {
                tree.set(statement, *reach, false);
                tree.row_near(lines, line_of(*reach))
            }
            Step::Reveal(line) => tree.reveal(lines, LineId(*line)),
            Step::Parent(line) => lines.parent(LineId(*line)).and_then(|parent| tree.row_of(parent)),
            Step::Find { prefix, after, stay } => tree.find(statement, prefix, *after, *stay),
        }
    }
}

fn line_of(reach: Reach) -> LineId {
    match reach {
        Reach::Line(line) | Reach::Siblings(line) | Reach::All(line) => LineId(line),
    }
}
