//! Every check of the open statement with its outcome: what was shown to agree, not only what was not.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::amount::Amount;
use crate::ui::choose;
use crate::ui::live::{attr, click, part};
use crate::ui::sentence::{Name, Sentence};
use crate::ui::state::State;
use crate::view::check_row::{CheckList, CheckRow, MOST_CHECKS, OUTCOMES};
use crate::view::mark::Mark;
use crate::worker::protocol::Ask;

#[component]
pub fn Checks() -> impl IntoView {
    let state = State::here();
    part(move || state.checks.with(|checks| list(state, checks)))
}

/// Asks for the first checks of the statement that is open now, of the outcome that is shown.
pub fn ask(state: State) {
    let only = state.checks.with_untracked(|checks| checks.only);
    acts::ask(state, &Ask::Checks { only, from: 0 });
}

fn list(state: State, checks: &CheckList) -> AnyView {
    let CheckList { counts, only, total, from, .. } = *checks;
    let all = counts.iter().sum();
    let choices = std::iter::once((None, "All", all))
        .chain(OUTCOMES.into_iter().zip(counts).map(|(mark, count)| (Some(mark), mark.word(), count)));
    let choice = |(mark, word, count): (Option<Mark>, &'static str, u32)| {
        view! {
            <button
                type="button"
                aria-pressed=(only == mark).to_string()
                data-testid="check-filter"
                data-outcome=mark.map_or("all", Mark::name)
                disabled=count == 0 && only != mark
                on:click=click(move || acts::ask(state, &Ask::Checks { only: mark, from: 0 }))
            >
                {word}
                " "
                <span class="count">{count}</span>
            </button>
        }
        .into_any()
    };
    let shown = u32::try_from(checks.rows.len()).unwrap_or(0);
    let page = move |from: u32| acts::ask(state, &Ask::Checks { only, from });
    let pages = (total > shown).then(|| {
        let told = format!("{} to {} of {total}", from + 1, from + shown);
        view! {
            <div class="pages" role="group" aria-label="Part of the list">
                <button type="button" disabled=from == 0 on:click=click(move || page(from.saturating_sub(MOST_CHECKS)))>"Previous"</button>
                <span>{told}</span>
                <button type="button" disabled={from + shown >= total} on:click=click(move || page(from + MOST_CHECKS))>"Next"</button>
            </div>
        }
    });
    let rows = checks.rows.iter().cloned().map(|check| row(state, check)).collect_view();
    view! {
        <div class="outcomes" role="group" aria-label="Outcome">{choices.map(choice).collect_view()}</div>
        {pages}
        <div class="check-table" tabindex="0" role="region" aria-label="Checks">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Total"</th>
                        <th scope="col" class="figure">"Reported"</th>
                        <th scope="col" class="figure">"Calculated"</th>
                        <th scope="col" class="figure">"Difference"</th>
                        <th scope="col" class="figure">"Tolerance"</th>
                        <th scope="col">"Outcome"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(state: State, check: CheckRow) -> AnyView {
    let CheckRow { line, mut path, pointer, reported, comparison } = check;
    let name = path.pop().unwrap_or_default();
    let above = path.join(" › ");
    let name = match line {
        Some(line) => {
            let chosen = move || state.selection.with(|selection| selection.line == Some(line));
            view! {
                <button
                    type="button"
                    class="link"
                    aria-current=attr(move || chosen().then(|| "true".to_owned()))
                    on:click=click(move || choose::line(state, line))
                >
                    <Name name/>
                </button>
            }
            .into_any()
        }
        None => view! { <Name name/> }.into_any(),
    };
    let mark = comparison.mark;
    let accepted = (!comparison.counts && mark == Mark::Differs).then_some(" (does not count)");
    let amount = |exact: Option<String>| {
        view! { <td class="figure">{exact.map(|exact| view! { <Amount exact/> })}</td> }
    };
    view! {
        <tr data-testid="check" data-outcome=mark.name() data-pointer=pointer>
            <th scope="row">
                {name}
                {(!above.is_empty()).then(|| view! { <bdi class="place">{above}</bdi> })}
            </th>
            {amount(reported)}
            {amount(comparison.calculated)}
            {amount(comparison.difference)}
            {amount(comparison.tolerance)}
            <td class=format!("outcome {}", mark.name())>
                <span class="sign" aria-hidden="true">{mark.sign()}</span>
                " "
                {mark.word()}
                {accepted}
                {comparison.obstacle.map(|why| view! { <span class="place"><Sentence text=why/></span> })}
            </td>
        </tr>
    }
    .into_any()
}
