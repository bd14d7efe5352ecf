//! The views of the open statement, one at a time: its lines and its checks.

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::checks::Checks;
use crate::ui::choose;
use crate::ui::hierarchy::Hierarchy;
use crate::ui::live::{attr, click, flag};
use crate::ui::state::{Look, State};
use crate::view::step::{Reach, Step};

const LOOKS: [(Look, &str, &str, &str); 2] = [
    (Look::Hierarchy, "Hierarchy", "view-hierarchy", "panel-hierarchy"),
    (Look::Checks, "Checks", "view-checks", "panel-checks"),
];

#[component]
pub fn Views() -> impl IntoView {
    let state = State::here();
    let bar = NodeRef::<Div>::new();
    let shown = move |look: Look| state.look.get() == look;
    let none = move || state.opened.with(Option::is_none);
    let chosen = move || state.selection.with_untracked(|selection| selection.line.unwrap_or(0));
    view! {
        <div class="pane-head">
            <div class="views" role="tablist" aria-label="Views of the statement" node_ref=bar on:keydown=move |event| key(state, bar, &event)>
                {LOOKS
                    .map(|(look, word, id, panel)| {
                        view! {
                            <button
                                type="button"
                                role="tab"
                                id=id
                                aria-controls=panel
                                aria-selected=attr(move || Some(shown(look).to_string()))
                                tabindex=attr(move || Some(if shown(look) { "0" } else { "-1" }.to_owned()))
                                on:click=click(move || state.look.set(look))
                            >
                                {word}
                            </button>
                        }
                        .into_any()
                    })
                    .collect_view()}
            </div>
            <div class="reach" hidden=flag(move || none() || !shown(Look::Hierarchy))>
                <button type="button" on:click=click(move || choose::step(state, Step::Open(Reach::All(chosen()))))>"Open all"</button>
                <button type="button" on:click=click(move || choose::step(state, Step::Close(Reach::All(chosen()))))>"Close all"</button>
            </div>
        </div>
        <p class="empty" hidden=flag(move || !none())>
            "There is nothing to show, because no balance sheet could be read from this file. \
             The findings say where and why."
        </p>
        <div id="panel-hierarchy" class="look" role="tabpanel" aria-labelledby="view-hierarchy" hidden=flag(move || none() || !shown(Look::Hierarchy))>
            <Hierarchy/>
        </div>
        <div id="panel-checks" class="look" role="tabpanel" aria-labelledby="view-checks" hidden=flag(move || none() || !shown(Look::Checks))>
            <Checks/>
        </div>
    }
}

/// Left and right go from tab to tab, as the ARIA authoring practices have it.
fn key(state: State, bar: NodeRef<Div>, event: &KeyboardEvent) {
    if !matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
        return;
    }
    event.prevent_default();
    let next = if state.look.get_untracked() == Look::Hierarchy { Look::Checks } else { Look::Hierarchy };
    state.look.set(next);
    let at = LOOKS.iter().find(|(look, ..)| *look == next).map(|(_, _, id, _)| format!("#{id}"));
    let tab = bar.get_untracked().zip(at).and_then(|(bar, at)| bar.query_selector(&at).ok().flatten());
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        drop(tab.focus());
    }
}
