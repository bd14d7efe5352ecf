//! Which findings are shown: by severity and by rule.

use leptos::prelude::*;

use crate::ui::live::{change, flag, part, text};
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
            let told = format!("{code} {name}");
            view! { <option value=code>{told}</option> }.into_any()
        };
        rules.into_iter().map(option).collect_view().into_any()
    };
    view! {
        <div class="filter" hidden=flag(move || state.groups.with(Vec::is_empty))>
            <div class="weights" role="group" aria-label="Severity">
                {CHOICES.map(|(weight, word)| view! { <WeightBox weight word/> }.into_any()).collect_view()}
            </div>
            <select
                aria-label="Rule"
                prop:value=text(move || state.filter.with(|filter| filter.rule.clone().unwrap_or_default()))
                on:change=change(choose_rule)
            >
                <option value="">"All rules"</option>
                {part(rules)}
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
            groups
                .iter()
                .filter(|group| group.weight == weight && !group.accepted)
                .map(|group| group.count)
                .sum::<u64>()
        })
    };
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=flag(move || state.filter.with(|filter| !filter.hidden.contains(&weight)))
                disabled=flag(move || count() == 0)
                on:change=change(move |event| {
                    state.filter.update(|filter| filter.show(weight, event_target_checked(&event)));
                })
            />
            {word}
            " "
            <span class="count">{text(move || count().to_string())}</span>
        </label>
    }
}
