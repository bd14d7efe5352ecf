//! A file that is being read: how far, and a way to give it up.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::live::{attr, now, text};
use crate::ui::sentence::size;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
use crate::view::pace::pace;

#[component]
pub fn Reading() -> impl IntoView {
    let state = State::here();
    let name = move || state.progress.with(|progress| progress.name.clone());
    let share = move || state.progress.with(|progress| per_mille(progress.read, progress.of).to_string());
    let told = move || {
        state.progress.with(|progress| {
            if progress.read >= progress.of && progress.of > 0 {
                format!("{} read; checking the totals", size(progress.of))
            } else {
                let pace = pace(progress.read, progress.of, now().saturating_sub(progress.since));
                let pace = if pace.is_empty() { pace } else { format!(" · {pace}") };
                format!("{} of {}{pace}", size(progress.read), size(progress.of))
            }
        })
    };
    tag("main")
        .class("reading")
        .child(
            tag("h1")
                .class("reading-title")
                .child("Reading ")
                .child(tag("bdi").class("file-name").child(text(name))),
        )
        .child(
            tag("progress")
                .hook("progress")
                .attr("aria-label", "Bytes read")
                .attr("max", "1000")
                .attr("value", attr(move || Some(share()))),
        )
        .child(tag("p").class("reading-share").child(text(told)))
        .child(button().hook("cancel").click(move || acts::cancel(state)).child("Cancel"))
}

/// How many thousandths `read` is of `of`.
fn per_mille(read: u64, of: u64) -> u64 {
    read.saturating_mul(1000).checked_div(of).unwrap_or(0).min(1000)
}
