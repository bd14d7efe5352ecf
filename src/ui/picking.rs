//! Adding up by hand: picking lines of the open statement, from whichever view shows them.
//!
//! The worker holds what is picked ([`crate::view::picks`]), and adds it up exactly. A view calls [`pick`] with the lines
//! a person means, and draws as picked what the worker says: the rows of the hierarchy have a flag, and whoever makes
//! something else to be sent asks `Desk::is_picked`. Beside a click with Control ([`Pick::Toggle`]) and with Shift
//! ([`Pick::Range`], in the order of the rows that the hierarchy shows), a plain click does the same while
//! `state.picking` is on, for hands without a keyboard. The bar with the sum stands under all views.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};

use crate::ui::acts;
use crate::ui::choose;
use crate::ui::live::{attr, on_window};
use crate::ui::state::State;
use crate::ui::tag::{Tag, button};
use crate::view::pick::{Pick, Picked};
use crate::view::step::Step;
use crate::worker::protocol::Ask;

/// What is said of a sum of more digits than an amount may have.
pub const TOO_LONG: &str = "too long to add";

/// Does one act on the lines that are picked.
pub fn pick(state: State, pick: Pick) {
    acts::ask(state, &Ask::Pick(pick));
    choose::step(state, Step::Look);
}

/// Lets go of all lines, if any are picked.
pub fn clear(state: State) {
    if state.picked.with_untracked(Option::is_some) {
        pick(state, Pick::Clear);
        state.picked.set(None);
    }
}

/// Nothing is picked in a statement that was just opened.
pub fn forget(state: State) {
    state.picked.set(None);
    state.picking.set(false);
}

/// Takes what the picked lines come to.
pub fn take(state: State, picked: Picked) {
    if picked.statement != state.selection.with_untracked(|selection| selection.statement) {
        return;
    }
    state.said.set(spoken(state, &picked));
    state.picked.set(Some(picked).filter(|picked| picked.count > 0));
}

/// The switch that makes a click pick.
pub fn switch(state: State) -> Tag {
    button()
        .class("adds")
        .hook("picking")
        .attr("title", "Each line that is clicked or tapped is added to the sum")
        .attr("aria-pressed", attr(move || Some(state.picking.get().to_string())))
        .click(move || {
            state.picking.update(|on| *on = !*on);
            if !state.picking.get_untracked() {
                clear(state);
            }
        })
        .child("Add up")
}

/// Copies the sum when the browser is told to copy and there is no marked text to copy.
pub fn listen(state: State) {
    on_window("copy", move |event| {
        let sum = state.picked.with_untracked(|picked| picked.as_ref().and_then(|picked| picked.sum.clone()));
        let (Some(sum), Some(event)) = (sum, event.dyn_ref::<ClipboardEvent>()) else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target.is_some_and(|element| element.matches("input, textarea").unwrap_or(false));
        let marked = window().get_selection().ok().flatten().is_some_and(|text| !text.is_collapsed());
        let data = event.clipboard_data().filter(|_| !in_field && !marked);
        if data.is_some_and(|data| data.set_data("text/plain", &sum).is_ok()) {
            event.prevent_default();
            state.said.set(format!("Copied the sum {}", state.write(&sum)));
        }
    });
}

/// No text is marked any more: drawing over lines, and Shift, mark it by the way.
pub fn no_text() {
    if let Some(text) = window().get_selection().ok().flatten() {
        drop(text.remove_all_ranges());
    }
}

/// How many lines there are, in words.
pub fn lines(count: u32) -> String {
    if count == 1 { "1 line".to_owned() } else { format!("{count} lines") }
}

fn spoken(state: State, picked: &Picked) -> String {
    if picked.count == 0 {
        return "No line is picked".to_owned();
    }
    let sum = picked.sum.as_ref().map_or(TOO_LONG.to_owned(), |sum| state.write(sum));
    let against = picked.against.as_ref().and_then(|against| {
        let gap = against.difference.as_ref()?;
        Some(format!(", difference to {} {}", against.name, state.write(gap)))
    });
    format!("{}, sum {sum}{}", lines(picked.count), against.unwrap_or_default())
}
