//! What of a picture is in a part of it, and the whole in few rectangles.
//!
//! In a column cards lie below one another, and both ends of the links that lead to them go down in the same order, so
//! that what is in sight is found by halving.

use crate::model::order::arranged;
use crate::view::picture::layout::Layout;
use crate::view::picture::measure::{GAP, left};
use crate::view::picture::scene::{Area, Overview};

/// An overview has about so many rectangles of each kind at most.
const MOST_AREAS: usize = 240;

/// The cards in a part of a picture, and the cards whose links are in it; both in the order in which they are read.
pub fn within(layout: &Layout, area: Area) -> (Vec<u32>, Vec<u32>) {
    let (mut cards, mut links) = (Vec::new(), Vec::new());
    for (column, all) in (0_u32..).zip(&layout.columns) {
        let x = left(column);
        if x.saturating_sub(GAP) >= area.right() {
            break;
        }
        let Some(first) = all.first() else { continue };
        if layout.area(*first).right() <= area.x {
            continue;
        }
        if x < area.right() {
            let from = all.partition_point(|card| layout.area(*card).bottom() <= area.y);
            let below = all.get(from..).unwrap_or_default();
            cards.extend(below.iter().take_while(|card| layout.area(**card).y < area.bottom()));
        }
        let ends = |card: &u32| layout.ends(*card).map(|((_, start), (_, end))| (start, end));
        let from = all.partition_point(|card| ends(card).is_none_or(|(start, end)| start.max(end) < area.y));
        let below = all.get(from..).unwrap_or_default();
        links.extend(
            below
                .iter()
                .take_while(|card| ends(card).is_some_and(|(start, end)| start.min(end) < area.bottom())),
        );
    }
    // Column by column is no order to read them in.
    (arranged(cards, Ord::cmp), arranged(links, Ord::cmp))
}

/// The whole in few rectangles.
pub fn overview(layout: &Layout, fails: &dyn Fn(u32) -> bool) -> Overview {
    let most = (MOST_AREAS / layout.columns.len().max(1)).max(1);
    let (mut cards, mut failing) = (Vec::new(), Vec::new());
    for column in &layout.columns {
        merge(layout, column, most, &mut cards);
        let own: Vec<u32> = column.iter().copied().filter(|card| fails(*card)).collect();
        merge(layout, &own, most, &mut failing);
    }
    Overview { cards, failing }
}

/// Adds the cards of a column: so many that lie below one another as one rectangle that `most` are added.
fn merge(layout: &Layout, cards: &[u32], most: usize, to: &mut Vec<Area>) {
    let each = cards.len().div_ceil(most).max(1);
    to.extend(cards.chunks(each).filter_map(|cards| {
        let (first, last) = (layout.area(*cards.first()?), layout.area(*cards.last()?));
        Some(Area { height: last.bottom().saturating_sub(first.y), ..first })
    }));
}
