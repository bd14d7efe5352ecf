//! What rules say: what is wrong, why it matters, what to do.

use leptos::prelude::*;

use crate::ui::live::part;
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::view::finding_group::{FindingGroup, Found};
use crate::view::panel::Note;

#[component]
pub fn Notes(
    /// What is said about a line.
    notes: Vec<Note>,
) -> impl IntoView {
    notes.into_iter().map(draw).collect_view()
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
                Some((note(group, found), found.source_line, found.column))
            })
        })
    };
    part(move || {
        match found() {
        Some((note, line, column)) => view! {
            <h2 id="line-title">"Finding"</h2>
            {draw(note)}
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
        rule: group.rule.clone(),
        name: group.name.clone(),
        weight: group.weight,
        message: found.message.clone(),
        why: group.why.clone(),
        fix: group.fix.clone(),
    }
}

fn draw(note: Note) -> impl IntoView {
    let Note { rule, name, weight, message, why, fix } = note;
    let part = |title: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <h4>{title}</h4> <p><Sentence text alone=true/></p> })
    };
    view! {
        <article class=format!("note {}", weight.name())>
            <h3>
                <span class="sign" aria-hidden="true">{weight.sign()}</span>
                <span class="code">{rule}</span>
                " "
                <span class="rule">{name}</span>
                <span class="unseen">{format!(", {}", weight.name())}</span>
            </h3>
            <p class="message"><Sentence text=message alone=true/></p>
            {part("Why it matters", why)}
            {part("What to do", fix)}
        </article>
    }
}
