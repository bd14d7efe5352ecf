//! One row of the list of statements, drawn over and over for whichever statement stands there now.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::{attr, flag, part};
use crate::ui::state::State;
use crate::ui::tag::{Tag, tag};
use crate::ui::viewport::Viewport;
use crate::view::list::ListRow;

#[component]
pub fn StatementRow(
    /// Where the window stands.
    viewport: Viewport,
    /// Which of its rows this is.
    at: u32,
) -> impl IntoView {
    let state = State::here();
    let row = Memo::new(move |_| {
        let place = viewport.first_drawn().saturating_add(at);
        state.list.with(|list| {
            let row = place.checked_sub(list.from).and_then(|at| list.rows.get(at as usize));
            (place < list.total).then(|| (place, row.cloned()))
        })
    });
    part(move || match row.get() {
        None => ().into_any(),
        Some((place, Some(row))) => draw(state, place, row).into_any(),
        Some((place, None)) => Viewport::coming(place).into_any(),
    })
}

fn draw(state: State, place: u32, row: ListRow) -> Tag {
    let ListRow { number, file, entity, as_of, currency, verdict, difference, errors, warnings, .. } = row;
    let open = move || state.selection.with(|selection| selection.statement == number);
    let name = if entity.is_empty() { format!("Statement {}", u64::from(number) + 1) } else { entity };
    let told = match (errors, warnings) {
        (0, 0) => String::new(),
        (errors, 0) => errors.to_string(),
        (errors, warnings) => format!("{errors} + {warnings}"),
    };
    let title = format!("{errors} errors and {warnings} warnings");
    tag("div")
        .class("row")
        .class_if("chosen", flag(open))
        .attr("role", "row")
        .attr(
            "tabindex",
            attr(move || Some(if state.list_cursor.get() == place { "0" } else { "-1" }.to_owned())),
        )
        .attr("data-row", place)
        .hook("statement")
        .attr("data-number", number)
        .attr("data-verdict", verdict.name())
        .attr("aria-rowindex", place.saturating_add(2))
        .attr("aria-selected", attr(move || Some(open().to_string())))
        .child(cell("number").child(u64::from(number) + 1))
        .child(
            cell("entity")
                .attr("title", format!("{name} {file}"))
                .child(tag("bdi").child(name))
                .child((!file.is_empty()).then(|| tag("bdi").class("of-file").child(file))),
        )
        .child(
            cell("date")
                .child(tag("bdi").child(as_of))
                .child(" ")
                .child(tag("bdi").class("in-currency").child(currency)),
        )
        .child(
            cell("verdict-word").child(
                tag("span")
                    .class(format!("outcome {}", verdict.name()))
                    .child(tag("span").attr("aria-hidden", "true").child(verdict.sign()))
                    .child(" ")
                    .child(verdict.word()),
            ),
        )
        .child(
            cell("figure gap")
                .child(difference.filter(|exact| !is_zero(exact)).map(|exact| view! { <Amount exact/> })),
        )
        .child(cell("figure errors").attr("title", title).child(told))
}

fn cell(class: &'static str) -> Tag {
    tag("div").class(class).attr("role", "gridcell")
}

fn is_zero(exact: &str) -> bool {
    exact.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'))
}
