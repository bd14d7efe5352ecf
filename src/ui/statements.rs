//! The list of statements: sorted, filtered, and as long as it may be.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::ui::acts;
use crate::ui::choose;
use crate::ui::live::{attr, flag, keep_focus, part, text};
use crate::ui::sentence::Sentence;
use crate::ui::state::{Look, State};
use crate::ui::statement_row::StatementRow;
use crate::ui::tag::{Known, Tag, button, tag};
use crate::ui::viewport::{Feed, Viewport};
use crate::view::list::{Column, Wish};
use crate::view::mark::Mark;
use crate::view::shortcuts::{self, Act, Place};
use crate::worker::protocol::Ask;

/// The columns that are shown, with their classes and words.
const COLUMNS: [(Column, &str, &str); 6] = [
    (Column::Number, "number", "No."),
    (Column::Entity, "entity", "Statement"),
    (Column::Date, "date", "Date"),
    (Column::Verdict, "verdict-word", "Verdict"),
    (Column::Difference, "figure gap", "Difference"),
    (Column::Errors, "figure errors", "Errors"),
];

/// How many statements are asked for at first.
const FIRST: u32 = 60;

#[component]
pub fn Statements() -> impl IntoView {
    let state = State::here();
    let grid = Known::new();
    let feed = Feed {
        window: |state| {
            state.list.with(|list| (list.from, u32::try_from(list.rows.len()).unwrap_or(0), list.total))
        },
        ask: |state, from, count| {
            let wish = state.list.with_untracked(|list| list.wish.clone());
            acts::ask(state, &Ask::Statements { wish, from, count });
        },
        asked: state.list_asked,
        cursor: state.list_cursor,
        show: state.list_show,
    };
    let viewport = Viewport::new(state, feed, grid);
    let pick = move |event: leptos::ev::MouseEvent| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let row = element.and_then(|element| element.closest("[data-row]").ok().flatten());
        if let Some(row) = row.and_then(|row| row.get_attribute("data-row")?.parse::<u32>().ok()) {
            open(state, row);
        }
    };
    vec![
        filter(state).into_any(),
        part(move || without(state).into_any()).into_any(),
        tag("div")
            .class("grid statements")
            .class_if(
                "of-files",
                flag(move || state.list.with(|list| list.rows.iter().any(|row| !row.file.is_empty()))),
            )
            .attr("role", "grid")
            .attr("tabindex", attr(move || Some(if viewport.has_cursor() { "-1" } else { "0" }.to_owned())))
            .attr("aria-labelledby", "view-statements")
            .attr(
                "aria-rowcount",
                attr(move || Some(state.list.with(|list| list.total.saturating_add(1)).to_string())),
            )
            .node_ref(grid)
            .on("keydown", move |event| key(state, viewport, &event))
            .on("scroll", move |_: web_sys::Event| viewport.scrolled())
            .on("wheel", move |event| viewport.wheeled(&event))
            .on("click", pick)
            .child(tag("div").class("grid-head").attr("role", "rowgroup").child(head(state)))
            .child(viewport.track_of(|viewport, at| view! { <StatementRow viewport at/> }.into_any()))
            .into_any(),
        tag("p").class("more").hook("unlisted").child(text(move || unlisted(state))).into_any(),
    ]
}

/// Asks for the list as it was wished for last, or as it is at first.
pub fn ask(state: State) {
    let wish = state.list.with_untracked(|list| list.wish.clone());
    wish_for(state, wish);
}

/// A file that was just opened is listed in its own order.
pub fn ask_anew(state: State) {
    wish_for(state, Wish::default());
}

fn wish_for(state: State, wish: Wish) {
    state.list_cursor.set(0);
    state.list_show.set(Some(0));
    acts::ask(state, &Ask::Statements { wish, from: 0, count: FIRST });
}

/// Changes what is wished for.
fn change(state: State, change: impl FnOnce(&mut Wish)) {
    let mut wish = state.list.with_untracked(|list| list.wish.clone());
    change(&mut wish);
    wish_for(state, wish);
}

fn head(state: State) -> Tag {
    let wish = move || state.list.with(|list| (list.wish.by, list.wish.down));
    let cells = COLUMNS.map(|(column, class, word)| {
        let order = move || match wish() {
            (by, true) if by == column => Some("descending".to_owned()),
            (by, false) if by == column => Some("ascending".to_owned()),
            _ => None,
        };
        let sign = move || match order().as_deref() {
            Some("descending") => " ↓".to_owned(),
            Some(_) => " ↑".to_owned(),
            None => String::new(),
        };
        // What is worst or largest is what one looks for first.
        let down = matches!(column, Column::Verdict | Column::Difference | Column::Errors);
        let sort = move || {
            change(state, |wish| {
                wish.down = if wish.by == column { !wish.down } else { down };
                wish.by = column;
            });
        };
        tag("div")
            .class(class)
            .attr("role", "columnheader")
            .attr("aria-sort", attr(order))
            .child(button().class("sort").click(sort).child(word).child(text(sign)))
            .into_any()
    });
    tag("div").class("row").attr("role", "row").attr("aria-rowindex", "1").child(cells.collect_view())
}

