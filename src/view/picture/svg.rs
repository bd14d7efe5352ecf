//! A picture as SVG that needs nothing else: it looks the same wherever it is opened.
//!
//! Everything about its look stands in attributes, since style sheets within a picture are not read everywhere, and its
//! colours are those of the page on paper.

use crate::view::picture::caption::Caption;
use crate::view::picture::drawing::{Column, Drawing, Link};
use crate::view::picture::label::fitted;
use crate::view::picture::measure::MARGIN;
use crate::view::picture::svg_card;
use crate::view::picture::xml::Markup;

/// Over the cards, for the titles of the columns.
pub const TITLES: u32 = 16;
/// For the line at the foot.
const FOOT: u32 = 32;
/// The size of most letters.
pub const LETTERS: u32 = 13;
/// The size of letters at the foot and on links.
pub const SMALL: u32 = 11;
/// The foot line needs so much, whatever the picture is.
const NARROWEST: u32 = 560;
const TOOL: u32 = 100;

/// The text's colour.
pub const INK: &str = "#1b1d1f";
/// The colour of what is less important.
pub const QUIET: &str = "#565b61";
/// The colour of what fails.
pub const FAULT: &str = "#a3201c";
/// The colour of edges.
pub const EDGE: &str = "#7a7e83";

/// The width and height in pixels of what [`write`] makes.
pub fn size(drawing: &Drawing) -> (u32, u32) {
    (drawing.width.max(NARROWEST), drawing.height.saturating_add(TITLES + FOOT))
}

/// Writes the whole picture.
pub fn write(drawing: &Drawing, caption: &Caption) -> Vec<u8> {
    let (width, height) = size(drawing);
    let mut out = Markup::default();
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    out.size("width", width).size("height", height);
    out.attribute("viewBox", &format!("0 0 {width} {height}"));
    out.attribute(
        "font-family",
        "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
    );
    out.size("font-size", LETTERS)
        .attribute("fill", INK)
        .raw(">\n<title>")
        .text(&caption.whole())
        .raw("</title>\n");
    out.raw("<rect").size("width", width).size("height", height).raw(" fill=\"#ffffff\"/>\n<g");
    out.attribute("transform", &format!("translate(0 {TITLES})")).raw(">\n");
    for column in &drawing.columns {
        title(&mut out, column);
    }
    // What fails is drawn over what does not.
    for (fails, colour, thick) in [(false, EDGE, "1"), (true, FAULT, "1.5")] {
        out.raw("<g fill=\"none\"").attribute("stroke", colour).attribute("stroke-width", thick).raw(">\n");
        for link in drawing.links.iter().filter(|link| link.fails == fails) {
            path(&mut out, link);
        }
        out.raw("</g>\n");
    }
    for card in &drawing.cards {
        svg_card::write(&mut out, card);
    }
    for link in drawing.links.iter().filter(|link| !link.difference.is_empty()) {
        difference(&mut out, link);
    }
    out.raw("</g>\n");
    foot(&mut out, caption, width, height);
    out.raw("</svg>\n");
    out.into_bytes()
}

fn title(out: &mut Markup, column: &Column) {
    out.raw("<text").size("x", column.x).size("y", SMALL).size("font-size", SMALL).attribute("fill", QUIET);
    out.raw(">").text(&fitted(&column.title, column.width, SMALL)).raw("</text>\n");
}

/// The line of a link with a bar for the one and a foot for the many.
fn path(out: &mut Markup, link: &Link) {
    let ((x, y), (to, down)) = (link.start, link.end);
    // A link that leads back comes from the right.
    let back = link.turn > to;
    let beside = |at: u32, by: u32| if back { at.saturating_add(by) } else { at.saturating_sub(by) };
    let (foot, bar) = (beside(to, 9), x + 6);
    let (over, under) = (down.saturating_sub(5), down + 5);
    let over_to = if y == down { String::new() } else { format!("V{down}") };
    let way = format!("M{x} {y}H{}{over_to}H{to}", link.turn);
    let many = format!("M{foot} {down}L{to} {over}M{foot} {down}L{to} {under}");
    let one = format!("M{bar} {}v8", y.saturating_sub(4));
    out.raw("<path")
        .size("data-from", link.from)
        .size("data-to", link.to)
        .attribute("d", &[way, many, one].concat())
        .raw("/>\n");
}

/// The difference over the end of a link.
fn difference(out: &mut Markup, link: &Link) {
    let text = svg_card::figure(&link.difference, true);
    let right = link.end.0.saturating_sub(12);
    let room = right.saturating_sub(link.turn + 4).max(LETTERS);
    out.raw("<text text-anchor=\"end\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"");
    out.size("x", right)
        .size("y", link.end.1.saturating_sub(5))
        .size("font-size", SMALL)
        .attribute("fill", FAULT);
    svg_card::squeezed(out, &text, room, SMALL);
    out.raw("><title>difference ").text(&link.difference).raw("</title>").text(&text).raw("</text>\n");
}

/// Which file it is of, what is left out, and what drew it.
fn foot(out: &mut Markup, caption: &Caption, width: u32, height: u32) {
    let y = height.saturating_sub(MARGIN - 8);
    let (left, right) = (MARGIN, width.saturating_sub(MARGIN));
    out.raw("<g").size("font-size", SMALL).attribute("fill", QUIET).raw("><path stroke=\"#d9d9d2\"");
    out.attribute("d", &format!("M{left} {}H{right}", y.saturating_sub(18)))
        .raw("/><text")
        .size("x", left)
        .size("y", y);
    let line = fitted(&caption.line(), right.saturating_sub(left + TOOL), SMALL);
    out.raw("><title>")
        .text(&caption.whole())
        .raw("</title>")
        .text(&line)
        .raw("</text><text text-anchor=\"end\"");
    out.size("x", right).size("y", y).raw(">").text(&caption.tool()).raw("</text></g>\n");
}
