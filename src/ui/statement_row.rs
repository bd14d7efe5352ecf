//! One row of the list of statements, drawn over and over for whichever statement stands there now.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::{attr, flag, part};
use crate::ui::state::State;
use crate::ui::tag::{Tag, tag};
use crate::ui::viewport::Viewport;
use crate::view::list::ListRow;
use crate::view::mark::Mark;

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
    let ListRow { number, file, entity, as_of, currency, verdict, difference, of_total, .. } = row;
    let ListRow { aside, errors, warnings, .. } = row;
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
        .child(outcome(verdict, of_total, aside))
        .child(gap(difference, of_total))
        .child(cell("figure errors").attr("title", title).child(told))
}

/// The verdict, with what differs, if that is not the equation; or that something differs and does not count in it.
fn outcome(verdict: Mark, of_total: bool, aside: u32) -> Tag {
    let qualified = aside > 0 && matches!(verdict, Mark::Ties | Mark::Rounding);
    let class = if qualified { "qualified" } else { verdict.name() };
    let word = match verdict {
        Mark::Differs if of_total => "a total differs".to_owned(),
        _ if qualified => format!("{}, but for {aside}", verdict.word()),
        _ => verdict.word().to_owned(),
    };
    let many = if aside == 1 { "1 difference does".to_owned() } else { format!("{aside} differences do") };
    let title =
        format!("{many} not count in it: accepted, of a rule that is off, or of a total beside the tree");
    cell("verdict-word").attr("title", if qualified { title } else { word.clone() }).child(
        tag("span")
            .class(format!("outcome {class}"))
            .child(tag("span").attr("aria-hidden", "true").child(verdict.sign()))
            .child(" ")
            .child(word),
    )
}

/// By how much the equation differs, or else a total.
fn gap(difference: Option<String>, of_total: bool) -> Tag {
    let shown = difference.filter(|exact| !is_zero(exact));
    let title = (of_total && shown.is_some()).then_some("By how much a total differs; the equation does not");
    cell("figure gap").attr("title", title).child(shown.map(|exact| view! { <Amount exact/> }))
}

fn cell(class: &'static str) -> Tag {
    tag("div").class(class).attr("role", "gridcell")
}

fn is_zero(exact: &str) -> bool {
    exact.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'))
}
