//! What is printed: the report as a document, set in place of the page when someone prints, however they ask for it.
//!
//! The page holds windows of rows alone, so the worker draws the document. Its strokes wait here, packed, until the
//! browser is about to print; nothing has to be asked then, and nothing is set while nobody prints.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MediaQueryListEvent};

use crate::ui::acts;
use crate::ui::live::{effect, on_window};
use crate::ui::state::{Stage, State};
use crate::ui::tag::{Known, tag};
use crate::view::printed::Stroke;
use crate::worker::protocol::{Ask, unpack_strokes};

/// Asks for what there is to print, whenever that may have changed.
pub fn ask(state: State) {
    state.strokes.set_value(JsValue::UNDEFINED);
    acts::ask(state, &Ask::Print);
}

/// Opens the browser's dialog to print.
pub fn print() {
    // It is refused where nothing can be printed, and then there is nothing to tell.
    drop(window().print());
}

/// The document, empty while nobody prints.
#[component]
pub fn Printed() -> impl IntoView {
    let state = State::here();
    let sheet = Known::new();
    let set = move || {
        let Some(sheet) = sheet.get_untracked() else { return };
        sheet.set_text_content(None);
        if let (true, Some(element)) = (is_due(state), sheet.dyn_ref::<Element>()) {
            state.strokes.with_value(|strokes| draw(element, unpack_strokes(strokes)));
        }
    };
    let clear = move || {
        if let Some(sheet) = sheet.get_untracked() {
            sheet.set_text_content(None);
        }
    };
    on_window("beforeprint", move |_| set());
    on_window("afterprint", move |_| clear());
    follow_media(move |prints| if prints { set() } else { clear() });
    // What was set of a report that is shown no more must not be printed.
    effect(move || {
        if state.stage.get() != Stage::Report {
            clear();
        }
    });
    tag("div").attr("id", "printed").class("printed").node_ref(sheet)
}

/// Whether there is a report to print, and not the rule book.
fn is_due(state: State) -> bool {
    state.stage.get_untracked() == Stage::Report && state.book.with_untracked(Option::is_none)
}

/// Looks whether the page is shown as it prints: some browsers show that before they print, and tell nothing else.
fn follow_media(mut act: impl FnMut(bool) + 'static) {
    let Some(media) = window().match_media("print").ok().flatten() else { return };
    let act =
        Closure::<dyn FnMut(MediaQueryListEvent)>::new(
            move |event: MediaQueryListEvent| act(event.matches()),
        );
    drop(media.add_event_listener_with_callback("change", act.as_ref().unchecked_ref()));
    // It is called for as long as the page is open, and the list must live as long.
    act.forget();
    std::mem::forget(media);
}

/// Sets the document. Texts are texts: nothing of a file is ever markup.
fn draw(sheet: &Element, strokes: Vec<Stroke>) {
    let document = document();
    let mut open = vec![sheet.clone()];
    for stroke in strokes {
        match stroke {
            Stroke::Open(name, with) => {
                let Ok(element) = document.create_element(&name) else { continue };
                for (key, value) in with {
                    drop(element.set_attribute(&key, &value));
                }
                if let Some(parent) = open.last() {
                    drop(parent.append_child(&element));
                }
                open.push(element);
            }
            Stroke::Text(text) => {
                if let Some(parent) = open.last() {
                    drop(parent.append_child(&document.create_text_node(&text)));
                }
            }
            Stroke::Close => {
                open.pop();
            }
        }
    }
}
