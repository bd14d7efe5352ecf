//! The hierarchy: a tree-table that draws only the rows in sight, however many there are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::ui::acts;
use crate::ui::hierarchy_drag::{self, Drag};
use crate::ui::hierarchy_keys;
use crate::ui::hierarchy_row::HierarchyRow;
use crate::ui::live::{attr, flag};
use crate::ui::state::State;
use crate::ui::tag::{Known, Tag, tag};
use crate::ui::viewport::{Feed, Viewport};
use crate::view::step::Step;
use crate::worker::protocol::Ask;

/// The columns: their classes, their numbers, and what they are called.
const COLUMNS: [(&str, &str, &str); 6] = [
    ("name", "1", "Name"),
    ("account", "2", "Account id"),
    ("figure reported", "3", "Reported"),
    ("figure calculated", "4", "Calculated"),
    ("figure gap", "5", "Difference"),
    ("mark", "6", "Mark"),
];

fn head(class: &'static str, at: &'static str, word: &'static str) -> Tag {
    tag("div").class(class).attr("role", "columnheader").attr("aria-colindex", at).child(word)
}

#[component]
pub fn Hierarchy() -> impl IntoView {
    let state = State::here();
    let grid = Known::new();
    let feed = Feed {
        window: |state| {
            state.rows.with(|rows| (rows.from, u32::try_from(rows.rows.len()).unwrap_or(0), rows.total))
        },
        ask: |state, from, count| acts::ask(state, &Ask::Tree { step: Step::Look, from, count }),
        asked: state.rows_asked,
        cursor: state.cursor,
        show: state.show,
    };
    let viewport = Viewport::new(state, feed, grid);
    let typed = hierarchy_keys::Typed::new();
    let drag = Drag::new();
    let pick = move |event: leptos::ev::MouseEvent| {
        let Some(number) = hierarchy_drag::row_at(&event).filter(|_| !drag.ends_with_click()) else { return };
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let twist = element.is_some_and(|element| element.closest(".twist").ok().flatten().is_some());
        hierarchy_keys::click(state, number, twist, &event);
    };
    tag("div")
        .class("grid")
        .class_if("swept", flag(move || drag.is_on()))
        .attr("role", "treegrid")
        .attr("aria-multiselectable", "true")
        .attr("tabindex", attr(move || Some(if viewport.has_cursor() { "-1" } else { "0" }.to_owned())))
        .attr("aria-labelledby", "view-hierarchy")
        .attr(
            "aria-rowcount",
            attr(move || Some(state.rows.with(|rows| rows.total.saturating_add(1)).to_string())),
        )
        .attr("aria-colcount", "6")
        .node_ref(grid)
        .on("keydown", move |event| hierarchy_keys::key(state, viewport, typed, &event))
        .on("scroll", move |_: web_sys::Event| viewport.scrolled())
        .on("wheel", move |event| viewport.wheeled(&event))
        .on("mousedown", move |event| drag.begin(&event))
        .on("mousemove", move |event| drag.go_on(state, &event))
        .on("mouseup", move |_: web_sys::Event| drag.end(state))
        .on("click", pick)
        .child(
            tag("div").class("grid-head").attr("role", "rowgroup").child(
                tag("div")
                    .class("row")
                    .attr("role", "row")
                    .attr("aria-rowindex", "1")
                    .child(COLUMNS.map(|(class, at, word)| head(class, at, word).into_any()).collect_view()),
            ),
        )
        .child(viewport.track_of(|viewport, at| view! { <HierarchyRow viewport at/> }.into_any()))
}
