//! The first thing seen: what this is, and where to put a file.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::ui::acts;
use crate::ui::app::FILE_FIELD;
use crate::ui::intake;
use crate::ui::live::flag;
use crate::ui::state::State;
use crate::ui::tag::{Known, button, tag};

/// Text that grows by more than this at once was not typed.
const PASTE: u32 = 20;

#[component]
pub fn Landing() -> impl IntoView {
    let state = State::here();
    let field = Known::new();
    let area = move || field.get_untracked().and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let length = StoredValue::new(0_u32);
    let check = move || {
        let text = area().map(|field| field.value()).filter(|text| !text.is_empty());
        if let Some(text) = text {
            intake::text(state, &text);
        } else {
            state.fault("There is no text to check.", "Paste the text of a balance sheet first.");
            if let Some(area) = area() {
                drop(area.focus());
            }
        }
    };
    let typed = move |_| {
        let Some(field) = area() else { return };
        let now = field.text_length();
        let grown = now.saturating_sub(length.get_value());
        length.set_value(now);
        if grown > PASTE {
            check();
        }
    };
    tag("main")
        .class("landing")
        .child(tag("h1").attr("tabindex", "-1").child("Does this balance sheet tie?"))
        .child(tag("p").class("lead").child(
            "Tieout proves every total of a JSON balance sheet against the figures \
             beneath it, shows where it does not agree and by how much, and gives you the \
             lines as a clean table.",
        ))
        .child(
            tag("label")
                .class("drop")
                .attr("for", FILE_FIELD)
                .child(tag("span").class("drop-words").child("Drop a JSON file here"))
                .child(tag("span").class("drop-more").child("or click to choose one")),
        )
        .child(
            tag("div")
                .class("paste-field")
                .child(tag("label").attr("for", "paste").child("Or paste its text"))
                .child(
                    tag("textarea")
                        .attr("id", "paste")
                        .hook("paste")
                        .attr("rows", "2")
                        .attr("spellcheck", "false")
                        .attr("autocomplete", "off")
                        .attr("placeholder", "{ \"assets\": …, \"liabilities\": …, \"equity\": … }")
                        .node_ref(field)
                        .input(typed),
                )
                .child(button().click(check).child("Check the text")),
        )
        .child(
            tag("p")
                .class("sample")
                .child("Nothing at hand? ")
                .child(
                    button()
                        .class("link")
                        .hook("sample")
                        .attr("disabled", flag(move || !state.locked.get()))
                        .click(move || acts::sample(state))
                        .child("Try the sample"),
                )
                .child(", a balance sheet that does not tie. Or see ")
                .child(tag("a").attr("href", "#rules").child("what is checked"))
                .child("."),
        )
        .child(tag("p").class("vow").child(
            "Nothing leaves this device. The file is read by this page alone; once the \
             page has loaded it works with the network switched off.",
        ))
}
