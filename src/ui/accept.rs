//! Accepting a finding: a reason and a name, so that others can follow.

use leptos::prelude::*;

use crate::ui::live::{attr, effect, keep_focus, part, text};
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::tag::{Known, button, tag};
use crate::ui::waivers::said;
use crate::view::change::Change;
use crate::view::settings_sheet::Accepted;

/// What a field must hold that may not be left blank: spaces alone say nothing.
const NOT_BLANK: &str = r".*\S.*";

#[component]
pub fn Accept(
    /// The rule's code.
    rule: String,
    /// Which finding.
    fingerprint: String,
    /// How many findings are accepted with it, itself among them.
    like: u32,
    /// Who accepted it and why, if someone did.
    accepted: Option<Accepted>,
) -> impl IntoView {
    let state = State::here();
    if let Some(accepted) = accepted {
        let touched = fingerprint.clone();
        return tag("div")
            .class("accept")
            .child(said(accepted))
            .child(
                button()
                    .hook("withdraw")
                    .node_ref(refocused(state, touched))
                    .click(move || withdraw(state, rule.clone(), fingerprint.clone()))
                    .child("Withdraw"),
            )
            .into_any();
    }
    let open = RwSignal::new(false);
    tag("div")
        .class("accept")
        .child(
            button()
                .hook("accept")
                .node_ref(refocused(state, fingerprint.clone()))
                .attr("aria-expanded", attr(move || Some(open.get().to_string())))
                .click(move || open.update(|open| *open = !*open))
                .child("Accept…"),
        )
        .child(part(move || {
            if open.get() { form(state, open, &rule, &fingerprint, like).into_any() } else { ().into_any() }
        }))
        .into_any()
}

/// Withdraws, and brings the keys back to where it can be accepted again.
fn withdraw(state: State, rule: String, fingerprint: String) {
    state.touched.set(Some(fingerprint.clone()));
    settle::change(state, Change::Withdraw { rule, fingerprint });
}

/// The finding that was accepted or withdrawn last is drawn anew: its button gets the keys that the old one had.
fn refocused(state: State, fingerprint: String) -> Known {
    let known = Known::new();
    effect(move || {
        let Some(button) = known.get() else { return };
        if state.touched.with_untracked(|touched| touched.as_ref() == Some(&fingerprint)) {
            state.touched.set(None);
            drop(button.focus());
        }
    });
    known
}

fn form(state: State, open: RwSignal<bool>, rule: &str, fingerprint: &str, like: u32) -> impl IntoView {
    let (rule, fingerprint) = (rule.to_owned(), fingerprint.to_owned());
    let first = Known::new();
    let reason = RwSignal::new(String::new());
    effect(move || {
        if let Some(field) = first.get() {
            drop(field.focus());
        }
    });
    let done = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (reason, by) = (reason.get_untracked(), state.by.get_untracked());
        state.touched.set(Some(fingerprint.clone()));
        let (rule, fingerprint) = (rule.clone(), fingerprint.clone());
        settle::change(state, Change::Accept { rule, fingerprint, reason, by });
    };
    let cancel = move || {
        open.set(false);
        keep_focus("[data-testid=accept]");
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            cancel();
        }
    };
    tag("form")
        .on("submit", done)
        .on("keydown", key)
        .child(
            tag("p")
                .class("quiet")
                .child("It moves to Accepted and no longer counts, as long as its figures stay. Save the settings to \
                     keep it: the browser does not.")
                .child((like > 1).then(|| {
                    format!(" {like} findings of this file say the same, and are accepted together.")
                })),
        )
        .child(
            tag("label").child(tag("span").child("Reason")).child(
                tag("input")
                    .attr("type", "text")
                    .attr("autocomplete", "off")
                    .attr("maxlength", "500")
                    .attr("required", true)
                    .attr("pattern", NOT_BLANK)
                    .hook("accept-reason")
                    .node_ref(first)
                    .input(move |event| reason.set(event_target_value(&event))),
            ),
        )
        .child(
            tag("label").child(tag("span").child("Name")).child(
                tag("input")
                    .attr("type", "text")
                    .attr("autocomplete", "name")
                    .attr("maxlength", "200")
                    .attr("required", true)
                    .attr("pattern", NOT_BLANK)
                    .hook("accept-by")
                    .value(text(move || state.by.get()))
                    .input(move |event| state.by.set(event_target_value(&event))),
            ),
        )
        .child(
            tag("button")
                .attr("type", "submit")
                .class("main")
                .hook("accept-done")
                .child("Accept"),
        )
        .child(button().click(cancel).child("Cancel"))
}
