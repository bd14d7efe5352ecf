//! Which findings are shown: by severity and by rule.

use leptos::prelude::*;

use crate::ui::state::State;
use crate::view::filter;
use crate::view::mark::Weight;

const CHOICES: [Option<Weight>; 4] = [None, Some(Weight::Error), Some(Weight::Warning), Some(Weight::Info)];

#[component]
pub fn FindingFilter() -> impl IntoView {
    let state = State::here();
    let choose_rule = move |event: leptos::ev::Event| {
        let code = event_target_value(&event);
        state.filter.update(|filter| filter.rule = Some(code).filter(|code| !code.is_empty()));
    };
    let rules = move || {
        let rules = state.groups.with(|groups| filter::rules(groups));
        let option = |(code, name): (String, String)| {
            let text = format!("{code} {name}");
            view! { <option value=code>{text}</option> }
        };
        rules.into_iter().map(option).collect_view()
    };
    view! {
        <div class="filter">
            <div class="weights" role="group" aria-label="Severity">
                {CHOICES.map(|weight| view! { <WeightButton weight/> }).collect_view()}
            </div>
            <select
                aria-label="Rule"
                prop:value=move || state.filter.with(|filter| filter.rule.clone().unwrap_or_default())
                on:change=choose_rule
            >
                <option value="">"All rules"</option>
                {rules}
            </select>
        </div>
    }
}

#[component]
fn WeightButton(
    /// The severity it shows; none shows all.
    weight: Option<Weight>,
) -> impl IntoView {
    let state = State::here();
    let count = move || {
        state.groups.with(|groups| {
            let counted = groups.iter().filter(|group| weight.is_none_or(|weight| weight == group.weight));
            counted.map(|group| group.count).sum::<u64>()
        })
    };
    let word = match weight {
        None => "All",
        Some(Weight::Error) => "Errors",
        Some(Weight::Warning) => "Warnings",
        Some(Weight::Info) => "Notes",
    };
    view! {
        <button
            type="button"
            aria-pressed=move || (state.filter.with(|filter| filter.weight == weight)).to_string()
            disabled=move || weight.is_some() && count() == 0
            on:click=move |_| state.filter.update(|filter| filter.weight = weight)
        >
            {word}
            " "
            <span class="count">{count}</span>
        </button>
    }
}
