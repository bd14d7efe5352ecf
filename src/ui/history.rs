//! The browser's back and forward: numbers of lines and findings in the address, nothing of the file.

#![expect(clippy::disallowed_types, reason = "the browser's history has numbers of one kind only")]

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::History;

use crate::ui::book;
use crate::ui::choose;
use crate::ui::live::on_window;
use crate::ui::settle;
use crate::ui::state::{Stage, State};
use crate::view::fragment::{self, Address, Selection};
use crate::worker::client::Client;

/// A report is shown: back leads to the place to drop a file, forward to the report.
pub fn enter(about: u32, selection: Selection) {
    write(&JsValue::from(about), &selection.to_string(), true);
}

/// The report is put away.
pub fn leave() {
    if let Ok(path) = window().location().pathname() {
        write(&JsValue::NULL, &path, true);
    }
}

/// Something was chosen that one may want to come back from.
pub fn push(selection: Selection) {
    write(&here(), &selection.to_string(), true);
}

/// The reader moved on by a step.
pub fn replace(selection: Selection) {
    write(&here(), &selection.to_string(), false);
}

/// Takes what stood in the address when the page was opened.
pub fn begin(state: State) {
    let address = address();
    settle::begin(state);
    if let Address::Settings(encoded) = &address {
        settle::arrive(state, encoded);
    }
    book::arrive(state, &address);
}

/// Takes away what the address held beside the page and the selection.
pub fn forget_address(state: State) {
    let path = window().location().pathname().unwrap_or_default();
    let selection = state.selection.get_untracked().to_string();
    match shown_report(state) {
        Some(about) => write(&JsValue::from(about), &selection, false),
        None => write(&JsValue::NULL, &path, false),
    }
}

/// Goes back to what was shown before the rule book, with an address of its own.
pub fn close_book(state: State) {
    state.book.set(None);
    match shown_report(state) {
        Some(about) => enter(about, state.selection.get_untracked()),
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
        if let Address::Selection(wanted) = address {
            choose::go(state, wanted);
        }
    });
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
