//! The diagram: groups as cards with links between them, of which only what is in sight is drawn.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::{Event, WheelEvent};

use crate::ui::diagram_bar::DiagramBar;
use crate::ui::diagram_board::Board;
use crate::ui::diagram_card;
use crate::ui::diagram_keys;
use crate::ui::diagram_links;
use crate::ui::diagram_map::DiagramMap;
use crate::ui::diagram_pointer::Hand;
use crate::ui::live::{flag, part, text};
use crate::ui::state::State;
use crate::ui::tag::{Tag, tag};
use crate::view::picture::lens::{decimal, scaled};

#[component]
pub fn Diagram() -> impl IntoView {
    let state = State::here();
    let board = Board::new(state);
    let hand = Hand::new(board);
    let note = move || state.picture.scene.with(|scene| scene.drawing.note.clone());
    tag("div")
        .class("diagram")
        .child(view! { <DiagramBar board/> })
        .child(
            tag("p")
                .class("diagram-note")
                .attr("role", "status")
                .attr("hidden", flag(move || note().is_none()))
                .child(text(move || note().unwrap_or_default())),
        )
        .child(levels(board))
        .child(
            tag("div")
                .class("diagram-frame")
                .child(
                    tag("div")
                        .class("board")
                        .hook("board")
                        .attr("tabindex", "0")
                        .attr("role", "region")
                        .attr("aria-label", "Picture; arrow keys move it, Tab leads to its cards")
                        .node_ref(board.scroller)
                        .on("scroll", move |_: Event| board.scrolled())
                        .on("keydown", move |event| diagram_keys::key(board, &event))
                        .on("pointerdown", move |event: Event| hand.point(&event))
                        .on("mousedown", move |event: MouseEvent| hand.press(&event))
                        .on("mousemove", move |event: MouseEvent| hand.drag(&event))
                        .on("mouseup", move |event: MouseEvent| hand.release(&event))
                        .on("wheel", move |event: WheelEvent| hand.wheel(&event))
                        .on("touchstart", move |event: Event| hand.touch(&event))
                        .on("touchmove", move |event: Event| hand.touch(&event))
                        .on("touchend", move |event: Event| hand.touch(&event))
                        .on("click", move |event: MouseEvent| {
                            if !hand.was_dragged() {
                                diagram_keys::click(board, &event);
                            }
                        })
                        .child(tag("div").class("paper").node_ref(board.paper).child(plane(board))),
                )
                .child(view! { <DiagramMap board/> }),
        )
}

/// What is drawn, in the picture's own pixels.
fn plane(board: Board) -> Tag {
    let state = board.state;
    let draw = move || {
        state.picture.scene.with(|scene| {
            let (motif, drawing) = (scene.motif, &scene.drawing);
            let mut views = diagram_links::draw(state, drawing);
            if !drawing.cards.is_empty() {
                let cards = drawing.cards.iter();
                let cards = cards.map(|card| diagram_card::draw(state, motif, drawing, card)).collect_view();
                views.push(
                    tag("div")
                        .attr("role", "tree")
                        .attr("aria-labelledby", "view-diagram")
                        .child(cards)
                        .into_any(),
                );
            }
            views.into_any()
        })
    };
    tag("div")
        .class("plane")
        .style("transform", text(move || format!("scale({})", decimal(board.lens.with(|lens| lens.zoom)))))
        .child(part(draw))
}

/// What the columns are called, above those that are in sight.
fn levels(board: Board) -> Tag {
    let state = board.state;
    let draw = move || {
        let (zoom, seen) = board.lens.with(|lens| (lens.zoom, lens.area()));
        state.picture.scene.with(|scene| {
            let columns = scene.drawing.columns.iter();
            let near = columns.filter(|column| column.x < seen.right() && seen.x < column.x + column.width);
            let title = |(x, width, title): (u32, u32, &str)| {
                tag("span")
                    .style("left", format!("{}px", scaled(x, zoom, 1_000)))
                    .style("width", format!("{}px", scaled(width, zoom, 1_000)))
                    .child(title.to_owned())
                    .into_any()
            };
            near.map(|column| title((column.x, column.width, &column.title))).collect_view().into_any()
        })
    };
    let moved = move || format!("translateX(-{}px)", board.lens.with(|lens| lens.scrolled.0));
    tag("div")
        .class("diagram-levels")
        .attr("aria-hidden", "true")
        .child(tag("div").style("transform", text(moved)).child(part(draw)))
}
