//! How files come in: dropped anywhere, chosen, or pasted anywhere.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FilePropertyBag, HtmlInputElement,
};

use crate::ui::acts;
use crate::ui::live::on_window;
use crate::ui::state::State;

/// What pasted text is called.
const PASTED: &str = "pasted.json";

/// Listens for files dropped and pasted anywhere on the page. `over` says whether one hovers.
pub fn listen(state: State, over: RwSignal<bool>) {
    on_window("dragover", move |event| {
        event.prevent_default();
        over.set(true);
    });
    on_window("dragleave", move |event| {
        // What is dragged has left the page when it has not entered another part of it.
        over.set(event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_some()));
    });
    on_window("drop", move |event| {
        event.prevent_default();
        over.set(false);
        if let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
            take(state, &data);
        }
    });
    on_window("paste", move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data.filter(|_| !is_other_field(&event)) {
            event.prevent_default();
            take(state, &data);
        }
    });
}

/// Reads the file that was chosen. The field is emptied, so that the same file can be chosen again.
pub fn chosen(state: State, input: &HtmlInputElement) {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    if let Some(file) = file {
        acts::read(state, &[file]);
    }
}

/// Reads text as if it were a file.
pub fn text(state: State, text: &str) {
    let options = FilePropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&JsValue::from_str(text));
    if let Ok(file) = File::new_with_str_sequence_and_options(&parts, PASTED, &options) {
        acts::read(state, &[file]);
    }
}

/// Takes what was dropped or pasted: one file, or text; says what to do about anything else.
fn take(state: State, data: &DataTransfer) {
    let files = data.files();
    match files.as_ref().map_or(0, web_sys::FileList::length) {
        0 => match data.get_data("text/plain").ok().filter(|text| !text.is_empty()) {
            Some(pasted) => text(state, &pasted),
            None => state.fault("There was no file in it.", "Drop one JSON file, or paste its text."),
        },
        _ if has_folder(data) => state.fault(
            "That is a folder.",
            "Tieout reads one file at a time for now: open the folder and drop one file from it.",
        ),
        1 => {
            if let Some(file) = files.and_then(|files| files.get(0)) {
                acts::read(state, &[file]);
            }
        }
        many => state.fault(
            &format!("Those are {many} files."),
            "Tieout reads one file at a time for now: drop the one you want to check.",
        ),
    }
}

fn has_folder(data: &DataTransfer) -> bool {
    let items = data.items();
    (0..items.length())
        .filter_map(|at| items.get(at))
        .any(|item| item.webkit_get_as_entry().ok().flatten().is_some_and(|entry| entry.is_directory()))
}

/// Whether the event is for a field that takes text itself, other than the one for pasting.
fn is_other_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.matches("input, textarea:not([data-testid=paste])").unwrap_or(false))
}
