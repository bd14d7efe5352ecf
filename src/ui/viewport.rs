//! Which rows of a long list are in sight, and asking for those that are not at hand.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{FocusOptions, HtmlElement, ResizeObserver, WheelEvent};

use crate::ui::live::{effect, part, text};
use crate::ui::state::State;
use crate::ui::tag::{Known, Tag, tag};
use crate::view::scroll::ScrollTrack;

/// Rows drawn above and below those in sight, so that a short scroll shows no gap.
const SPARE: u32 = 8;

/// Where the rows of a list come from, and which of them the reader is at.
#[derive(Clone, Copy)]
pub struct Feed {
    /// The first row at hand, how many are, and how many there are in all; followed.
    pub window: fn(State) -> (u32, u32, u32),
    /// Asks for so many rows from one on.
    pub ask: fn(State, u32, u32),
    /// Whether rows are on their way.
    pub asked: RwSignal<bool>,
    /// The row the reader is at.
    pub cursor: RwSignal<u32>,
    /// The row to bring into sight.
    pub show: RwSignal<Option<u32>>,
}

/// The part of a list that is in sight. Only handles; may be copied.
#[derive(Clone, Copy)]
pub struct Viewport {
    state: State,
    feed: Feed,
    grid: Known,
    /// The height rows may take, in pixels.
    view: RwSignal<u32>,
    /// The height of one row, in pixels.
    row_height: RwSignal<u32>,
    /// How far the grid is scrolled, in pixels.
    scrolled: RwSignal<u32>,
    /// Whether the keys were in the grid when last looked at.
    held: RwSignal<bool>,
}

impl Viewport {
    /// The viewport of a grid that is about to be drawn.
    pub fn new(state: State, feed: Feed, grid: Known) -> Viewport {
        let viewport = Viewport {
            state,
            feed,
            grid,
            // Until it is measured it is taken to be as high as the window, so that no row has to be made later.
            view: RwSignal::new(height_of_window()),
            row_height: RwSignal::new(28),
            scrolled: RwSignal::new(0),
            held: RwSignal::new(false),
        };
        viewport.watch_size();
        effect(move || {
            if let Some(row) = feed.show.get() {
                feed.show.set(None);
                viewport.show(row);
            }
        });
        effect(move || viewport.fetch());
        effect(move || {
            feed.cursor.track();
            (feed.window)(state);
            viewport.first_drawn();
            request_animation_frame(move || viewport.follow());
        });
        viewport
    }

    /// The rows that are drawn, on a track as high as all of them.
    pub fn track_of(self, row: fn(Viewport, u32) -> AnyView) -> Tag {
        // Rows that come in place of others are drawn in the same elements, which keep the keys. All of them are made
        // anew when there are to be more, so that there are never fewer: a bar that comes and goes takes no keys away.
        let most = Memo::new(move |before: Option<&u32>| self.fit().max(before.copied().unwrap_or(0)));
        let rows = move || (0..most.get()).map(|at| row(self, at)).collect_view().into_any();
        tag("div").class("track").attr("role", "rowgroup").style("height", text(move || self.height())).child(
            tag("div")
                .class("window")
                .attr("role", "presentation")
                .style("transform", text(move || self.offset()))
                .child(part(rows)),
        )
    }

    /// A row that is on its way. It has its place, so that the keys stay where they are.
    pub fn coming(number: u32) -> Tag {
        tag("div")
            .class("row")
            .attr("role", "row")
            .attr("tabindex", "-1")
            .attr("data-row", number)
            .attr("aria-rowindex", number.saturating_add(2))
            .child(tag("div").attr("role", "gridcell"))
    }

    /// The height of the track, for the stylesheet.
    fn height(self) -> String {
        format!("{}px", self.track().height())
    }

    /// Where the drawn rows stand, for the stylesheet.
    fn offset(self) -> String {
        let track = self.track();
        let down = if track.scaled() {
            u64::from(self.scrolled.get())
        } else {
            u64::from(self.first_drawn()) * u64::from(track.row_height)
        };
        format!("translateY({down}px)")
    }

    /// How many rows there is room for, in sight and above and below.
    fn fit(self) -> u32 {
        self.view.get() / self.row_height.get().max(1) + 2 + 2 * SPARE
    }

    /// How many rows are drawn.
    fn drawn(self) -> u32 {
        self.fit().min(self.window().2)
    }

    /// The first row drawn.
    pub fn first_drawn(self) -> u32 {
        let track = self.track();
        let first = track.first_at(u64::from(self.scrolled.get()));
        if track.scaled() { first } else { first.saturating_sub(SPARE) }
    }

    /// How many rows are wholly in sight.
    pub fn page(self) -> u32 {
        untrack(|| self.track().page())
    }

    /// The grid was scrolled.
    pub fn scrolled(self) {
        if let Some(grid) = self.grid.get_untracked() {
            self.scrolled.set(u32::try_from(grid.scroll_top()).unwrap_or(0));
        }
    }

