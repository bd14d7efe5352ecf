//! The line at the top: the name, the promise, the rule book, the settings, the theme.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::live::{click, flag, text};
use crate::ui::settings::{Settings, told};
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
            <a class="top" href="#rules">"Rules"</a>
            <button
                type="button"
                class="top"
                aria-haspopup="dialog"
                data-testid="settings"
                disabled=flag(move || state.sheet.with(Option::is_none))
                on:click=click(move || state.setting.set(true))
            >
                "Settings"
                {text(move || match told(state, |sheet| sheet.changed) {
                    0 => String::new(),
                    changed => format!(" ({changed})"),
                })}
            </button>
            <ThemeSwitch/>
        </header>
        <Verify dialog/>
        <Settings/>
    }
}
