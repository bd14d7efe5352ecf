//! A card of a picture as SVG: the group's name and amount, and a row an item.

use crate::view::amount_text::Separators;
use crate::view::mark::Mark;
use crate::view::picture::drawing::{Card, CardRow};
use crate::view::picture::label::{fitted, named, width_of};
use crate::view::picture::measure::{HEADER, ROW};
use crate::view::picture::svg::{EDGE, FAULT, INK, LETTERS, QUIET, SMALL};
use crate::view::picture::xml::Markup;

/// Between the edge of a card and what stands in it.
const PAD: u32 = 8;
/// For the sign of a mark.
const SIGN: u32 = 16;
/// Strong letters are as wide as others of this size.
const STRONG: u32 = 15;
/// The least that a name gets of its row, however long the amount is.
const LEAST: u32 = 56;

/// Writes a card with all its rows.
pub fn write(out: &mut Markup, card: &Card) {
    let below = u32::from(card.more > 0) + u32::try_from(card.rows.len()).unwrap_or(u32::MAX);
    let edge = if card.fails { FAULT } else { EDGE };
    out.raw("<g")
        .size("data-card", card.id)
        .attribute("transform", &format!("translate({} {})", card.x, card.y));
    out.raw("><rect rx=\"4\"").size("width", card.width).size("height", card.height);
    out.attribute("fill", if card.fails { "#fdf5f4" } else { "#f6f6f3" }).attribute("stroke", edge).raw("/>");
    if below > 0 {
        // The rows are paler than the header over them, down to the round corners.
        let (width, height) = (card.width.saturating_sub(1), card.height.saturating_sub(HEADER + 4));
        out.raw("<path fill=\"#ffffff\"");
        out.attribute("d", &format!("M.5 {HEADER}h{width}v{height}q0 3.5 -3.5 3.5H4q-3.5 0 -3.5 -3.5z"))
            .raw("/>");
        out.raw("<path")
            .attribute("stroke", edge)
            .attribute("d", &format!("M0 {HEADER}h{}", card.width))
            .raw("/>");
    }
    header(out, card);
    for (place, item) in (0_u32..).zip(&card.rows) {
        let top = HEADER + place * ROW;
        out.raw("\n<g").size("data-row", item.id).raw(">");
        if place > 0 {
            let to = card.width.saturating_sub(PAD);
            out.raw("<path stroke=\"#ebebe6\"").attribute("d", &format!("M{PAD} {top}H{to}")).raw("/>");
        }
        row(out, item, top + ROW / 2, card.width);
        out.raw("</g>");
    }
    if card.more > 0 {
        let y = card.height.saturating_sub(ROW / 2 - 4);
        out.raw("\n<text").size("x", PAD).size("y", y).attribute("fill", QUIET);
        out.raw(">").text(&more(card.more)).raw("</text>");
    }
    out.raw("</g>\n");
}

/// That so many rows are not drawn.
pub fn more(count: u32) -> String {
    format!("… and {} more", Separators::default().write(&count.to_string()))
}

/// An amount with its thousands apart, or another text as it is.
pub fn figure(value: &str, figure: bool) -> String {
    if figure { Separators::default().write(value) } else { value.to_owned() }
}

/// Lets a figure that may be too wide for its room be drawn narrower, since its digits are never cut.
pub fn squeezed(out: &mut Markup, text: &str, room: u32, size: u32) {
    if width_of(text, size) > room {
        out.size("textLength", room).raw(" lengthAdjust=\"spacingAndGlyphs\"");
    }
}

/// The name over the amount, and how the total came out.
fn header(out: &mut Markup, card: &Card) {
    let right = card.width.saturating_sub(PAD);
    let inner = right.saturating_sub(PAD);
    let room = inner.saturating_sub(if card.mark.is_some() { SIGN } else { 0 });
    out.raw("<title>").text(&told(card)).raw("</title><g font-weight=\"600\"><text");
    out.size("x", PAD).size("y", 19).raw(">").text(&fitted(named(&card.name), room, STRONG)).raw("</text>");
    if let Some(mark) = card.mark {
        sign(out, mark, right, 19);
    }
    let amount = figure(&card.amount, card.figure);
    if !amount.is_empty() {
        value(out, &amount, card.figure, (right, 38), (inner, STRONG));
    }
    out.raw("</g>");
    let left = inner.saturating_sub(width_of(&amount, STRONG) + PAD);
    if let Some(mark) = card.mark.filter(|mark| width_of(mark.word(), SMALL) <= left) {
        out.raw("<text")
            .size("x", PAD)
            .size("y", 38)
            .size("font-size", SMALL)
            .attribute("fill", colour(mark));
        out.raw(">").raw(mark.word()).raw("</text>");
    }
}

