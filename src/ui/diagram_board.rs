//! The part of the picture that is in sight: scrolled, looked at from near or far, and asked for as it is needed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{FocusOptions, HtmlElement, ResizeObserver};

use crate::ui::acts;
use crate::ui::live::effect;
use crate::ui::state::{Look, State};
use crate::ui::tag::Known;
use crate::view::picture::lens::{Lens, scaled};
use crate::view::picture::scene::{Act, Area, At, CardPart, Motif};
use crate::worker::protocol::Ask;

/// The board. Only handles; may be copied.
#[derive(Clone, Copy)]
pub struct Board {
    /// The state of the page.
    pub state: State,
    /// What is scrolled.
    pub scroller: Known,
    /// As large as the picture is on the screen.
    pub paper: Known,
    /// How the picture is looked at.
    pub lens: RwSignal<Lens>,
    /// Whether the keys were in the picture when last looked at.
    held: RwSignal<bool>,
}

impl Board {
    /// The board of a diagram that is about to be drawn.
    pub fn new(state: State) -> Board {
        let board = Board {
            state,
            scroller: Known::new(),
            paper: Known::new(),
            lens: RwSignal::new(Lens { zoom: 1_000, scrolled: (0, 0), seen: (800, 600) }),
            held: RwSignal::new(false),
        };
        board.watch_size();
        effect(move || board.go_along());
        effect(move || board.fetch());
        effect(move || board.arrive());
        effect(move || {
            state.picture.scene.track();
            state.picture.at.track();
            request_animation_frame(move || board.follow());
        });
        board
    }

    /// Asks for an act on the picture.
    pub fn act(self, act: Act) {
        let motif = self.state.picture.motif.get_untracked();
        let sight = self.lens.get_untracked().sight();
        acts::ask(self.state, &Ask::Picture { motif, act, sight });
    }

    /// How the picture is looked at from now on.
    pub fn look(self, lens: Lens) {
        self.size(lens.zoom);
        if let Some(board) = self.scroller.get_untracked() {
            board.set_scroll_left(i32::try_from(lens.scrolled.0).unwrap_or(i32::MAX));
            board.set_scroll_top(i32::try_from(lens.scrolled.1).unwrap_or(i32::MAX));
        }
        self.lens.set(lens);
        self.scrolled();
    }

    /// Looks from this near, with the middle of what is seen staying there.
    pub fn zoom_to(self, zoom: u32) {
        let lens = self.lens.get_untracked();
        self.look(lens.zoomed(zoom, (lens.seen.0 / 2, lens.seen.1 / 2)));
    }

    /// Looks a step nearer or farther.
    pub fn zoom_step(self, nearer: bool) {
        self.zoom_to(self.lens.get_untracked().step(nearer));
    }

    /// Looks at the whole, as far as it can be seen at once.
    pub fn fit(self) {
        let lens = self.lens.get_untracked();
        let (width, height) = self.picture_size();
        self.look(Lens { zoom: lens.fit(width, height), scrolled: (0, 0), ..lens });
    }

    /// The board was scrolled.
    pub fn scrolled(self) {
        let Some(board) = self.scroller.get_untracked() else { return };
        let at = |pixels: i32| u32::try_from(pixels).unwrap_or(0);
        let scrolled = (at(board.scroll_left()), at(board.scroll_top()));
        if self.lens.with_untracked(|lens| lens.scrolled != scrolled) {
            self.lens.update(|lens| lens.scrolled = scrolled);
        }
    }

    /// The size of the whole picture.
    pub fn picture_size(self) -> (u32, u32) {
        self.state.picture.scene.with_untracked(|scene| (scene.drawing.width, scene.drawing.height))
    }

    /// Shows the picture when it comes to be looked at, when its figures or its marks are others, and when a line is chosen
    /// elsewhere.
    fn go_along(self) {
        let state = self.state;
        state.found.track();
        state.picked.track();
        let shown = state.look.get() == Look::Diagram && state.opened.with(Option::is_some);
        let motif = state.picture.motif.get();
        let line = state.selection.with(|selection| selection.line);
        if !shown {
            return;
        }
        let there = state.picture.at.with_untracked(|at| at.chosen()) == line;
        match line.filter(|_| motif == Motif::Hierarchy && !there) {
            Some(line) => self.act(Act::Reveal(line)),
            None => self.act(Act::Look),
        }
    }

    /// Asks for what is seen, if some of it is not at hand and nothing is on its way.
    fn fetch(self) {
        let picture = self.state.picture;
        let wanted = self.lens.get();
        let sight = wanted.sight();
        let (at_hand, empty) = picture.scene.with(|scene| {
            let (width, height) = (scene.drawing.width, scene.drawing.height);
            let seen = wanted.area();
            let drawn = Area {
                width: seen.width.min(width.saturating_sub(seen.x)),
                height: seen.height.min(height.saturating_sub(seen.y)),
                ..seen
            };
            let far = scene.motif == Motif::Hierarchy && scene.sight.far != sight.far;
            (scene.sight.area.holds(drawn) && !far, width == 0)
        });
        let shown = self.state.look.get_untracked() == Look::Diagram;
        if shown && !at_hand && !empty && !picture.asked.get_untracked() {
            picture.asked.set(true);
            self.act(Act::Look);
        }
    }

