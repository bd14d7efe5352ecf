//! The findings of one rule.

use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::live::{attr, click, flag};
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::ui::waivers::said;
use crate::view::finding_group::{FindingGroup, Found};
use crate::view::mark::Weight;

#[component]
pub fn FindingList(
    /// The group.
    group: FindingGroup,
) -> impl IntoView {
    let FindingGroup { rule, name, weight, count, shown, .. } = group;
    let more = count.saturating_sub(shown.len() as u64);
    let items = shown.into_iter().map(|found| item(found, &rule, weight)).collect_view();
    view! {
        <details class=format!("rule-group {}", weight.name()) open=true>
            <summary>
                <span class="sign" aria-hidden="true">{weight.sign()}</span>
                <span class="code">{rule}</span>
                " "
                <span class="rule">{name}</span>
                <span class="count">{count}</span>
            </summary>
            <ul>{items}</ul>
            {(more > 0).then(|| view! { <p class="more">{format!("and {more} more, all in the report")}</p> })}
        </details>
    }
}

fn item(found: Found, rule: &str, weight: Weight) -> AnyView {
    let state = State::here();
    let Found { index, message, statement, line, path, pointer, source_line, column, accepted, .. } = found;
    let is_accepted = accepted.is_some().to_string();
    let chosen = move || state.selection.with(|selection| selection.finding == Some(index));
    let place = if path.is_empty() {
        (source_line > 0).then(|| format!("line {source_line}, column {column}"))
    } else {
        Some(path.join(" › "))
    };
    view! {
        <li>
            <button
                type="button"
                class="finding"
                class:chosen=flag(chosen)
                aria-current=attr(move || chosen().then(|| "true".to_owned()))
                data-testid="finding"
                data-rule=rule.to_owned()
                data-severity=weight.name()
                data-accepted=is_accepted
                data-pointer=pointer
                on:click=click(move || choose::finding(state, index, statement, line))
            >
                <span class="message"><Sentence text=message alone=true/></span>
                {place.map(|place| view! { <bdi class="place">{place}</bdi> })}
                {accepted.map(said)}
            </button>
        </li>
    }
    .into_any()
}
