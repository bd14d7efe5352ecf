//! Which statement is open, when a file holds several.

use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::live::{flag, part, text};
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
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
    tag("div")
        .class("picker")
        .attr("role", "group")
        .attr("aria-label", "Statement")
        .child(
            button()
                .attr("disabled", flag(move || at() == 0))
                .click(move || go(at().saturating_sub(1)))
                .child("Previous"),
        )
        .child(choice(summary, at, go))
        .child(
            button()
                .attr("disabled", flag(move || at() + 1 >= count))
                .click(move || go(at() + 1))
                .child("Next"),
        )
        .child(tag("span").class("picker-verdict").child(text(move || verdict().unwrap_or_default())))
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
        return tag("label")
            .child("Statement ")
            .child(
                tag("input")
                    .attr("type", "number")
                    .attr("min", "1")
                    .attr("max", count)
                    .value(text(value))
                    .change(chosen),
            )
            .child(format!(" of {count}"))
            .into_any();
    }
    let options = (1_u32..).zip(summary.listed).map(|(number, listed)| {
        let told = format!("{number}. {} {}", listed.title, listed.verdict.sign());
        tag("option")
            .attr("value", number.to_string())
            .attr("selected", flag(move || at() + 1 == number))
            .child(told)
            .into_any()
    });
    tag("select")
        .attr("aria-label", "Statement")
        .value(text(value))
        .change(chosen)
        .child(options.collect_view())
        .into_any()
}
