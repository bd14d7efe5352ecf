//! Takes the keys that mean something on the whole page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::ui::acts;
use crate::ui::finding_steps;
use crate::ui::live::on_window;
use crate::ui::picking;
use crate::ui::search;
use crate::ui::state::{Stage, State, Tab};
use crate::ui::views;
use crate::view::shortcuts::{Act, Place, act};
use crate::worker::protocol::Ask;

/// Where a key is a letter or a choice.
const FIELDS: &str =
    "input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]";

/// Listens for as long as the page is open.
pub fn listen(state: State) {
    on_window("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target.is_some_and(|element| element.matches(FIELDS).unwrap_or(false));
        let in_dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
        if event.default_prevented() || in_field || in_dialog || event.alt_key() {
            return;
        }
        let control = event.ctrl_key() || event.meta_key();
        let own = act(Place::Page, &event.key(), event.shift_key(), control);
        if let Some(own) = own.filter(|own| applies(state, *own)) {
            event.prevent_default();
            take(state, own);
        }
    });
}

/// What a key that was pressed does at a place; with Alt it is the browser's.
pub fn of(place: Place, event: &KeyboardEvent) -> Option<Act> {
    let control = event.ctrl_key() || event.meta_key();
    act(place, &event.key(), event.shift_key(), control).filter(|_| !event.alt_key())
}

/// Whether a key means something on the page now, held alone or with Shift.
pub fn means(state: State, key: &str) -> bool {
    act(Place::Page, key, false, false).is_some_and(|own| applies(state, own))
}

fn applies(state: State, own: Act) -> bool {
    let shown = state.stage.get_untracked() == Stage::Report && state.book.with_untracked(Option::is_none);
    match own {
        Act::Keys => true,
        Act::Search => shown && state.opened.with_untracked(Option::is_some),
        Act::NextHit | Act::LastHit => shown && state.found.with_untracked(|found| found.total > 0),
        Act::LetGo => {
            shown
                && (state.picked.with_untracked(Option::is_some)
                    || !state.search.with_untracked(String::is_empty))
        }
        Act::NextFinding | Act::LastFinding => {
            shown && state.groups.with_untracked(|groups| !groups.is_empty())
        }
        Act::NextStatement | Act::LastStatement => {
            let several = |summary: &crate::view::summary::Summary| summary.statements > 1;
            shown && state.summary.with_untracked(|summary| summary.as_ref().is_some_and(several))
        }
        Act::View(place) => shown && views::nth(state, usize::from(place)).is_some(),
        // The browser copies, and `picking` says what.
        _ => false,
    }
}

fn take(state: State, own: Act) {
    match own {
        Act::Keys => state.keys_shown.set(true),
        Act::Search => search::begin(),
        Act::NextHit => search::step(state, true),
        Act::LastHit => search::step(state, false),
        Act::LetGo if state.picked.with_untracked(Option::is_some) => picking::clear(state),
        Act::LetGo => search::clear(state),
        Act::NextFinding => finding_steps::step(state, true),
        Act::LastFinding => finding_steps::step(state, false),
        Act::NextStatement => acts::ask(state, &Ask::Neighbour { forward: true }),
        Act::LastStatement => acts::ask(state, &Ask::Neighbour { forward: false }),
        Act::View(place) => {
            if let Some(look) = views::nth(state, usize::from(place)) {
                state.look.set(look);
                state.tab.set(Tab::Views);
            }
        }
        _ => {}
    }
}
