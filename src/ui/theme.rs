//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::ui::live::{change, effect, flag, text};
use crate::ui::storage;

const KEY: &str = "theme";
const CHOICES: [(&str, &str); 3] = [("system", "System"), ("light", "Light"), ("dark", "Dark")];

#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let theme = RwSignal::new(remembered());
    effect(move || {
        let theme = theme.get();
        if let Some(root) = document().document_element() {
            // The stylesheet knows `light` and `dark`; anything else follows the system.
            drop(root.set_attribute("data-theme", &theme));
        }
        storage::remember(KEY, Some(&theme));
    });
    view! {
        <label class="theme">
            <span class="unseen">"Theme"</span>
            <select prop:value=text(move || theme.get()) on:change=change(move |event| theme.set(event_target_value(&event)))>
                {CHOICES
                    .map(|(value, word)| {
                        view! { <option value=value selected=flag(move || theme.get() == value)>{word}</option> }.into_any()
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

fn remembered() -> String {
    let known = storage::remembered(KEY).filter(|kept| CHOICES.iter().any(|(value, _)| value == kept));
    known.unwrap_or_else(|| "system".to_owned())
}
