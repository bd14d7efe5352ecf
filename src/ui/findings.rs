//! What the rules found, in groups, to be filtered and chosen from.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;

use crate::ui::finding_filter::FindingFilter;
use crate::ui::finding_keys;
use crate::ui::finding_list::FindingList;
use crate::ui::live::{part, text};
use crate::ui::state::State;
use crate::ui::tag::tag;
use crate::view::finding_group::FindingGroup;
use crate::view::summary::Summary;

/// Of how many findings the first frame has room at most.
const AT_ONCE: usize = 25;

#[component]
pub fn Findings() -> impl IntoView {
    let state = State::here();
    let shown = move || {
        let filter = state.filter.get();
        state
            .groups
            .with(|groups| groups.iter().filter(|group| filter.admits(group)).cloned().collect::<Vec<_>>())
    };
    let list = move || {
        if state.groups.with(Vec::is_empty) {
            return tag("p").class("empty").child(text(move || told(state))).into_any();
        }
        let (accepted, open): (Vec<_>, Vec<_>) = shown().into_iter().partition(|group| group.accepted);
        if open.is_empty() && accepted.is_empty() {
            return tag("p")
                .class("empty")
                .child("All findings are hidden by what is chosen above.")
                .into_any();
        }
        let (mut first, mut above) = (true, 0);
        let mut lists = |groups: Vec<FindingGroup>| {
            let list = |group: FindingGroup| {
                let late = above >= AT_ONCE;
                above += group.shown.len();
                view! { <FindingList group late first=std::mem::take(&mut first)/> }.into_any()
            };
            groups.into_iter().map(list).collect_view()
        };
        let title = (!accepted.is_empty()).then(|| tag("h3").class("accepted-title").child("Accepted"));
        vec![lists(open).into_any(), title.into_any(), lists(accepted).into_any()].into_any()
    };
    vec![
        tag("h2").attr("id", "findings-title").child("Findings").into_any(),
        view! { <FindingFilter/> }.into_any(),
        tag("div")
            .on("keydown", |event: KeyboardEvent| finding_keys::key(&event))
            .on("focusin", |event: FocusEvent| finding_keys::reached(&event))
            .child(part(list))
            .into_any(),
    ]
}

/// What an empty list means: only a sheet of which every check ties has nothing more to be told of.
fn told(state: State) -> String {
    let passed = |summary: &Summary| summary.checks.iter().skip(1).all(|count| *count == 0);
    let all_tie = state.summary.with(|summary| summary.as_ref().is_some_and(passed));
    let more =
        if all_tie { "Every check ties." } else { "The checks show what does not tie or could not be made." };
    format!("No rule that is on has anything to say. {more}")
}
