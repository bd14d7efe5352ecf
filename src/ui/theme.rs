//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::ui::live::{effect, flag, text};
use crate::ui::storage;
use crate::ui::tag::tag;

const KEY: &str = "tieout.theme";
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
    tag("label").class("theme").child(tag("span").class("unseen").child("Theme")).child(
        tag("select")
            .value(text(move || theme.get()))
            .change(move |event| theme.set(event_target_value(&event)))
            .child(
                CHOICES
                    .map(|(value, word)| {
                        tag("option")
                            .attr("value", value)
                            .attr("selected", flag(move || theme.get() == value))
                            .child(word)
                            .into_any()
                    })
                    .collect_view(),
            ),
    )
}

fn remembered() -> String {
    let known = storage::remembered(KEY).filter(|kept| CHOICES.iter().any(|(value, _)| value == kept));
    known.unwrap_or_else(|| "system".to_owned())
}
