//! Which statement is open, when there are several: the one before, the one after, and the way to the list.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::live::{attr, part, text};
use crate::ui::state::{Look, State};
use crate::ui::tag::{button, tag};
use crate::view::summary::Opened;
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
    let named = move |of: fn(&Opened) -> &String| {
        state.opened.with(|opened| opened.as_ref().map(|opened| of(opened).clone()))
    };
    // Long names are cut where they stand, and whole when they are pointed at.
    let name = |class: &'static str, of: fn(&Opened) -> &String| {
        tag("bdi")
            .class(class)
            .attr("title", attr(move || named(of)))
            .child(text(move || named(of).unwrap_or_default()))
    };
    tag("div")
        .class("picker")
        .attr("role", "group")
        .attr("aria-label", "Statement")
        .child(button().click(move || go(false)).child("Previous"))
        .child(button().click(move || state.look.set(Look::Statements)).child("All statements"))
        .child(button().click(move || go(true)).child("Next"))
        .child(name("picker-title", |opened| &opened.title))
        .child(name("picker-file", |opened| &opened.file))
        .child(tag("span").class("picker-verdict").child(text(move || verdict().unwrap_or_default())))
}
