//! What is shown, taken together for the address and brought back from it.

use leptos::prelude::*;

use crate::ui::checks;
use crate::ui::choose;
use crate::ui::live::keep_focus;
use crate::ui::state::{Look, State, Tab};
use crate::ui::statements;
use crate::ui::views;
use crate::view::shown::Shown;

/// What is shown now; followed.
pub fn shown(state: State) -> Shown {
    let look = state.look.get();
    let (by, down, list) = state.list.with(|list| (list.wish.by, list.wish.down, list.wish.only));
    Shown {
        selection: state.selection.get(),
        view: (look != Look::Hierarchy).then(|| views::word(look).to_owned()),
        filter: state.filter.get(),
        checks: state.checks.with(|checks| checks.only),
        list,
        by,
        down,
    }
}

/// Shows what an address says.
pub fn restore(state: State, wanted: &Shown) {
    let before = state.selection.get_untracked();
    arrange(state, wanted);
    choose::go(state, wanted.selection);
    let is_list = state.look.get_untracked() == Look::Statements;
    keep_focus(if is_list { ".grid.statements" } else { "[role=treegrid]" });
    // On a narrow screen what is chosen has a part of its own, which is empty now.
    let chosen = wanted.selection.line.is_some() || wanted.selection.finding.is_some();
    if !chosen && state.tab.get_untracked() == Tab::Line {
        state.tab.set(if before.finding.is_some() { Tab::Findings } else { Tab::Views });
    }
}

/// A report that is shown for the first time since the page was opened is shown as the address said then, but for the
/// lines: nobody knows whether it is the same file.
pub fn take_up(state: State) {
    if let Some(wanted) = state.bookmark.get_untracked() {
        state.bookmark.set(None);
        arrange(state, &wanted);
    }
}

/// View and filters.
fn arrange(state: State, wanted: &Shown) {
    let look = wanted.view.as_deref().map_or(Some(Look::Hierarchy), |view| views::named(state, view));
    if let Some(look) = look {
        state.look.set(look);
    }
    state.filter.set(wanted.filter.clone());
    if state.checks.with_untracked(|checks| checks.only) != wanted.checks {
        // What is asked for is what the address says, although the rows have yet to come.
        state.checks.update(|checks| checks.only = wanted.checks);
        checks::ask(state);
    }
    let mut wish = state.list.with_untracked(|list| list.wish.clone());
    let before = wish.clone();
    (wish.by, wish.down, wish.only) = (wanted.by, wanted.down, wanted.list);
    if wish != before {
        state.list.update(|list| list.wish = wish);
        statements::ask(state);
    }
}
