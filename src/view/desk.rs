//! A report with one of its statements open, answering what the page asks.

use crate::model::finding::Finding;
use crate::model::lines::{LineId, Lines};
use crate::model::report::{Examined, Report};
use crate::view::check_row::CheckList;
use crate::view::finding_group::FindingGroup;
use crate::view::gather;
use crate::view::hit::{Found, Hit};
use crate::view::hits::Hits;
use crate::view::inspect;
use crate::view::list::{ListWindow, Wish};
use crate::view::listing::Listing;
use crate::view::mark::Mark;
use crate::view::notes::Notes;
use crate::view::panel::Panel;
use crate::view::pick::{Pick, Picked};
use crate::view::picks::Picks;
use crate::view::picture::drawing::Drawing;
use crate::view::picture::easel::Easel;
use crate::view::picture::form::Form;
use crate::view::picture::scene::{Act, Motif, Scene, Sight};
use crate::view::picture::take_away::{self, Picture};
use crate::view::row::{Branch, Row, Rows};
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
    /// The open statement with its findings, if the report does not keep it.
    loose: Option<(Examined, Vec<Finding>)>,
    tree: Tree,
    notes: Notes,
    listing: Listing,
    hits: Hits,
    picks: Picks,
    easel: Easel,
}

impl Desk {
    /// Lays a report on the desk and opens its first worst statement.
    pub fn new(report: Report) -> Desk {
        let statement = summarise::first_to_open(&report).unwrap_or(0);
        let (tree, notes) = (Tree::new(&Lines::default()), Notes::default());
        let mut desk = Desk {
            report,
            statement,
            loose: None,
            tree,
            notes,
            listing: Listing::default(),
            hits: Hits::default(),
            picks: Picks::default(),
            easel: Easel::default(),
        };
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

    /// Opens another statement, if it is kept; whether it is.
    pub fn open(&mut self, statement: u32) -> bool {
        let Some(examined) = self.report.statements.get(statement as usize) else { return false };
        self.tree = Tree::new(&examined.statement.lines);
        self.notes = Notes::of(&self.report.findings, statement);
        (self.statement, self.loose) = (statement, None);
        self.lay_aside();
        self.easel = Easel::default();
        true
    }

    /// Opens a statement that was read again from its file.
    pub fn open_loose(&mut self, statement: u32, examined: Examined, findings: Vec<Finding>) {
        self.tree = Tree::new(&examined.statement.lines);
        self.notes = Notes::of(&findings, statement);
        (self.statement, self.loose) = (statement, Some((examined, findings)));
        self.lay_aside();
        self.easel = Easel::default();
    }

    /// The number of the open statement.
    pub fn statement(&self) -> u32 {
        self.statement
    }

    /// A window of the list of statements.
    pub fn list(&mut self, wish: &Wish, from: u32, count: u32) -> ListWindow {
        self.listing.window(&self.report, wish, from, count)
    }

    /// The statement before or after the open one in the list as it was wished for last.
    pub fn neighbour(&mut self, forward: bool) -> Option<u32> {
        self.listing.neighbour(&self.report, self.statement, forward)
    }

    /// What is said about the open statement, if the file has any.
    pub fn opened(&self) -> Option<Opened> {
        let examined = self.examined()?;
        let mut opened = summarise::opened(examined, &self.report.settings, self.statement);
        // Where several files were dropped together, a statement is one of a file.
        let file = self.report.register.get(self.statement).map(|entry| entry.file as usize);
        if let Some(file) = file.and_then(|file| self.report.files.get(file)) {
            opened.file.clone_from(&file.name);
        }
        Some(opened)
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
            let mut rows = rows::window(examined, self.findings(), &self.notes, &self.tree, from, to);
            for row in &mut rows {
                self.mark(examined, row);
            }
            rows
        });
        Rows { statement: self.statement, total, from, rows, focus }
    }

    /// Everything about a line of the open statement.
    pub fn panel(&self, line: u32) -> Option<Panel> {
        let examined = self.examined()?;
        inspect::panel(examined, self.statement, &self.report, self.findings(), &self.notes, LineId(line))
    }

    /// The checks of the open statement from the `from`-th on, of one outcome or all.
    pub fn checks(&self, only: Option<Mark>, from: u32) -> CheckList {
        self.examined()
            .map_or_else(CheckList::default, |examined| tally::checks(examined, self.statement, only, from))
    }

    /// Searches the open statement for what was typed; nothing is searched for if that is empty.
    pub fn search(&mut self, typed: &str) -> Found {
        self.hits = self.examined().map_or_else(Hits::default, |examined| Hits::search(examined, typed));
        self.hits.found(self.statement, None)
    }

    /// Goes to the hit after a line, or before it; from the last one on to the first.
    pub fn to_hit(&self, from: Option<u32>, forward: bool) -> Found {
        self.hits.found(self.statement, self.hits.step(from, forward))
    }

    /// What of a line of the open statement was found. For views that draw lines otherwise than in rows.
    pub fn hit(&self, line: u32) -> Hit {
        self.examined().map_or_else(Hit::default, |examined| self.hits.of(examined, LineId(line)))
    }

    /// Picks lines to be added up and answers what they come to.
    pub fn pick(&mut self, pick: Pick) -> Picked {
        let examined = match &self.loose {
            Some((examined, _)) => Some(examined),
            None => self.report.statements.get(self.statement as usize),
        };
        let Some(examined) = examined else { return Picked::default() };
        self.picks.take(&examined.statement.lines, &self.tree, pick);
        self.picks.sum(&examined.statement, self.statement)
    }

    /// Whether a line of the open statement is picked. For views that draw lines otherwise than in rows.
    pub fn is_picked(&self, line: u32) -> bool {
        self.picks.has(LineId(line))
    }

    /// Does an act on a picture and answers the part of it that is in sight.
    pub fn picture(&mut self, motif: Motif, act: Act, sight: Sight) -> Option<Scene> {
        let examined = match &self.loose {
            Some((examined, _)) => examined,
            None => self.report.statements.get(self.statement as usize)?,
        };
        let mut scene = Scene { statement: self.statement, ..self.easel.answer(examined, motif, act, sight) };
        if motif == Motif::Hierarchy {
            for row in scene.drawing.cards.iter_mut().flat_map(|card| &mut card.rows) {
                row.hit = self.hits.of(examined, LineId(row.id));
                row.picked = self.picks.has(LineId(row.id));
            }
        }
        Some(scene)
    }

    /// The whole of a picture, as it is shown now.
    pub fn whole_picture(&mut self, motif: Motif) -> Option<Drawing> {
        let examined = match &self.loose {
            Some((examined, _)) => examined,
            None => self.report.statements.get(self.statement as usize)?,
        };
        Some(self.easel.whole(examined, motif))
    }

    /// The picture of the open statement as a file to take away: all of it, whatever is open on the page.
    pub fn take_picture(&self, form: Form) -> Option<Picture> {
        Some(take_away::make(&self.report, self.examined()?, self.statement, form))
    }

    /// Says the digest of a file.
    pub fn digested(&mut self, file: usize, sha256: String) {
        self.report.set_digest(file, sha256);
    }

    /// The same desk with another report on the same file; what is open stays open.
    #[must_use]
    pub fn exchange(self, judged: impl FnOnce(Report) -> Report) -> Desk {
        let report = judged(self.report);
        let notes = Notes::of(&report.findings, self.statement);
        let mut desk = Desk { report, notes, listing: Listing::default(), ..self };
        desk.easel.forget_figures();
        desk
    }

    /// What was searched and picked was so in another statement.
    fn lay_aside(&mut self) {
        (self.hits, self.picks) = (Hits::default(), Picks::default());
    }

    /// Marks what was found and picked.
    fn mark(&self, examined: &Examined, row: &mut Row) {
        let line = LineId(row.line);
        row.picked = self.picks.has(line);
        if self.hits.is_on() {
            row.hit = self.hits.of(examined, line);
            if matches!(row.branch, Branch::Closed { .. }) {
                row.hidden_hits = self.hits.under(line, examined.statement.lines.end(line));
            }
        }
    }

    /// The open statement, if the file has any.
    pub fn examined(&self) -> Option<&Examined> {
        match &self.loose {
            Some((examined, _)) => Some(examined),
            None => self.report.statements.get(self.statement as usize),
        }
    }

    fn findings(&self) -> &[Finding] {
        self.loose.as_ref().map_or(&self.report.findings, |(_, findings)| findings)
    }

    /// The findings of the open statement that the report does not keep.
    pub fn loose_findings(&self) -> &[Finding] {
        self.loose.as_ref().map_or(&[], |(_, findings)| findings)
    }

    fn take(&mut self, step: &Step) -> Option<u32> {
        let examined = match &self.loose {
            Some((examined, _)) => examined,
            None => self.report.statements.get(self.statement as usize)?,
        };
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
