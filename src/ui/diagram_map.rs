//! A small map of the whole picture, where that does not fit: what fails in it, and which part is in sight.

use std::fmt::Write;

use leptos::ev::{MouseEvent, WheelEvent};
use leptos::prelude::*;

use crate::ui::diagram_board::Board;
use crate::ui::diagram_pointer::offset;
use crate::ui::live::{flag, part, text};
use crate::ui::tag::{Known, tag};
use crate::view::picture::lens::{Lens, scaled};
use crate::view::picture::measure::{HEADER, ROW};
use crate::view::picture::scene::Area;

/// How wide the map is, and between which heights.
const WIDE: u32 = 128;
const HIGH: (u32, u32) = (40, 112);
/// How much around it is kept free, in pixels.
const AROUND: u32 = 24;

#[component]
pub fn DiagramMap(
    /// What is looked at.
    board: Board,
) -> impl IntoView {
    let map = Known::new();
    let picture = board.state.picture;
    let whole = Memo::new(move |_| picture.scene.with(|scene| (scene.drawing.width, scene.drawing.height)));
    let fits = move || {
        let ((width, height), lens) = (whole.get(), board.lens.get());
        let on_screen = (scaled(width, lens.zoom, 1_000), scaled(height, lens.zoom, 1_000));
        on_screen.0 <= lens.seen.0 && on_screen.1 <= lens.seen.1
    };
    // It stands on the right, unless what the reader is at would be under it.
    let covers = move || {
        let (at, lens) = (picture.at.get(), board.lens.get());
        picture.scene.with(|scene| {
            let card = scene.drawing.cards.iter().find(|card| card.id == at.card);
            card.is_some_and(|card| {
                let row = at.row().map_or(0, |row| HEADER + row * ROW).min(card.height);
                let corner = (card.x + card.width, card.y + row + ROW);
                let on_screen =
                    |to: u32, scrolled: u32| scaled(to, lens.zoom, 1_000).saturating_sub(scrolled);
                on_screen(corner.0, lens.scrolled.0) > lens.seen.0.saturating_sub(WIDE + AROUND)
                    && on_screen(corner.1, lens.scrolled.1) > lens.seen.1.saturating_sub(HIGH.1 + AROUND)
            })
        })
    };
    let high = move || scaled(WIDE, whole.get().1, whole.get().0).clamp(HIGH.0, HIGH.1);
    // One side of the frame, in pixels of the map.
    let side = move |of: fn(Area) -> (u32, u32)| {
        let (width, height) = whole.get();
        let (x, y) = of(board.lens.get().area());
        (scaled(x, WIDE, width).min(WIDE), scaled(y, high(), height).min(high()))
    };
    let go = move |event: &MouseEvent| {
        let Some(map) = map.get_untracked() else { return };
        let ((width, height), high) = untrack(|| (whole.get(), high()));
        let (x, y) = offset(&map, (event.client_x(), event.client_y()));
        let lens = board.lens.get_untracked();
        let to = |at: u32, long: u32, of: u32, seen: u32| {
            scaled(scaled(at, long, of), lens.zoom, 1_000).saturating_sub(seen / 2)
        };
        let scrolled = (to(x, width, WIDE, lens.seen.0), to(y, height, high, lens.seen.1));
        board.look(Lens { scrolled, ..lens });
    };
    tag("div")
        .class("diagram-map")
        .hook("diagram-map")
        .attr("aria-hidden", "true")
        .attr("hidden", flag(fits))
        .class_if("aside", flag(covers))
        .node_ref(map)
        .style("width", format!("{WIDE}px"))
        .style("height", text(move || format!("{}px", high())))
        .on("mousedown", move |event: MouseEvent| go(&event))
        .on("mousemove", move |event: MouseEvent| {
            if event.buttons() & 1 == 1 {
                go(&event);
            }
        })
        // The map lies over the picture, and the wheel means the picture.
        .on("wheel", move |event: WheelEvent| {
            if let Some(scroller) = board.scroller.get_untracked() {
                event.prevent_default();
                scroller.scroll_by_with_x_and_y(event.delta_x(), event.delta_y());
            }
        })
        .child(part(move || {
            let (width, height) = whole.get();
            let (cards, failing) =
                picture.overview.with(|overview| (path(&overview.cards), path(&overview.failing)));
            let markup = format!(
                "<svg viewBox='0 0 {width} {height}' preserveAspectRatio='none'><path d='{cards}'/>\
                 <path class='fails' d='{failing}'/></svg>"
            );
            tag("div").class("map").markup(markup).into_any()
        }))
        .child(
            tag("div")
                .class("frame")
                .style("left", text(move || format!("{}px", side(|area| (area.x, area.y)).0)))
                .style("top", text(move || format!("{}px", side(|area| (area.x, area.y)).1)))
                .style("width", text(move || format!("{}px", side(|area| (area.width, area.height)).0)))
                .style("height", text(move || format!("{}px", side(|area| (area.width, area.height)).1))),
        )
}

fn path(areas: &[Area]) -> String {
    let mut path = String::new();
    for Area { x, y, width, height } in areas {
        // A text has room for whatever is written to it.
        let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
    }
    path
}
