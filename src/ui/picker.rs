//! Which statement is open, when a file holds several.

use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::live::{change, click, flag, part, text};
use crate::ui::state::State;
use crate::view::summary::{MOST_LISTED, Summary};

#[component]
pub fn Picker() -> impl IntoView {
    let state = State::here();
    let several = move || state.summary.get().filter(|summary| summary.statements > 1);
    part(move || several().map(|summary| picker(state, summary)).into_any())
}

fn picker(state: State, summary: Summary) -> impl IntoView {
    let count = summary.statements;
    let at = move || state.selection.with(|selection| selection.statement);
    let go = move |statement: u32| {
        if statement < count && statement != at() {
            choose::statement(state, statement);
        }
    };
    let verdict = move || {
        state.opened.with(|opened| {
            opened.as_ref().map(|opened| format!("{} {}", opened.verdict.sign(), opened.headline))
        })
    };
    view! {
        <div class="picker" role="group" aria-label="Statement">
            <button type="button" disabled=flag(move || at() == 0) on:click=click(move || go(at().saturating_sub(1)))>"Previous"</button>
            {choice(summary, at, go)}
            <button type="button" disabled=flag(move || { at() + 1 >= count }) on:click=click(move || go(at() + 1))>"Next"</button>
            <span class="picker-verdict">{text(move || verdict().unwrap_or_default())}</span>
        </div>
    }
}

/// A list to choose from, or a field for the number when there are too many for a list.
fn choice(
    summary: Summary,
    at: impl Fn() -> u32 + Copy + Send + Sync + 'static,
    go: impl Fn(u32) + Copy + Send + Sync + 'static,
) -> AnyView {
    let count = summary.statements;
    let chosen = move |event: leptos::ev::Event| {
        if let Ok(number) = event_target_value(&event).parse::<u32>() {
            go(number.saturating_sub(1));
        }
    };
    let value = move || (at() + 1).to_string();
    if count as usize > MOST_LISTED {
        return view! {
            <label>
                "Statement "
                <input type="number" min="1" max=count prop:value=text(value) on:change=change(chosen)/>
                {format!(" of {count}")}
            </label>
        }
        .into_any();
    }
    let options = (1_u32..).zip(summary.listed).map(|(number, listed)| {
        let told = format!("{number}. {} {}", listed.title, listed.verdict.sign());
        view! { <option value=number.to_string() selected=flag(move || at() + 1 == number)>{told}</option> }
            .into_any()
    });
    view! {
        <select aria-label="Statement" prop:value=text(value) on:change=change(chosen)>{options.collect_view()}</select>
    }
    .into_any()
}
