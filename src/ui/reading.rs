//! A file that is being read: how far, and a way to give it up.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::live::{attr, click, text};
use crate::ui::sentence::size;
use crate::ui::state::State;

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
                format!("{} of {}", size(progress.read), size(progress.of))
            }
        })
    };
    view! {
        <main class="reading">
            <h1 class="reading-title">"Reading " <bdi class="file-name">{text(name)}</bdi></h1>
            <progress data-testid="progress" aria-label="Bytes read" max="1000" value=attr(move || Some(share()))></progress>
            <p class="reading-share">{text(told)}</p>
            <button type="button" data-testid="cancel" on:click=click(move || acts::cancel(state))>"Cancel"</button>
        </main>
    }
}

/// How many thousandths `read` is of `of`.
fn per_mille(read: u64, of: u64) -> u64 {
    read.saturating_mul(1000).checked_div(of).unwrap_or(0).min(1000)
}
