//! Where the rows of a list stand when there may be more of them than a browser has pixels for.

/// The tallest element that every browser draws rightly, with room to spare.
pub const TALLEST: u64 = 8_000_000;

/// A list seen through a window; all lengths in pixels, all at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScrollTrack {
    /// How many rows there are.
    pub rows: u32,
    /// The height of one.
    pub row_height: u32,
    /// The height of the window.
    pub view: u32,
}

impl ScrollTrack {
    /// The height of the element that scrolls.
    pub fn height(self) -> u64 {
        self.full().min(TALLEST)
    }

    /// Whether the track is shorter than the rows, so that a pixel of scroll is more than a pixel of rows.
    pub fn scaled(self) -> bool {
        self.full() > TALLEST
    }

    /// The row at the top of the window when the element is scrolled so far.
    pub fn first_at(self, scrolled: u64) -> u32 {
        let row = if self.scaled() {
            let most = self.height().saturating_sub(u64::from(self.view)).max(1);
            u64::from(self.last_first()) * scrolled.min(most) / most
        } else {
            scrolled / u64::from(self.row_height.max(1))
        };
        u32::try_from(row).unwrap_or(u32::MAX).min(self.rows.saturating_sub(1))
    }

    /// How far to scroll so that `first` is at the top.
    pub fn scroll_to(self, first: u32) -> u64 {
        if self.scaled() {
            let most = self.height().saturating_sub(u64::from(self.view));
            let last = u64::from(self.last_first()).max(1);
            (u64::from(first.min(self.last_first())) * most).div_ceil(last)
        } else {
            u64::from(first) * u64::from(self.row_height)
        }
    }

    /// How many rows are wholly visible.
    pub fn page(self) -> u32 {
        (self.view / self.row_height.max(1)).max(1)
    }

    /// The row to put at the top so that `row` is visible, given the one that is there now.
    pub fn first_showing(self, row: u32, first: u32) -> u32 {
        let page = self.page();
        if row < first {
            row
        } else if row - first >= page {
            row + 1 - page
        } else {
            first
        }
    }

    fn full(self) -> u64 {
        u64::from(self.rows) * u64::from(self.row_height)
    }

    fn last_first(self) -> u32 {
        self.rows.saturating_sub(self.page())
    }
}
