//! What is shown, taken together for the address and brought back from it.

use leptos::prelude::*;

use crate::ui::checks;
use crate::ui::choose;
use crate::ui::state::{Look, State};
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
    arrange(state, wanted);
    choose::go(state, wanted.selection);
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
