//! Taking settings along: as a link, which never holds anything of a file, or as a file of their own.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlInputElement, Url};

use crate::ui::acts;
use crate::ui::live::text;
use crate::ui::settings::told;
use crate::ui::settle;
use crate::ui::state::{Kept, State};
use crate::ui::tag::{Known, button, tag};
use crate::view::change::Change;

/// A file larger than this, in bytes, was not written as settings.
const LARGEST: u32 = 8 * 1024 * 1024;

#[component]
pub fn SettingsFile() -> impl IntoView {
    let state = State::here();
    let link = Known::new();
    let field = Known::new();
    let copied = RwSignal::new(String::new());
    let address = move || state.sheet.with(|sheet| sheet.as_ref().map(settle::link).unwrap_or_default());
    let copy = move || {
        let text = untrack(address);
        leptos::task::spawn_local(async move {
            let done = JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
            let link = link.get_untracked().filter(|_| !done);
            if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlInputElement>().ok()) {
                link.select();
            }
            copied.set(
                if done { "Copied" } else { "This browser does not allow it: copy the marked text" }
                    .to_owned(),
            );
        });
    };
    let load = move |_| {
        let Some(field) = field.get_untracked().and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let file = field.files().and_then(|files| files.get(0));
        field.set_value("");
        if let Some(file) = file {
            take(state, file);
        }
    };
    tag("fieldset")
        .class("along")
        .child(tag("legend").child("Take along"))
        .child(
            tag("label")
                .child(
                    tag("span")
                        .child("Link with these settings ")
                        .child(tag("span").class("quiet").child("(nothing of a file is in it)")),
                )
                .child(
                    tag("input")
                        .attr("type", "text")
                        .attr("readonly", true)
                        .hook("settings-link")
                        .node_ref(link)
                        .value(text(address)),
                ),
        )
        .child(
            tag("p")
                .class("buttons")
                .child(button().hook("copy-link").click(copy).child("Copy link"))
                .child(button().hook("save-settings").click(move || save(state)).child("Save"))
                .child(tag("label").class("button").attr("for", "settings-field").child("Load"))
                .child(
                    tag("input")
                        .attr("type", "file")
                        .attr("id", "settings-field")
                        .class("unseen")
                        .hook("settings-file")
                        .attr("accept", ".json,application/json")
                        .attr("aria-label", "Load settings from a file")
                        .node_ref(field)
                        .change(load),
                )
                .child(tag("span").attr("role", "status").child(text(move || copied.get()))),
        )
}

/// Saves the settings, with what was accepted, as `tieout.json`.
fn save(state: State) {
    let text = untrack(|| told(state, |sheet| sheet.file.clone()));
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&text)));
    state.unsaved.set(false);
    if let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) {
        acts::save(&Kept { name: "tieout.json".to_owned(), url: url.clone() });
        set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_mins(1));
    }
}

#[expect(clippy::disallowed_types, reason = "the browser counts bytes with a float")]
fn take(state: State, file: web_sys::File) {
    if file.size() > f64::from(LARGEST) {
        state
            .faults
            .set(vec![format!("the file is larger than {} MB, which no settings are", LARGEST >> 20)]);
        return;
    }
    leptos::task::spawn_local(async move {
        match JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
            Some(text) => settle::change(state, Change::File(text)),
            None => state.faults.set(vec!["the file could not be read".to_owned()]),
        }
    });
}
