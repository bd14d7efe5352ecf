//! Which findings are shown: by severity and by rule.

use leptos::prelude::*;

use crate::ui::live::{flag, part, text};
use crate::ui::state::State;
use crate::ui::tag::tag;
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
            tag("option").attr("value", code).child(told).into_any()
        };
        rules.into_iter().map(option).collect_view().into_any()
    };
    tag("div")
        .class("filter")
        .attr("hidden", flag(move || state.groups.with(Vec::is_empty)))
        .child(tag("div").class("weights").attr("role", "group").attr("aria-label", "Severity").child(
            CHOICES.map(|(weight, word)| view! { <WeightBox weight word/> }.into_any()).collect_view(),
        ))
        .child(
            tag("select")
                .attr("aria-label", "Rule")
                .value(text(move || state.filter.with(|filter| filter.rule.clone().unwrap_or_default())))
                .change(choose_rule)
                .child(tag("option").attr("value", "").child("All rules"))
                .child(part(rules)),
        )
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
    tag("label")
        .child(
            tag("input")
                .attr("type", "checkbox")
                .checked(flag(move || state.filter.with(|filter| !filter.hidden.contains(&weight))))
                .attr("disabled", flag(move || count() == 0))
                .change(move |event| {
                    state.filter.update(|filter| filter.show(weight, event_target_checked(&event)));
                }),
        )
        .child(word)
        .child(" ")
        .child(tag("span").class("count").child(text(move || count().to_string())))
}
