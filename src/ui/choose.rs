//! Choosing: one selection that findings, hierarchy and panel share, and that the browser's history keeps.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::history;
use crate::ui::state::{Look, State, Tab};
use crate::view::fragment::Selection;
use crate::view::step::Step;
use crate::worker::protocol::{Ask, FIRST_ROWS};

/// Chooses a finding: opens its statement and branch and goes to its line.
pub fn finding(state: State, finding: u32, of: Option<u32>, line: Option<u32>) {
    let now = state.selection.get_untracked();
    let statement = of.unwrap_or(now.statement);
    state.led.set(line.is_some());
    let chosen = Selection { statement, line, finding: Some(finding) };
    go(state, chosen);
    state.tab.set(Tab::Line);
    leave_list(state, of);
    // What is chosen again is no other place to come back to.
    if now != chosen {
        history::push(state);
    }
}

/// Shows what was chosen where it stands, if the list of statements is shown: in the statement it is of, or in the text.
pub fn leave_list(state: State, of: Option<u32>) {
    if state.look.get_untracked() == Look::Statements {
        state.look.set(if of.is_some() { Look::Hierarchy } else { Look::Source });
    }
}

/// Chooses a line that may not be visible: opens its branch and goes there.
pub fn line(state: State, line: u32) {
    let statement = state.selection.get_untracked().statement;
    state.led.set(true);
    go(state, Selection { statement, line: Some(line), finding: None });
    history::push(state);
}

/// Opens another statement.
pub fn statement(state: State, statement: u32) {
    go(state, Selection { statement, ..Selection::default() });
    history::push(state);
}

/// Makes `wanted` the selection, without a word to the history.
pub fn go(state: State, wanted: Selection) {
    let before = state.selection.get_untracked();
    state.selection.set(wanted);
    if wanted.statement == before.statement {
        settle(state);
    } else {
        state.panel.set(None);
        state.revealed.set_value(Vec::new());
        state.cursor.set(0);
        state.show.set(Some(0));
        acts::ask(state, &Ask::Open { statement: wanted.statement });
    }
}

/// Brings rows and panel to the selection once its statement is open.
pub fn settle(state: State) {
    match state.selection.get_untracked().line {
        Some(line) => {
            state.revealed.update_value(|revealed| revealed.push(line));
            step(state, Step::Reveal(line));
            acts::ask(state, &Ask::Panel { line });
        }
        None => state.panel.set(None),
    }
}

/// Does a step on the tree, keeping the window where it is unless the step goes elsewhere.
pub fn step(state: State, step: Step) {
    let (from, count) = state.rows.with_untracked(|rows| (rows.from, rows.rows.len()));
    let count = u32::try_from(count).unwrap_or(FIRST_ROWS).max(FIRST_ROWS);
    acts::ask(state, &Ask::Tree { step, from, count });
}

/// Whether a row comes for a line that was chosen a moment ago and is no longer: the reader has gone on.
pub fn is_overtaken(state: State, row: u32) -> bool {
    let Some(line) = line_at(state, row) else { return false };
    let mut asked = false;
    // Answers come in the order in which they were asked for; one that did not come will not come any more.
    state.revealed.update_value(|revealed| {
        if let Some(at) = revealed.iter().position(|one| *one == line) {
            revealed.drain(..=at);
            asked = true;
        }
    });
    asked && state.selection.with_untracked(|selection| selection.line != Some(line))
}

/// The line of a row, if that row is at hand.
pub fn line_at(state: State, row: u32) -> Option<u32> {
    state.rows.with_untracked(|rows| {
        let at = row.checked_sub(rows.from)? as usize;
        rows.rows.get(at).map(|row| row.line)
    })
}

/// Goes to a visible row and chooses its line as soon as it is at hand.
pub fn go_to_row(state: State, row: u32) {
    state.cursor.set(row);
    state.show.set(Some(row));
    at_cursor(state);
}

/// Chooses the line of the row the reader is at, if that row is at hand.
pub fn at_cursor(state: State) {
    let line = line_at(state, state.cursor.get_untracked());
    state.awaited.set(line.is_none());
    let now = state.selection.get_untracked();
    let Some(line) = line.filter(|line| now.line != Some(*line)) else { return };
    state.selection.set(Selection { statement: now.statement, line: Some(line), finding: None });
    acts::ask(state, &Ask::Panel { line });
    history::replace(state);
}
