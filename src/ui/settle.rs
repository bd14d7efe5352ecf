//! Settings come and go: from the address, from the browser's memory, from a person, and back there.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::history;
use crate::ui::live::on_window;
use crate::ui::state::{Notice, State};
use crate::ui::storage;
use crate::view::change::{Change, Origin};
use crate::view::fragment::SETTINGS;
use crate::view::settings_sheet::{Accepted, SettingsSheet};
use crate::worker::protocol::Ask;

const KEY: &str = "tieout.settings";

/// Begins with the settings that this browser remembers, if any. Whoever leaves the page with acceptances that are
/// nowhere else is asked whether that is meant.
pub fn begin(state: State) {
    on_window("beforeunload", move |event| {
        if state.unsaved.get_untracked() {
            event.prevent_default();
        }
    });
    if let Some(line) = storage::remembered(KEY) {
        acts::greet(state, &Ask::Change { origin: Origin::Memory, change: Change::Line(line) });
    }
}

/// Takes the settings of an address, and shows what they are. The address is left without them: coming back to it is
/// no wish to have them again.
pub fn arrive(state: State, encoded: &str) {
    history::forget_address(state);
    let Some(line) = js_sys::decode_uri_component(encoded).ok().map(String::from) else {
        refuse_link(state, "it was cut off or changed on its way");
        return;
    };
    let ask = Ask::Change { origin: Origin::Link, change: Change::Line(line) };
    if state.sheet.with_untracked(Option::is_some) {
        acts::ask(state, &ask);
    } else {
        acts::greet(state, &ask);
    }
}

/// A person changes something.
pub fn change(state: State, change: Change) {
    acts::ask(state, &Ask::Change { origin: Origin::Person, change });
}

/// Takes what the worker says about the settings, and who asked for a change.
pub fn take(state: State, origin: Option<Origin>, sheet: SettingsSheet, faults: Vec<String>) {
    let refused = !faults.is_empty();
    match origin {
        Some(Origin::Memory) if refused => {
            storage::remember(KEY, None);
            state.fault(
                &format!("The settings that this browser remembered cannot be used: {}.", faults.join("; ")),
                "The usual settings hold.",
            );
        }
        Some(Origin::Link) if refused => refuse_link(state, &faults.join("; ")),
        Some(Origin::Link) => {
            let before = storage::remembered(KEY).unwrap_or_else(|| "{}".to_owned());
            state.replaced.set(Some(before).filter(|before| *before != sheet.line));
            state.setting.set(true);
        }
        Some(Origin::Person) => {
            let kept = state.sheet.with_untracked(|before| {
                before.as_ref().is_some_and(|before| same_findings(&before.waivers, &sheet.waivers))
            });
            // A list that was loaded is in its file.
            if !refused && !kept && state.touched.with_untracked(Option::is_some) {
                state.unsaved.set(true);
            }
            state.faults.set(faults);
        }
        Some(Origin::Memory | Origin::Again) | None => {}
    }
    if origin.is_some() && !refused {
        let change = Change::File(sheet.file.clone());
        acts::greet(state, &Ask::Change { origin: Origin::Again, change });
    }
    if matches!(origin, Some(Origin::Link | Origin::Person)) && !refused {
        keep(state, &sheet);
    }
    state.sheet.set(Some(sheet));
}

fn same_findings(before: &[Accepted], now: &[Accepted]) -> bool {
    let same = |(a, b): (&Accepted, &Accepted)| {
        (&a.fingerprint, &a.reason, &a.by) == (&b.fingerprint, &b.reason, &b.by)
    };
    before.len() == now.len() && before.iter().zip(now).all(same)
}

/// The address of this page with these settings.
pub fn link(sheet: &SettingsSheet) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}{SETTINGS}{}", String::from(js_sys::encode_uri_component(&sheet.line)))
}

fn refuse_link(state: State, why: &str) {
    state.fault(&format!("The settings of this link cannot be used: {why}."), "Nothing was changed.");
}

/// Remembers the settings, or says once that this browser will not.
fn keep(state: State, sheet: &SettingsSheet) {
    let line = Some(sheet.line.as_str()).filter(|_| sheet.changed > 0);
    if !storage::remember(KEY, line) && !state.forgetful.get_untracked() {
        state.forgetful.set(true);
        state.notice.set(Some(Notice {
            fault: false,
            what: "This browser remembers nothing for this page.".to_owned(),
            next: "Your settings hold until you close it; save them as a file to keep them.".to_owned(),
        }));
    }
}