    /// On a track shorter than its rows, the wheel moves by rows, not by pixels of the track.
    #[expect(clippy::cast_possible_truncation, reason = "pixels, not money")]
    pub fn wheeled(self, event: &WheelEvent) {
        let track = untrack(|| self.track());
        if !track.scaled() {
            return;
        }
        event.prevent_default();
        let rows = event.delta_y() as i64 / i64::from(track.row_height.max(1));
        let first = i64::from(track.first_at(u64::from(self.scrolled.get_untracked())));
        self.scroll_to(track, u32::try_from((first + rows).max(0)).unwrap_or(u32::MAX));
    }

    /// Whether the row the reader is at is drawn.
    pub fn has_cursor(self) -> bool {
        let row = self.feed.cursor.get().checked_sub(self.first_drawn());
        row.is_some_and(|row| row < self.drawn())
    }

    /// Keeps the keys at the reader's row when they are in the grid: rows are drawn over, so that the element
    /// that had them may now be another line, or gone.
    fn follow(self) {
        // The frame may come after the report was put away.
        let Some(grid) = self.grid.try_get_untracked().flatten() else { return };
        let active = document().active_element();
        let lost = active.as_ref().is_none_or(|active| active.tag_name() == "BODY");
        let inside = active.is_some_and(|active| grid.contains(Some(&active)));
        let held = inside || lost && self.held.get_untracked();
        self.held.set(held);
        if !held {
            return;
        }
        let row = format!("[data-row='{}']", self.feed.cursor.get_untracked());
        let row = grid.query_selector(&row).ok().flatten();
        if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            drop(row.focus_with_options(&options));
        }
    }

    /// The keys are in the grid: a key came from there. They stay even if its row is gone before it is looked at.
    pub fn hold(self) {
        self.held.set(true);
    }

    fn window(self) -> (u32, u32, u32) {
        (self.feed.window)(self.state)
    }

    fn track(self) -> ScrollTrack {
        ScrollTrack {
            rows: self.window().2,
            row_height: self.row_height.get().max(1),
            view: self.view.get().max(1),
        }
    }

    /// Brings a row into sight.
    fn show(self, row: u32) {
        let track = untrack(|| self.track());
        let first = track.first_at(u64::from(self.scrolled.get_untracked()));
        let wanted = track.first_showing(row, first);
        if wanted != first {
            self.scroll_to(track, wanted);
        }
    }

    fn scroll_to(self, track: ScrollTrack, first: u32) {
        let to = track.scroll_to(first);
        if let Some(grid) = self.grid.get_untracked() {
            grid.set_scroll_top(i32::try_from(to).unwrap_or(i32::MAX));
        }
        self.scrolled.set(u32::try_from(to).unwrap_or(u32::MAX));
    }

    /// Asks for the rows drawn, if some are not at hand and none are on their way.
    fn fetch(self) {
        let first = self.first_drawn();
        let drawn = self.drawn();
        let (from, have, total) = self.window();
        let wanted = first.saturating_add(drawn).min(total);
        let at_hand = from <= first && wanted <= from.saturating_add(have);
        if !at_hand && !self.feed.asked.get_untracked() {
            self.feed.asked.set(true);
            (self.feed.ask)(self.state, first.saturating_sub(drawn / 2), drawn * 2);
        }
    }

    /// Keeps the sizes right when the window, the text size or the layout changes.
    fn watch_size(self) {
        let measure = Closure::<dyn FnMut()>::new(move || {
            let Some(grid) = self.grid.try_get_untracked().flatten() else { return };
            let head = grid.query_selector(".grid-head .row").ok().flatten();
            let head = head.and_then(|head| head.dyn_into::<HtmlElement>().ok());
            let head = head.map_or(0, |head| head.offset_height());
            if head == 0 {
                // The grid is on a tab that is not shown.
                return;
            }
            self.view.set(u32::try_from(grid.client_height() - head).unwrap_or(1).max(1));
            self.row_height.set(u32::try_from(head).unwrap_or(1));
            // What was scrolled while the grid was not shown, the browser did not keep.
            grid.set_scroll_top(i32::try_from(self.scrolled.get_untracked()).unwrap_or(i32::MAX));
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        let observer = StoredValue::new_local((observer, measure));
        effect(move || {
            if let Some(grid) = self.grid.get() {
                observer.with_value(|(observer, _)| {
                    if let Some(observer) = observer {
                        observer.observe(&grid);
                        // Its height is that of every row.
                        if let Ok(Some(head)) = grid.query_selector(".grid-head .row") {
                            observer.observe(&head);
                        }
                    }
                });
            }
        });
        on_cleanup(move || {
            observer.with_value(|(observer, _)| {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
            });
        });
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels, not money")]
fn height_of_window() -> u32 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    height.map_or(600, |height| height as u32)
}
