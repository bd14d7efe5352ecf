//! The line at the top: the name, the promise, the theme.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::live::{click, text};
use crate::ui::state::State;
use crate::ui::theme::ThemeSwitch;
use crate::ui::verify::Verify;

#[component]
pub fn Masthead() -> impl IntoView {
    let state = State::here();
    let dialog = NodeRef::<Dialog>::new();
    let open = move || {
        if let Some(dialog) = dialog.get_untracked() {
            // It is refused only if it is open already.
            drop(dialog.show_modal());
        }
    };
    view! {
        <header class="masthead">
            <p class="wordmark">"Tieout"</p>
            <button type="button" class="promise" aria-haspopup="dialog" on:click=click(open)>
                <span class="promise-words">"Nothing leaves this device"</span>
                <span class="promise-sign" aria-hidden="true">
                    {text(move || if state.locked.get() { " ✓" } else { "" }.to_owned())}
                </span>
                <span class="promise-link">"How to verify"</span>
            </button>
            <ThemeSwitch/>
        </header>
        <Verify dialog/>
    }
}
