//! An exact amount, aligned on its decimal point.

use leptos::prelude::*;

use crate::ui::state::State;
use crate::ui::tag::tag;

/// What the fraction lacks of the column's decimals stands behind it as room, so that points align and the amount is still
/// one text, which a screen reader reads in one go; hovering shows the exact digits.
#[component]
pub fn Amount(
    /// The amount as `-?digits(.digits)?`.
    exact: String,
) -> impl IntoView {
    let (whole, fraction) = State::here().separators.with_value(|separators| separators.split(&exact));
    let decimals = exact.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let negative = exact.starts_with('-');
    tag("span")
        .class("amount")
        .class_if("negative", negative)
        .attr("title", exact)
        .child(tag("span").class("whole").child(whole))
        .child(tag("span").class("fraction").style("--own", decimals.to_string()).child(fraction))
}
