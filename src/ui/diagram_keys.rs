//! The keys of the diagram, as the ARIA authoring practices give them for a tree, and its clicks.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::ui::choose;
use crate::ui::diagram_board::{Board, part_of};
use crate::ui::picking;
use crate::ui::shortcuts;
use crate::view::pick::Pick;
use crate::view::picture::scene::{Act, At, CardPart, Motif, Way};
use crate::view::shortcuts::{Act as Key, Place};

/// Takes a key. On the board itself arrows scroll, as the browser has it; on a card they go from place to place.
pub fn key(board: Board, event: &KeyboardEvent) {
    let at = event.target().and_then(|target| place(&target.dyn_into().ok()?));
    let way = match shortcuts::of(Place::Diagram, event) {
        Some(Key::Larger) => return done(event, || board.zoom_step(true)),
        Some(Key::Smaller) => return done(event, || board.zoom_step(false)),
        Some(Key::Fit) => return done(event, || board.fit()),
        Some(Key::Enter) => {
            if let Some(at) = at {
                done(event, || press(board, at));
            }
            return;
        }
        Some(Key::Up) => Way::Up,
        Some(Key::Down) => Way::Down,
        Some(Key::Left) => Way::Left,
        Some(Key::Right) => Way::Right,
        Some(Key::CardUp) => Way::CardUp,
        Some(Key::CardDown) => Way::CardDown,
        Some(Key::First) => Way::First,
        Some(Key::Last) => Way::Last,
        _ => return,
    };
    if at.is_some() {
        done(event, || board.act(Act::Go(way)));
    }
}

fn done(event: &KeyboardEvent, act: impl FnOnce()) {
    event.prevent_default();
    act();
}

/// Opens or closes the card, or the card that a row leads to; shows more.
fn press(board: Board, at: At) {
    match at.part {
        CardPart::Header => board.act(Act::Toggle(at.card)),
        CardPart::Row(row) => board.act(Act::Toggle(row)),
        CardPart::More => board.act(Act::More(at.card)),
    }
}

/// Takes a click: on a twist it opens or closes, elsewhere it chooses; with Control it picks as well, with Shift it picks
/// all lines from the chosen one on.
pub fn click(board: Board, event: &MouseEvent) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(at) = place(&element) else { return };
    let twist = element.closest(".twist").ok().flatten().is_some();
    if twist || at.part == CardPart::More {
        press(board, at);
        return;
    }
    let state = board.state;
    // Said here first, so that choosing it does not lead anywhere else.
    state.picture.at.set(at);
    board.act(Act::Stand(at));
    board.focus(at);
    let line = at.chosen().filter(|_| state.picture.motif.get_untracked() == Motif::Hierarchy);
    let Some(line) = line else { return };
    let chosen = state.selection.with_untracked(|selection| selection.line);
    if event.shift_key() {
        picking::pick(state, Pick::Range { from: chosen.unwrap_or(line), to: line });
    } else if event.ctrl_key() || event.meta_key() {
        picking::pick(state, Pick::Toggle { line, with: chosen });
    } else if state.picking.get_untracked() {
        picking::pick(state, Pick::Toggle { line, with: None });
    } else {
        picking::clear(state);
    }
    choose::line(state, line);
}

/// Which place of the picture an element is in.
fn place(element: &Element) -> Option<At> {
    let item = element.closest("[data-part]").ok().flatten()?;
    let card = item.get_attribute("data-card")?.parse().ok()?;
    Some(At { card, part: part_of(&item.get_attribute("data-part")?) })
}
