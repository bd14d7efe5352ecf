//! The dialog of the settings. Every change holds at once; what is wrong with one is said here.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::live::{change, click, effect, flag, part, text};
use crate::ui::rule_levels::RuleLevels;
use crate::ui::sentence::Sentence;
use crate::ui::settings_file::SettingsFile;
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::waivers::Waivers;
use crate::view::change::Change;
use crate::view::settings_sheet::SettingsSheet;

#[component]
pub fn Settings() -> impl IntoView {
    let state = State::here();
    let dialog = NodeRef::<Dialog>::new();
    effect(move || {
        let Some(dialog) = dialog.get().filter(|_| state.setting.get()) else { return };
        state.faults.set(Vec::new());
        // It is refused only if it is open already.
        drop(dialog.show_modal());
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog class="settings" node_ref=dialog aria-labelledby="settings-title" on:close=move |_| state.setting.set(false)>
            <h2 id="settings-title">"Settings"</h2>
            <p class="quiet">"Every change holds at once, for the file that is open too."</p>
            <div role="alert" class="faults">{part(move || faults(state.faults.get()))}</div>
            <Tolerance/>
            <Limits/>
            <RuleLevels/>
            <Waivers/>
            <SettingsFile/>
            <div class="ends">
                <button
                    type="button"
                    data-testid="settings-reset"
                    disabled=flag(move || told(state, |sheet| sheet.changed) == 0)
                    on:click=click(move || settle::change(state, Change::Reset))
                >
                    "Reset"
                </button>
                <button type="button" class="main" on:click=click(close)>"Close"</button>
            </div>
        </dialog>
    }
}

/// Something of the sheet, or nothing while there is none.
pub fn told<T: Default>(state: State, of: impl FnOnce(&SettingsSheet) -> T) -> T {
    state.sheet.with(|sheet| sheet.as_ref().map(of).unwrap_or_default())
}

fn faults(faults: Vec<String>) -> AnyView {
    if faults.is_empty() {
        return ().into_any();
    }
    let list = faults.into_iter().map(|text| view! { <li><Sentence text alone=true/></li> }.into_any());
    view! { <p><b>"Nothing was changed."</b></p> <ul data-testid="settings-faults">{list.collect_view()}</ul> }.into_any()
}

const TOLERANCES: [(&str, &str, &str); 3] = [
    ("from the data", "From the data", "as much as the file’s own rounding can explain"),
    ("exact", "Exact", "any difference counts"),
    ("", "An amount", "the largest difference that still counts as rounding"),
];

#[component]
fn Tolerance() -> impl IntoView {
    let state = State::here();
    let kind = move || match told(state, |sheet| sheet.tolerance.clone()).as_str() {
        known @ ("from the data" | "exact") => known.to_owned(),
        _ => String::new(),
    };
    let amount = move || {
        told(state, |sheet| {
            Some(sheet.tolerance.clone()).filter(|text| text.starts_with(|c: char| c.is_ascii_digit()))
        })
        .unwrap_or_else(|| "0.01".to_owned())
    };
    let choices = TOLERANCES.map(|(value, word, more)| {
        let choose = move |_| {
            let text = if value.is_empty() { untrack(amount) } else { value.to_owned() };
            settle::change(state, Change::Tolerance(text));
        };
        view! {
            <label>
                <input type="radio" name="tolerance" value=value prop:checked=flag(move || kind() == value) on:change=change(choose)/>
                <span>{word} <span class="quiet">": " {more}</span></span>
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset>
            <legend>"Rounding"</legend>
            {choices.collect_view()}
            <label class="indented">
                <span>"Amount"</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    data-testid="tolerance-amount"
                    disabled=flag(move || !kind().is_empty())
                    prop:value=text(amount)
                    on:change=change(move |event| settle::change(state, Change::Tolerance(event_target_value(&event))))
                />
            </label>
        </fieldset>
    }
}

#[component]
fn Limits() -> impl IntoView {
    let state = State::here();
    let days =
        move || told(state, |sheet| sheet.freshness_days.map_or(String::new(), |days| days.to_string()));
    let today = move || told(state, |sheet| sheet.today.clone().unwrap_or_default());
    let set = move |of: fn(String) -> Change| {
        change(move |event| settle::change(state, of(event_target_value(&event))))
    };
    view! {
        <fieldset>
            <legend>"Dates and tables"</legend>
            <label>
                <span>"Figures may be this many days old " <span class="quiet">"(empty: any age)"</span></span>
                <input type="text" inputmode="numeric" autocomplete="off" data-testid="freshness" prop:value=text(days) on:change=set(Change::Freshness)/>
            </label>
            <label>
                <span>"Take this day for today " <span class="quiet">"(empty: the clock’s)"</span></span>
                <input type="date" data-testid="today" prop:value=text(today) on:change=set(Change::Today)/>
            </label>
            <label>
                <input
                    type="checkbox"
                    data-testid="guard"
                    prop:checked=flag(move || told(state, |sheet| sheet.spreadsheet_guard))
                    on:change=change(move |event| settle::change(state, Change::Guard(event_target_checked(&event))))
                />
                <span>"Keep spreadsheets from running cells as formulas " <span class="quiet">"with an apostrophe in front of them"</span></span>
            </label>
        </fieldset>
    }
}
