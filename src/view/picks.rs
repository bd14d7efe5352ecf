//! Holds the picked lines and adds them up.

use crate::model::lines::{LineId, Lines};
use crate::model::statement::Statement;
use crate::model::sum::{Sum, difference};
use crate::view::pick::{Against, Pick, Picked};
use crate::view::tree::Tree;

/// How many names of lines that are counted twice are told.
const MOST_NAMES: usize = 3;

/// How many bits a word of the set has.
const BITS: u32 = u64::BITS;

/// A set of lines, a bit each: of a million lines, 125 kilobytes, however many are in it.
#[derive(Clone, Debug, Default)]
struct Set(Vec<u64>);

impl Set {
    fn has(&self, line: u32) -> bool {
        self.0.get((line / BITS) as usize).is_some_and(|word| word >> (line % BITS) & 1 == 1)
    }

    fn put(&mut self, line: u32, picked: bool) {
        let at = (line / BITS) as usize;
        if picked && self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(word) = self.0.get_mut(at) {
            let bit = 1 << (line % BITS);
            *word = if picked { *word | bit } else { *word & !bit };
        }
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The lines, rising.
    fn all(&self) -> impl Iterator<Item = LineId> {
        (0_u32..).zip(&self.0).flat_map(|(at, word)| {
            let rest = std::iter::successors(Some(*word), |word| Some(word & word.wrapping_sub(1)));
            rest.take_while(|word| *word != 0).map(move |word| LineId(at * BITS + word.trailing_zeros()))
        })
    }
}

/// The picked lines of the open statement.
#[derive(Clone, Debug, Default)]
pub struct Picks {
    set: Set,
    /// What was picked before the range that is being drawn.
    base: Set,
    /// Where that range begins.
    anchor: Option<u32>,
    /// Where it ends.
    last: Option<u32>,
    /// The group that was picked by itself last.
    group: Option<u32>,
}

impl Picks {
    /// Whether a line is picked.
    pub fn has(&self, line: LineId) -> bool {
        self.set.has(line.0)
    }

    /// Does one act; a line that is not there is not picked. A range takes the rows that are shown now.
    pub fn take(&mut self, lines: &Lines, tree: &Tree, pick: Pick) {
        let known = |line: u32| Some(line).filter(|line| *line < lines.len());
        match pick {
            Pick::Clear => *self = Picks::default(),
            Pick::Toggle { line, with } => {
                let Some(line) = known(line) else { return };
                if let Some(with) = with.and_then(known).filter(|with| *with != line && self.set.count() == 0)
                {
                    self.set.put(with, true);
                    self.named(lines, with);
                }
                self.set.put(line, !self.set.has(line));
                self.named(lines, line);
                self.begin(line);
            }
            Pick::Range { from, to } => {
                let Some(from) = known(from) else { return };
                if self.last != Some(from) {
                    self.begin(from);
                    self.named(lines, from);
                }
                self.extend(lines, tree, to);
            }
            Pick::Sweep { from, to } => {
                let Some(from) = known(from) else { return };
                *self = Picks::default();
                self.begin(from);
                self.named(lines, from);
                self.extend(lines, tree, to);
            }
        }
    }

    /// What the picked lines come to. The work grows with their number.
    pub fn sum(&self, statement: &Statement, index: u32) -> Picked {
        let lines = &statement.lines;
        let against = self.against(lines);
        let mut told = Picked { statement: index, count: self.set.count(), ..Picked::default() };
        let (mut sum, mut others) = (Sum::ZERO, Sum::ZERO);
        // The outermost picked line that the one at hand may stand under, and whether that was told.
        let (mut outer, mut end, mut counted) = (LineId(0), LineId(0), true);
        for line in self.set.all() {
            if line >= end {
                (outer, end, counted) = (line, lines.end(line), false);
            } else if !counted {
                counted = true;
                told.twice_count += 1;
                if told.twice.len() < MOST_NAMES {
                    told.twice.push(statement.name(outer).to_owned());
                }
            }
            let Some(amount) = lines.amount(line) else {
                told.without_amount += 1;
                continue;
            };
            sum = sum.plus(amount);
            if Some(line) != against {
                others = others.plus(amount);
            }
        }
        told.sum = sum.total().map(|sum| sum.to_string());
        told.against = against.map(|total| {
            let amount = lines.amount(total);
            Against {
                line: total.0,
                name: statement.name(total).to_owned(),
                amount: amount.map(|amount| amount.to_string()),
                others: told.count - u32::from(self.has(total)),
                difference: amount
                    .zip(others.total())
                    .and_then(|(amount, others)| difference(amount, others))
                    .map(|gap| gap.to_string()),
            }
        });
        told
    }

    /// The total to compare with: the picked group that all others stand under; else the line above, if they share one;
    /// else the group that was picked last.
    fn against(&self, lines: &Lines) -> Option<LineId> {
        let mut picked = self.set.all();
        let first = picked.next()?;
        let parent = lines.parent(first);
        let (mut last, mut share) = (first, true);
        for line in picked {
            last = line;
            share = share && lines.parent(line) == parent;
        }
        if last > first && last < lines.end(first) {
            return Some(first);
        }
        let group = self.group.filter(|group| self.set.has(*group) && first < last).map(LineId);
        parent.filter(|_| share).or(group)
    }

    fn begin(&mut self, line: u32) {
        (self.anchor, self.last) = (Some(line), Some(line));
        self.base = self.set.clone();
    }

    fn named(&mut self, lines: &Lines, line: u32) {
        if lines.is_group(LineId(line)) {
            self.group = Some(line);
        }
    }

    fn extend(&mut self, lines: &Lines, tree: &Tree, to: u32) {
        self.set = self.base.clone();
        self.last = Some(to);
        let row = |line: u32| tree.row_near(lines, LineId(line));
        let Some((from, to)) = self.anchor.and_then(row).zip(row(to)) else { return };
        for line in tree.window(from.min(to), from.max(to) + 1) {
            self.set.put(line.0, true);
        }
    }
}
