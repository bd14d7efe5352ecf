//! Moving the picture by hand: dragging with the mouse, the wheel with Ctrl, two fingers. One finger scrolls by itself.

use js_sys::Reflect;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Event, HtmlElement, WheelEvent};

use crate::ui::diagram_board::Board;
use crate::view::picture::lens::Lens;

/// A mouse that moves less, in pixels, is held still.
const STILL: u32 = 4;

/// A hand on the picture. Only handles; may be copied.
#[derive(Clone, Copy)]
pub struct Hand {
    board: Board,
    /// Where the mouse was pressed, and how the picture was looked at then.
    pressed: StoredValue<Option<((i32, i32), Lens)>>,
    /// What the browser knows the mouse by.
    pointer: StoredValue<i32>,
    /// Whether the picture was dragged since then, so that what follows is no click.
    dragged: StoredValue<bool>,
    /// How far apart two fingers were, and how the picture was looked at then.
    pinched: StoredValue<Option<(u32, Lens)>>,
}

impl Hand {
    /// No hand yet.
    pub fn new(board: Board) -> Hand {
        Hand {
            board,
            pressed: StoredValue::new(None),
            pointer: StoredValue::new(0),
            dragged: StoredValue::new(false),
            pinched: StoredValue::new(None),
        }
    }

    /// The mouse, a pen or a finger was set down.
    pub fn point(self, event: &Event) {
        self.pointer.set_value(number(event, "pointerId"));
    }

    /// The mouse was pressed.
    pub fn press(self, event: &MouseEvent) {
        self.dragged.set_value(false);
        let first = event.button() == 0;
        let lens = self.board.lens.get_untracked();
        self.pressed.set_value(first.then(|| ((event.client_x(), event.client_y()), lens)));
    }

    /// The mouse was moved.
    pub fn drag(self, event: &MouseEvent) {
        let Some(((x, y), lens)) = self.pressed.get_value() else { return };
        // It may have been let go where this was not told.
        let held = event.buttons() & 1 == 1 || event.type_() == "mouseup";
        if !held {
            self.pressed.set_value(None);
            return;
        }
        let (right, down) = (event.client_x() - x, event.client_y() - y);
        if !self.dragged.get_value() && right.unsigned_abs().max(down.unsigned_abs()) < STILL {
            return;
        }
        if !self.dragged.get_value() {
            self.dragged.set_value(true);
            // From now on all that the mouse does is told here, wherever it goes.
            if let Some(scroller) = self.board.scroller.get_untracked() {
                drop(scroller.set_pointer_capture(self.pointer.get_value()));
            }
        }
        let scrolled =
            (lens.scrolled.0.saturating_add_signed(-right), lens.scrolled.1.saturating_add_signed(-down));
        self.board.look(Lens { scrolled, ..self.board.lens.get_untracked() });
    }

    /// The mouse was let go.
    pub fn release(self, event: &MouseEvent) {
        self.drag(event);
        self.pressed.set_value(None);
    }

    /// Whether the picture was dragged, so that what comes is no click.
    pub fn was_dragged(self) -> bool {
        let dragged = self.dragged.get_value();
        self.dragged.set_value(false);
        dragged
    }

    /// The wheel with Ctrl, which is also what a touchpad says of two fingers, looks nearer or farther.
    #[expect(clippy::cast_possible_truncation, reason = "pixels, not money")]
    pub fn wheel(self, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let lens = self.board.lens.get_untracked();
        let turned = (event.delta_y() as i32).clamp(-200, 200);
        let zoom = lens.zoom.saturating_add_signed(-(turned * i32::try_from(lens.zoom).unwrap_or(0) / 500));
        let zoom = if zoom == lens.zoom { zoom.saturating_add_signed(-turned.signum()) } else { zoom };
        self.board.look(lens.zoomed(zoom, self.within((event.client_x(), event.client_y()))));
    }

    /// Fingers were set down, moved or lifted.
    pub fn touch(self, event: &Event) {
        let [(x, y), (to_x, to_y)] = match fingers(event).as_slice() {
            [one, other] => [*one, *other],
            _ => return self.pinched.set_value(None),
        };
        if event.cancelable() {
            event.prevent_default();
        }
        let apart = x.abs_diff(to_x).max(y.abs_diff(to_y)).max(1);
        let Some((before, lens)) = self.pinched.get_value() else {
            self.pinched.set_value(Some((apart, self.board.lens.get_untracked())));
            return;
        };
        let zoom = u64::from(lens.zoom) * u64::from(apart) / u64::from(before);
        let middle = self.within((i32::midpoint(x, to_x), i32::midpoint(y, to_y)));
        let now = self.board.lens.get_untracked();
        self.board.look(now.zoomed(u32::try_from(zoom).unwrap_or(u32::MAX), middle));
    }

    /// A point of the window, from the corner of the board.
    fn within(self, at: (i32, i32)) -> (u32, u32) {
        self.board.scroller.get_untracked().map_or((0, 0), |board| offset(&board, at))
    }
}

/// Where the fingers are in the window.
fn fingers(event: &Event) -> Vec<(i32, i32)> {
    let touches = of(event, "touches");
    let count = number(&touches, "length").clamp(0, 3);
    let finger = |at: i32| of(&touches, &at.to_string());
    (0..count).map(finger).map(|finger| (number(&finger, "clientX"), number(&finger, "clientY"))).collect()
}

/// A point of the window, from the corner of an element.
#[expect(clippy::cast_possible_truncation, reason = "pixels, not money")]
pub fn offset(element: &HtmlElement, (x, y): (i32, i32)) -> (u32, u32) {
    let corner = element.get_bounding_client_rect();
    let from = |at: i32, edge: i32| u32::try_from(at - edge).unwrap_or(0);
    (from(x, corner.left() as i32), from(y, corner.top() as i32))
}

/// What a value of the browser's has under a key.
fn of(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

#[expect(clippy::cast_possible_truncation, reason = "pixels, not money")]
fn number(value: &JsValue, key: &str) -> i32 {
    of(value, key).as_f64().map_or(0, |number| number as i32)
}
