//! The first thing seen: what this is, and where to put a file.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::app::FILE_FIELD;
use crate::ui::intake;
use crate::ui::live::{change, click, flag};
use crate::ui::state::State;

/// Text that grows by more than this at once was not typed.
const PASTE: u32 = 20;

#[component]
pub fn Landing() -> impl IntoView {
    let state = State::here();
    let field = NodeRef::<Textarea>::new();
    let length = StoredValue::new(0_u32);
    let check = move || {
        let text = field.get_untracked().map(|field| field.value()).filter(|text| !text.is_empty());
        if let Some(text) = text {
            intake::text(state, &text);
        }
    };
    let typed = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let now = field.text_length();
        let grown = now.saturating_sub(length.get_value());
        length.set_value(now);
        if grown > PASTE {
            check();
        }
    };
    view! {
        <main class="landing">
            <h1>"Does this balance sheet tie?"</h1>
            <p class="lead">
                "Tieout proves every total of a JSON balance sheet against the figures beneath it, shows where it \
                 does not agree and by how much, and gives you the lines as a clean table."
            </p>
            <label class="drop" for=FILE_FIELD>
                <span class="drop-words">"Drop a JSON file here"</span>
                <span class="drop-more">"or click to choose one"</span>
            </label>
            <div class="paste-field">
                <label for="paste">"Or paste its text"</label>
                <textarea
                    id="paste"
                    data-testid="paste"
                    rows="2"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder="{ \"assets\": …, \"liabilities\": …, \"equity\": … }"
                    node_ref=field
                    on:input=change(typed)
                ></textarea>
                <button type="button" on:click=click(check)>"Check the text"</button>
            </div>
            <p class="sample">
                "Nothing at hand? "
                <button type="button" class="link" data-testid="sample" disabled=flag(move || !state.locked.get()) on:click=click(move || acts::sample(state))>
                    "Try the sample"
                </button>
                ", a balance sheet that does not tie. Or see "
                <a href="#rules">"what is checked"</a>
                "."
            </p>
            <p class="vow">
                "Nothing leaves this device. The file is read by this page alone; once the page has loaded it works \
                 with the network switched off."
            </p>
        </main>
    }
}
