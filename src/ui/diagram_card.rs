//! A card of the diagram: a header, and a row for each item.

use leptos::prelude::*;

use crate::ui::diagram_board::part_name;
use crate::ui::live::{attr, flag};
use crate::ui::marked::marked;
use crate::ui::sentence::Name;
use crate::ui::state::State;
use crate::ui::tag::{Tag, tag};
use crate::view::mark::Mark;
use crate::view::picture::drawing::{Card, CardRow, Drawing};
use crate::view::picture::scene::{At, CardPart, Motif};

/// Draws a card.
pub fn draw(state: State, motif: Motif, drawing: &Drawing, card: &Card) -> AnyView {
    let level = match drawing.columns.get(card.column as usize) {
        Some(_) if card.column == 0 => "main category",
        column => column.map_or("", |column| &column.title),
    };
    let keys = card.rows.iter().any(|row| !row.key.is_empty());
    let rows = card.rows.iter().map(|row| item(state, motif, card, row, keys).into_any()).collect_view();
    let hidden = (card.more > 0 && !card.rows.is_empty()).then(|| more(state, card));
    tag("div")
        .class(if card.fails { "card fails" } else { "card" })
        .hook("card")
        .attr("data-name", card.name.clone())
        .attr("role", "none")
        .style("left", format!("{}px", card.x))
        .style("top", format!("{}px", card.y))
        .style("width", format!("{}px", card.width))
        .style("height", format!("{}px", card.height))
        .child(header(state, motif, card, level))
        .child(rows)
        .child(hidden)
        .into_any()
}

fn header(state: State, motif: Motif, card: &Card, level: &str) -> Tag {
    let amount = figure(state, &card.amount, card.figure);
    let tables = motif == Motif::Tables;
    let mut told = vec![heard(&card.name), if tables { "table" } else { level }.to_owned(), amount.clone()];
    told.extend(card.mark.map(|mark| mark.word().to_owned()));
    if !card.difference.is_empty() {
        told.push(format!("difference {}", state.write(&card.difference)));
    }
    let twist = match (tables, card.open) {
        (true, _) => "",
        (false, true) => "▾",
        (false, false) => "▸",
    };
    place(state, motif, "card-head", At::header(card.id), (card.column + 1, card.place, card.of), &told)
        .attr("aria-expanded", (!tables).then(|| card.open.to_string()))
        .child(seen("twist").child(twist))
        .child(seen("name").attr("title", card.name.clone()).child(view! { <Name name=card.name.clone()/> }))
        .child(card.mark.map(sign))
        .child(seen("level").child(if tables { String::new() } else { level.to_owned() }))
        .child(value(card.figure || tables, &card.amount, amount))
}

/// A row; with a place for a key if any row of its card has one.
fn item(state: State, motif: Motif, card: &Card, row: &CardRow, keys: bool) -> Tag {
    let amount = figure(state, &row.value, row.figure);
    let mut told = vec![heard(&row.name), amount.clone()];
    told.extend(row.mark.map(|mark| mark.word().to_owned()));
    if row.leads {
        told.push("group".to_owned());
    }
    let tables = motif == Motif::Tables;
    match (row.key.as_str(), tables) {
        ("", _) => {}
        ("PK", true) => told.push("primary key".to_owned()),
        ("FK", true) => told.push("foreign key, many to one".to_owned()),
        ("PK FK", true) => told.push("primary and foreign key, many to one".to_owned()),
        (key, _) => told.push(format!("account id {key}")),
    }
    let kind = match (row.leads, row.fails) {
        (false, _) => "item",
        (true, false) => "item leads",
        (true, true) => "item leads fails",
    };
    let of = u32::try_from(card.rows.len()).unwrap_or(0).saturating_add(card.more);
    let at = At { card: card.id, part: CardPart::Row(row.id) };
    let keyed = !row.key.is_empty();
    if row.picked {
        told.push("picked".to_owned());
    }
    let name = match row.hit.name {
        None => view! { <Name name=row.name.clone()/> }.into_any(),
        found => marked(row.name.clone(), found),
    };
    place(state, motif, kind, at, (card.column + 2, row.place, of), &told)
        .class_if("picked", row.picked)
        .hook("card-row")
        .child(keys.then(|| {
            seen(if keyed { "key keyed" } else { "key" })
                .attr("title", row.key.clone())
                .child(marked(row.key.clone(), row.hit.account_id))
        }))
        .child(seen("name").attr("title", row.name.clone()).child(name))
        .child(
            value(row.figure || tables, &row.value, amount)
                .class_if("hit", row.hit.reported || row.hit.calculated || row.hit.difference),
        )
        .child(row.mark.filter(|mark| *mark != Mark::Ties).map(sign))
}

fn more(state: State, card: &Card) -> Tag {
    let told = format!("and {} more", state.write(&card.more.to_string()));
    let of = u32::try_from(card.rows.len()).unwrap_or(0).saturating_add(card.more);
    let at = At { card: card.id, part: CardPart::More };
    let told_of = std::slice::from_ref(&told);
    place(state, Motif::Tables, "item beyond", at, (card.column + 2, of, of), told_of)
        .child(seen("name").child(told))
}

/// A piece of a place that is seen only: what is heard of the place is said as a whole.
fn seen(class: &'static str) -> Tag {
    tag("span").class(class).attr("aria-hidden", "true")
}

/// A place the reader can be at: its level, its place among its siblings and how many these are, and what it says.
fn place(
    state: State,
    motif: Motif,
    kind: &'static str,
    at: At,
    (level, place, of): (u32, u32, u32),
    told: &[String],
) -> Tag {
    let here = move || state.picture.at.get() == at;
    let line = at.chosen().filter(|_| motif == Motif::Hierarchy);
    let chosen = move || line.is_some() && state.selection.with(|selection| selection.line == line);
    let told: Vec<&str> = told.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    tag("div")
        .class(kind)
        .class_if("chosen", flag(chosen))
        .attr("role", "treeitem")
        .attr("tabindex", attr(move || Some(if here() { "0" } else { "-1" }.to_owned())))
        .attr("data-card", at.card)
        .attr("data-part", part_name(at.part))
        .attr("aria-level", level)
        .attr("aria-posinset", place)
        .attr("aria-setsize", of)
        .attr("aria-selected", attr(move || Some(chosen().to_string())))
        .child(tag("span").class("unseen").child(told.join(", ")))
}

fn heard(name: &str) -> String {
    if name.trim().is_empty() { "no name".to_owned() } else { name.to_owned() }
}

/// An amount in the reader's way of writing; any other text as it is.
fn figure(state: State, text: &str, figure: bool) -> String {
    if figure { state.write(text) } else { text.to_owned() }
}

fn value(readable: bool, exact: &str, shown: String) -> Tag {
    tag("bdi")
        .class(if readable { "value" } else { "value raw" })
        .attr("aria-hidden", "true")
        .attr("title", exact.to_owned())
        .child(shown)
}

fn sign(mark: Mark) -> Tag {
    tag("span")
        .class(format!("outcome {}", mark.name()))
        .attr("aria-hidden", "true")
        .attr("title", mark.word())
        .child(mark.sign())
}