    /// A picture that is new is seen from its beginning; what was asked for is brought into sight.
    fn arrive(self) {
        let picture = self.state.picture;
        let (fresh, show) = (picture.fresh.get(), picture.show.get());
        picture.scene.track();
        self.measure();
        self.size(self.lens.get_untracked().zoom);
        if fresh {
            picture.fresh.set(false);
            let lens = self.lens.get_untracked();
            let zoom = lens.first(self.picture_size().0);
            self.look(Lens { zoom, scrolled: (0, 0), ..lens });
        }
        if let Some(area) = show {
            picture.show.set(None);
            let lens = self.lens.get_untracked();
            let to = lens.showing(area);
            if to != lens.scrolled {
                self.glide(Lens { scrolled: to, ..lens }, fresh);
            }
        }
    }

    /// Goes to a part that is near by moving there, so that one sees where it is; else at once.
    fn glide(self, to: Lens, at_once: bool) {
        let from = self.lens.get_untracked();
        let near = from.scrolled.0.abs_diff(to.scrolled.0) <= 2 * from.seen.0
            && from.scrolled.1.abs_diff(to.scrolled.1) <= 2 * from.seen.1;
        let board = self.scroller.get_untracked().filter(|_| near && !at_once);
        let Some(board) = board else { return self.look(to) };
        // The stylesheet says how it moves, and that it does not where motion is not wanted.
        drop(board.set_attribute("data-gliding", ""));
        board.set_scroll_left(i32::try_from(to.scrolled.0).unwrap_or(i32::MAX));
        board.set_scroll_top(i32::try_from(to.scrolled.1).unwrap_or(i32::MAX));
        drop(board.remove_attribute("data-gliding"));
        self.scrolled();
    }

    /// Makes the paper as large as the picture is from so near.
    fn size(self, zoom: u32) {
        let (width, height) = self.picture_size();
        let Some(paper) = self.paper.get_untracked() else { return };
        for (name, long) in [("width", width), ("height", height)] {
            drop(paper.style().set_property(name, &format!("{}px", scaled(long, zoom, 1_000))));
        }
    }

    /// Keeps the keys at the reader's place when they are in the picture: it is drawn over, so that the element that had
    /// them may now be another row, or gone.
    fn follow(self) {
        let Some(board) = self.scroller.try_get_untracked().flatten() else { return };
        let active = document().active_element();
        let lost = active.as_ref().is_none_or(|active| active.tag_name() == "BODY");
        let inside =
            active.is_some_and(|active| board.contains(Some(&active)) && active.has_attribute("data-part"));
        let held = inside || lost && self.held.get_untracked();
        self.held.set(held);
        if held {
            self.focus(self.state.picture.at.get_untracked());
        }
    }

    /// Gives the keys to a place; to its card's header if rows are not drawn.
    pub fn focus(self, At { card, part }: At) {
        let Some(board) = self.scroller.get_untracked() else { return };
        let part = part_name(part);
        let item = |part: &str| {
            let item = board.query_selector(&format!("[data-card='{card}'][data-part='{part}']")).ok()??;
            item.dyn_into::<HtmlElement>().ok()
        };
        if let Some(item) = item(&part).or_else(|| item("head")) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            drop(item.focus_with_options(&options));
        }
    }

    fn measure(self) {
        let Some(board) = self.scroller.try_get_untracked().flatten() else { return };
        let at = |pixels: i32| u32::try_from(pixels).unwrap_or(0);
        let seen = (at(board.client_width()), at(board.client_height()));
        // It has no size where it is not shown.
        if seen.0 > 0 && self.lens.with_untracked(|lens| lens.seen != seen) {
            self.lens.update(|lens| lens.seen = seen);
        }
    }

    /// Keeps the size right when the window, the text size or the layout changes.
    fn watch_size(self) {
        let measure = Closure::<dyn FnMut()>::new(move || {
            self.measure();
            self.put_back();
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        let observer = StoredValue::new_local((observer, measure));
        effect(move || {
            if let Some(board) = self.scroller.get() {
                observer.with_value(|(observer, _)| {
                    if let Some(observer) = observer {
                        observer.observe(&board);
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

    /// What was scrolled before the board was hidden, the browser did not keep.
    fn put_back(self) {
        let Some(board) = self.scroller.try_get_untracked().flatten() else { return };
        let (left, top) = self.lens.get_untracked().scrolled;
        if board.client_width() > 0 && (board.scroll_left(), board.scroll_top()) == (0, 0) {
            board.set_scroll_left(i32::try_from(left).unwrap_or(i32::MAX));
            board.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
        }
    }
}

/// What a part of a card is known by on the page.
pub fn part_name(part: CardPart) -> String {
    match part {
        CardPart::Header => "head".to_owned(),
        CardPart::Row(row) => row.to_string(),
        CardPart::More => "more".to_owned(),
    }
}

/// The part of that name.
pub fn part_of(name: &str) -> CardPart {
    match name {
        "head" => CardPart::Header,
        "more" => CardPart::More,
        row => row.parse().map_or(CardPart::Header, CardPart::Row),
    }
}
