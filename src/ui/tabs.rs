//! On a narrow screen: which of the three parts is shown. On a wide one all are, and this is not there.

use leptos::prelude::*;

use crate::ui::live::{attr, effect};
use crate::ui::state::{State, Tab};
use crate::ui::tag::{Known, button, tag};

const TABS: [(Tab, &str, &str); 3] = [
    (Tab::Findings, "Findings", "pane-findings"),
    (Tab::Hierarchy, "Hierarchy", "pane-hierarchy"),
    (Tab::Line, "Line", "pane-line"),
];

#[component]
pub fn Tabs() -> impl IntoView {
    let state = State::here();
    let bar = Known::new();
    // A part that is chosen is read from its beginning, however far the one before was scrolled.
    effect(move || {
        let chosen = state.tab.get();
        let Some(bar) = bar.get_untracked() else { return };
        let pane = TABS.iter().find(|(tab, ..)| *tab == chosen).map(|(_, _, pane)| *pane);
        let pane = pane.and_then(|pane| document().get_element_by_id(pane));
        request_animation_frame(move || {
            let pane =
                pane.filter(|_| bar.offset_height() > 0 && bar.get_bounding_client_rect().top() <= 0.0);
            // Whoever comes back to the findings comes back to the one that was chosen.
            let known = pane.as_ref().and_then(|pane| pane.query_selector(".finding.chosen").ok().flatten());
            if let Some(place) = known.or(pane) {
                place.scroll_into_view();
            }
        });
    });
    tag("nav").class("tabs").attr("aria-label", "Parts of the report").node_ref(bar).child(
        TABS.map(|(tab, word, pane)| {
            let shown = move || state.tab.get() == tab;
            button()
                .attr("aria-controls", pane)
                .attr("aria-current", attr(move || shown().then(|| "true".to_owned())))
                .click(move || state.tab.set(tab))
                .child(word)
                .into_any()
        })
        .collect_view(),
    )
}
