//! How a picture is looked at: from how near, and at which part of it.

use crate::view::picture::scene::{Area, Sight};

/// The farthest and the nearest a picture is looked at from, in thousandths of its size.
pub const ZOOMS: (u32, u32) = (100, 2_000);
/// Below this, rows are too small to be read and are not drawn.
pub const FAR: u32 = 450;
/// The smallest at which a picture is shown first.
const FIRST: u32 = 800;
/// What is brought into sight has so many pixels of the screen around it.
const ROOM: u32 = 24;

/// A picture, as far as it is seen. Scrolled and seen are in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lens {
    /// From how near, in thousandths of the picture's size.
    pub zoom: u32,
    /// How far it is scrolled.
    pub scrolled: (u32, u32),
    /// How much of it is seen.
    pub seen: (u32, u32),
}

impl Lens {
    /// The part that is seen.
    pub fn area(self) -> Area {
        let picture = |screen: u32| scaled(screen, 1_000, self.zoom);
        Area {
            x: picture(self.scrolled.0),
            y: picture(self.scrolled.1),
            width: picture(self.seen.0) + 1,
            height: picture(self.seen.1) + 1,
        }
    }

    /// What to ask for: what is seen and half as much around it, so that a short way shows no gap.
    pub fn sight(self) -> Sight {
        let seen = self.area();
        let area = Area {
            x: seen.x.saturating_sub(seen.width / 2),
            y: seen.y.saturating_sub(seen.height / 2),
            width: seen.width.saturating_mul(2),
            height: seen.height.saturating_mul(2),
        };
        Sight { area, far: self.zoom < FAR }
    }

    /// The same looked at from elsewhere, with the pixel of the picture that is seen at `at` staying there.
    #[must_use]
    pub fn zoomed(self, zoom: u32, at: (u32, u32)) -> Lens {
        let zoom = zoom.clamp(ZOOMS.0, ZOOMS.1);
        let moved =
            |scrolled: u32, at: u32| scaled(scrolled.saturating_add(at), zoom, self.zoom).saturating_sub(at);
        let scrolled = (moved(self.scrolled.0, at.0), moved(self.scrolled.1, at.1));
        Lens { zoom, scrolled, ..self }
    }

    /// A step nearer, or farther.
    pub fn step(self, nearer: bool) -> u32 {
        let zoom = if nearer { scaled(self.zoom, 5, 4) } else { scaled(self.zoom, 4, 5) };
        // A step that comes by the true size stops there.
        let passes = (self.zoom < 1_000) != (zoom < 1_000) && self.zoom != 1_000;
        if passes { 1_000 } else { zoom.clamp(ZOOMS.0, ZOOMS.1) }
    }

    /// From where the whole of a picture is seen, if it can be.
    pub fn fit(self, width: u32, height: u32) -> u32 {
        let across = scaled(self.seen.0, 1_000, width.max(1));
        let down = scaled(self.seen.1, 1_000, height.max(1));
        across.min(down).clamp(ZOOMS.0, 1_000)
    }

    /// From where a picture is looked at first: it is seen across if it can be read then.
    pub fn first(self, width: u32) -> u32 {
        scaled(self.seen.0, 1_000, width.max(1)).clamp(FIRST, 1_000)
    }

    /// How far to scroll so that a part is seen, its beginning before its end.
    pub fn showing(self, part: Area) -> (u32, u32) {
        let one = |from: u32, long: u32, scrolled: u32, seen: u32| {
            let from = scaled(from, self.zoom, 1_000);
            let (least, most) = (from.saturating_sub(ROOM), from + scaled(long, self.zoom, 1_000) + ROOM);
            if least < scrolled || most - least > seen {
                least
            } else {
                scrolled.max(most.saturating_sub(seen))
            }
        };
        (
            one(part.x, part.width, self.scrolled.0, self.seen.0),
            one(part.y, part.height, self.scrolled.1, self.seen.1),
        )
    }
}

/// `value` × `by` ÷ `of`.
pub fn scaled(value: u32, by: u32, of: u32) -> u32 {
    u32::try_from(u64::from(value) * u64::from(by) / u64::from(of.max(1))).unwrap_or(u32::MAX)
}

/// Thousandths as a stylesheet takes them: `0.725`.
pub fn decimal(thousandths: u32) -> String {
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}

#[cfg(test)]
mod tests {
    use crate::view::picture::lens::{Lens, ZOOMS, decimal};
    use crate::view::picture::scene::Area;

    const LENS: Lens = Lens { zoom: 1_000, scrolled: (300, 1_000), seen: (800, 600) };

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let lens = LENS.zoomed(2_000, (100, 200));
        assert_eq!(lens.scrolled, (700, 2_200));
        assert_eq!(lens.zoomed(1_000, (100, 200)), LENS);
        assert_eq!(LENS.zoomed(1, (0, 0)).zoom, ZOOMS.0);
        assert_eq!(LENS.zoomed(500, (800, 600)).scrolled, (0, 200), "no further than the edge");
    }

    #[test]
    fn steps_pass_the_true_size_and_end() {
        assert_eq!(Lens { zoom: 900, ..LENS }.step(true), 1_000);
        assert_eq!(Lens { zoom: 1_100, ..LENS }.step(false), 1_000);
        assert_eq!(LENS.step(true), 1_250);
        assert_eq!(Lens { zoom: 100, ..LENS }.step(false), 100);
        assert_eq!(Lens { zoom: 2_000, ..LENS }.step(true), 2_000);
        assert_eq!(decimal(1_250), "1.250");
    }

    #[test]
    fn a_part_is_brought_into_sight_by_the_shortest_way() {
        let part = |x, y| Area { x, y, width: 200, height: 24 };
        assert_eq!(LENS.showing(part(400, 1_200)), (300, 1_000), "it is in sight");
        assert_eq!(LENS.showing(part(100, 1_590)), (76, 1_038));
        assert_eq!(LENS.showing(Area { x: 0, y: 0, width: 9_000, height: 10 }), (0, 0));
    }

    #[test]
    fn a_window_of_no_size_is_no_trouble() {
        let lens = Lens { zoom: 1_000, scrolled: (0, 0), seen: (0, 0) };
        assert_eq!(lens.fit(0, 0), 100);
        assert_eq!(lens.first(0), 800);
        assert_eq!(lens.area(), Area { x: 0, y: 0, width: 1, height: 1 });
    }
}
