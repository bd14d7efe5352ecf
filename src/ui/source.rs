//! The text of the file, row by row, in step with what is chosen; only rows in sight are drawn.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::ui::live::{attr, effect, flag, text};
use crate::ui::shortcuts;
use crate::ui::source_acts;
use crate::ui::source_find;
use crate::ui::source_row::SourceLine;
use crate::ui::state::{Look, State};
use crate::ui::tag::{Known, Tag, tag};
use crate::ui::viewport::{Feed, Viewport};
use crate::view::shortcuts::{Act, Place};
use crate::view::source::sent::SourceAsk;

#[component]
pub fn Source() -> impl IntoView {
    let state = State::here();
    effect(move || {
        let selection = state.selection.get();
        if state.look.get() == Look::Source {
            source_acts::follow(state, selection);
        }
    });
    let failed = move || state.source.failed.with(Option::is_some);
    vec![
        head(state).into_any(),
        tag("p")
            .class("empty source-failed")
            .attr("role", "status")
            .hook("source-failed")
            .attr("hidden", flag(move || !failed()))
            .child(text(move || why(state)))
            .into_any(),
        grid(state, failed).into_any(),
    ]
}

fn head(state: State) -> Tag {
    let name = move || state.source.rows.with(|rows| rows.name.clone());
    tag("div")
        .class("outcomes source-head")
        .child(
            tag("bdi")
                .class("source-name")
                .hook("source-file")
                .attr("hidden", flag(move || name().is_empty()))
                .child(text(name)),
        )
        .child(source_find::field(state))
        .child(
            tag("span").class("source-counting").hook("source-counting").child(text(move || counting(state))),
        )
}

fn grid(state: State, failed: impl Fn() -> bool + Copy + Send + Sync + 'static) -> Tag {
    let grid = Known::new();
    let source = state.source;
    let feed = Feed {
        window: |state| {
            state
                .source
                .rows
                .with(|rows| (rows.from, u32::try_from(rows.rows.len()).unwrap_or(0), rows.total))
        },
        ask: |state, from, count| source_acts::ask(state, SourceAsk::Rows { from, count }),
        asked: source.asked,
        cursor: source.cursor,
        show: source.show,
    };
    let viewport = Viewport::new(state, feed, grid);
    let widest = move || source.rows.with(|rows| rows.widest).to_string();
    let digits = move || source.rows.with(|rows| rows.lines.max(1).ilog10() + 1).to_string();
    let count = move || {
        source.rows.with(|rows| {
            // What is not counted has no number yet.
            if rows.counted { rows.total.saturating_add(1).to_string() } else { "-1".to_owned() }
        })
    };
    tag("div")
        .class("grid source")
        .attr("role", "grid")
        .attr("tabindex", attr(move || Some(if viewport.has_cursor() { "-1" } else { "0" }.to_owned())))
        .attr("aria-labelledby", "view-source")
        .attr("aria-rowcount", attr(move || Some(count())))
        .attr("hidden", flag(failed))
        .style("--widest", text(widest))
        .style("--line-digits", text(digits))
        .node_ref(grid)
        .on("keydown", move |event| key(state, viewport, &event))
        .on("scroll", move |_: web_sys::Event| viewport.scrolled())
        .on("wheel", move |event| viewport.wheeled(&event))
        .on("click", move |event| click(state, &event))
        .child(
            tag("div").class("grid-head").attr("role", "rowgroup").child(
                tag("div")
                    .class("row")
                    .attr("role", "row")
                    .attr("aria-rowindex", "1")
                    .child(tag("div").class("number").attr("role", "columnheader").child("Line"))
                    .child(
                        tag("div")
                            .class("gutter")
                            .attr("role", "columnheader")
                            .child(tag("span").class("unseen").child("Findings")),
                    )
                    .child(tag("div").class("source-text").attr("role", "columnheader").child("Text")),
            ),
        )
        .child(viewport.track_of(|viewport, at| view! { <SourceLine viewport at/> }.into_any()))
}

/// How far the counting of the rows is.
fn counting(state: State) -> String {
    match state.source.counting.get() {
        Some((read, of)) => {
            format!(
                "Counting the lines, {} %",
                read.saturating_mul(100).checked_div(of).unwrap_or(0).min(100)
            )
        }
        None => String::new(),
    }
}

fn why(state: State) -> String {
    let reason = state.source.failed.get().unwrap_or_default();
    let reason = reason.trim_end_matches('.');
    format!(
        "The text cannot be shown ({reason}). The file may have been changed, moved or deleted since it was checked: \
         what is said about it is said about what it was. Drop it again to check what it is now."
    )
}

fn click(state: State, event: &MouseEvent) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let number = |selector: &str, name: &str| {
        element.closest(selector).ok().flatten()?.get_attribute(name)?.parse::<u32>().ok()
    };
    let Some(row) = number("[data-row]", "data-row") else { return };
    if element.closest("button").ok().flatten().is_some() {
        source_acts::choose_note(state, row);
    } else {
        source_acts::choose_at(state, row, number("[data-at]", "data-at"));
    }
}

fn key(state: State, viewport: Viewport, event: &KeyboardEvent) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_button = element.is_some_and(|element| element.tag_name() == "BUTTON");
    let last = state.source.rows.with_untracked(|rows| rows.total.saturating_sub(1));
    let at = state.source.cursor.get_untracked();
    let page = viewport.page().saturating_sub(1).max(1);
    let to = match shortcuts::of(Place::Source, event) {
        Some(Act::Down) => at.saturating_add(1),
        Some(Act::Up) => at.saturating_sub(1),
        Some(Act::PageDown) => at.saturating_add(page),
        Some(Act::PageUp) => at.saturating_sub(page),
        Some(Act::First) => 0,
        Some(Act::Last) => last,
        Some(Act::Enter) if !in_button => {
            event.prevent_default();
            return source_acts::choose_at(state, at, None);
        }
        _ => return,
    };
    event.prevent_default();
    viewport.hold();
    state.source.cursor.set(to.min(last));
    state.source.show.set(Some(to.min(last)));
}
