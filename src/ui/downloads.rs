//! What can be taken away.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::live::{flag, part};
use crate::ui::sentence::size;
use crate::ui::state::State;
use crate::ui::tag::{Tag, button, tag};
use crate::worker::protocol::Wanted;

const CHOICES: [(Wanted, &str, &str, &str); 3] = [
    (Wanted::CsvCompact, "download-csv-compact", "CSV", "Six columns, one row a line"),
    (
        Wanted::CsvFull,
        "download-csv-full",
        "CSV, all columns",
        "Eighteen columns, with keys, paths and checks",
    ),
    (Wanted::ReportJson, "download-report", "Report (JSON)", "report.json: verdict, checks and findings"),
];

#[component]
pub fn Downloads() -> impl IntoView {
    let state = State::here();
    let no_lines = move || state.opened.with(Option::is_none);
    tag("div")
        .class("downloads")
        .attr("role", "group")
        .attr("aria-labelledby", "downloads-title")
        .child(tag("span").attr("id", "downloads-title").child("Download"))
        .child(
            CHOICES
                .map(|(format, hook, word, more)| {
                    let table = format != Wanted::ReportJson;
                    button()
                        .attr("data-testid", hook)
                        .attr("title", more)
                        .attr("disabled", flag(move || table && no_lines()))
                        .click(move || acts::download(state, format))
                        .child(word)
                        .into_any()
                })
                .collect_view(),
        )
        .child(part(move || state.making.get().map(|(read, of)| making(state, read, of)).into_any()))
}

/// How far the making of a large file is, and a way to give it up.
fn making(state: State, read: u64, of: u64) -> Tag {
    tag("span")
        .class("making")
        .attr("role", "group")
        .attr("aria-label", "Making the file")
        .child(
            tag("progress")
                .attr("max", of.max(1).to_string())
                .attr("value", read.to_string())
                .attr("aria-label", "Bytes read"),
        )
        .child(format!("{} of {}", size(read), size(of)))
        .child(button().hook("stop-making").click(move || acts::stop_making(state)).child("Stop"))
}
