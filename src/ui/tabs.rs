//! On a narrow screen: which of the three parts is shown. On a wide one all are, and this is not there.

use leptos::prelude::*;

use crate::ui::live::{attr, effect};
use crate::ui::state::{State, Tab};
use crate::ui::tag::{button, tag};

const TABS: [(Tab, &str, &str); 3] = [
    (Tab::Findings, "Findings", "pane-findings"),
    (Tab::Views, "Views", "pane-views"),
    (Tab::Line, "Line", "pane-line"),
];

/// Where only one part is shown, as in the stylesheet.
const NARROW: &str = "(width < 64rem)";

#[component]
pub fn Tabs() -> impl IntoView {
    let state = State::here();
    effect(move || {
        state.tab.track();
        bring(state);
    });
    tag("nav").class("tabs").attr("aria-label", "Parts of the report").child(
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

/// Brings the part that is shown into sight where only one is: it is read from its beginning, however far the one before
/// was scrolled, and what was chosen in it is not left below the window.
pub fn bring(state: State) {
    // Asking where things stand makes the browser lay out all of them, which is not needed where all are in sight.
    let narrow = window().match_media(NARROW).ok().flatten();
    if !narrow.is_some_and(|narrow| narrow.matches()) {
        return;
    }
    let chosen = state.tab.get_untracked();
    let pane = TABS.iter().find(|(tab, ..)| *tab == chosen).map(|(_, _, pane)| *pane);
    request_animation_frame(move || {
        let bar = document().query_selector(".tabs").ok().flatten();
        let bar = bar.map(|bar| bar.get_bounding_client_rect()).filter(|bar| bar.height() > 0.0);
        let pane = pane.and_then(|pane| document().get_element_by_id(pane));
        let (Some(bar), Some(pane)) = (bar, pane) else { return };
        let window = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
        let something = state.selection.try_with_untracked(|one| one.line.or(one.finding).is_some());
        let below = something == Some(true) && pane.get_bounding_client_rect().bottom() > window;
        if bar.top() > 0.0 && !below {
            return;
        }
        // Whoever comes back to the findings comes back to the one that was chosen.
        let known = pane.query_selector(".finding.chosen").ok().flatten();
        known.unwrap_or(pane).scroll_into_view();
    });
}
