//! The browser's back and forward: what is shown stands in the address, in numbers and words of ours.

#![expect(clippy::disallowed_types, reason = "the browser's history has numbers of one kind only")]

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::History;

use crate::ui::address;
use crate::ui::book;
use crate::ui::live::{effect, on_window};
use crate::ui::settle;
use crate::ui::state::{Stage, State};
use crate::view::fragment::{self, Address};
use crate::worker::client::Client;

/// A report is shown: back leads to the place to drop a file, forward to the report.
pub fn enter(state: State, about: u32) {
    write(&JsValue::from(about), &shown(state), true);
}

/// The report is put away.
pub fn leave() {
    if let Ok(path) = window().location().pathname() {
        write(&JsValue::NULL, &path, true);
    }
}

/// Something was chosen that one may want to come back from.
pub fn push(state: State) {
    write(&here(), &shown(state), true);
}

/// The reader moved on by a step.
pub fn replace(state: State) {
    write(&here(), &shown(state), false);
}

/// Takes what stood in the address when the page was opened.
pub fn begin(state: State) {
    let address = address();
    settle::begin(state);
    if let Address::Settings(encoded) = &address {
        settle::arrive(state, encoded);
    }
    book::arrive(state, &address);
    if let Address::Shown(shown) = address {
        state.bookmark.set(Some(shown));
    }
}

/// Takes away what the address held beside the page and what is shown.
pub fn forget_address(state: State) {
    let path = window().location().pathname().unwrap_or_default();
    match shown_report(state) {
        Some(about) => write(&JsValue::from(about), &shown(state), false),
        None => write(&JsValue::NULL, &path, false),
    }
}

/// Goes back to what was shown before the rule book, with an address of its own.
pub fn close_book(state: State) {
    state.book.set(None);
    match shown_report(state) {
        Some(about) => enter(state, about),
        None => leave(),
    }
}

/// Follows back and forward.
pub fn follow(state: State) {
    on_window("popstate", move |_| {
        let address = address();
        if book::arrive(state, &address) {
            return;
        }
        state.book.set(None);
        if let Address::Settings(encoded) = &address {
            settle::arrive(state, encoded);
            return;
        }
        let ours = here().as_f64() == about(state).map(f64::from);
        if !ours || state.summary.with_untracked(Option::is_none) {
            state.stage.set(Stage::Landing);
            return;
        }
        state.stage.set(Stage::Report);
        if let Address::Shown(wanted) = address {
            address::restore(state, &wanted);
            state.address.set_value(untrack(|| address::shown(state)));
        }
    });
    // Another view is something to come back from; another filter changes the place one is at.
    effect(move || {
        let now = address::shown(state);
        if state.book.with(Option::is_some) || state.stage.get() != Stage::Report {
            return;
        }
        // Not what the address says at this moment: the reader may have gone on already, and the page not yet.
        let there = state.address.get_value();
        if there.view != now.view {
            push(state);
        } else if there != now {
            replace(state);
        }
    });
}

/// What is shown, as an address, which it is from now on.
fn shown(state: State) -> String {
    let now = untrack(|| address::shown(state));
    let text = now.to_string();
    state.address.set_value(now);
    text
}

/// What stands in the address now.
fn address() -> Address {
    window().location().hash().map_or(Address::Nothing, |hash| fragment::read(&hash))
}

/// The number of the file begun last.
fn about(state: State) -> Option<u32> {
    state.client.with_value(|client| client.as_ref().map(Client::about))
}

/// The number of the file whose report is shown, or would be if the rule book were closed.
fn shown_report(state: State) -> Option<u32> {
    about(state).filter(|_| state.stage.get_untracked() == Stage::Report)
}

fn history() -> Option<History> {
    window().history().ok()
}

fn here() -> JsValue {
    history().and_then(|history| history.state().ok()).unwrap_or(JsValue::NULL)
}

/// A browser that refuses (a page opened from a file may be) simply keeps no history.
fn write(about: &JsValue, address: &str, push: bool) {
    let Some(history) = history() else { return };
    drop(if push {
        history.push_state_with_url(about, "", Some(address))
    } else {
        history.replace_state_with_url(about, "", Some(address))
    });
}
