//! The findings that were accepted, with reason and name, and whether they still stand for anything.

use leptos::prelude::*;

use crate::ui::live::{click, part};
use crate::ui::sentence::Sentence;
use crate::ui::settings::told;
use crate::ui::settle;
use crate::ui::state::State;
use crate::view::change::Change;
use crate::view::settings_sheet::Accepted;

#[component]
pub fn Waivers() -> impl IntoView {
    let state = State::here();
    let list = move || {
        let waivers = told(state, |sheet| sheet.waivers.clone());
        if waivers.is_empty() {
            return view! { <p class="quiet">"None. A finding is accepted where it is shown, with a reason and a name."</p> }.into_any();
        }
        let rows = waivers.into_iter().map(|waiver| row(state, waiver)).collect_view();
        view! {
            <p class="quiet">"They are kept in the file you save, not in this browser, because they speak of what was checked."</p>
            <ul>{rows}</ul>
        }
        .into_any()
    };
    view! {
        <fieldset class="waivers">
            <legend>"Accepted findings"</legend>
            {part(list)}
        </fieldset>
    }
}

fn row(state: State, accepted: Accepted) -> AnyView {
    let gone = accepted.applies == Some(false);
    let Accepted { waiver, rule, about, .. } = accepted.clone();
    let code = rule.clone();
    view! {
        <li data-testid="waiver" data-code=code class:stale=gone>
            <p><b class="code">{rule}</b> " " <Sentence text=about alone=true/></p>
            {said(accepted)}
            {gone.then(|| view! { <p class="stale-words">"The open file has no such finding any more: the figures changed, or it is another file."</p> })}
            <button type="button" on:click=click(move || settle::change(state, Change::Withdraw { waiver }))>"Withdraw"</button>
        </li>
    }
    .into_any()
}

/// Who accepted and why. Both are shown as text, whatever they hold.
pub fn said(accepted: Accepted) -> impl IntoView {
    let Accepted { reason, by, .. } = accepted;
    view! { <span class="accepted-words">"Accepted by " <bdi>{by}</bdi> ": " <bdi>{reason}</bdi></span> }
}
