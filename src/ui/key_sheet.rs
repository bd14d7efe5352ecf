//! The sheet of all keys, drawn from the table that the keys are taken by.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use crate::ui::live::effect;
use crate::ui::state::State;
use crate::ui::tag::{Known, Tag, button, tag};
use crate::view::shortcuts::{PLACES, Place, SHORTCUTS, Shortcut};

#[component]
pub fn KeySheet() -> impl IntoView {
    let state = State::here();
    let known = Known::new();
    let dialog = move || known.get_untracked().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    effect(move || {
        if let (Some(_), true, Some(dialog)) = (known.get(), state.keys_shown.get(), dialog()) {
            // It is refused only if it is open already.
            drop(dialog.show_modal());
        }
    });
    let close = move || {
        if let Some(dialog) = dialog() {
            dialog.close();
        }
    };
    tag("dialog")
        .class("key-sheet")
        .hook("key-sheet")
        .node_ref(known)
        .attr("aria-labelledby", "keys-title")
        .on("close", move |_: Event| state.keys_shown.set(false))
        .child(
            // It is read from its beginning; the browser would go to the button at its end.
            tag("h2").attr("id", "keys-title").attr("tabindex", "-1").attr("autofocus", true).child("Keys"),
        )
        .child(
            tag("div")
                .class("places")
                .child(PLACES.map(|(place, words)| group(place, words).into_any()).collect_view()),
        )
        .child(tag("div").class("ends").child(button().class("main").click(close).child("Close")))
}

fn group(place: Place, words: &'static str) -> Tag {
    let own = SHORTCUTS.iter().filter(|shortcut| shortcut.place == place);
    tag("section")
        .child(tag("h3").child(words))
        .child(tag("dl").child(own.map(|shortcut| line(shortcut).into_any()).collect_view()))
}

fn line(shortcut: &'static Shortcut) -> Tag {
    let key = |name: &'static str| tag("kbd").child(name).into_any();
    tag("div")
        .child(tag("dt").child(shortcut.shown.iter().map(|name| key(name)).collect_view()))
        .child(tag("dd").child(shortcut.what))
}
