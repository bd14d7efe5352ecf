//! Takes what the worker says into the state.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, Url};

use crate::ui::acts;
use crate::ui::address;
use crate::ui::book;
use crate::ui::checks;
use crate::ui::choose;
use crate::ui::history;
use crate::ui::live::keep_focus;
use crate::ui::picking;
use crate::ui::pictured;
use crate::ui::pictures;
use crate::ui::print;
use crate::ui::search;
use crate::ui::settle;
use crate::ui::source_acts;
use crate::ui::state::{Kept, Look, Notice, Stage, State, Tab};
use crate::ui::statements;
use crate::ui::verdict;
use crate::ui::writing;
use crate::view::filter::Filter;
use crate::view::finding_group::Found;
use crate::view::fragment::Selection;
use crate::view::row::Rows;
use crate::view::step::Step;
use crate::view::summary::{Opened, Summary};
use crate::worker::client::Heard;
use crate::worker::protocol::{Ask, Made, Opening, Tell};

/// Takes one thing heard.
pub fn hear(state: State, heard: Heard) {
    match heard {
        Heard::Locked => state.locked.set(true),
        Heard::Told(about, tell, payload) => told(state, about, tell, &payload),
        Heard::Stopped => stopped(state),
        Heard::Broken(reason) => {
            acts::forget(state);
            state.fault(&format!("Tieout could not start ({reason})."), "Reload the page to try again.");
        }
    }
}

/// Takes what a worker said about the file of this number.
pub fn told(state: State, about: u32, tell: Tell, payload: &JsValue) {
    match tell {
        Tell::Ready => {}
        Tell::Progress { read, of } => state.progress.update(|progress| {
            progress.read = read;
            progress.of = of;
        }),
        Tell::Failed { reason } => failed(state, &reason),
        Tell::Report(opening) => report(state, about, *opening, payload),
        Tell::Opened { opened, rows } => {
            state.opened.set(opened);
            take_rows(state, rows);
            picking::forget(state);
            search::again(state);
            checks::ask(state);
            print::ask(state);
            choose::settle(state);
            source_acts::opened(state);
        }
        Tell::Settings { origin, sheet, faults } => settle::take(state, origin, *sheet, faults),
        Tell::Judged(opening) => judged(state, *opening),
        Tell::Checks(checks) => state.checks.set(checks),
        Tell::Picture(scene) => pictured::take(state, *scene),
        Tell::Rule(page) => book::take(state, page),
        Tell::Keys(sheet) => state.keys.set(Some(*sheet)),
        Tell::Statements(list) => {
            state.list_asked.set(false);
            state.list.set(list);
        }
        Tell::Neighbour { statement } => choose::statement(state, statement),
        Tell::NotOpened { statement, reason } => state.fault(
            &format!("Statement {} could not be read again: {reason}.", u64::from(statement) + 1),
            "Drop the files again.",
        ),
        Tell::Files { format } => writing::start(state, about, format, payload),
        Tell::Making { read, of } => state.making.set(Some((read, of))),
        Tell::Rows(rows) => take_rows(state, rows),
        Tell::Found(found) => search::take(state, found),
        Tell::Picked(picked) => picking::take(state, picked),
        Tell::Source(told) => source_acts::take(state, *told),
        Tell::Panel(panel) => {
            let wanted = state.selection.get_untracked();
            if panel
                .as_ref()
                .is_some_and(|panel| panel.statement == wanted.statement && Some(panel.line) == wanted.line)
            {
                state.panel.set(panel);
                if state.led.get_untracked() {
                    state.led.set(false);
                    keep_focus("#line-title");
                }
            }
        }
        Tell::NotExported { reason } => {
            state.making.set(None);
            let next = "If the browser has too little memory, close other pages and try again.";
            state.fault(&format!("The file could not be made: {reason}."), next);
        }
        Tell::Drawn(drawn) => pictures::take(state, *drawn, payload),
        Tell::Printed => state.strokes.set_value(payload.clone()),
        Tell::Export(made) => take_file(state, made, payload),
    }
}

