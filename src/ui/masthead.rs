//! The line at the top: the name, the promise, the rule book, the settings, the theme.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::ui::live::{flag, text};
use crate::ui::settings::{Settings, told};
use crate::ui::state::State;
use crate::ui::tag::{Known, button, tag};
use crate::ui::theme::ThemeSwitch;
use crate::ui::verify::Verify;

/// The name plate, a figure with the accountant's double rule under it, as the icon of the page has it.
const PLATE: &str = "<svg viewBox='0 0 32 32' width='24' height='24' focusable='false'><rect width='32' height='32' rx='6'/>\
     <path d='M9 9.5 12 7v10M17 12a3 5 0 1 0 6 0a3 5 0 1 0-6 0M7 22h18M7 26.5h18'/></svg>";

#[component]
pub fn Masthead() -> impl IntoView {
    let state = State::here();
    let dialog = Known::new();
    let open = move || {
        let dialog = dialog.get_untracked().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog {
            // It is refused only if it is open already.
            drop(dialog.show_modal());
        }
    };
    vec![
        tag("header")
            .class("masthead")
            .child(
                tag("p")
                    .class("wordmark")
                    .child(tag("span").class("plate").attr("aria-hidden", "true").markup(PLATE))
                    .child("Tieout"),
            )
            .child(
                button()
                    .class("promise")
                    .attr("aria-haspopup", "dialog")
                    .click(open)
                    .child(tag("span").class("promise-words").child("Nothing leaves this device"))
                    .child(
                        tag("span")
                            .class("promise-sign")
                            .attr("aria-hidden", "true")
                            .child(text(move || if state.locked.get() { " ✓" } else { "" }.to_owned())),
                    )
                    .child(tag("span").class("promise-link").child("How to verify")),
            )
            .child(tag("a").class("top").attr("href", "#rules").child("Rules"))
            .child(
                button()
                    .class("top")
                    .attr("aria-haspopup", "dialog")
                    .hook("settings")
                    .attr("disabled", flag(move || state.sheet.with(Option::is_none)))
                    .click(move || state.setting.set(true))
                    .child("Settings")
                    .child(text(move || match told(state, |sheet| sheet.changed) {
                        0 => String::new(),
                        changed => format!(" ({changed})"),
                    })),
            )
            .child(view! { <ThemeSwitch/> })
            .into_any(),
        view! { <Verify dialog/> }.into_any(),
        view! { <Settings/> }.into_any(),
    ]
}
