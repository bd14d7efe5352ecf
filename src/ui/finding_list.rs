//! The findings of one rule.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::live::{attr, flag, part};
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
use crate::ui::waivers::said;
use crate::view::finding_group::{FindingGroup, Found};
use crate::view::mark::Weight;

#[component]
pub fn FindingList(
    /// The group.
    group: FindingGroup,
    /// Whether it is the first that is listed.
    first: bool,
    /// Whether it stands so far down that nobody misses it in the first frame.
    late: bool,
) -> impl IntoView {
    let FindingGroup { rule, name, weight, count, shown, .. } = group;
    let more = count.saturating_sub(shown.len() as u64);
    let items = {
        let rule = rule.clone();
        move || {
            let items = shown.iter().cloned().enumerate();
            items.map(|(at, found)| item(found, &rule, weight, first && at == 0)).collect_view().into_any()
        }
    };
    let items = if late { after_a_frame(items) } else { items() };
    tag("details")
        .class(format!("rule-group {}", weight.name()))
        .attr("open", true)
        .child(
            tag("summary")
                .child(tag("span").class("sign").attr("aria-hidden", "true").child(weight.sign()))
                .child(tag("span").class("code").child(rule))
                .child(" ")
                .child(tag("span").class("rule").child(name))
                .child(tag("span").class("count").child(count)),
        )
        .child(tag("ul").child(items))
        .child(
            (more > 0).then(|| tag("p").class("more").child(format!("and {more} more, all in the report"))),
        )
}

/// What is drawn once the first frame was seen.
fn after_a_frame(of: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let seen = RwSignal::new(false);
    request_animation_frame(move || {
        // By then it may be gone.
        set_timeout(
            move || {
                let _ = seen.try_set(true);
            },
            Duration::ZERO,
        );
    });
    part(move || if seen.get() { of() } else { ().into_any() }).into_any()
}

/// A finding; at one of all, the first, the tab key stops.
fn item(found: Found, rule: &str, weight: Weight, stop: bool) -> AnyView {
    let state = State::here();
    let Found { index, message, file, statement, line, path, pointer, source_line, column, accepted, .. } =
        found;
    let is_accepted = accepted.is_some().to_string();
    let chosen = move || state.selection.with(|selection| selection.finding == Some(index));
    let place = if path.is_empty() {
        (source_line > 0).then(|| format!("line {source_line}, column {column}"))
    } else {
        Some(path.join(" › "))
    };
    // Where there are several statements, a place is one of a statement.
    let several =
        state.summary.with_untracked(|summary| summary.as_ref().is_some_and(|one| one.statements > 1));
    let of = statement.filter(|_| several).map(|at| format!("Statement {}", u64::from(at) + 1));
    let place: Vec<String> = [file, of, place].into_iter().flatten().collect();
    let place = (!place.is_empty()).then(|| place.join(" › "));
    tag("li")
        .child(
            button()
                .class("finding")
                .class_if("chosen", flag(chosen))
                .attr("aria-current", attr(move || chosen().then(|| "true".to_owned())))
                .attr("tabindex", if stop { "0" } else { "-1" })
                .hook("finding")
                .attr("data-rule", rule.to_owned())
                .attr("data-severity", weight.name())
                .attr("data-accepted", is_accepted)
                .attr("data-pointer", pointer)
                .click(move || choose::finding(state, index, statement, line))
                .child(tag("span").class("message").child(view! { <Sentence text=message alone=true/> }))
                .child(place.map(|place| tag("bdi").class("place").child(place)))
                .child(accepted.map(said)),
        )
        .into_any()
}
