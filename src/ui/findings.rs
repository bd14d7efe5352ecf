//! What the rules found, in groups, to be filtered and chosen from.

use leptos::prelude::*;

use crate::ui::finding_filter::FindingFilter;
use crate::ui::finding_list::FindingList;
use crate::ui::state::State;

#[component]
pub fn Findings() -> impl IntoView {
    let state = State::here();
    let shown = move || {
        let filter = state.filter.get();
        state
            .groups
            .with(|groups| groups.iter().filter(|group| filter.admits(group)).cloned().collect::<Vec<_>>())
    };
    view! {
        <h2 id="findings-title">"Findings"</h2>
        <Show
            when=move || state.groups.with(|groups| !groups.is_empty())
            fallback=|| view! { <p class="empty">"No rule has anything to say. Every check that could be made ties."</p> }
        >
            <FindingFilter/>
            {move || shown().into_iter().map(|group| view! { <FindingList group/> }).collect_view()}
        </Show>
    }
}
