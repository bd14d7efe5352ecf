//! Why checks differ: what an auditor would try, and only what the figures prove.
//!
//! [`explain`] is the way in. A failing check becomes a [`gap::Gap`]: the difference, and the lines that may be at
//! fault with the amounts at which the check would tie. Each file named after a kind of cause looks at a gap for that
//! kind alone. To add one: a file with a `find`, its name in a list of [`explain`], its rank in [`rank`].

pub mod digit_mistyped;
pub mod digits;
pub mod digits_swapped;
#[cfg(test)]
pub mod example;
pub mod explain;
pub mod failing_totals;
pub mod gap;
pub mod item_doubled;
pub mod item_moved;
pub mod item_omitted;
pub mod one_sided;
pub mod phrase;
pub mod point_slipped;
pub mod prepared;
pub mod rank;
pub mod sign_flipped;
pub mod total_gap;
pub mod total_misstated;
pub mod two_items;
