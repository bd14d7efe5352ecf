//! Searching the open statement: the field, what was found, and going from hit to hit.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, HtmlInputElement};

use crate::ui::acts;
use crate::ui::choose;
use crate::ui::history;
use crate::ui::live::{attr, flag, text};
use crate::ui::state::{Look, State, Tab};
use crate::ui::tabs;
use crate::ui::tag::{Known, button, tag};
use crate::view::fragment::Selection;
use crate::view::hit::{Found, LONGEST};
use crate::view::shortcuts::{Act, Place, act};
use crate::view::step::Step;
use crate::worker::protocol::Ask;

/// The id of the field.
const FIELD: &str = "search";

#[component]
pub fn Search() -> impl IntoView {
    let state = State::here();
    let field = Known::new();
    // Who had the keys before the field, to have them again.
    let before = StoredValue::new_local(None::<HtmlElement>);
    let came = move |event: FocusEvent| {
        before.set_value(event.related_target().and_then(|element| element.dyn_into().ok()));
    };
    let leave = move || {
        clear(state);
        let back = before.get_value().filter(|element| element.is_connected());
        let own = field.get_untracked().and_then(|field| field.dyn_into::<HtmlElement>().ok());
        if let Some(element) = back {
            drop(element.focus());
        } else if let Some(own) = own {
            drop(own.blur());
        }
    };
    let key = move |event: KeyboardEvent| {
        let control = event.ctrl_key() || event.meta_key() || event.alt_key();
        match act(Place::Search, &event.key(), event.shift_key(), control) {
            Some(Act::NextHit) => step(state, true),
            Some(Act::LastHit) => step(state, false),
            Some(Act::LetGo) => leave(),
            _ => return,
        }
        event.prevent_default();
    };
    let off = move || state.search.with(String::is_empty);
    let none = move || state.found.with(|found| found.total == 0);
    let go = |forward: bool, name: &'static str, hook: &'static str, sign: &'static str| {
        button()
            .class("step")
            .attr("aria-label", name)
            .attr("title", name)
            .hook(hook)
            .attr("disabled", flag(none))
            .click(move || step(state, forward))
            .child(sign)
    };
    tag("div")
        .class("search")
        .attr("role", "search")
        .attr("aria-label", "Statement")
        .attr("hidden", flag(move || state.opened.with(Option::is_none)))
        .child(tag("label").attr("for", FIELD).class("unseen").child("Search names, account ids and amounts"))
        .child(
            tag("div")
                .class("search-field")
                .child(
                    tag("input")
                        .attr("type", "text")
                        .attr("id", FIELD)
                        .attr("inputmode", "search")
                        .attr("enterkeyhint", "search")
                        .attr("autocomplete", "off")
                        .attr("autocapitalize", "off")
                        .attr("spellcheck", "false")
                        .attr("maxlength", LONGEST.to_string())
                        .attr("placeholder", "Names, ids, amounts")
                        .attr("aria-describedby", "search-told")
                        .hook("search")
                        .node_ref(field)
                        .value(text(move || state.search.get()))
                        .input(move |event| typed(state, event_target_value(&event)))
                        .on("focus", came)
                        .on("keydown", key),
                )
                .child(tag("kbd").attr("aria-hidden", "true").attr("hidden", flag(move || !off())).child("/"))
                .child(
                    tag("span")
                        .class("told")
                        .hook("search-count")
                        .attr("hidden", flag(move || off() || none()))
                        .child(text(move || counted(state))),
                )
                .child(
                    tag("div")
                        .class("steps")
                        .attr("hidden", flag(off))
                        .child(go(false, "Previous hit", "previous-hit", "‹"))
                        .child(go(true, "Next hit", "next-hit", "›"))
                        .child(
                            button()
                                .class("step")
                                .attr("aria-label", "Clear the search")
                                .attr("title", "Clear the search")
                                .hook("clear-search")
                                .click(leave)
                                .child("×"),
                        ),
                ),
        )
        .child(
            tag("p")
                .class("more-told")
                .attr("id", "search-told")
                .hook("search-told")
                .class_if("empty", flag(none))
                .attr("aria-hidden", attr(move || off().then(|| "true".to_owned())))
                .child(text(move || beside(state))),
        )
}

/// Gives the keys to the field, with what stands in it marked.
pub fn begin() {
    let field =
        document().get_element_by_id(FIELD).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        drop(field.focus());
        field.select();
    }
}

/// Searches for something else.
fn typed(state: State, text: String) {
    state.search.set(text);
    ask(state);
}

/// Searches for nothing any more.
pub fn clear(state: State) {
    if !state.search.with_untracked(String::is_empty) {
        typed(state, String::new());
    }
}

/// Searches again: another statement is open, or was judged otherwise.
pub fn again(state: State) {
    if !state.search.with_untracked(String::is_empty) {
        ask(state);
    }
}

/// Nothing is searched for in a file that was just opened.
pub fn forget(state: State) {
    state.search.set(String::new());
    state.found.set(Found::default());
}

/// Goes to the next hit from the chosen line on, or to the one before it.
pub fn step(state: State, forward: bool) {
    let from = state.selection.with_untracked(|selection| selection.line);
    acts::ask(state, &Ask::Hit { from, forward });
}

/// Takes what was found, and goes to the hit that was asked for. What is no longer searched for is let go.
pub fn take(state: State, found: Found) {
    let now = state.selection.get_untracked();
    if found.statement != now.statement || found.text != state.search.get_untracked() {
        return;
    }
    let line = found.at.map(|(_, line)| line);
    state.found.set(found);
    if let Some(line) = line {
        choose::go(state, Selection { statement: now.statement, line: Some(line), finding: None });
        // A view that shows no lines cannot show a hit.
        if matches!(state.look.get_untracked(), Look::Checks | Look::Statements) {
            state.look.set(Look::Hierarchy);
        }
        state.tab.set(Tab::Views);
        tabs::bring(state);
        history::replace(state);
    }
    let told = [untrack(|| counted(state)), untrack(|| beside(state))];
    state.said.set(told.into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>().join(". "));
}

fn ask(state: State) {
    let text = state.search.get_untracked();
    acts::ask(state, &Ask::Search { text });
    choose::step(state, Step::Look);
}

/// `3 of 17`, or `17 found` as long as the reader is at none of them.
fn counted(state: State) -> String {
    let chosen = state.selection.with(|selection| selection.line);
    state.found.with(|found| match found.at {
        _ if found.total == 0 => String::new(),
        Some((at, line)) if Some(line) == chosen => format!("{at} of {}", found.total),
        _ => format!("{} found", found.total),
    })
}

/// What is to be said beside the count.
fn beside(state: State) -> String {
    let searched = state.search.with(|text| !text.trim().is_empty());
    let several = state.summary.with(|summary| summary.as_ref().is_some_and(|one| one.statements > 1));
    state.found.with(|found| {
        let of_the_statement = match (found.difference, found.residual) {
            (true, _) => "the difference of the statement",
            (false, true) => "what remains of its difference",
            (false, false) => "",
        };
        match (found.total, of_the_statement) {
            _ if !searched || found.text.trim().is_empty() => String::new(),
            (0, "") if several => {
                "Nothing found in this statement. The list of statements has a search of its own.".to_owned()
            }
            (0, "") => "Nothing found. Fewer letters or digits find more.".to_owned(),
            (0, what) => format!("No line has it, but it is {what}."),
            (_, "") => String::new(),
            (_, what) => format!("It is {what}, too."),
        }
    })
}
