//! The verdict strip: what is read before anything else.

use leptos::html::H1;
use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::downloads::Downloads;
use crate::ui::figures::Figures;
use crate::ui::live::{attr, click, effect, text};
use crate::ui::picker::Picker;
use crate::ui::sentence::size;
use crate::ui::settings;
use crate::ui::state::State;
use crate::view::mark::Mark;
use crate::view::summary::Summary;

#[component]
pub fn VerdictStrip() -> impl IntoView {
    let state = State::here();
    let title = NodeRef::<H1>::new();
    // The reader is brought to the verdict, wherever the keys were before.
    effect(move || {
        if let Some(title) = title.get().filter(|_| state.summary.with(Option::is_some)) {
            drop(title.focus());
        }
    });
    let mark = move || state.summary.with(|summary| summary.as_ref().map(|summary| summary.verdict));
    let told = move |of: fn(&Summary) -> String| {
        state.summary.with(|summary| summary.as_ref().map(of).unwrap_or_default())
    };
    view! {
        <div class="verdict" data-testid="verdict" data-verdict=attr(move || mark().map(|mark| mark.name().to_owned()))>
            <p class="file">
                <bdi class="file-name">{text(move || told(|summary| summary.file_name.clone()))}</bdi>
                {text(move || told(|summary| format!(" · {}{}", size(summary.bytes), lines(summary.lines))))}
            </p>
            <h1 tabindex="-1" node_ref=title>
                <span class="sign" aria-hidden="true">{text(move || mark().map(Mark::sign).unwrap_or_default().to_owned())}</span>
                " "
                {text(move || told(|summary| summary.headline.clone()))}
            </h1>
            <p class="tally">
                {text(move || told(Summary::tally))}
                <span class="checked" data-testid="checked">{text(move || told(Summary::checked))}</span>
                <span class="checked">{text(move || changed(state))}</span>
                <span class="checked stale-words" data-testid="stale">{text(move || told(Summary::outdated))}</span>
            </p>
            <Picker/>
            <Figures/>
            <div class="take-away">
                <Downloads/>
                <button type="button" class="new" on:click=click(move || acts::anew(state))>"New"</button>
            </div>
        </div>
    }
}

/// That the reader's settings are not the usual ones, which every verdict depends on.
fn changed(state: State) -> String {
    match settings::told(state, |sheet| sheet.changed) {
        0 => String::new(),
        1 => "One setting is changed".to_owned(),
        many => format!("{many} settings are changed"),
    }
}

fn lines(count: u64) -> String {
    match count {
        0 => String::new(),
        1 => " · 1 line".to_owned(),
        many => format!(" · {many} lines"),
    }
}
