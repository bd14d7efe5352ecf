//! The page as a whole: masthead, notice, and whichever of landing, reading and report is due.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::acts;
use crate::ui::book::Book;
use crate::ui::hear;
use crate::ui::history;
use crate::ui::intake;
use crate::ui::landing::Landing;
use crate::ui::live::{attr, effect, flag, part, text};
use crate::ui::locale;
use crate::ui::masthead::Masthead;
use crate::ui::notice::NoticeBar;
use crate::ui::picking;
use crate::ui::print::Printed;
use crate::ui::reading::Reading;
use crate::ui::report::Report;
use crate::ui::shortcuts;
use crate::ui::state::{Stage, State};
use crate::ui::tag::{Known, tag};
use crate::worker::client::Client;

/// The id of the one field that files are chosen with.
pub const FILE_FIELD: &str = "file";

/// Puts the page in place of the loading message.
pub fn mount() {
    if let Some(message) = document().get_element_by_id("boot-message") {
        message.remove();
    }
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let state = State::new(locale::separators());
    provide_context(state);
    state.client.set_value(Some(Client::new(move |heard| hear::hear(state, heard))));
    let over = RwSignal::new(false);
    intake::listen(state, over);
    shortcuts::listen(state);
    picking::listen(state);
    history::follow(state);
    history::begin(state);
    let field = Known::new();
    let choose = move |_| {
        if let Some(field) = field.get_untracked().and_then(|field| field.dyn_into().ok()) {
            intake::chosen(state, &field);
        }
    };
    // A report that follows a report is drawn in the same place.
    let stage = Memo::new(move |_| state.stage.get());
    let book = Memo::new(move |_| state.book.with(Option::is_some));
    // The window is named after what it shows.
    effect(move || {
        let shown = stage.get() == Stage::Report;
        let named = state.summary.with(|summary| {
            summary.as_ref().map(|summary| format!("{} – {}", summary.headline, summary.file_name))
        });
        document().set_title(&named.filter(|_| shown).unwrap_or_else(|| "Tieout".to_owned()));
    });
    let landing = move || stage.get() == Stage::Landing && !book.get();
    tag("div")
        .class("app")
        .class_if("over", flag(move || over.get()))
        .child(view! { <Masthead/> })
        .child(
            tag("div").attr("role", "region").attr("aria-label", "File").child(
                tag("input")
                    .attr("type", "file")
                    .attr("id", FILE_FIELD)
                    .class("unseen")
                    .hook("file-input")
                    .attr("aria-label", "Choose balance sheets, JSON files")
                    .attr(
                        "accept",
                        ".json,.jsonl,.ndjson,.txt,.gz,application/json,text/plain,application/gzip",
                    )
                    .attr("multiple", true)
                    .attr("tabindex", attr(move || Some(if landing() { "0" } else { "-1" }.to_owned())))
                    .node_ref(field)
                    .click(move || acts::expect(state))
                    .change(choose),
            ),
        )
        .child(view! { <NoticeBar/> })
        .child(part(move || match (book.get(), stage.get()) {
            (true, _) => view! { <Book/> }.into_any(),
            (_, Stage::Landing) => view! { <Landing/> }.into_any(),
            (_, Stage::Reading) => view! { <Reading/> }.into_any(),
            (_, Stage::Report) => view! { <Report/> }.into_any(),
        }))
        .child(tag("p").class("unseen").attr("role", "status").child(text(move || state.said.get())))
        .child(view! { <Printed/> })
}
