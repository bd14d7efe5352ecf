//! The equation of the open statement, set like a short account.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::{flag, part};
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::ui::tag::tag;
use crate::view::summary::{Opened, Remainder, SectionFigure};

#[component]
pub fn Figures() -> impl IntoView {
    let state = State::here();
    // A statement without an equation has no account either.
    let opened = move || state.opened.get().filter(|opened| !opened.sections.is_empty());
    part(move || opened().map(|opened| account(state, opened)).into_any())
}

fn account(state: State, opened: Opened) -> impl IntoView {
    let Opened { title, sections, difference, sentence, equation, residual, .. } = opened;
    let exact = difference.clone();
    // The verdict above is that of all.
    let several =
        state.summary.with_untracked(|summary| summary.as_ref().is_some_and(|one| one.statements > 1));
    tag("dl")
        .class("figures")
        .attr("data-equation", equation.name())
        .child(several.then(|| {
            tag("div")
                .class("whose")
                .child(tag("dt").child("Statement"))
                .child(tag("dd").hook("whose").attr("title", title.clone()).child(tag("bdi").child(title)))
        }))
        .child(
            sections
                .into_iter()
                .map(|SectionFigure { name, amount, summed }| {
                    let summed = summed && amount.is_some();
                    tag("div")
                        .child(tag("dt").child(name))
                        .child(tag("dd").child(shown(amount)))
                        .child(
                            summed
                                .then(|| tag("dd").class("meaning").child("added up, as no total is stated")),
                        )
                        .into_any()
                })
                .collect_view(),
        )
        .child(
            tag("div")
                .class("difference")
                .child(tag("dt").child("Difference"))
                .child(
                    tag("dd")
                        .hook("difference")
                        .attr("data-exact", exact)
                        .class_if("hit", flag(move || state.found.with(|found| found.difference)))
                        .child(shown(difference)),
                )
                .child(tag("dd").class("meaning").child(view! { <Sentence text=sentence/> })),
        )
        .child(residual.map(|residual| remainder(state, residual)))
}

fn remainder(state: State, residual: Remainder) -> impl IntoView {
    let exact = residual.amount.clone();
    tag("div")
        .class("residual")
        .child(tag("dt").child("Remaining"))
        .child(
            tag("dd")
                .hook("residual")
                .attr("data-exact", exact)
                .class_if("hit", flag(move || state.found.with(|found| found.residual)))
                .child(view! { <Amount exact=residual.amount/> }),
        )
        .child(tag("dd").class("meaning").child(view! { <Sentence text=residual.sentence/> }))
}

fn shown(amount: Option<String>) -> AnyView {
    match amount {
        Some(exact) => view! { <Amount exact/> }.into_any(),
        None => tag("span").class("amount none").child("not stated").into_any(),
    }
}
