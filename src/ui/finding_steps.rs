//! Going through the findings that are listed, one by one.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use crate::ui::choose;
use crate::ui::history;
use crate::ui::state::{State, Tab};
use crate::view::fragment::Selection;

/// Chooses the finding after the chosen one in the list as it is filtered, or the one before; none at its ends.
pub fn step(state: State, forward: bool) {
    let filter = state.filter.get_untracked();
    let listed = state.groups.with_untracked(|groups| {
        // As the list has them: those that were accepted come last.
        let of = |accepted: bool| groups.iter().filter(move |group| group.accepted == accepted);
        let groups = of(false).chain(of(true)).filter(|group| filter.admits(group));
        let found = groups.flat_map(|group| &group.shown);
        found
            .map(|found| (found.index, found.statement, found.line, found.message.clone()))
            .collect::<Vec<_>>()
    });
    let now = state.selection.get_untracked();
    let at = now.finding.and_then(|chosen| listed.iter().position(|(index, ..)| *index == chosen));
    let next = match (at, forward) {
        (Some(at), true) => at.saturating_add(1),
        (Some(at), false) => at.checked_sub(1).unwrap_or(usize::MAX),
        (None, true) => 0,
        (None, false) => listed.len().wrapping_sub(1),
    };
    let Some((index, statement, line, message)) = listed.get(next) else {
        state
            .said
            .set(if forward { "That is the last finding" } else { "That is the first finding" }.to_owned());
        return;
    };
    let of = *statement;
    let statement = of.unwrap_or(now.statement);
    choose::go(state, Selection { statement, line: *line, finding: Some(*index) });
    choose::leave_list(state, of);
    state.tab.set(Tab::Line);
    history::replace(state);
    state.said.set(format!("Finding {} of {}: {}", next + 1, listed.len(), message.replace('`', "")));
    request_animation_frame(show_chosen);
}

/// Brings the chosen finding into sight, moving its list no further than needed. If the list has the keys, it takes them.
fn show_chosen() {
    let chosen = document().query_selector(".finding.chosen").ok().flatten();
    let Some(chosen) = chosen.and_then(|chosen| chosen.dyn_into::<HtmlElement>().ok()) else { return };
    if document().active_element().is_some_and(|now| now.matches(".finding").unwrap_or(false)) {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        drop(chosen.focus_with_options(&still));
    }
    let Some(pane) = chosen.closest(".pane").ok().flatten() else { return };
    let (own, around) = (chosen.get_bounding_client_rect(), pane.get_bounding_client_rect());
    if own.top() < around.top() {
        chosen.scroll_into_view_with_bool(true);
    } else if own.bottom() > around.bottom() {
        chosen.scroll_into_view_with_bool(false);
    }
}
