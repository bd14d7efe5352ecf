//! The equation of the open statement, set like a short account.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::{flag, part};
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::ui::tag::tag;
use crate::view::summary::{Opened, Remainder};

#[component]
pub fn Figures() -> impl IntoView {
    let state = State::here();
    part(move || state.opened.get().map(|opened| account(state, opened)).into_any())
}

fn account(state: State, opened: Opened) -> impl IntoView {
    let Opened { assets, liabilities, equity, difference, sentence, equation, residual, .. } = opened;
    let sections = [("Assets", assets), ("Liabilities", liabilities), ("Equity", equity)];
    let exact = difference.clone();
    tag("dl")
        .class("figures")
        .attr("data-equation", equation.name())
        .child(
            sections
                .map(|(word, amount)| {
                    tag("div").child(tag("dt").child(word)).child(tag("dd").child(shown(amount))).into_any()
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
