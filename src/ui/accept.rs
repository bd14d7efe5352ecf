//! Accepting a finding: a reason and a name, so that others can follow.

use leptos::html::Input;
use leptos::prelude::*;

use crate::ui::live::{attr, change, click, effect, flag, part, text};
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::waivers::said;
use crate::view::change::Change;
use crate::view::settings_sheet::Accepted;

#[component]
pub fn Accept(
    /// The finding's number in the report.
    finding: u32,
    /// Who accepted it and why, if someone did.
    accepted: Option<Accepted>,
) -> impl IntoView {
    let state = State::here();
    if let Some(accepted) = accepted {
        let waiver = accepted.waiver;
        return view! {
            <div class="accept">
                {said(accepted)}
                <button type="button" data-testid="withdraw" on:click=click(move || settle::change(state, Change::Withdraw { waiver }))>
                    "Withdraw"
                </button>
            </div>
        }
        .into_any();
    }
    let open = RwSignal::new(false);
    view! {
        <div class="accept">
            <button
                type="button"
                data-testid="accept"
                aria-expanded=attr(move || Some(open.get().to_string()))
                on:click=click(move || open.update(|open| *open = !*open))
            >
                "Accept…"
            </button>
            {part(move || if open.get() { form(state, finding).into_any() } else { ().into_any() })}
        </div>
    }
    .into_any()
}

fn form(state: State, finding: u32) -> impl IntoView {
    let first = NodeRef::<Input>::new();
    let reason = RwSignal::new(String::new());
    effect(move || {
        if let Some(field) = first.get() {
            drop(field.focus());
        }
    });
    let missing =
        move || reason.with(|reason| reason.trim().is_empty()) || state.by.with(|by| by.trim().is_empty());
    let done = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !untrack(missing) {
            let (reason, by) = (reason.get_untracked(), state.by.get_untracked());
            settle::change(state, Change::Accept { finding, reason, by });
        }
    };
    view! {
        <form on:submit=done>
            <p class="quiet">"It moves to Accepted and no longer counts, as long as its figures stay."</p>
            <label>
                <span>"Reason"</span>
                <input type="text" autocomplete="off" maxlength="500" data-testid="accept-reason" node_ref=first on:input=change(move |event| reason.set(event_target_value(&event)))/>
            </label>
            <label>
                <span>"Name"</span>
                <input type="text" autocomplete="name" maxlength="200" data-testid="accept-by" prop:value=text(move || state.by.get()) on:input=change(move |event| state.by.set(event_target_value(&event)))/>
            </label>
            <button type="submit" class="main" data-testid="accept-done" disabled=flag(missing)>"Accept"</button>
        </form>
    }
}
