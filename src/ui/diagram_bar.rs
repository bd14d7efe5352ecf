//! What can be done with the whole diagram: which picture, only what fails, open and close, nearer and farther.

use leptos::prelude::*;

use crate::ui::diagram_board::Board;
use crate::ui::live::{attr, flag, text};
use crate::ui::tag::{Tag, button, tag};
use crate::view::picture::lens::ZOOMS;
use crate::view::picture::scene::{Act, Motif};

/// The pictures, and what they are called.
const MOTIFS: [(Motif, &str); 2] = [(Motif::Hierarchy, "Hierarchy"), (Motif::Tables, "Tables")];

#[component]
pub fn DiagramBar(
    /// What is looked at.
    board: Board,
) -> impl IntoView {
    let state = board.state;
    let shown = move || state.picture.motif.get();
    let of_tables = move || shown() == Motif::Tables;
    let choice = |(motif, word): (Motif, &'static str)| {
        button()
            .attr("aria-pressed", attr(move || Some((shown() == motif).to_string())))
            .click(move || state.picture.motif.set(motif))
            .child(word)
            .into_any()
    };
    let zoom = move || board.lens.with(|lens| lens.zoom);
    tag("div")
        .class("diagram-bar")
        .child(group("Picture").class("motifs").child(MOTIFS.map(choice).collect_view()))
        .child(
            tag("label")
                .attr("hidden", flag(of_tables))
                .child(
                    tag("input")
                        .attr("type", "checkbox")
                        .hook("only-failing")
                        .checked(flag(move || state.picture.scene.with(|scene| scene.failing)))
                        .change(move |event| board.act(Act::Failing(event_target_checked(&event)))),
                )
                .child("Only failing branches"),
        )
        .child(
            tag("div")
                .class("reach")
                .attr("hidden", flag(of_tables))
                .child(button().click(move || board.act(Act::All(true))).child("Open all"))
                .child(button().click(move || board.act(Act::All(false))).child("Close all")),
        )
        .child(
            group("Size")
                .class("zooms")
                .child(
                    button()
                        .attr("aria-label", "Farther")
                        .attr("title", "Farther (−)")
                        .attr("disabled", flag(move || zoom() <= ZOOMS.0))
                        .click(move || board.zoom_step(false))
                        .child("−"),
                )
                .child(
                    button()
                        .attr("title", "True size")
                        .click(move || board.zoom_to(1_000))
                        .child(text(move || format!("{} %", zoom() / 10))),
                )
                .child(
                    button()
                        .attr("aria-label", "Nearer")
                        .attr("title", "Nearer (+)")
                        .attr("disabled", flag(move || zoom() >= ZOOMS.1))
                        .click(move || board.zoom_step(true))
                        .child("+"),
                )
                .child(button().attr("title", "The whole (0)").click(move || board.fit()).child("Fit")),
        )
}

fn group(name: &'static str) -> Tag {
    tag("div").attr("role", "group").attr("aria-label", name)
}
