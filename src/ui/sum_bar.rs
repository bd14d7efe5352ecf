//! The bar at the foot of the views: what the picked lines come to, ready to copy.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::ui::amount::Amount;
use crate::ui::choose;
use crate::ui::live::{part, text};
use crate::ui::picking::{self, TOO_LONG};
use crate::ui::sentence::Name;
use crate::ui::state::State;
use crate::ui::tag::{Tag, button, tag};
use crate::view::pick::{Against, Picked};

/// How long it is said that something was copied.
const WHILE: Duration = Duration::from_secs(2);

#[component]
pub fn SumBar() -> impl IntoView {
    let state = State::here();
    part(move || match state.picked.get() {
        Some(picked) => bar(state, picked).into_any(),
        None if state.picking.get() => hint().into_any(),
        None => ().into_any(),
    })
}

/// What to do, once adding up was switched on and nothing is picked yet.
fn hint() -> Tag {
    tag("div").class("sum-bar").child(
        tag("p")
            .attr("role", "status")
            .child("Click or tap the lines to be added up; once more lets go of one."),
    )
}

fn bar(state: State, picked: Picked) -> impl IntoView {
    let Picked { count, without_amount, sum, against, twice, twice_count, .. } = picked;
    let none = without_amount == count;
    let sum = if none { Err("no amount") } else { sum.ok_or(TOO_LONG) };
    let unread = (without_amount > 0 && !none).then(|| {
        let has = if without_amount == 1 { "has" } else { "have" };
        tag("p")
            .hook("without-amount")
            .child(format!("{} {has} no amount that can be read.", picking::lines(without_amount)))
    });
    tag("div")
        .class("sum-bar")
        .hook("sum-bar")
        .attr("role", "group")
        .attr("aria-label", "Sum of the picked lines")
        .child(
            tag("dl")
                .child(
                    tag("div")
                        .class("count")
                        .child(tag("dt").child("Picked"))
                        .child(tag("dd").hook("picked-count").child(picking::lines(count))),
                )
                .child(figure(state, tag("span").child("Sum").into_any(), "picked-sum", sum))
                .child(against.map(|against| compared(state, count, against))),
        )
        .child(
            button()
                .class("let-go")
                .attr("aria-label", "Let go of the picked lines")
                .attr("title", "Let go of the picked lines (Esc)")
                .hook("let-go")
                .click(move || {
                    state.picking.set(false);
                    picking::clear(state);
                })
                .child("×"),
        )
        .child((twice_count > 0).then(|| counted_twice(twice, twice_count)))
        .child(unread)
}

/// The difference to a total, which can be gone to.
fn compared(state: State, count: u32, against: Against) -> AnyView {
    let Against { line, name, amount, others, difference } = against;
    let beside = (others < count).then(|| {
        let of = if others == 1 { " of the other".to_owned() } else { format!(" of the other {others}") };
        tag("span").class("quiet").child(of)
    });
    let words = tag("span")
        .child("Difference")
        .child(beside)
        .child(" to ")
        .child(
            button()
                .class("link")
                .hook("picked-against")
                .click(move || choose::line(state, line))
                .child(view! { <Name name/> }),
        )
        .into_any();
    let gap = match (amount, difference) {
        (None, _) => Err("it states no amount"),
        (_, gap) => gap.ok_or(TOO_LONG),
    };
    figure(state, words, "picked-difference", gap).into_any()
}

/// A figure with a button that copies its exact digits, or why there is none.
fn figure(state: State, words: AnyView, hook: &'static str, exact: Result<String, &'static str>) -> Tag {
    let digits = exact.clone().ok();
    tag("div").class("figure").child(tag("dt").child(words)).child(match exact {
        Ok(exact) => tag("dd")
            .hook(hook)
            .attr("data-exact", digits)
            .child(view! { <Amount exact=exact.clone()/> })
            .child(copy(state, exact)),
        Err(why) => tag("dd").hook(hook).class("none").child(why),
    })
}

fn copy(state: State, exact: String) -> Tag {
    let told = RwSignal::new("");
    button()
        .class("copy")
        .hook("copy")
        .attr("aria-label", "Copy the exact digits")
        .attr("title", "Copy the exact digits")
        .click(move || {
            let exact = exact.clone();
            leptos::task::spawn_local(async move {
                let done = JsFuture::from(window().navigator().clipboard().write_text(&exact)).await.is_ok();
                let words = if done { "copied" } else { "press Ctrl C" };
                state.said.set(words.to_owned());
                // The bar may be gone by then.
                told.try_set(words);
                set_timeout(
                    move || {
                        told.try_set("");
                    },
                    WHILE,
                );
            });
        })
        .child(text(move || match told.get() {
            "" => "Copy".to_owned(),
            words => words.to_owned(),
        }))
}

fn counted_twice(names: Vec<String>, count: u32) -> Tag {
    let more = count.saturating_sub(u32::try_from(names.len()).unwrap_or(0));
    let several = count > 1;
    let mut told = tag("p").class("twice").hook("counted-twice");
    for (at, name) in names.into_iter().enumerate() {
        told = told.child(if at > 0 { ", " } else { "" }).child(tag("b").child(view! { <Name name/> }));
    }
    let more = (more > 0).then(|| format!(" and {more} more"));
    let them = if several {
        " and lines under them are both counted."
    } else {
        " and lines under it are both counted."
    };
    told.child(more).child(them)
}
