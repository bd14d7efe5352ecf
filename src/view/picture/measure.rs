//! How large the parts of a picture are, in pixels.

/// The width of a card.
pub const CARD: u32 = 288;
/// Between two columns, for the links and what stands on them.
pub const GAP: u32 = 108;
/// The height of a card's header.
pub const HEADER: u32 = 48;
/// The height of a row.
pub const ROW: u32 = 24;
/// Around everything.
pub const MARGIN: u32 = 24;
/// Between two cards of one column.
pub const SPACE: u32 = 20;
/// Between two branches that no card leads to, which are sections or tables.
pub const BRANCH_SPACE: u32 = 36;
/// How far from the cards of its left column a link may turn: from here to there.
pub const TURNS: (u32, u32) = (10, 42);

/// The left edge of a column.
pub fn left(column: u32) -> u32 {
    MARGIN.saturating_add(column.saturating_mul(CARD + GAP))
}

/// The height of a card with so many rows.
pub fn height(rows: u32) -> u32 {
    HEADER.saturating_add(rows.saturating_mul(ROW))
}
