//! What rules say: what is wrong, why it matters, what to do.

use leptos::prelude::*;

use crate::ui::accept::Accept;
use crate::ui::choose;
use crate::ui::live::part;
use crate::ui::sentence::{Name, Sentence};
use crate::ui::source_acts;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
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
                Some((index, note(group, found), found.statement.is_some(), found.source_line, found.column))
            })
        })
    };
    part(move || match found() {
        Some((index, note, may_accept, line, column)) => vec![
            tag("h2").attr("id", "line-title").attr("tabindex", "-1").child("Finding").into_any(),
            draw(note, may_accept).into_any(),
            (line > 0)
                .then(|| {
                    tag("dl").class("facts origin").child(
                        tag("div").child(tag("dt").child("Source")).child(
                            tag("dd").child(
                                button()
                                    .class("link")
                                    .hook("to-source")
                                    .click(move || source_acts::open_at(state, Some(index), None))
                                    .child(format!("line {line}, column {column}")),
                            ),
                        ),
                    )
                })
                .into_any(),
        ]
        .into_any(),
        None => vec![
            tag("h2").attr("id", "line-title").child("Line").into_any(),
            tag("p")
                .class("empty")
                .child(
                    "Choose a finding or a line to see its figures, why it matters and what to \
                     do.",
                )
                .into_any(),
        ]
        .into_any(),
    })
}

fn note(group: &FindingGroup, found: &Found) -> Note {
    Note {
        fingerprint: found.fingerprint.clone(),
        like: found.like,
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
        return vec![
            tag("h4").child("Probable cause").into_any(),
            tag("p")
                .hook("no-cause")
                .child("No simple cause found: no sign, swap, slip or item of this amount stands out. A line may be \
                     missing from the file.")
                .into_any(),
        ]
        .into_any();
    }
    let step = move |PathStep { line, name }: PathStep| {
        button()
            .class("link")
            .click(move || choose::line(state, line))
            .child(view! { <Name name/> })
            .into_any()
    };
    let cause = move |cause: CauseNote| {
        let CauseNote { text, strong, lines } = cause;
        tag("li")
            .hook("cause")
            .class_if("strong", strong)
            .child(
                tag("p")
                    .child(view! { <Sentence text alone=true/> })
                    .child((!strong).then_some(" Weak: this may be chance.")),
            )
            .child(tag("p").class("go").child("Go to ").child(lines.into_iter().map(step).collect_view()))
            .into_any()
    };
    let title = if causes.len() == 1 { "Probable cause" } else { "Probable causes" };
    vec![
        tag("h4").child(title).into_any(),
        tag("ol").class("causes").child(causes.into_iter().map(cause).collect_view()).into_any(),
    ]
    .into_any()
}

fn draw(note: Note, may_accept: bool) -> impl IntoView {
    let Note { fingerprint, like, rule, name, weight, message, why, fix, causes, accepted } = note;
    let part = |title: &'static str, text: String| {
        (!text.is_empty()).then(|| {
            vec![
                tag("h4").child(title).into_any(),
                tag("p").child(view! { <Sentence text alone=true/> }).into_any(),
            ]
        })
    };
    tag("article")
        .class(format!("note {}", weight.name()))
        .child(
            tag("h3")
                .child(tag("span").class("sign").attr("aria-hidden", "true").child(weight.sign()))
                .child(
                    tag("a")
                        .class("code")
                        .attr("href", format!("#rule/{rule}"))
                        .attr("title", "What this rule is")
                        .child(rule.clone()),
                )
                .child(" ")
                .child(tag("span").class("rule").child(name))
                .child(tag("span").class("unseen").child(format!(", {}", weight.name()))),
        )
        .child(tag("p").class("message").child(view! { <Sentence text=message alone=true/> }))
        .child(causes.map(probable))
        .child(part("Why it matters", why))
        .child(part("What to do", fix))
        .child(may_accept.then(|| view! { <Accept rule fingerprint like accepted/> }))
}
