//! On a narrow screen: which of the three parts is shown. On a wide one all are, and this is not there.

use leptos::prelude::*;

use crate::ui::state::{State, Tab};

const TABS: [(Tab, &str, &str); 3] = [
    (Tab::Findings, "Findings", "pane-findings"),
    (Tab::Hierarchy, "Hierarchy", "pane-hierarchy"),
    (Tab::Line, "Line", "pane-line"),
];

#[component]
pub fn Tabs() -> impl IntoView {
    let state = State::here();
    view! {
        <nav class="tabs" aria-label="Parts of the report">
            {TABS
                .map(|(tab, word, pane)| {
                    let shown = move || state.tab.get() == tab;
                    view! {
                        <button
                            type="button"
                            aria-controls=pane
                            aria-current=move || shown().then_some("true")
                            on:click=move |_| state.tab.set(tab)
                        >
                            {word}
                        </button>
                    }
                })
                .collect_view()}
        </nav>
    }
}
