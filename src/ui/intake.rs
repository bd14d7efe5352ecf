//! How files come in: dropped anywhere, chosen, or pasted anywhere.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, FilePropertyBag,
    FileSystemEntry, HtmlInputElement,
};

use crate::ui::acts;
use crate::ui::folder;
use crate::ui::live::on_window;
use crate::ui::state::State;

/// What pasted text is called.
const PASTED: &str = "pasted.json";

/// Listens for files dropped and pasted anywhere on the page. `over` says whether one hovers.
pub fn listen(state: State, over: RwSignal<bool>) {
    on_window("dragover", move |event| {
        event.prevent_default();
        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if !over.get_untracked() && data.is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            acts::expect(state);
        }
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

/// Reads the files that were chosen. The field is emptied, so that the same ones can be chosen again.
pub fn chosen(state: State, input: &HtmlInputElement) {
    let files = input.files().map(|files| listed(&files)).unwrap_or_default();
    input.set_value("");
    if !files.is_empty() {
        acts::read(state, &files);
    }
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
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

/// Takes what was dropped or pasted: files, folders, or text; says what to do about anything else.
fn take(state: State, data: &DataTransfer) {
    let entries = entries(data);
    if entries.iter().any(FileSystemEntry::is_directory) {
        wasm_bindgen_futures::spawn_local(async move {
            let files = folder::files(entries).await;
            if files.is_empty() {
                state.fault(
                    "There is no JSON file in that folder.",
                    "Tieout takes the files whose names end in .json, .jsonl, .ndjson or .gz; others can be dropped by \
                     themselves.",
                );
                return;
            }
            acts::read(state, &files);
        });
        return;
    }
    let files = data.files().map(|files| listed(&files)).unwrap_or_default();
    if !files.is_empty() {
        acts::read(state, &files);
        return;
    }
    match data.get_data("text/plain").ok().filter(|text| !text.is_empty()) {
        Some(pasted) => text(state, &pasted),
        None => {
            state.fault("There was no file in it.", "Drop JSON files or a folder, or paste the text of one.");
        }
    }
}

/// What was dropped, as far as the browser tells files from folders.
fn entries(data: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = data.items();
    let items = (0..items.length()).filter_map(|at| items.get(at));
    items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect()
}

/// Whether the event is for a field that takes text itself, other than the one for pasting.
fn is_other_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.matches("input, textarea:not([data-testid=paste])").unwrap_or(false))
}