fn filter(state: State) -> Tag {
    let choice = |(only, word): (Option<Mark>, &'static str)| {
        let chosen = move || state.list.with(|list| list.wish.only == only);
        let count = move || {
            state.list.with(|list| {
                let [ties, rounding, open, differs] = list.verdicts;
                match only {
                    None => list.verdicts.iter().sum::<u32>(),
                    Some(Mark::Ties) => ties,
                    Some(Mark::Rounding) => rounding,
                    Some(Mark::NotCheckable) => open,
                    Some(_) => differs,
                }
                .to_string()
            })
        };
        button()
            .attr("aria-pressed", attr(move || Some(chosen().to_string())))
            .hook("statement-filter")
            .attr("data-outcome", only.map_or("all", Mark::name))
            .click(move || change(state, |wish| wish.only = only))
            .child(word)
            .child(" ")
            .child(tag("span").class("count").child(text(count)))
            .into_any()
    };
    let choices = [
        (None, "All"),
        (Some(Mark::Differs), "do not tie"),
        (Some(Mark::NotCheckable), "not checkable"),
        (Some(Mark::Rounding), "rounding"),
        (Some(Mark::Ties), "tie"),
    ];
    let typed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        change(state, |wish| wish.text = text);
    };
    tag("div")
        .class("outcomes")
        .attr("role", "group")
        .attr("aria-label", "Which statements")
        .child(choices.map(choice).collect_view())
        .child(
            tag("input")
                .attr("type", "search")
                .attr("aria-label", "Find a statement by entity, date, currency or file")
                .attr("placeholder", "Entity, date, file …")
                .hook("statement-search")
                .value(text(move || state.list.with(|list| list.wish.text.clone())))
                .input(typed),
        )
}

fn key(state: State, viewport: Viewport, event: &KeyboardEvent) {
    let in_head = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_head = in_head.is_some_and(|element| element.closest(".grid-head").ok().flatten().is_some());
    if in_head || event.alt_key() {
        return;
    }
    let control = event.ctrl_key() || event.meta_key();
    let last = state.list.with_untracked(|list| list.total.saturating_sub(1));
    let at = state.list_cursor.get_untracked();
    let page = viewport.page().saturating_sub(1).max(1);
    let to = match shortcuts::act(Place::List, &event.key(), event.shift_key(), control) {
        Some(Act::Down) => at.saturating_add(1),
        Some(Act::Up) => at.saturating_sub(1),
        Some(Act::PageDown) => at.saturating_add(page),
        Some(Act::PageUp) => at.saturating_sub(page),
        Some(Act::First) => 0,
        Some(Act::Last) => last,
        Some(Act::Enter) => {
            event.prevent_default();
            return open(state, at);
        }
        _ => return,
    };
    event.prevent_default();
    state.list_cursor.set(to.min(last));
    state.list_show.set(Some(to.min(last)));
}

/// Opens the statement of a row.
fn open(state: State, row: u32) {
    let number = state.list.with_untracked(|list| {
        let at = row.checked_sub(list.from)? as usize;
        list.rows.get(at).map(|row| row.number)
    });
    let Some(number) = number else { return };
    state.list_cursor.set(row);
    state.look.set(Look::Hierarchy);
    choose::statement(state, number);
    // The list is gone, and with it what had the keys.
    keep_focus("[role=treegrid]");
}

/// The most files that are named above the list.
const MOST_NAMED: usize = 100;

/// The files that gave no statement: what is wrong with each, and the way there.
fn without(state: State) -> Option<Tag> {
    let files = state
        .summary
        .with(|summary| summary.as_ref().map(|summary| summary.without.clone()).unwrap_or_default());
    let told = match files.len() {
        0 => return None,
        1 => "A file gives no statement, and is not in this list:".to_owned(),
        many => format!("{many} files give no statement, and are not in this list:"),
    };
    let of_file = |(name, at): (String, Option<u32>)| {
        let says = at.and_then(|at| {
            state.groups.with(|groups| {
                let mut found = groups.iter().flat_map(|group| &group.shown);
                found.find(|found| found.index == at).map(|found| found.message.clone())
            })
        });
        let name = tag("bdi").child(name);
        let named = match at {
            Some(at) => {
                let go = move || choose::finding(state, at, None, None);
                button().class("link").hook("without").click(go).child(name)
            }
            // Nothing is said of it, so that there is nowhere to go.
            None => name,
        };
        tag("li")
            .child(named)
            .child(says.map(|says| vec![": ".into_any(), view! { <Sentence text=says/> }.into_any()]))
            .into_any()
    };
    let more = files.len().saturating_sub(MOST_NAMED);
    let list = files.into_iter().take(MOST_NAMED).map(of_file).collect_view();
    Some(
        tag("div")
            .class("without")
            .child(tag("p").child(told))
            .child(tag("ul").child(list))
            .child((more > 0).then(|| tag("p").child(format!("and {more} more")))),
    )
}

fn unlisted(state: State) -> String {
    match state.list.with(|list| (list.unlisted, list.total)) {
        (0, 0) => "No statement is like that.".to_owned(),
        (0, _) => String::new(),
        (many, _) => format!("and {many} more, which are checked and counted, but not listed"),
    }
}
