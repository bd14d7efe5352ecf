//! Which findings are shown: by severity and by rule.

use leptos::prelude::*;

use crate::ui::state::State;
use crate::view::filter;
use crate::view::mark::Weight;

const CHOICES: [(Weight, &str); 3] =
    [(Weight::Error, "Errors"), (Weight::Warning, "Warnings"), (Weight::Info, "Notes")];

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
                {CHOICES.map(|(weight, word)| view! { <WeightBox weight word/> }).collect_view()}
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
fn WeightBox(
    /// The severity it shows or hides.
    weight: Weight,
    /// The word for it.
    word: &'static str,
) -> impl IntoView {
    let state = State::here();
    let count = move || {
        state.groups.with(|groups| {
            groups.iter().filter(|group| group.weight == weight).map(|group| group.count).sum::<u64>()
        })
    };
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || state.filter.with(|filter| !filter.hidden.contains(&weight))
                disabled=move || count() == 0
                on:change=move |event| {
                    state.filter.update(|filter| filter.show(weight, event_target_checked(&event)));
                }
            />
            {word}
            " "
            <span class="count">{count}</span>
        </label>
    }
}
