//! What rules say: what is wrong, why it matters, what to do.

use leptos::prelude::*;

use crate::ui::accept::Accept;
use crate::ui::choose;
use crate::ui::live::{click, part};
use crate::ui::sentence::{Name, Sentence};
use crate::ui::state::State;
use crate::view::cause_note::CauseNote;
use crate::view::finding_group::{FindingGroup, Found};
use crate::view::panel::{Note, PathStep};

#[component]
pub fn Notes(
    /// What is said about a line.
    notes: Vec<Note>,
) -> impl IntoView {
    notes.into_iter().map(|note| draw(note, true)).collect_view()
}

/// The chosen finding, if it stands at no line; else an invitation to choose.
#[component]
pub fn FoundNote() -> impl IntoView {
    let state = State::here();
    let found = move || {
        let wanted = state.selection.get();
        let index = wanted.finding.filter(|_| wanted.line.is_none())?;
        state.groups.with(|groups| {
            groups.iter().find_map(|group| {
                let found = group.shown.iter().find(|found| found.index == index)?;
                Some((note(group, found), found.statement.is_some(), found.source_line, found.column))
            })
        })
    };
    part(move || {
        match found() {
        Some((note, may_accept, line, column)) => view! {
            <h2 id="line-title">"Finding"</h2>
            {draw(note, may_accept)}
            {(line > 0).then(|| view! {
                <dl class="facts origin"><div><dt>"Source"</dt><dd>{format!("line {line}, column {column}")}</dd></div></dl>
            })}
        }
        .into_any(),
        None => view! {
            <h2 id="line-title">"Line"</h2>
            <p class="empty">"Choose a finding or a line to see its figures, why it matters and what to do."</p>
        }
        .into_any(),
    }
    })
}

fn note(group: &FindingGroup, found: &Found) -> Note {
    Note {
        index: found.index,
        causes: found.causes.clone(),
        accepted: found.accepted.clone(),
        rule: group.rule.clone(),
        name: group.name.clone(),
        weight: group.weight,
        message: found.message.clone(),
        why: group.why.clone(),
        fix: group.fix.clone(),
    }
}

/// Why the figures probably differ. Nothing is claimed that the figures do not show.
fn probable(causes: Vec<CauseNote>) -> AnyView {
    let state = State::here();
    if causes.is_empty() {
        return view! {
            <h4>"Probable cause"</h4>
            <p data-testid="no-cause">"No simple cause found: no single sign, swap, slip, omission or double entry explains it."</p>
        }
        .into_any();
    }
    let step = move |PathStep { line, name }: PathStep| {
        view! { <button type="button" class="link" on:click=click(move || choose::line(state, line))><Name name/></button> }
            .into_any()
    };
    let cause = move |cause: CauseNote| {
        let CauseNote { text, strong, lines } = cause;
        view! {
            <li data-testid="cause" class:strong=strong>
                <p><Sentence text alone=true/> {(!strong).then_some(" Weak: other things would explain it as well.")}</p>
                <p class="go">"Go to " {lines.into_iter().map(step).collect_view()}</p>
            </li>
        }
        .into_any()
    };
    let title = if causes.len() == 1 { "Probable cause" } else { "Probable causes" };
    view! { <h4>{title}</h4> <ol class="causes">{causes.into_iter().map(cause).collect_view()}</ol> }
        .into_any()
}

fn draw(note: Note, may_accept: bool) -> impl IntoView {
    let Note { index, rule, name, weight, message, why, fix, causes, accepted } = note;
    let part = |title: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <h4>{title}</h4> <p><Sentence text alone=true/></p> })
    };
    view! {
        <article class=format!("note {}", weight.name())>
            <h3>
                <span class="sign" aria-hidden="true">{weight.sign()}</span>
                <a class="code" href=format!("#rule/{rule}") title="What this rule is">{rule.clone()}</a>
                " "
                <span class="rule">{name}</span>
                <span class="unseen">{format!(", {}", weight.name())}</span>
            </h3>
            <p class="message"><Sentence text=message alone=true/></p>
            {causes.map(probable)}
            {part("Why it matters", why)}
            {part("What to do", fix)}
            {may_accept.then(|| view! { <Accept finding=index accepted/> })}
        </article>
    }
}
