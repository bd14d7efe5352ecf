//! What a person can do with a file: read it, cancel, begin anew, take something away.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, HtmlAnchorElement};

use crate::ui::history;
use crate::ui::live::{keep_focus, now};
use crate::ui::picked_file;
use crate::ui::state::{Kept, Look, Notice, Progress, Stage, State};
use crate::ui::writing;
use crate::worker::client::Client;
use crate::worker::pieces::whole;
use crate::worker::protocol::{Ask, LARGE, Wanted};

/// Reading shorter than this shows no bar.
const BLINK: Duration = Duration::from_millis(60);

/// Reads files; those that are being read are given up.
pub fn read(state: State, files: &[File]) {
    let of = files.iter().map(|file| whole(file.size())).sum();
    let name = match files {
        [file] => file.name(),
        files => format!("{} files", files.len()),
    };
    let payload: Array = files.iter().collect();
    begin(state, Progress { name, read: 0, of, since: now() }, &Ask::Read, &payload);
}

/// Reads the sample.
pub fn sample(state: State) {
    begin(
        state,
        Progress { name: "sample.json".to_owned(), ..Progress::default() },
        &Ask::Sample,
        &JsValue::UNDEFINED,
    );
}

fn begin(state: State, progress: Progress, ask: &Ask, payload: &JsValue) {
    let Some(client) = client(state) else { return };
    renew_if_needed(state, &client);
    let about = client.begin();
    writing::end(state);
    state.notice.set(None);
    state.busy.set(true);
    state.progress.set(progress);
    client.ask(ask, payload);
    set_timeout(
        move || {
            if state.busy.get_untracked() && client.about() == about {
                state.said.set(format!("Reading {}", state.progress.with_untracked(|p| p.name.clone())));
                state.stage.set(Stage::Reading);
            }
        },
        BLINK,
    );
}

/// Gives up the file that is being read.
pub fn cancel(state: State) {
    let name = state.progress.with_untracked(|progress| progress.name.clone());
    let Some(client) = client(state) else { return };
    renew_if_needed(state, &client);
    client.begin();
    forget(state);
    state.notice.set(Some(Notice {
        fault: false,
        what: format!("Reading {name} was cancelled."),
        next: "Nothing of it was kept. Drop a file to begin again.".to_owned(),
    }));
    state.said.set("Cancelled".to_owned());
}

/// Puts the report away and shows the place to drop a file.
pub fn anew(state: State) {
    let Some(client) = client(state) else { return };
    renew_if_needed(state, &client);
    client.begin();
    forget(state);
    state.notice.set(None);
    history::leave();
    keep_focus(".landing h1");
}

/// Ends the worker that is reading, or whose memory has grown.
fn renew_if_needed(state: State, client: &Client) {
    if is_to_be_renewed(state) {
        client.restart();
    }
    state.progress.set(Progress::default());
}

fn is_to_be_renewed(state: State) -> bool {
    state.busy.get_untracked() || state.progress.with_untracked(|progress| progress.of > LARGE)
}

/// Drops everything about the last file.
pub fn forget(state: State) {
    state.busy.set(false);
    state.stage.set(Stage::Landing);
    state.summary.set(None);
    state.opened.set(None);
    state.groups.set(Vec::new());
    state.panel.set(None);
    writing::end(state);
    state.look.set(Look::Hierarchy);
    state.rows.update(|rows| rows.rows.clear());
    drop_kept(state);
}

/// Asks for a file to take away; `hear` hands it to the browser when it comes.
pub fn download(state: State, format: Wanted) {
    match state.kept.get_untracked().filter(|_| format == Wanted::ReportJson) {
        Some(kept) => save(&kept),
        None if is_large(state, format) => {
            let name = suggested(state, format);
            wasm_bindgen_futures::spawn_local(async move {
                match picked_file::pick(&name).await {
                    Ok(handle) => ask_with(state, &Ask::Export { format }, &handle),
                    // Whoever closes the dialog without choosing wants no file.
                    Err(error) if picked_file::is_abort(&error) => {}
                    // Without a file of their own, they get one from the browser's.
                    Err(_) => ask(state, &Ask::Export { format }),
                }
            });
        }
        None => ask(state, &Ask::Export { format }),
    }
}

/// Says that a file is about to come, unless the worker that is told would be ended before it is read.
pub fn expect(state: State) {
    if !is_to_be_renewed(state) {
        ask(state, &Ask::Expect);
    }
}

/// Gives up making a file; what was written of it is of no use.
pub fn stop_making(state: State) {
    writing::end(state);
    ask(state, &Ask::StopExport);
}

/// Whether a table is made while the files are read again, because it may be larger than memory.
fn is_large(state: State, format: Wanted) -> bool {
    let whole = state.summary.with_untracked(|summary| summary.as_ref().is_none_or(|summary| summary.whole));
    !whole && !matches!(format, Wanted::ReportJson | Wanted::ReportHtml)
}

/// What a table may be called.
fn suggested(state: State, format: Wanted) -> String {
    let name = state.summary.with_untracked(|summary| {
        summary.as_ref().map(|summary| summary.file_name.clone()).unwrap_or_default()
    });
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    format!("{stem}.{}.csv", if format == Wanted::CsvFull { "full" } else { "compact" })
}

/// Lets the browser save a file.
pub fn save(kept: &Kept) {
    let anchor = document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&kept.url);
        anchor.set_download(&kept.name);
        anchor.click();
    }
}

/// Keeps the report and ends the worker that made it.
pub fn keep(state: State, kept: Kept) {
    state.kept.set(Some(kept));
    state.progress.update(|progress| progress.of = 0);
    if let Some(client) = client(state) {
        client.restart();
    }
}

/// Lets go of a kept report.
pub fn drop_kept(state: State) {
    if let Some(kept) = state.kept.get_untracked() {
        drop(web_sys::Url::revoke_object_url(&kept.url));
        state.kept.set(None);
    }
}

/// Reads an example of the rule book.
pub fn example(state: State, code: &str, good: bool) {
    let name = format!("{code}-{}.json", if good { "passes" } else { "fails" });
    let ask = Ask::Example { code: code.to_owned(), good };
    begin(state, Progress { name, ..Progress::default() }, &ask, &JsValue::UNDEFINED);
}

/// Tells every worker from now on this first.
pub fn greet(state: State, ask: &Ask) {
    if let Some(client) = client(state) {
        client.greet_with(ask);
    }
}

/// Asks the worker something about the file that is open.
pub fn ask(state: State, ask: &Ask) {
    ask_with(state, ask, &JsValue::UNDEFINED);
}

fn ask_with(state: State, ask: &Ask, payload: &JsValue) {
    if let Some(client) = client(state) {
        client.ask(ask, payload);
    }
}

fn client(state: State) -> Option<Client> {
    state.client.with_value(Clone::clone)
}
