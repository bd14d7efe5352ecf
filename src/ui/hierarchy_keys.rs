//! The keys of the hierarchy, as the ARIA authoring practices give them for a treegrid, and its clicks.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::history;
use crate::ui::live::now;
use crate::ui::picking;
use crate::ui::shortcuts;
use crate::ui::state::State;
use crate::ui::viewport::Viewport;
use crate::view::pick::Pick;
use crate::view::row::{Branch, Row};
use crate::view::shortcuts::{Act, Place, act};
use crate::view::step::{Reach, Step};

/// Letters typed in a row belong to one name if no more than this lies between them, in milliseconds.
const PAUSE: u64 = 700;

/// What has been typed to find a name.
#[derive(Clone, Copy)]
pub struct Typed {
    prefix: StoredValue<String>,
    at: StoredValue<u64>,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Typed {
        Typed { prefix: StoredValue::new(String::new()), at: StoredValue::new(0) }
    }

    /// Whether a name is being typed, so that whatever comes next belongs to it.
    fn goes_on(self) -> bool {
        now().saturating_sub(self.at.get_value()) <= PAUSE
    }

    /// Adds a letter and answers what was typed in all. One letter again and again goes from name to name.
    fn add(self, letter: &str) -> (String, bool) {
        if !self.goes_on() {
            self.prefix.set_value(String::new());
        }
        self.at.set_value(now());
        self.prefix.update_value(|prefix| prefix.push_str(letter));
        let prefix = self.prefix.get_value();
        let same = prefix.chars().all(|c| letter.starts_with(c));
        if same { (letter.to_owned(), false) } else { (prefix, true) }
    }
}

/// Takes a key. Keys that mean nothing here are left to the browser.
pub fn key(state: State, viewport: Viewport, typed: Typed, event: &KeyboardEvent) {
    let (key, control) = (event.key(), event.ctrl_key() || event.meta_key());
    if event.alt_key() {
        return;
    }
    let is_letter = !control && key.chars().count() == 1;
    let own = act(Place::Tree, &key, event.shift_key(), control);
    let own = if is_letter && (own.is_none() || typed.goes_on() && key == " ") {
        // A key of the whole page is taken there, unless it is a letter of a name.
        if !typed.goes_on() && shortcuts::means(state, &key) {
            return;
        }
        act(Place::Tree, "", false, false)
    } else {
        own
    };
    let Some(own) = own else { return };
    let total = state.rows.with_untracked(|rows| rows.total);
    let fresh = state.selection.with_untracked(|selection| selection.line.is_none());
    let at = state.cursor.get_untracked();
    let go = |row: u32| choose::go_to_row(state, if fresh { 0 } else { row.min(total.saturating_sub(1)) });
    let page = viewport.page().saturating_sub(1).max(1);
    let row = current(state);
    match (own, row.as_ref()) {
        (Act::Down, _) => go(at.saturating_add(1)),
        (Act::Up, _) => go(at.saturating_sub(1)),
        (Act::PageDown, _) => go(at.saturating_add(page)),
        (Act::PageUp, _) => go(at.saturating_sub(page)),
        (Act::First, _) => go(0),
        (Act::Last, _) => go(total),
        // Pressed twice before the rows have come, they must not undo themselves.
        (Act::Right, Some(row)) if is_closed(row.branch) => {
            choose::step(state, Step::Open(Reach::Line(row.line)));
        }
        (Act::Right, Some(row)) if row.branch == Branch::Open => go(at.saturating_add(1)),
        (Act::Left, Some(row)) if row.branch == Branch::Open => {
            choose::step(state, Step::Close(Reach::Line(row.line)));
        }
        (Act::Left, Some(row)) => choose::step(state, Step::Parent(row.line)),
        (Act::Enter, Some(row)) if row.branch != Branch::None => {
            choose::step(state, Step::Toggle(row.line));
        }
        (Act::OpenSiblings, Some(row)) => choose::step(state, Step::Open(Reach::Siblings(row.line))),
        (Act::Toggle, Some(row)) => picking::pick(state, Pick::Toggle { line: row.line, with: None }),
        (Act::PickDown | Act::PickUp, Some(row)) => {
            let next = if own == Act::PickDown { at.saturating_add(1) } else { at.saturating_sub(1) };
            if let Some(to) = choose::line_at(state, next) {
                picking::pick(state, Pick::Range { from: row.line, to });
                choose::go_to_row(state, next);
            }
        }
        (Act::Letters, _) => {
            let (prefix, stay) = typed.add(&key);
            choose::step(state, Step::Find { prefix, after: at, stay });
        }
        _ => {}
    }
    event.prevent_default();
}

/// Takes a click on a row: on its twist it opens or closes, elsewhere it chooses. With Control it picks the line as well
/// or lets go of it, with Shift it picks all lines from the chosen one on.
pub fn click(state: State, number: u32, twist: bool, event: &MouseEvent) {
    let Some(row) = row(state, number) else { return };
    if twist && row.branch != Branch::None {
        choose::step(state, Step::Toggle(row.line));
        return;
    }
    let chosen = state.selection.with_untracked(|selection| selection.line);
    if event.shift_key() {
        picking::no_text();
        picking::pick(state, Pick::Range { from: chosen.unwrap_or(row.line), to: row.line });
    } else if event.ctrl_key() || event.meta_key() {
        picking::pick(state, Pick::Toggle { line: row.line, with: chosen });
    } else if state.picking.get_untracked() {
        picking::pick(state, Pick::Toggle { line: row.line, with: None });
    } else {
        picking::clear(state);
        // The step before is kept in the history, to come back to.
        history::push(state);
    }
    choose::go_to_row(state, number);
}

fn is_closed(branch: Branch) -> bool {
    matches!(branch, Branch::Closed { .. })
}

/// The row that is chosen, if it is at hand.
fn current(state: State) -> Option<Row> {
    let chosen = state.selection.with_untracked(|selection| selection.line)?;
    row(state, state.cursor.get_untracked()).filter(|row| row.line == chosen)
}

fn row(state: State, number: u32) -> Option<Row> {
    state.rows.with_untracked(|rows| rows.rows.get(number.checked_sub(rows.from)? as usize).cloned())
}
