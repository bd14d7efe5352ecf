//! One row of the hierarchy, drawn over and over for whichever line stands there now.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::{attr, flag, part};
use crate::ui::sentence::Name;
use crate::ui::state::State;
use crate::ui::viewport::Viewport;
use crate::view::row::{Branch, Row};

#[component]
pub fn HierarchyRow(
    /// Where the window stands.
    viewport: Viewport,
    /// Which of its rows this is.
    at: u32,
) -> impl IntoView {
    let state = State::here();
    let row = Memo::new(move |_| {
        let number = viewport.first_drawn().saturating_add(at);
        state.rows.with(|rows| {
            let at = number.checked_sub(rows.from)? as usize;
            rows.rows.get(at).map(|row| (number, row.clone()))
        })
    });
    part(move || row.get().map(|(number, row)| draw(state, number, row)).into_any())
}

fn draw(state: State, number: u32, row: Row) -> impl IntoView {
    let line = row.line;
    let chosen = move || state.selection.with(|selection| selection.line == Some(line));
    let kind = match (row.depth, row.branch) {
        (0, _) => "row section",
        (_, Branch::None) => "row leaf",
        (_, Branch::Open | Branch::Closed { .. }) => "row group",
    };
    let (twist, expanded, hides_error) = match row.branch {
        Branch::None => ("", None, false),
        Branch::Open => ("▾", Some("true"), false),
        Branch::Closed { hides_error } => ("▸", Some("false"), hides_error),
    };
    let title = row.name.clone();
    view! {
        <div
            class=kind
            class:chosen=flag(chosen)
            role="row"
            tabindex=attr(move || Some(if state.cursor.get() == number { "0" } else { "-1" }.to_owned()))
            data-row=number
            data-testid="line"
            data-pointer=row.pointer
            attr:aria-level=u32::from(row.depth) + 1
            attr:aria-posinset=row.position
            attr:aria-setsize=row.siblings
            attr:aria-rowindex=number.saturating_add(2)
            aria-expanded=expanded
            aria-selected=attr(move || Some(chosen().to_string()))
            style=("--depth", row.depth.to_string())
        >
            <div class="name" role="gridcell" aria-colindex="1" title=title>
                <span class="twist" aria-hidden="true">{twist}</span>
                <span class="text"><Name name=row.name/></span>
            </div>
            <div class="account" role="gridcell" aria-colindex="2" title=row.account_id.clone()>
                <bdi>{row.account_id.clone()}</bdi>
            </div>
            <div class="figure reported" role="gridcell" aria-colindex="3">
                {if row.readable { amount(Some(row.reported)) } else { view! { <bdi class="raw">{row.reported}</bdi> }.into_any() }}
            </div>
            <div class="figure calculated" role="gridcell" aria-colindex="4">{amount(row.calculated)}</div>
            <div class="figure gap" role="gridcell" aria-colindex="5">{amount(row.difference)}</div>
            <div class="mark" role="gridcell" aria-colindex="6">
                {row.mark.map(|mark| view! {
                    <span class=format!("outcome {}", mark.name()) title=mark.word()>
                        <span aria-hidden="true">{mark.sign()}</span>
                        <span class="unseen">{mark.word()}</span>
                    </span>
                })}
                {row.weight.map(|weight| view! {
                    <span class=format!("weight {}", weight.name()) title=format!("{} here", weight.count(1))>
                        <span aria-hidden="true">{if row.mark.is_some_and(|mark| mark.sign() == weight.sign()) { "" } else { weight.sign() }}</span>
                        <span class="unseen">{format!(", {}", weight.name())}</span>
                    </span>
                })}
                {hides_error.then(|| view! {
                    <span class="hides" title="errors under this line">
                        <span aria-hidden="true">"▾✗"</span>
                        <span class="unseen">", errors under this line"</span>
                    </span>
                })}
            </div>
        </div>
    }
}

fn amount(exact: Option<String>) -> AnyView {
    exact.map(|exact| view! { <Amount exact/> }).into_any()
}
