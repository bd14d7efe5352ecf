//! The findings that were accepted, with reason and name, and whether they still stand for anything.

use leptos::prelude::*;

use crate::ui::live::{give_focus, part};
use crate::ui::sentence::Sentence;
use crate::ui::settings::told;
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
use crate::view::change::Change;
use crate::view::settings_sheet::Accepted;

#[component]
pub fn Waivers() -> impl IntoView {
    let state = State::here();
    let list = move || {
        let waivers = told(state, |sheet| sheet.waivers.clone());
        if waivers.is_empty() {
            return tag("p")
                .class("quiet")
                .child("None. A finding is accepted where it is shown, with a reason and a name.")
                .into_any();
        }
        let rows = waivers.into_iter().map(|waiver| row(state, waiver)).collect_view();
        vec![
            tag("p")
                .class("quiet")
                .child(
                    "They are kept in the file you save, not in this browser, because they speak \
                     of what was checked.",
                )
                .into_any(),
            tag("ul").child(rows).into_any(),
        ]
        .into_any()
    };
    tag("fieldset").class("waivers").child(tag("legend").child("Accepted findings")).child(part(list))
}

fn row(state: State, accepted: Accepted) -> AnyView {
    let gone = accepted.applies == Some(false);
    let Accepted { rule, fingerprint, about, .. } = accepted.clone();
    let withdrawn = Change::Withdraw { rule: rule.clone(), fingerprint };
    let code = rule.clone();
    tag("li")
        .hook("waiver")
        .attr("data-code", code)
        .class_if("stale", gone)
        .child(
            tag("p")
                .child(tag("b").class("code").child(rule))
                .child(" ")
                .child(view! { <Sentence text=about alone=true/> }),
        )
        .child(said(accepted))
        .child(gone.then(|| {
            tag("p").class("stale-words").child(
                "The open file has no such finding any more: the figures changed, or it is \
                 another file.",
            )
        }))
        .child(
            button()
                .click(move || {
                    settle::change(state, withdrawn.clone());
                    give_focus("#settings-title");
                })
                .child("Withdraw"),
        )
        .into_any()
}

/// Who accepted and why. Both are shown as text, whatever they hold.
pub fn said(accepted: Accepted) -> impl IntoView {
    let Accepted { reason, by, .. } = accepted;
    tag("span")
        .class("accepted-words")
        .child("Accepted by ")
        .child(tag("bdi").child(by))
        .child(": ")
        .child(tag("bdi").child(reason))
}