fn report(state: State, about: u32, opening: Opening, payload: &JsValue) {
    let Opening { summary, opened, groups, rows, last } = opening;
    acts::drop_kept(state);
    if let Some(kept) = last.and_then(|made| file(made, payload)) {
        acts::keep(state, kept);
    }
    state.said.set(spoken(state, &summary, opened.as_ref()));
    state.busy.set(false);
    state.filter.set(Filter::default());
    state.panel.set(None);
    state.picture.forget();
    state.cursor.set(0);
    // Where there is no line to choose, the first finding says at once what to do.
    let first = groups.first().filter(|_| opened.is_none()).and_then(|group| group.shown.first());
    let finding = first.map(|found| found.index);
    state.selection.set(Selection { statement: rows.statement, line: None, finding });
    // Of many statements it is told first which do not tie.
    let several = summary.statements > 1;
    state.look.set(match &opened {
        _ if several => Look::Statements,
        Some(_) => Look::Hierarchy,
        // What cannot be read has nothing to show but its text.
        None => Look::Source,
    });
    state.tab.set(if groups.is_empty() || several { Tab::Views } else { Tab::Findings });
    state.groups.set(groups);
    state.opened.set(opened);
    state.rows_asked.set(false);
    state.rows.set(rows);
    state.source.forget();
    state.show.set(Some(0));
    state.summary.set(Some(summary));
    state.stage.set(Stage::Report);
    state.book.set(None);
    // It may take the place of another, without the strip being drawn anew.
    verdict::bring_here();
    checks::ask(state);
    print::ask(state);
    if several {
        statements::ask_anew(state);
    }
    picking::forget(state);
    search::forget(state);
    address::take_up(state);
    history::enter(state, about);
}

/// The same file with another report: what is open, chosen and filtered stays, as far as it is still there.
fn judged(state: State, opening: Opening) {
    let Opening { summary, opened, groups, .. } = opening;
    let chosen = state.selection.get_untracked();
    let same = |found: &Found| (found.statement, found.pointer.clone(), found.message.clone());
    let before = chosen.finding.and_then(|index| {
        state.groups.with_untracked(|groups| {
            let mut all = groups.iter().flat_map(|group| group.shown.iter().map(move |found| (group, found)));
            all.find(|(_, found)| found.index == index)
                .map(|(group, found)| (group.rule.clone(), same(found)))
        })
    });
    let finding = before.and_then(|(rule, about)| {
        let own = groups.iter().filter(|group| group.rule == rule).flat_map(|group| &group.shown);
        own.into_iter().find(|found| same(found) == about).map(|found| found.index)
    });
    state.said.set(spoken(state, &summary, opened.as_ref()));
    state.selection.set(Selection { finding, ..chosen });
    state.groups.set(groups);
    state.opened.set(opened);
    state.summary.set(Some(summary));
    picking::clear(state);
    search::again(state);
    choose::step(state, Step::Look);
    if let Some(line) = chosen.line {
        acts::ask(state, &Ask::Panel { line });
    }
    checks::ask(state);
    statements::ask(state);
    print::ask(state);
    source_acts::refresh(state);
}

/// The verdict as a screen reader is told it.
fn spoken(state: State, summary: &Summary, opened: Option<&Opened>) -> String {
    let difference = opened.and_then(|opened| opened.difference.as_ref());
    let difference = difference.map_or(String::new(), |exact| format!(" Difference {}.", state.write(exact)));
    format!("{}: {}.{difference} {}", summary.file_name, summary.headline, summary.tally())
}

