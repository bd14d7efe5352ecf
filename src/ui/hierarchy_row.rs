//! One row of the hierarchy, drawn over and over for whichever line stands there now.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::{attr, flag, part};
use crate::ui::marked::marked;
use crate::ui::sentence::Name;
use crate::ui::state::State;
use crate::ui::tag::{Tag, tag};
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
            let row = number.checked_sub(rows.from).and_then(|at| rows.rows.get(at as usize));
            (number < rows.total).then(|| (number, row.cloned()))
        })
    });
    part(move || match row.get() {
        None => ().into_any(),
        Some((number, Some(row))) => draw(state, number, row).into_any(),
        Some((number, None)) => Viewport::coming(number).into_any(),
    })
}

fn draw(state: State, number: u32, row: Row) -> Tag {
    let line = row.line;
    let chosen = move || state.selection.with(|selection| selection.line == Some(line));
    let picked = row.picked;
    // Where nothing is picked, the chosen line is what is selected.
    let selected = move || picked || chosen() && state.picked.with(Option::is_none);
    let hit = row.hit;
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
    tag("div")
        .class(kind)
        .class_if("chosen", flag(chosen))
        .class_if("picked", row.picked)
        .attr("role", "row")
        .attr(
            "tabindex",
            attr(move || Some(if state.cursor.get() == number { "0" } else { "-1" }.to_owned())),
        )
        .attr("data-row", number)
        .hook("line")
        .attr("data-pointer", row.pointer)
        .attr("aria-level", u32::from(row.depth) + 1)
        .attr("aria-posinset", row.position)
        .attr("aria-setsize", row.siblings)
        .attr("aria-rowindex", number.saturating_add(2))
        .attr("aria-expanded", expanded)
        .attr("aria-selected", attr(move || Some(selected().to_string())))
        .style("--depth", row.depth.to_string())
        .child(
            cell("name", "1")
                .attr("title", title)
                .child(tag("span").class("twist").attr("aria-hidden", "true").child(twist))
                .child(tag("span").class("text").child(match hit.name {
                    None => view! { <Name name=row.name/> }.into_any(),
                    found => marked(row.name, found),
                }))
                .child((row.hidden_hits > 0).then(|| hidden_hits(row.hidden_hits))),
        )
        .child(
            cell("account", "2")
                .attr("title", row.account_id.clone())
                .child(marked(row.account_id, hit.account_id)),
        )
        .child(cell("figure reported", "3").class_if("hit", hit.reported).child(if row.readable {
            amount(Some(row.reported))
        } else {
            tag("bdi").class("raw").child(row.reported).into_any()
        }))
        .child(cell("figure calculated", "4").class_if("hit", hit.calculated).child(amount(row.calculated)))
        .child(cell("figure gap", "5").class_if("hit", hit.difference).child(amount(row.difference)))
        .child(
            cell("mark", "6")
                .child(row.mark.map(|mark| {
                    let class = format!("outcome {}", mark.name());
                    sign(class, mark.word().to_owned(), mark.sign(), mark.word().to_owned())
                }))
                .child(row.weight.map(|weight| {
                    let class = format!("weight {}", weight.name());
                    let told = row.mark.is_some_and(|mark| mark.sign() == weight.sign());
                    let shown = if told { "" } else { weight.sign() };
                    let comma = if row.mark.is_some() { ", " } else { "" };
                    sign(
                        class,
                        format!("{} here", weight.count(1)),
                        shown,
                        format!("{comma}{}", weight.count(1)),
                    )
                }))
                .child(hides_error.then(|| {
                    tag("span")
                        .class("hides")
                        .attr("title", "errors under this line")
                        .child(tag("span").attr("aria-hidden", "true").child("▾✗"))
                        .child(tag("span").class("unseen").child(", errors under this line"))
                })),
        )
}

/// That hits stand under a closed group.
fn hidden_hits(count: u32) -> Tag {
    let told =
        if count == 1 { "1 hit under this line".to_owned() } else { format!("{count} hits under this line") };
    tag("span")
        .class("hidden-hits")
        .attr("title", told.clone())
        .child(tag("span").attr("aria-hidden", "true").child(count))
        .child(tag("span").class("unseen").child(format!(", {told}")))
}

fn cell(class: &'static str, column: &'static str) -> Tag {
    tag("div").class(class).attr("role", "gridcell").attr("aria-colindex", column)
}

/// A sign for the eye, with words for those who hover over it or hear it.
fn sign(class: String, title: String, shown: &'static str, heard: String) -> Tag {
    tag("span")
        .class(class)
        .attr("title", title)
        .child(tag("span").attr("aria-hidden", "true").child(shown))
        .child(tag("span").class("unseen").child(heard))
}

fn amount(exact: Option<String>) -> AnyView {
    exact.map(|exact| view! { <Amount exact/> }).into_any()
}
