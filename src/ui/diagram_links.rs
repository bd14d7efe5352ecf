//! The links of the diagram: one line for those that tie and one for those that do not, with a foot where the many are.

use std::fmt::Write;

use leptos::prelude::*;

use crate::ui::state::State;
use crate::ui::tag::{Tag, tag};
use crate::view::picture::drawing::{Drawing, Link};

/// How far a foot reaches, and how far to either side.
const FOOT: (u32, u32) = (10, 5);
/// How round a turn is at most.
const ROUND: u32 = 6;
/// Where the one is, a bar stands so far from the card.
const BAR: u32 = 5;

/// Draws all links, and on those that lead to a total that differs by how much it does. Only numbers become markup.
pub fn draw(state: State, drawing: &Drawing) -> Vec<AnyView> {
    let (mut plain, mut failing) = (String::new(), String::new());
    for link in &drawing.links {
        // A text has room for whatever is written to it.
        let _ = path(if link.fails { &mut failing } else { &mut plain }, link);
    }
    let (width, height) = (drawing.width, drawing.height);
    let markup = format!(
        "<svg width='{width}' height='{height}' viewBox='0 0 {width} {height}'><path d='{plain}'/>\
         <path class='fails' d='{failing}'/></svg>"
    );
    let gaps = drawing.links.iter().filter(|link| !link.difference.is_empty());
    let mut views = vec![tag("div").class("links").attr("aria-hidden", "true").markup(markup).into_any()];
    views.extend(gaps.map(|link| gap(state, link).into_any()));
    views
}

/// The difference, on the last piece of the link.
fn gap(state: State, link: &Link) -> Tag {
    tag("bdi")
        .class(if link.fails { "link-gap fails" } else { "link-gap" })
        .hook("link-gap")
        .attr("aria-hidden", "true")
        .attr("title", format!("difference {}", link.difference))
        .style("left", format!("{}px", link.start.0 + BAR))
        .style("top", format!("{}px", link.end.1))
        .style("width", format!("{}px", link.end.0.saturating_sub(link.start.0 + 2 * BAR + FOOT.0)))
        .child(state.write(&link.difference))
}

fn path(d: &mut String, link: &Link) -> std::fmt::Result {
    let ((x, y), (to_x, to_y), turn) = (link.start, link.end, link.turn);
    let back = turn > to_x;
    let round = ROUND.min(y.abs_diff(to_y) / 2).min(turn.abs_diff(x) / 2).min(turn.abs_diff(to_x) / 2);
    let (before, after) = if to_y >= y { (to_y - round, y + round) } else { (to_y + round, y - round) };
    let leave = if back { turn - round } else { turn + round };
    let heel = if back { to_x + FOOT.0 } else { to_x.saturating_sub(FOOT.0) };
    let (up, down) = (to_y.saturating_sub(FOOT.1), to_y + FOOT.1);
    let bar = x + BAR;
    write!(d, "M{x} {y}H{}", turn - round)?;
    if round > 0 {
        write!(d, "Q{turn} {y} {turn} {after}V{before}Q{turn} {to_y} {leave} {to_y}")?;
    } else {
        write!(d, "H{turn}V{to_y}")?;
    }
    write!(d, "H{to_x}M{heel} {to_y}L{to_x} {up}M{heel} {to_y}L{to_x} {down}")?;
    write!(d, "M{bar} {}V{}", y.saturating_sub(FOOT.1), y + FOOT.1)
}
