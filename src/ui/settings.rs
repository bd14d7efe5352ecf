//! The dialog of the settings. Every change holds at once; what is wrong with one is said here.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use crate::ui::live::{effect, flag, give_focus, part, text};
use crate::ui::rule_levels::RuleLevels;
use crate::ui::sentence::Sentence;
use crate::ui::settings_file::SettingsFile;
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::tag::{Known, button, tag};
use crate::ui::waivers::Waivers;
use crate::view::change::Change;
use crate::view::settings_sheet::SettingsSheet;
use crate::view::typed_amount;

#[component]
pub fn Settings() -> impl IntoView {
    let state = State::here();
    let dialog = Known::new();
    effect(move || {
        let dialog = dialog.get().filter(|_| state.setting.get());
        let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) else {
            return;
        };
        state.faults.set(Vec::new());
        // Fields that were left with what was refused show again what holds.
        state.sheet.notify();
        // It is refused only if it is open already.
        drop(dialog.show_modal());
    });
    // What is wrong is said at the top.
    effect(move || {
        if let Some(dialog) =
            dialog.get_untracked().filter(|_| state.faults.with(|faults| !faults.is_empty()))
        {
            dialog.set_scroll_top(0);
        }
    });
    let close = move || {
        let dialog = dialog.get_untracked().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog {
            dialog.close();
        }
    };
    tag("dialog")
        .class("settings")
        .node_ref(dialog)
        .attr("aria-labelledby", "settings-title")
        .on("close", move |_: Event| {
            state.setting.set(false);
            state.replaced.set(None);
        })
        .child(tag("h2").attr("id", "settings-title").attr("tabindex", "-1").child("Settings"))
        .child(part(move || state.replaced.get().map(|before| linked(state, before)).into_any()))
        .child(tag("p").class("quiet").child("Every change holds at once, for the file that is open too."))
        .child(
            tag("div").attr("role", "alert").class("faults").child(part(move || faults(state.faults.get()))),
        )
        .child(view! { <Tolerance/> })
        .child(view! { <Limits/> })
        .child(view! { <RuleLevels/> })
        .child(view! { <Waivers/> })
        .child(view! { <SettingsFile/> })
        .child(
            tag("div")
                .class("ends")
                .child(
                    button()
                        .hook("settings-reset")
                        .attr("disabled", flag(move || told(state, |sheet| sheet.changed) == 0))
                        .click(move || {
                            settle::change(state, Change::Reset);
                            // The button has nothing left to do, and a button that is off keeps no keys.
                            give_focus("#settings-title");
                        })
                        .child("Reset settings"),
                )
                .child(button().class("main").click(close).child("Close")),
        )
}

/// That the settings came with a link, with a way back to those that held before.
fn linked(state: State, before: String) -> impl IntoView {
    tag("p")
        .class("linked")
        .child("These settings came with the link that was opened, in place of yours. ")
        .child(
            button()
                .class("link")
                .hook("take-back")
                .click(move || {
                    state.replaced.set(None);
                    settle::change(state, Change::Line(before.clone()));
                    give_focus("#settings-title");
                })
                .child("Take mine back"),
        )
}

/// Something of the sheet, or nothing while there is none.
pub fn told<T: Default>(state: State, of: impl FnOnce(&SettingsSheet) -> T) -> T {
    state.sheet.with(|sheet| sheet.as_ref().map(of).unwrap_or_default())
}

fn faults(faults: Vec<String>) -> AnyView {
    if faults.is_empty() {
        return ().into_any();
    }
    let list =
        faults.into_iter().map(|text| tag("li").child(view! { <Sentence text alone=true/> }).into_any());
    vec![
        tag("p").child(tag("b").child("Nothing was changed.")).into_any(),
        tag("ul").hook("settings-faults").child(list.collect_view()).into_any(),
    ]
    .into_any()
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
        tag("label")
            .child(
                tag("input")
                    .attr("type", "radio")
                    .attr("name", "tolerance")
                    .attr("value", value)
                    .checked(flag(move || kind() == value))
                    .change(choose),
            )
            .child(tag("span").child(word).child(tag("span").class("quiet").child(": ").child(more)))
            .into_any()
    });
    tag("fieldset").child(tag("legend").child("Rounding")).child(choices.collect_view()).child(
        tag("label").class("indented").child(tag("span").child("Amount")).child(
            tag("input")
                .attr("type", "text")
                .attr("inputmode", "decimal")
                .attr("autocomplete", "off")
                .hook("tolerance-amount")
                .attr("disabled", flag(move || !kind().is_empty()))
                .value(text(amount))
                .change(move |event| set_tolerance(state, &event_target_value(&event))),
        ),
    )
}

/// Takes a tolerance as it was typed.
fn set_tolerance(state: State, typed: &str) {
    match state.separators.with_value(|separators| typed_amount::plain(typed, separators)) {
        Ok(exact) => settle::change(state, Change::Tolerance(exact)),
        Err(fault) => state.faults.set(vec![fault]),
    }
}

#[component]
fn Limits() -> impl IntoView {
    let state = State::here();
    let days =
        move || told(state, |sheet| sheet.freshness_days.map_or(String::new(), |days| days.to_string()));
    let today = move || told(state, |sheet| sheet.today.clone().unwrap_or_default());
    let set = move |of: fn(String) -> Change| {
        move |event: Event| settle::change(state, of(event_target_value(&event)))
    };
    tag("fieldset")
        .child(tag("legend").child("Dates and tables"))
        .child(
            tag("label")
                .child(
                    tag("span")
                        .child("Figures may be this many days old ")
                        .child(tag("span").class("quiet").child("(empty: any age)")),
                )
                .child(
                    tag("input")
                        .attr("type", "text")
                        .attr("inputmode", "numeric")
                        .attr("autocomplete", "off")
                        .hook("freshness")
                        .value(text(days))
                        .change(set(Change::Freshness)),
                ),
        )
        .child(
            tag("label")
                .child(
                    tag("span")
                        .child("Take this day for today ")
                        .child(tag("span").class("quiet").child("(empty: the clock’s)")),
                )
                .child(
                    tag("input")
                        .attr("type", "date")
                        .hook("today")
                        .value(text(today))
                        .change(set(Change::Today)),
                ),
        )
        .child(
            tag("label")
                .child(
                    tag("input")
                        .attr("type", "checkbox")
                        .hook("guard")
                        .checked(flag(move || told(state, |sheet| sheet.spreadsheet_guard)))
                        .change(move |event| {
                            settle::change(state, Change::Guard(event_target_checked(&event)));
                        }),
                )
                .child(
                    tag("span")
                        .child("Keep spreadsheets from running cells as formulas ")
                        .child(tag("span").class("quiet").child("with an apostrophe in front of them")),
                ),
        )
}
