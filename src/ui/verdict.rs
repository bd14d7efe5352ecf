//! The verdict strip: what is read before anything else.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::downloads::Downloads;
use crate::ui::figures::Figures;
use crate::ui::live::{attr, flag, give_focus_later, text};
use crate::ui::picker::Picker;
use crate::ui::print;
use crate::ui::read_as::ReadAs;
use crate::ui::search::Search;
use crate::ui::sentence::size;
use crate::ui::settings;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
use crate::view::mark::Mark;
use crate::view::summary::Summary;

/// Brings the reader to the verdict, wherever the keys were before.
pub fn bring_here() {
    give_focus_later("#verdict-title");
}

#[component]
pub fn VerdictStrip() -> impl IntoView {
    let state = State::here();
    bring_here();
    let mark = move || state.summary.with(|summary| summary.as_ref().map(|summary| summary.verdict));
    let told = move |of: fn(&Summary) -> String| {
        state.summary.with(|summary| summary.as_ref().map(of).unwrap_or_default())
    };
    tag("div")
        .class("verdict")
        .hook("verdict")
        .class_if("qualified", flag(move || told(|summary| summary.headline.clone()).contains(", but for ")))
        .attr("data-verdict", attr(move || mark().map(|mark| mark.name().to_owned())))
        .child(
            tag("p")
                .class("file")
                .child(
                    tag("bdi")
                        .class("file-name")
                        .child(text(move || told(|summary| summary.file_name.clone()))),
                )
                .child(text(move || {
                    told(|summary| format!(" · {}{}", size(summary.bytes), summary.length()))
                })),
        )
        .child(
            tag("h1")
                .attr("tabindex", "-1")
                .attr("id", "verdict-title")
                .child(
                    tag("span")
                        .class("sign")
                        .attr("aria-hidden", "true")
                        .child(text(move || mark().map(Mark::sign).unwrap_or_default().to_owned())),
                )
                .child(" ")
                .child(text(move || told(|summary| summary.headline.clone()))),
        )
        .child(
            tag("p")
                .class("tally")
                .child(text(move || told(Summary::tally)))
                .child(
                    tag("span").class("checked").hook("checked").child(text(move || told(Summary::checked))),
                )
                .child(tag("span").class("checked").child(text(move || changed(state))))
                .child(
                    tag("span")
                        .class("checked stale-words")
                        .hook("stale")
                        .child(text(move || told(Summary::outdated))),
                ),
        )
        .child(view! { <ReadAs/> })
        .child(view! { <Picker/> })
        .child(view! { <Figures/> })
        .child(
            tag("div")
                .class("take-away")
                .child(view! { <Downloads/> })
                .child(button().hook("print").click(print::print).child("Print"))
                .child(button().class("new").click(move || acts::anew(state)).child("New")),
        )
        .child(view! { <Search/> })
}

/// That the reader's settings are not the usual ones, which every verdict depends on.
fn changed(state: State) -> String {
    match settings::told(state, |sheet| sheet.changed) {
        0 => String::new(),
        1 => "One setting is changed".to_owned(),
        many => format!("{many} settings are changed"),
    }
}