/// What an item is known by, its name, its amount and its mark.
fn row(out: &mut Markup, row: &CardRow, middle: u32, width: u32) {
    let (y, edge) = (middle + 5, width.saturating_sub(PAD));
    let right = edge.saturating_sub(if row.mark.is_some() { SIGN } else { 0 });
    let text = figure(&row.value, row.figure);
    let most = right.saturating_sub(PAD + LEAST);
    let wide = width_of(&text, LETTERS).min(most);
    let mut left = PAD;
    out.raw("<title>").text(&told_of(row)).raw("</title>");
    if !row.key.is_empty() {
        key_sign(out, left, middle);
        left += SIGN;
        // An id that would leave no room for the name stands in the title alone.
        let (key, name) = (width_of(&row.key, SMALL), width_of(named(&row.name), LETTERS));
        if [left, key, name, wide, 2 * PAD].into_iter().fold(0, u32::saturating_add) <= right {
            out.raw("<text").size("x", left).size("y", y).size("font-size", SMALL).attribute("fill", QUIET);
            out.raw(">").text(&row.key).raw("</text>");
            left += key + PAD;
        }
    }
    let room = right.saturating_sub(left + wide + PAD);
    out.raw("<text").size("x", left).size("y", y);
    if row.fails {
        out.attribute("fill", FAULT);
    }
    out.raw(">").text(&fitted(named(&row.name), room, LETTERS)).raw("</text>");
    if !text.is_empty() {
        value(out, &text, row.figure, (right, y), (wide, LETTERS));
    }
    if let Some(mark) = row.mark {
        sign(out, mark, edge, y);
    }
}

/// A figure, whose digits are never cut, or another text, at the right; the room and the size of its letters come last.
fn value(out: &mut Markup, text: &str, figure: bool, (x, y): (u32, u32), (room, size): (u32, u32)) {
    out.raw("<text text-anchor=\"end\"").size("x", x).size("y", y);
    if figure {
        squeezed(out, text, room, size);
        out.raw(">").text(text);
    } else {
        out.attribute("fill", QUIET).raw(">").text(&fitted(text, room, size));
    }
    out.raw("</text>");
}

fn sign(out: &mut Markup, mark: Mark, x: u32, y: u32) {
    out.raw("<text text-anchor=\"end\"").size("x", x).size("y", y).attribute("fill", colour(mark));
    out.raw(">").raw(mark.sign()).raw("</text>");
}

fn colour(mark: Mark) -> &'static str {
    match mark {
        Mark::Differs | Mark::Unreadable => FAULT,
        Mark::Ties => "#1c6434",
        Mark::Rounding | Mark::NotCheckable => INK,
    }
}

/// A small key before what a line is known by.
fn key_sign(out: &mut Markup, x: u32, middle: u32) {
    out.raw("<path fill=\"none\"").attribute("stroke", QUIET);
    out.attribute("d", &format!("M{x} {middle}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0m6 0h6v3m-3 -3v2")).raw("/>");
}

/// Everything about a card in words.
fn told(card: &Card) -> String {
    let mut told = [named(&card.name), &card.amount].map(str::to_owned).to_vec();
    told.extend(card.mark.map(|mark| mark.word().to_owned()));
    if !card.difference.is_empty() {
        told.push(format!("difference {}", card.difference));
    }
    joined(&told)
}

/// Everything about a row in words.
fn told_of(row: &CardRow) -> String {
    let mut told = [named(&row.name), &row.key, &row.value].map(str::to_owned).to_vec();
    told.extend(row.mark.map(|mark| mark.word().to_owned()));
    joined(&told)
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}
