//! Every check of the open statement with its outcome: what was shown to agree, not only what was not.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::amount::Amount;
use crate::ui::choose;
use crate::ui::live::{attr, part};
use crate::ui::sentence::{Name, Sentence};
use crate::ui::state::State;
use crate::ui::tag::{button, tag};
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
        button()
            .attr("aria-pressed", (only == mark).to_string())
            .hook("check-filter")
            .attr("data-outcome", mark.map_or("all", Mark::name))
            .attr("disabled", count == 0 && only != mark)
            .click(move || acts::ask(state, &Ask::Checks { only: mark, from: 0 }))
            .child(word)
            .child(" ")
            .child(tag("span").class("count").child(count))
            .into_any()
    };
    let shown = u32::try_from(checks.rows.len()).unwrap_or(0);
    let page = move |from: u32| acts::ask(state, &Ask::Checks { only, from });
    let pages = (total > shown).then(|| {
        let told = format!("{} to {} of {total}", from + 1, from + shown);
        tag("div")
            .class("pages")
            .attr("role", "group")
            .attr("aria-label", "Part of the list")
            .child(
                button()
                    .attr("disabled", from == 0)
                    .click(move || page(from.saturating_sub(MOST_CHECKS)))
                    .child("Previous"),
            )
            .child(tag("span").child(told))
            .child(
                button()
                    .attr("disabled", from + shown >= total)
                    .click(move || page(from + MOST_CHECKS))
                    .child("Next"),
            )
    });
    let rows = checks.rows.iter().cloned().map(|check| row(state, check)).collect_view();
    vec![
        tag("div")
            .class("outcomes")
            .attr("role", "group")
            .attr("aria-label", "Outcome")
            .child(choices.map(choice).collect_view())
            .into_any(),
        pages.into_any(),
        tag("div")
            .class("check-table")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", "Checks")
            .child(
                tag("table")
                    .child(
                        tag("thead").child(
                            tag("tr")
                                .child(tag("th").attr("scope", "col").child("Total"))
                                .child(tag("th").attr("scope", "col").class("figure").child("Reported"))
                                .child(tag("th").attr("scope", "col").class("figure").child("Calculated"))
                                .child(tag("th").attr("scope", "col").class("figure").child("Difference"))
                                .child(tag("th").attr("scope", "col").class("figure").child("Tolerance"))
                                .child(tag("th").attr("scope", "col").child("Outcome")),
                        ),
                    )
                    .child(tag("tbody").child(rows)),
            )
            .into_any(),
    ]
    .into_any()
}

fn row(state: State, check: CheckRow) -> AnyView {
    let CheckRow { line, mut path, pointer, reported, comparison } = check;
    let name = path.pop().unwrap_or_default();
    let above = path.join(" › ");
    let name = match line {
        Some(line) => {
            let chosen = move || state.selection.with(|selection| selection.line == Some(line));
            button()
                .class("link")
                .attr("aria-current", attr(move || chosen().then(|| "true".to_owned())))
                .click(move || choose::line(state, line))
                .child(view! { <Name name/> })
                .into_any()
        }
        None => view! { <Name name/> }.into_any(),
    };
    let mark = comparison.mark;
    let aside = comparison.aside;
    let accepted = (!aside.is_empty()).then(|| format!(", {aside}"));
    let amount =
        |exact: Option<String>| tag("td").class("figure").child(exact.map(|exact| view! { <Amount exact/> }));
    tag("tr")
        .hook("check")
        .attr("data-outcome", mark.name())
        .attr("data-pointer", pointer)
        .child(
            tag("th")
                .attr("scope", "row")
                .child(name)
                .child((!above.is_empty()).then(|| tag("bdi").class("place").child(above))),
        )
        .child(amount(reported))
        .child(amount(comparison.calculated))
        .child(amount(comparison.difference))
        .child(amount(comparison.tolerance))
        .child(
            tag("td")
                .class(format!("outcome {}", mark.name()))
                .child(tag("span").class("sign").attr("aria-hidden", "true").child(mark.sign()))
                .child(" ")
                .child(mark.word())
                .child(accepted)
                .child(
                    comparison
                        .obstacle
                        .map(|why| tag("span").class("place").child(view! { <Sentence text=why/> })),
                ),
        )
        .into_any()
}
