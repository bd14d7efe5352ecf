//! What can be taken away.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::live::{click, flag};
use crate::ui::state::State;
use crate::worker::protocol::Wanted;

const CHOICES: [(Wanted, &str, &str, &str); 3] = [
    (Wanted::CsvCompact, "download-csv-compact", "CSV", "Six columns, one row a line"),
    (
        Wanted::CsvFull,
        "download-csv-full",
        "CSV, all columns",
        "Eighteen columns, with keys, paths and checks",
    ),
    (Wanted::ReportJson, "download-report", "Report", "report.json: verdict, checks and findings"),
];

#[component]
pub fn Downloads() -> impl IntoView {
    let state = State::here();
    let no_lines = move || state.opened.with(Option::is_none);
    view! {
        <div class="downloads" role="group" aria-labelledby="downloads-title">
            <span id="downloads-title">"Download"</span>
            {CHOICES
                .map(|(format, hook, word, more)| {
                    let table = format != Wanted::ReportJson;
                    view! {
                        <button
                            type="button"
                            data-testid=hook
                            title=more
                            disabled=flag(move || table && no_lines())
                            on:click=click(move || acts::download(state, format))
                        >
                            {word}
                        </button>
                    }
                    .into_any()
                })
                .collect_view()}
        </div>
    }
}
