//! Everything about the chosen line.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::choose;
use crate::ui::live::{click, part};
use crate::ui::notes::{FoundNote, Notes};
use crate::ui::sentence::{Name, Sentence};
use crate::ui::state::State;
use crate::view::mark::Mark;
use crate::view::panel::{Comparison, Panel, PathStep};

#[component]
pub fn LinePanel() -> impl IntoView {
    let state = State::here();
    part(move || match state.panel.get() {
        Some(panel) => draw(state, panel).into_any(),
        None => view! { <FoundNote/> }.into_any(),
    })
}

fn draw(state: State, panel: Panel) -> impl IntoView {
    let Panel { mut path, pointer, source_line, account_id, reported, readable, items, check, notes, .. } =
        panel;
    let name = path.pop().map(|own| own.name).unwrap_or_default();
    let kind = match (path.is_empty(), items) {
        (true, _) => "section",
        (false, 0) => "account",
        (false, _) => "group",
    };
    let under = match items {
        0 => kind.to_owned(),
        1 => format!("{kind}, 1 item"),
        many => format!("{kind}, {many} items"),
    };
    view! {
        {trail(state, path)}
        <h2 id="line-title"><Name name/></h2>
        <dl class="facts">
            <div><dt>"Reported"</dt><dd>{reported_amount(reported, readable)}</dd></div>
            {check.map(comparison)}
        </dl>
        <Notes notes/>
        <dl class="facts origin">
            {(!account_id.is_empty()).then(|| view! { <div><dt>"Account id"</dt><dd><bdi>{account_id}</bdi></dd></div> })}
            <div><dt>"Kind"</dt><dd>{under}</dd></div>
            <div><dt>"Source"</dt><dd>{format!("line {source_line}")}</dd></div>
            <div><dt>"Pointer"</dt><dd><code>{pointer}</code></dd></div>
        </dl>
    }
}

fn trail(state: State, path: Vec<PathStep>) -> impl IntoView {
    let step = move |PathStep { line, name }: PathStep| {
        view! {
            <li>
                <button type="button" class="link" on:click=click(move || choose::line(state, line))><Name name/></button>
            </li>
        }
    };
    (!path.is_empty())
        .then(|| view! { <ol class="trail" aria-label="Above this line">{path.into_iter().map(step).collect_view()}</ol> })
}

fn reported_amount(reported: String, readable: bool) -> AnyView {
    if readable {
        view! { <Amount exact=reported/> }.into_any()
    } else if reported.is_empty() {
        "none".into_any()
    } else {
        view! { <code><bdi>{reported}</bdi></code> }.into_any()
    }
}

fn comparison(check: Comparison) -> impl IntoView {
    let Comparison { calculated, difference, tolerance, mark, obstacle, counts } = check;
    let amounts = [("Calculated", calculated), ("Difference", difference), ("Tolerance", tolerance)];
    let row = |(word, amount): (&'static str, Option<String>)| {
        amount.map(
            |exact| view! { <div class=word.to_ascii_lowercase()><dt>{word}</dt><dd><Amount exact/></dd></div> },
        )
    };
    view! {
        {amounts.map(row).collect_view()}
        <div class=format!("outcome {}", mark.name())>
            <dt>"Total"</dt>
            <dd>
                <span class="sign" aria-hidden="true">{mark.sign()}</span>
                " "
                {mark.word()}
                {(!counts && mark == Mark::Differs).then_some(" (does not count)")}
                {obstacle.map(|why| view! { ": " <Sentence text=why/> })}
            </dd>
        </div>
    }
}
