//! The keys of the hierarchy, as the ARIA authoring practices give them for a treegrid, and its clicks.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::history;
use crate::ui::live::now;
use crate::ui::state::State;
use crate::ui::viewport::Viewport;
use crate::view::row::{Branch, Row};
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

    /// Adds a letter and answers what was typed in all. One letter again and again goes from name to name.
    fn add(self, letter: &str) -> (String, bool) {
        let now = now();
        if now.saturating_sub(self.at.get_value()) > PAUSE {
            self.prefix.set_value(String::new());
        }
        self.at.set_value(now);
        self.prefix.update_value(|prefix| prefix.push_str(letter));
        let prefix = self.prefix.get_value();
        let same = prefix.chars().all(|c| letter.starts_with(c));
        if same { (letter.to_owned(), false) } else { (prefix, true) }
    }
}

/// Takes a key. Keys that mean nothing here are left to the browser.
pub fn key(state: State, viewport: Viewport, typed: Typed, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let total = state.rows.with_untracked(|rows| rows.total);
    let fresh = state.selection.with_untracked(|selection| selection.line.is_none());
    let at = state.cursor.get_untracked();
    let go = |row: u32| choose::go_to_row(state, if fresh { 0 } else { row.min(total.saturating_sub(1)) });
    let page = viewport.page().saturating_sub(1).max(1);
    let row = current(state);
    match (event.key().as_str(), row.as_ref()) {
        ("ArrowDown", _) => go(at.saturating_add(1)),
        ("ArrowUp", _) => go(at.saturating_sub(1)),
        ("PageDown", _) => go(at.saturating_add(page)),
        ("PageUp", _) => go(at.saturating_sub(page)),
        ("Home", _) => go(0),
        ("End", _) => go(total),
        // Pressed twice before the rows have come, they must not undo themselves.
        ("ArrowRight", Some(row)) if is_closed(row.branch) => {
            choose::step(state, Step::Open(Reach::Line(row.line)));
        }
        ("ArrowRight", Some(row)) if row.branch == Branch::Open => go(at.saturating_add(1)),
        ("ArrowLeft", Some(row)) if row.branch == Branch::Open => {
            choose::step(state, Step::Close(Reach::Line(row.line)));
        }
        ("ArrowLeft", Some(row)) => choose::step(state, Step::Parent(row.line)),
        ("Enter" | " ", Some(row)) if row.branch != Branch::None => {
            choose::step(state, Step::Toggle(row.line));
        }
        ("*", Some(row)) => choose::step(state, Step::Open(Reach::Siblings(row.line))),
        ("ArrowRight" | "ArrowLeft" | "Enter" | " " | "*", _) => {}
        (letter, _) if letter.chars().count() == 1 => {
            let (prefix, stay) = typed.add(letter);
            choose::step(state, Step::Find { prefix, after: at, stay });
        }
        _ => return,
    }
    event.prevent_default();
}

/// Takes a click on a row: on its twist it opens or closes, elsewhere it chooses.
pub fn click(state: State, number: u32, twist: bool) {
    let Some(row) = row(state, number) else { return };
    if twist && row.branch != Branch::None {
        choose::step(state, Step::Toggle(row.line));
        return;
    }
    // The step before is kept in the history, to come back to.
    history::push(state.selection.get_untracked());
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
