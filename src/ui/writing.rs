//! Files to take away that only the writers make: they are started for one of them, and ended with it.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::ui::acts;
use crate::ui::hear;
use crate::ui::state::State;
use crate::worker::program::{self, Program};
use crate::worker::protocol::{self, Ask, Message, Tell, Written};
use crate::worker::reason::reason;
use crate::worker::started::Started;

/// Asks for a file. The worker that read the files hands them on, for the page does not keep them.
pub fn begin(state: State, format: Written) {
    end(state);
    state.making.set(Some((0, 1)));
    acts::ask(state, &Ask::Files { format });
}

/// Starts the writers on these files, a list, unless they are wanted no more.
pub fn start(state: State, about: u32, format: Written, files: &JsValue) {
    if state.making.with_untracked(Option::is_none) {
        return;
    }
    let job = state.job.get_value();
    let settings = state
        .sheet
        .with_untracked(|sheet| sheet.as_ref().map(|sheet| sheet.file.clone()).unwrap_or_default());
    let ask = protocol::pack(about, &Ask::Write { format, settings }, files);
    wasm_bindgen_futures::spawn_local(async move {
        let program = Program::of(program::WRITERS).await;
        if state.job.get_value() != job {
            return;
        }
        let started = program.and_then(|program| {
            let told = move |message| told(state, message, &ask);
            let ended = move || failed(state, "the writers stopped");
            Started::start(&program, told, ended).map(|started| (started, program))
        });
        match started {
            Ok(started) => state.writers.set_value(Some(started)),
            Err(error) => failed(state, &reason(&error)),
        }
    });
}

/// Ends the writers, whatever they do. Not to be called while they are heard.
pub fn end(state: State) {
    state.making.set(None);
    state.writers.set_value(None);
    state.job.update_value(|job| *job = job.wrapping_add(1));
}

fn told(state: State, Message { about, body, payload }: Message<Tell>, ask: &JsValue) {
    match body {
        Tell::Ready => state.writers.with_value(|writers| {
            if let Some((writers, _)) = writers {
                writers.post(ask);
            }
        }),
        // What is left of an earlier file is of no use.
        _ if state
            .client
            .with_value(|client| client.as_ref().is_none_or(|client| client.about() != about)) =>
        {
            end_soon(state);
        }
        Tell::Making { .. } => hear::told(state, about, body, &payload),
        _ => {
            hear::told(state, about, body, &payload);
            end_soon(state);
        }
    }
}

fn failed(state: State, why: &str) {
    let next = "If the browser has too little memory, close other pages and try again, or take `tieout export`, which \
                needs less.";
    state.fault(&format!("The file could not be made: {why}."), next);
    end_soon(state);
}

/// The browser is still calling what ending drops.
fn end_soon(state: State) {
    queue_microtask(move || end(state));
}
