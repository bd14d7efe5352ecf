//! Finding something in the text of a file.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::live::{flag, text};
use crate::ui::shortcuts;
use crate::ui::source_acts;
use crate::ui::state::State;
use crate::ui::tag::{Tag, button, tag};
use crate::view::shortcuts::{Act, Place};
use crate::view::source::sent::SourceAsk;

/// How many rows come with a place that is gone to.
const AROUND: u32 = 120;

/// The field, how much was found, and going from place to place.
pub fn field(state: State) -> Tag {
    let nothing = move || state.source.found.with(|found| found.count == 0);
    let step = move |word: &'static str, sign: &'static str, forward: bool| {
        button()
            .attr("aria-label", word)
            .attr("title", word)
            .attr("disabled", flag(nothing))
            .click(move || go(state, forward))
            .child(tag("span").attr("aria-hidden", "true").child(sign))
    };
    tag("div")
        .class("source-find")
        .attr("role", "search")
        .attr("aria-label", "Text of the file")
        .child(
            tag("input")
                .attr("type", "search")
                .attr("aria-label", "Find in the text")
                .attr("placeholder", "Find in the text")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .hook("source-find")
                .value(text(move || state.source.wanted.get()))
                .input(move |event| look_for(state, event_target_value(&event)))
                .on("keydown", move |event: KeyboardEvent| {
                    let forward = match shortcuts::of(Place::FindInText, &event) {
                        Some(Act::NextHit) => true,
                        Some(Act::LastHit) => false,
                        _ => return,
                    };
                    if !event.is_composing() {
                        event.prevent_default();
                        go(state, forward);
                    }
                }),
        )
        .child(step("Previous place", "↑", false))
        .child(step("Next place", "↓", true))
        .child(
            tag("span")
                .class("source-found")
                .attr("role", "status")
                .hook("source-found")
                .child(text(move || told(state))),
        )
}

/// Looks for a text from the reader's row on.
fn look_for(state: State, wanted: String) {
    let row = source_acts::row_at(state, state.source.cursor.get_untracked());
    let from = row.map_or(0, |row| row.offset);
    state.source.wanted.set(wanted.clone());
    state.source.found.update(|found| {
        (found.count, found.at, found.done) = (0, None, false);
        found.text.clone_from(&wanted);
    });
    source_acts::ask(state, SourceAsk::Find { text: wanted, from });
}

/// Goes to the next place, or the one before; behind the last one is the first.
fn go(state: State, forward: bool) {
    let next = state.source.found.with_untracked(|found| {
        let last = found.count.checked_sub(1)?;
        Some(match (found.at, forward) {
            (Some(at), true) if at < last => at + 1,
            (Some(at), false) if at > 0 => at - 1,
            (_, true) => 0,
            (_, false) => last,
        })
    });
    let Some(at) = next else { return };
    state.source.found.update(|found| found.at = Some(at));
    source_acts::ask(state, SourceAsk::Hit { at, count: AROUND });
}

/// How much was found: `3 of 17`.
fn told(state: State) -> String {
    let write = |number: u32| state.write(&number.to_string());
    state.source.found.with(|found| match (found.count, found.at) {
        _ if found.text.is_empty() => String::new(),
        (0, _) if found.done => "not found".to_owned(),
        (0, _) => "…".to_owned(),
        (count, at) => {
            let count = write(count);
            let of = if found.full { format!("the first {count}") } else { count };
            let more = if found.done { "" } else { " …" };
            match at {
                Some(at) => format!("{} of {of}{more}", write(at.saturating_add(1))),
                None => format!("{of}{more}"),
            }
        }
    })
}
