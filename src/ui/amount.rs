//! An exact amount, aligned on its decimal point.

use leptos::prelude::*;

use crate::ui::state::State;
use crate::ui::tag::tag;

/// Whole and fraction stand in boxes of their own, so that points align; hovering shows the exact digits.
#[component]
pub fn Amount(
    /// The amount as `-?digits(.digits)?`.
    exact: String,
) -> impl IntoView {
    let (whole, fraction) = State::here().separators.with_value(|separators| separators.split(&exact));
    let negative = exact.starts_with('-');
    tag("span")
        .class("amount")
        .class_if("negative", negative)
        .attr("title", exact)
        .child(tag("span").class("whole").child(whole))
        .child(tag("span").class("fraction").child(fraction))
}
