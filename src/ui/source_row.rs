//! One row of a file's text, drawn over and over for whichever row stands there now.

use leptos::prelude::*;

use crate::ui::live::{attr, flag, part};
use crate::ui::state::State;
use crate::ui::tag::{Tag, button, tag};
use crate::ui::viewport::Viewport;
use crate::view::mark::Weight;
use crate::view::source::sent::{Hit, Share, SourceNote, SourcePiece, SourceRow};

#[component]
pub fn SourceLine(
    /// Where the window stands.
    viewport: Viewport,
    /// Which of its rows this is.
    at: u32,
) -> impl IntoView {
    let state = State::here();
    let row = Memo::new(move |_| {
        let number = viewport.first_drawn().saturating_add(at);
        state.source.rows.with(|rows| {
            let row = number.checked_sub(rows.from).and_then(|at| rows.rows.get(at as usize));
            (number < rows.total).then(|| (number, row.cloned()))
        })
    });
    part(move || match row.get() {
        // Where rows are more than a browser has room for, what is drawn may reach past the last one.
        None => ().into_any(),
        Some((number, Some(row))) => draw(state, number, row).into_any(),
        Some((number, None)) => Viewport::coming(number).into_any(),
    })
}

fn draw(state: State, number: u32, row: SourceRow) -> Tag {
    let SourceRow { line, continued, chosen, pieces, notes, more, .. } = row;
    let here = move || state.source.cursor.get() == number;
    let share = match chosen {
        Share::None => "row",
        Share::Part => "row part",
        Share::Whole => "row whole",
    };
    let (shown, heard) = if continued {
        ("↪".to_owned(), format!("line {line} goes on"))
    } else {
        (line.to_string(), String::new())
    };
    tag("div")
        .class(share)
        .class_if("here", flag(here))
        .attr("role", "row")
        .attr("tabindex", attr(move || Some(if here() { "0" } else { "-1" }.to_owned())))
        .attr("data-row", number)
        .hook("source-row")
        .attr("data-line", line)
        .attr("aria-rowindex", number.saturating_add(2))
        .attr("aria-selected", (chosen != Share::None).to_string())
        .child(
            tag("div")
                .class("number")
                .attr("role", "rowheader")
                .child(tag("span").attr("aria-hidden", continued.then_some("true")).child(shown))
                .child(continued.then(|| tag("span").class("unseen").child(heard))),
        )
        .child(tag("div").class("gutter").attr("role", "gridcell").child(gutter(state, number, &notes, more)))
        .child(
            tag("div")
                .class("source-text")
                .attr("role", "gridcell")
                .child(pieces.into_iter().map(|piece| draw_piece(piece).into_any()).collect_view()),
        )
}

/// The findings of the row, as one button for the worst of them.
fn gutter(state: State, number: u32, notes: &[SourceNote], more: u32) -> Option<Tag> {
    let worst = notes.first()?;
    let count = u32::try_from(notes.len()).unwrap_or(u32::MAX).saturating_add(more);
    let tell = |note: &SourceNote| {
        let accepted = if note.accepted { ", accepted" } else { "" };
        format!("{} {}{accepted}: {}", note.weight.name(), note.rule, note.message)
    };
    let mut told: Vec<String> = notes.iter().map(tell).collect();
    if more > 0 {
        told.push(format!("and {more} more"));
    }
    let (class, sign) = if worst.accepted {
        ("weight info", "○")
    } else {
        (
            match worst.weight {
                Weight::Error => "weight error",
                Weight::Warning => "weight warning",
                Weight::Info => "weight info",
            },
            worst.weight.sign(),
        )
    };
    let numbers: Vec<Option<u32>> = notes.iter().map(|note| note.finding).collect();
    let chosen = move || {
        let chosen = state.selection.with(|selection| selection.finding);
        chosen.is_some() && numbers.contains(&chosen)
    };
    let here = move || state.source.cursor.get() == number;
    let label = told.join("; ");
    Some(
        button()
            .class(class)
            .hook("source-note")
            .attr("data-rule", worst.rule.clone())
            .attr("tabindex", attr(move || Some(if here() { "0" } else { "-1" }.to_owned())))
            .attr("title", told.join("\n"))
            .attr("aria-pressed", attr(move || Some(chosen().to_string())))
            .child(tag("span").attr("aria-hidden", "true").child(sign))
            .child(tag("span").class("unseen").child(label))
            .child((count > 1).then(|| tag("span").class("count").attr("aria-hidden", "true").child(count))),
    )
}

fn draw_piece(piece: SourcePiece) -> Tag {
    let SourcePiece { at, text, ink, sign, under, hit, chosen } = piece;
    let mut class = String::from(ink.name());
    if sign {
        class.push_str(" stand-in");
    }
    if let Some(weight) = under {
        class.push_str(" under under-");
        class.push_str(weight.name());
    }
    class.push_str(match hit {
        Hit::None => "",
        Hit::One => " hit",
        Hit::Current => " hit current",
    });
    if chosen {
        class.push_str(" own");
    }
    tag(if hit == Hit::None { "span" } else { "mark" }).class(class).attr("data-at", at).child(text)
}
