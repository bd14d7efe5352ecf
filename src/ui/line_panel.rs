//! Everything about the chosen line.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::choose;
use crate::ui::live::part;
use crate::ui::notes::{FoundNote, Notes};
use crate::ui::sentence::{Name, Sentence};
use crate::ui::source_acts;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
use crate::view::panel::{Comparison, Panel, PathStep};

#[component]
pub fn LinePanel() -> impl IntoView {
    let state = State::here();
    part(move || match state.panel.get() {
        Some(panel) => draw(state, panel).into_any(),
        None => view! { <FoundNote/> }.into_any(),
    })
}

fn draw(state: State, panel: Panel) -> impl IntoView {
    let Panel { mut path, pointer, line, account_id, reported, readable, items, check, notes, .. } = panel;
    let place = format!("line {}, column {}", panel.source_line, panel.source_column);
    let name = path.pop().map(|own| own.name).unwrap_or_default();
    let kind = match (path.is_empty(), items) {
        (true, _) => "section",
        (false, 0) => "account",
        (false, _) => "group",
    };
    let under = match items {
        0 => kind.to_owned(),
        1 => format!("{kind}, 1 item"),
        many => format!("{kind}, {many} items"),
    };
    vec![
        trail(state, path).into_any(),
        tag("h2")
            .attr("id", "line-title")
            .attr("tabindex", "-1")
            .attr("title", name.clone())
            .child(view! { <Name name/> })
            .into_any(),
        tag("dl")
            .class("facts")
            .child(
                tag("div")
                    .child(tag("dt").child("Reported"))
                    .child(tag("dd").child(reported_amount(reported, readable))),
            )
            .child(check.map(comparison))
            .into_any(),
        view! { <Notes notes/> }.into_any(),
        tag("dl")
            .class("facts origin")
            .child((!account_id.is_empty()).then(|| {
                tag("div")
                    .child(tag("dt").child("Account id"))
                    .child(tag("dd").child(tag("bdi").child(account_id)))
            }))
            .child(tag("div").child(tag("dt").child("Kind")).child(tag("dd").child(under)))
            .child(
                tag("div").child(tag("dt").child("Source")).child(
                    tag("dd").child(
                        button()
                            .class("link")
                            .hook("to-source")
                            .click(move || source_acts::open_at(state, None, Some(line)))
                            .child(place),
                    ),
                ),
            )
            .child(
                tag("div")
                    .child(tag("dt").child("Pointer"))
                    .child(tag("dd").child(tag("code").child(pointer))),
            )
            .into_any(),
    ]
}

fn trail(state: State, path: Vec<PathStep>) -> impl IntoView {
    let step = move |PathStep { line, name }: PathStep| {
        tag("li").child(
            button().class("link").click(move || choose::line(state, line)).child(view! { <Name name/> }),
        )
    };
    (!path.is_empty()).then(|| {
        tag("ol")
            .class("trail")
            .attr("aria-label", "Above this line")
            .child(path.into_iter().map(step).collect_view())
    })
}

fn reported_amount(reported: String, readable: bool) -> AnyView {
    if readable {
        view! { <Amount exact=reported/> }.into_any()
    } else if reported.is_empty() {
        "none".into_any()
    } else {
        tag("code").child(tag("bdi").child(reported)).into_any()
    }
}

fn comparison(check: Comparison) -> impl IntoView {
    let Comparison { calculated, difference, tolerance, mark, obstacle, aside } = check;
    let amounts = [("Calculated", calculated), ("Difference", difference), ("Tolerance", tolerance)];
    let row = |(word, amount): (&'static str, Option<String>)| {
        amount.map(|exact| {
            tag("div")
                .class(word.to_ascii_lowercase())
                .child(tag("dt").child(word))
                .child(tag("dd").child(view! { <Amount exact/> }))
        })
    };
    vec![
        amounts.map(row).collect_view().into_any(),
        tag("div")
            .class(format!("outcome {}", mark.name()))
            .child(tag("dt").child("Total"))
            .child(
                tag("dd")
                    .child(tag("span").class("sign").attr("aria-hidden", "true").child(mark.sign()))
                    .child(" ")
                    .child(mark.word())
                    .child((!aside.is_empty()).then(|| format!(", {aside}")))
                    .child(
                        obstacle.map(|why| vec![": ".into_any(), view! { <Sentence text=why/> }.into_any()]),
                    ),
            )
            .into_any(),
    ]
}
