//! An exact amount, aligned on its decimal point.

use leptos::prelude::*;

use crate::ui::state::State;

/// Whole and fraction stand in boxes of their own, so that points align; hovering shows the exact digits.
#[component]
pub fn Amount(
    /// The amount as `-?digits(.digits)?`.
    exact: String,
) -> impl IntoView {
    let (whole, fraction) = State::here().separators.with_value(|separators| separators.split(&exact));
    let negative = exact.starts_with('-');
    view! {
        <span class="amount" class:negative=negative title=exact>
            <span class="whole">{whole}</span>
            <span class="fraction">{fraction}</span>
        </span>
    }
}
