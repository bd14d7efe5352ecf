//! What a person chose to see of the groups: which are open, and how many of their items are shown.

use crate::model::lines::{LineId, Lines};

/// A statement of more groups than this is shown with its sections and failing branches open, others wholly.
pub const OPEN_AT_FIRST: u32 = 200;
/// A group of at most so many items shows all of them.
pub const MOST_ROWS: u32 = 40;
/// A group of more items shows so many at first.
pub const FIRST_ROWS: u32 = 20;
/// And so many further ones whenever a person asks for more.
pub const FURTHER_ROWS: u32 = 100;
/// But no more than these.
pub const LAST_ROW: u32 = 1_000;

/// What is open unless a person chose otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Usual {
    /// Sections and failing branches.
    #[default]
    Failing,
    /// Everything, or nothing.
    All(bool),
}

/// The choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// What is open otherwise.
    pub usual: Usual,
    /// Whether only failing branches are shown.
    pub failing: bool,
    /// The groups that were opened or closed one by one, rising, and whether each is open.
    open: Vec<(u32, bool)>,
    /// How many further items were asked for, by group, rising.
    further: Vec<(u32, u32)>,
    /// Items that are shown because they were chosen elsewhere, rising.
    chosen: Vec<(u32, ())>,
}

impl Choices {
    /// Those at first.
    pub fn new(lines: &Lines) -> Choices {
        let groups = lines.all().filter(|line| lines.is_group(*line));
        let few = groups.take(OPEN_AT_FIRST as usize + 1).count() <= OPEN_AT_FIRST as usize;
        Choices { usual: if few { Usual::All(true) } else { Usual::Failing }, ..Choices::default() }
    }

    /// Whether a group is open.
    pub fn is_open(&self, line: LineId, depth: u16, fails: bool) -> bool {
        known(&self.open, line).unwrap_or(match self.usual {
            Usual::Failing => depth == 0 || fails,
            Usual::All(open) => open,
        })
    }

    /// Opens or closes a group.
    pub fn set(&mut self, line: LineId, open: bool) {
        put(&mut self.open, line, open);
    }

    /// Opens or closes all groups.
    pub fn set_all(&mut self, open: bool) {
        self.usual = Usual::All(open);
        self.open.clear();
    }

    /// Shows further items of a group.
    pub fn show_more(&mut self, line: LineId) {
        let further = known(&self.further, line).unwrap_or(0);
        put(&mut self.further, line, (further + FURTHER_ROWS).min(LAST_ROW));
    }

    /// Opens everything above a line and shows it among the items.
    pub fn reveal(&mut self, lines: &Lines, line: LineId) {
        for step in lines.ancestry(line) {
            put(&mut self.chosen, step, ());
            if step != line {
                put(&mut self.open, step, true);
            }
        }
    }

    /// How many of a group's `items` are shown from the first on.
    pub fn first_rows(&self, line: LineId, items: u32) -> u32 {
        if items <= MOST_ROWS {
            return items;
        }
        FIRST_ROWS + known(&self.further, line).unwrap_or(0)
    }

    /// Whether further items of a group were asked for.
    pub fn more_is_shown(&self, line: LineId) -> bool {
        known(&self.further, line).is_some()
    }

    /// Whether an item was chosen elsewhere, and so is shown.
    pub fn is_chosen(&self, item: LineId) -> bool {
        known(&self.chosen, item).is_some()
    }
}

/// What is known of a line.
fn known<T: Copy>(of: &[(u32, T)], line: LineId) -> Option<T> {
    let at = of.binary_search_by_key(&line.0, |(known, _)| *known).ok()?;
    of.get(at).map(|(_, value)| *value)
}

fn put<T>(of: &mut Vec<(u32, T)>, line: LineId, value: T) {
    match of.binary_search_by_key(&line.0, |(known, _)| *known) {
        Ok(at) => {
            if let Some((_, known)) = of.get_mut(at) {
                *known = value;
            }
        }
        Err(at) => of.insert(at, (line.0, value)),
    }
}
