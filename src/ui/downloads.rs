//! What can be taken away, in a menu.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, Node};

use crate::ui::acts;
use crate::ui::live::{flag, part};
use crate::ui::pictures;
use crate::ui::sentence::size;
use crate::ui::shortcuts;
use crate::ui::state::State;
use crate::ui::tag::{Known, Tag, button, tag};
use crate::ui::writing;
use crate::view::shortcuts::{Act, Place};
use crate::worker::protocol::{Wanted, Written};

const CHOICES: [(Wanted, &str, &str, &str); 4] = [
    (Wanted::ReportHtml, "download-report-html", "Report (HTML)", "One file to read, print and pass on"),
    (Wanted::ReportJson, "download-report", "Report (JSON)", "report.json: verdict, checks and findings"),
    (
        Wanted::CsvCompact,
        "download-csv-compact",
        "CSV",
        "Six columns, one row a line; neither entity nor date",
    ),
    (
        Wanted::CsvFull,
        "download-csv-full",
        "CSV, all columns",
        "Eighteen columns, with keys, paths and checks",
    ),
];

/// What only the writers make.
const WRITTEN: [(Written, &str, &str, &str); 5] = [
    (
        Written::Xlsx,
        "download-xlsx",
        "Workbook (Excel)",
        "Live totals beside the reported ones, faults painted",
    ),
    (Written::Parquet, "download-parquet", "Tables (Parquet)", "Every table, decimals as decimals"),
    (Written::Tables, "download-tables", "Tables (CSV)", "Every table, with a catalogue of their columns"),
    (Written::Ndjson, "download-ndjson", "Lines (NDJSON)", "An object a line, for programs"),
    (Written::Dbt, "download-dbt", "dbt project", "Models and the same tests, for a warehouse"),
];

#[component]
pub fn Downloads() -> impl IntoView {
    let state = State::here();
    let menu = Known::new();
    // A large file that is no balance sheet has but the one report, which outlived its worker.
    let kept = move || state.kept.with(Option::is_some);
    let no_lines = move || state.opened.with(Option::is_none);
    let absent = move |format: Wanted| match format {
        Wanted::ReportJson => false,
        Wanted::ReportHtml => kept(),
        _ => no_lines(),
    };
    vec![
        tag("details")
            .class("menu")
            .hook("download-menu")
            .node_ref(menu)
            .on("focusout", move |event: FocusEvent| {
                let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
                let within =
                    menu.get_untracked().is_some_and(|menu| to.is_some_and(|to| menu.contains(Some(&to))));
                if !within {
                    close(menu, false);
                }
            })
            .on("keydown", move |event: KeyboardEvent| {
                if shortcuts::of(Place::Menu, &event) == Some(Act::Close) {
                    close(menu, true);
                }
            })
            .child(tag("summary").child("Download"))
            .child(
                tag("div")
                    .class("menu-list")
                    .attr("role", "group")
                    .attr("aria-label", "Download")
                    // A press keeps the keys where they are, for the menu closes when they leave it.
                    .on("mousedown", |event: Event| event.prevent_default())
                    .child(
                        CHOICES
                            .map(|(format, hook, word, more)| {
                                choice(
                                    (hook, word, more),
                                    move || absent(format),
                                    move || {
                                        close(menu, true);
                                        acts::download(state, format);
                                    },
                                )
                            })
                            .collect_view(),
                    )
                    .child(
                        group("tables-title", "Warehouse and spreadsheet").child(
                            WRITTEN
                                .map(|(format, hook, word, more)| {
                                    choice((hook, word, more), no_lines, move || {
                                        close(menu, true);
                                        writing::begin(state, format);
                                    })
                                })
                                .collect_view(),
                        ),
                    )
                    .child(pictures::choices(state, move || close(menu, true))),
            )
            .into_any(),
        part(move || state.making.get().map(|(read, of)| making(state, read, of)).into_any()).into_any(),
    ]
}

/// A part of the menu under a word of its own.
pub fn group(id: &'static str, title: &'static str) -> Tag {
    tag("div")
        .class("menu-group")
        .attr("role", "group")
        .attr("aria-labelledby", id)
        .child(tag("span").attr("id", id).child(title))
}

/// Something that can be taken away: what tests know it by, its name, and what it is.
pub fn choice(
    (hook, word, more): (&'static str, &'static str, &'static str),
    absent: impl FnMut() -> bool + Send + 'static,
    take: impl FnMut() + 'static,
) -> AnyView {
    button()
        .hook(hook)
        .attr("disabled", flag(absent))
        .click(take)
        .child(word)
        .child(tag("span").class("more").child(more))
        .into_any()
}

/// Closes the menu; the keys go back to its word if they were in it.
fn close(menu: Known, keys: bool) {
    let Some(menu) = menu.get_untracked().filter(|menu| menu.has_attribute("open")) else { return };
    drop(menu.remove_attribute("open"));
    let word = menu.query_selector("summary").ok().flatten();
    if let Some(word) = word.filter(|_| keys).and_then(|word| word.dyn_into::<HtmlElement>().ok()) {
        drop(word.focus());
    }
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
