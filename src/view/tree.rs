//! Which lines are open, and so which are visible.

use crate::model::lines::{LineId, Lines};
use crate::model::statement::Statement;
use crate::view::step::Reach;

/// A statement with at most so many lines is shown wholly open at first.
const OPEN_AT_FIRST: u32 = 400;

/// The visible rows of one statement. Line numbers rise down the list, as a group comes before its items.
#[derive(Clone, Debug)]
pub struct Tree {
    open: Vec<bool>,
    visible: Vec<u32>,
}

impl Tree {
    /// A small statement wholly open, a larger one with its sections open.
    pub fn new(lines: &Lines) -> Tree {
        let small = lines.len() <= OPEN_AT_FIRST;
        let open = lines.all().map(|line| small || lines.depth(line) == 0).collect();
        let mut tree = Tree { open, visible: Vec::new() };
        tree.refresh(lines);
        tree
    }

    /// How many rows are visible.
    pub fn len(&self) -> u32 {
        u32::try_from(self.visible.len()).unwrap_or(u32::MAX)
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.visible.is_empty()
    }

    /// The lines of the rows `from..to`, as far as there are such rows.
    pub fn window(&self, from: u32, to: u32) -> impl Iterator<Item = LineId> {
        let to = (to as usize).min(self.visible.len());
        let from = (from as usize).min(to);
        self.visible.get(from..to).unwrap_or_default().iter().map(|line| LineId(*line))
    }

    /// Whether the items of `line` are shown whenever it is visible itself.
    pub fn is_open(&self, line: LineId) -> bool {
        self.open.get(line.0 as usize).copied().unwrap_or(false)
    }

    /// The row of `line`, if it is visible.
    pub fn row_of(&self, line: LineId) -> Option<u32> {
        self.visible.binary_search(&line.0).ok().and_then(|row| u32::try_from(row).ok())
    }

    /// Opens or closes.
    pub fn set(&mut self, statement: &Statement, reach: Reach, open: bool) {
        let lines = &statement.lines;
        match reach {
            Reach::Line(line) => self.put(LineId(line), open),
            Reach::Siblings(line) => match lines.parent(LineId(line)) {
                Some(parent) => lines.items(parent).for_each(|sibling| self.put(sibling, open)),
                None => statement.sections.iter().for_each(|section| self.put(section.line, open)),
            },
            Reach::All(_) => self.open.fill(open),
        }
        self.refresh(lines);
    }

    /// Opens everything above `line` and answers its row.
    pub fn reveal(&mut self, lines: &Lines, line: LineId) -> Option<u32> {
        if self.row_of(line).is_none() {
            let above = std::iter::successors(lines.parent(line), |line| lines.parent(*line));
            above.for_each(|line| self.put(line, true));
            self.refresh(lines);
        }
        self.row_of(line)
    }

    /// The nearest visible row to `line`: its own, or that of the closed line it stands under.
    pub fn row_near(&self, lines: &Lines, line: LineId) -> Option<u32> {
        std::iter::successors(Some(line), |line| lines.parent(*line)).find_map(|line| self.row_of(line))
    }

    /// The next row whose name begins with `prefix`, from `after` on and around the end. The case of
    /// ASCII letters does not count.
    pub fn find(&self, statement: &Statement, prefix: &str, after: u32, stay: bool) -> Option<u32> {
        let begins = |line: u32| {
            let name = statement.name(LineId(line)).as_bytes();
            name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
        };
        let start = (after as usize + usize::from(!stay)).min(self.visible.len());
        let (before, later) = self.visible.split_at(start);
        let rows = (start..).zip(later).chain((0..).zip(before));
        rows.into_iter().find(|(_, line)| begins(**line)).and_then(|(row, _)| u32::try_from(row).ok())
    }

    fn put(&mut self, line: LineId, open: bool) {
        if let Some(slot) = self.open.get_mut(line.0 as usize) {
            *slot = open;
        }
    }

    fn refresh(&mut self, lines: &Lines) {
        self.visible.clear();
        let mut line = LineId(0);
        while line.0 < lines.len() {
            self.visible.push(line.0);
            line = if self.is_open(line) { LineId(line.0 + 1) } else { lines.end(line) };
        }
    }
}
