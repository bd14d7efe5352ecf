//! Which statement is open, when there are several: the one before, the one after, and the way to the list.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::live::{part, text};
use crate::ui::state::{Look, State};
use crate::ui::tag::{button, tag};
use crate::worker::protocol::Ask;

#[component]
pub fn Picker() -> impl IntoView {
    let state = State::here();
    let several =
        move || state.summary.with(|summary| summary.as_ref().is_some_and(|one| one.statements > 1));
    part(move || several().then(|| picker(state)).into_any())
}

fn picker(state: State) -> impl IntoView {
    let go = move |forward: bool| acts::ask(state, &Ask::Neighbour { forward });
    let verdict = move || {
        state.opened.with(|opened| {
            opened.as_ref().map(|opened| format!("{} {}", opened.verdict.sign(), opened.headline))
        })
    };
    let title = move || state.opened.with(|opened| opened.as_ref().map(|opened| opened.title.clone()));
    tag("div")
        .class("picker")
        .attr("role", "group")
        .attr("aria-label", "Statement")
        .child(button().click(move || go(false)).child("Previous"))
        .child(button().click(move || state.look.set(Look::Statements)).child("All statements"))
        .child(button().click(move || go(true)).child("Next"))
        .child(tag("bdi").class("picker-title").child(text(move || title().unwrap_or_default())))
        .child(tag("span").class("picker-verdict").child(text(move || verdict().unwrap_or_default())))
}
