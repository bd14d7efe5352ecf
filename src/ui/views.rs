//! The views of the open statement, one at a time: its lines, its picture, the text of its file and its checks.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::checks::Checks;
use crate::ui::choose;
use crate::ui::diagram::Diagram;
use crate::ui::hierarchy::Hierarchy;
use crate::ui::live::{attr, flag};
use crate::ui::picking;
use crate::ui::source::Source;
use crate::ui::state::{Look, State};
use crate::ui::statements::Statements;
use crate::ui::sum_bar::SumBar;
use crate::ui::tag::{Known, button, tag};
use crate::view::shortcuts::{self, Act, Place};
use crate::view::step::{Reach, Step};

const LOOKS: [(Look, &str, &str, &str); 5] = [
    (Look::Statements, "Statements", "view-statements", "panel-statements"),
    (Look::Hierarchy, "Hierarchy", "view-hierarchy", "panel-hierarchy"),
    (Look::Diagram, "Diagram", "view-diagram", "panel-diagram"),
    (Look::Source, "Source", "view-source", "panel-source"),
    (Look::Checks, "Checks", "view-checks", "panel-checks"),
];

#[component]
pub fn Views() -> impl IntoView {
    let state = State::here();
    let bar = Known::new();
    let shown = move |look: Look| state.look.get() == look;
    let none = move || state.opened.with(Option::is_none);
    let several = move || are_several(state);
    let chosen = move || state.selection.with_untracked(|selection| selection.line.unwrap_or(0));
    vec![
        tag("div")
            .class("pane-head")
            .child(
                tag("div")
                    .class("views")
                    .attr("role", "tablist")
                    .attr("aria-label", "Views of the statement")
                    .node_ref(bar)
                    .on("keydown", move |event| key(state, bar, &event))
                    .child(
                        LOOKS
                            .map(|(look, word, id, panel)| {
                                button()
                                    .attr("role", "tab")
                                    .attr("id", id)
                                    .attr("aria-controls", panel)
                                    .attr("aria-selected", attr(move || Some(shown(look).to_string())))
                                    .attr(
                                        "tabindex",
                                        attr(move || Some(if shown(look) { "0" } else { "-1" }.to_owned())),
                                    )
                                    .attr("hidden", flag(move || look == Look::Statements && !several()))
                                    .click(move || state.look.set(look))
                                    .child(word)
                                    .into_any()
                            })
                            .collect_view(),
                    ),
            )
            .child(
                tag("div")
                    .class("reach")
                    .attr("hidden", flag(move || none() || !shown(Look::Hierarchy)))
                    .child(picking::switch(state))
                    .child(
                        button()
                            .click(move || choose::step(state, Step::Open(Reach::All(chosen()))))
                            .child("Open all"),
                    )
                    .child(
                        button()
                            .click(move || choose::step(state, Step::Close(Reach::All(chosen()))))
                            .child("Close all"),
                    ),
            )
            .into_any(),
        tag("p")
            .class("empty")
            .attr("hidden", flag(move || !none() || shown(Look::Source)))
            .child(
                "There is nothing to show, because no balance sheet could be read from this file. \
             The findings say where and why.",
            )
            .into_any(),
        panel(state, Look::Statements, move || !several(), || view! { <Statements/> }.into_any()),
        panel(state, Look::Hierarchy, none, || view! { <Hierarchy/> }.into_any()),
        panel(state, Look::Source, || false, || view! { <Source/> }.into_any()),
        panel(state, Look::Diagram, none, || view! { <Diagram/> }.into_any()),
        panel(state, Look::Checks, none, || view! { <Checks/> }.into_any()),
        view! { <SumBar/> }.into_any(),
    ]
}

/// Where a view is drawn: it is made when its tab is chosen first, and shown while its tab is chosen, unless it has
/// nothing to show.
fn panel(
    state: State,
    look: Look,
    idle: impl Fn() -> bool + Send + 'static,
    view: fn() -> AnyView,
) -> AnyView {
    let wanted = move || state.look.get() == look;
    let made = Memo::new(move |before| before == Some(&true) || wanted());
    let named = LOOKS.iter().find(|(own, ..)| *own == look);
    let panel = named.map(|(_, _, tab, id)| {
        tag("div")
            .attr("id", *id)
            .class("look")
            .attr("role", "tabpanel")
            .attr("aria-labelledby", *tab)
            .attr("hidden", flag(move || idle() || !wanted()))
            .child(move || made.get().then(view))
    });
    panel.into_any()
}

/// The word for a view in the address: that of its tab.
pub fn word(look: Look) -> &'static str {
    let tab = LOOKS.iter().find(|(own, ..)| *own == look);
    tab.and_then(|(_, _, id, _)| id.strip_prefix("view-")).unwrap_or_default()
}

/// The view that has this word, if it can be shown now.
pub fn named(state: State, wanted: &str) -> Option<Look> {
    present(state).find(|look| word(*look) == wanted)
}

/// The view whose tab is at this place, from 1.
pub fn nth(state: State, place: usize) -> Option<Look> {
    present(state).nth(place.checked_sub(1)?)
}

/// The views that can be shown now, in the order of their tabs.
fn present(state: State) -> impl Iterator<Item = Look> {
    let several = untrack(|| are_several(state));
    LOOKS.iter().map(|(look, ..)| *look).filter(move |look| several || *look != Look::Statements)
}

/// Whether the file has several statements.
fn are_several(state: State) -> bool {
    state.summary.with(|summary| summary.as_ref().is_some_and(|summary| summary.statements > 1))
}

/// Left and right go from tab to tab, as the ARIA authoring practices have it.
fn key(state: State, bar: Known, event: &KeyboardEvent) {
    let control = event.ctrl_key() || event.meta_key() || event.alt_key();
    let forward = match shortcuts::act(Place::Tabs, &event.key(), event.shift_key(), control) {
        Some(Act::Left) => false,
        Some(Act::Right) => true,
        _ => return,
    };
    event.prevent_default();
    let looks = LOOKS.iter().filter(|(look, ..)| *look != Look::Statements || untrack(|| are_several(state)));
    let looks: Vec<_> = looks.collect();
    let at = looks.iter().position(|(look, ..)| *look == state.look.get_untracked()).unwrap_or(0);
    let next = (at + if forward { 1 } else { looks.len() - 1 }) % looks.len();
    let Some((look, _, id, _)) = looks.get(next) else { return };
    state.look.set(*look);
    let tab = bar.get_untracked().and_then(|bar| bar.query_selector(&format!("#{id}")).ok().flatten());
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        drop(tab.focus());
    }
}