fn take_rows(state: State, rows: Rows) {
    state.rows_asked.set(false);
    if rows.statement != state.selection.get_untracked().statement {
        return;
    }
    let focus = rows.focus;
    state.rows.set(rows);
    match focus {
        Some(row) if choose::is_overtaken(state, row) => {}
        // Whoever goes about in the diagram may have chosen another line since this one was asked for.
        Some(row) if state.look.get_untracked() == Look::Diagram => {
            state.cursor.set(row);
            state.show.set(Some(row));
        }
        Some(row) => choose::go_to_row(state, row),
        None if state.awaited.get_untracked() => choose::at_cursor(state),
        None => {}
    }
}

fn take_file(state: State, made: Made, bytes: &JsValue) {
    state.making.set(None);
    let guarded = made.guarded;
    let left_out = left_out(state, &made.media_type);
    if bytes.is_undefined() {
        state.said.set(format!("{} is written", made.name));
        let told = [left_out.unwrap_or_default(), told_guarded(guarded)];
        state.notice.set(Some(Notice {
            fault: false,
            what: "The table is written to the file that you picked.".to_owned(),
            next: told.join(" ").trim().to_owned(),
        }));
        return;
    }
    let Some(kept) = file(made, bytes) else {
        state.fault("The file could not be made.", "Close other pages and try again.");
        return;
    };
    acts::save(&kept);
    if let Some(next) = left_out {
        let what = format!("{} is made of what could be read.", kept.name);
        state.notice.set(Some(Notice { fault: false, what, next }));
    }
    let told = told_guarded(guarded);
    let name = &kept.name;
    state.said.set(if told.is_empty() { format!("{name} is ready") } else { format!("{name}: {told}") });
    let own = bytes.dyn_ref::<File>().map(File::name);
    // The browser has taken it by then.
    set_timeout(
        move || {
            drop(Url::revoke_object_url(&kept.url));
            if let Some(name) = own {
                acts::ask(state, &Ask::Discard { name });
            }
        },
        Duration::from_mins(1),
    );
}

/// What of the files that were read is not in a table that was made of them. A report says that itself.
fn left_out(state: State, media_type: &str) -> Option<String> {
    let left_out = state.summary.with_untracked(|summary| summary.as_ref().and_then(Summary::left_out));
    left_out
        .filter(|_| !matches!(media_type, "text/html" | "application/json"))
        .map(|left_out| format!("{left_out}."))
}

/// How many cells were changed so that no spreadsheet runs them; empty if none was.
fn told_guarded(guarded: u64) -> String {
    match guarded {
        0 => String::new(),
        1 => "one cell that looks like a formula was given an apostrophe".to_owned(),
        many => format!("{many} cells that look like formulas were given an apostrophe"),
    }
}

/// Gives the bytes an address; nothing if the browser has no room for them.
pub fn file(made: Made, bytes: &JsValue) -> Option<Kept> {
    let options = BlobPropertyBag::new();
    options.set_type(&made.media_type);
    let blob = match bytes.dyn_ref::<Blob>() {
        Some(blob) => blob.clone(),
        None => Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options).ok()?,
    };
    Some(Kept { name: made.name, url: Url::create_object_url_with_blob(&blob).ok()? })
}

fn failed(state: State, reason: &str) {
    let name = state.progress.with_untracked(|progress| progress.name.clone());
    acts::cancel(state);
    state.fault(
        &format!("{name} could not be read to its end: {}.", reason.trim_end_matches('.')),
        "It may have been changed, moved or deleted while it was read, or it may be a folder. \
         Make sure that it is a file and is no longer being written, then drop it again.",
    );
}

fn stopped(state: State) {
    let reading = state.busy.get_untracked();
    let name = state.progress.with_untracked(|progress| progress.name.clone());
    acts::forget(state);
    if reading {
        state.fault(
            &format!("Reading {name} stopped before its end."),
            "The browser gave it no more memory, or Tieout has a fault. Nothing was lost: try again, if it is a \
             large file with other pages closed.",
        );
    } else {
        state.fault(
            "The check stopped by itself.",
            "The browser may have too little memory. Drop the file again.",
        );
    }
}
