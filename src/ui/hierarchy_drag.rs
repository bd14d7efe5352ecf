//! Picking lines by drawing the mouse over them.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::ui::choose;
use crate::ui::picking;
use crate::ui::state::State;
use crate::view::pick::Pick;

/// The button that draws, among those that are held.
const MAIN: u16 = 1;

/// A mouse that may be drawn over rows. Only handles; may be copied.
#[derive(Clone, Copy)]
pub struct Drag {
    /// The row it was pressed on.
    from: StoredValue<Option<u32>>,
    /// The row it was drawn to.
    to: RwSignal<Option<u32>>,
    /// Whether the click that may follow belongs to what was drawn.
    ended: StoredValue<bool>,
}

impl Drag {
    /// A mouse that is not pressed.
    pub fn new() -> Drag {
        Drag { from: StoredValue::new(None), to: RwSignal::new(None), ended: StoredValue::new(false) }
    }

    /// Whether lines are being drawn over.
    pub fn is_on(self) -> bool {
        self.to.with(Option::is_some)
    }

    /// The mouse was pressed.
    pub fn begin(self, event: &MouseEvent) {
        let plain = event.button() == 0 && !event.shift_key() && !event.ctrl_key() && !event.meta_key();
        self.from.set_value(row_at(event).filter(|_| plain));
        self.to.set(None);
        self.ended.set_value(false);
    }

    /// The mouse was moved. Within a row it marks text, as everywhere.
    pub fn go_on(self, state: State, event: &MouseEvent) {
        let Some(from) = self.from.get_value() else { return };
        if event.buttons() & MAIN == 0 {
            // It was let go of elsewhere.
            return self.end(state);
        }
        let before = self.to.get_untracked();
        let row = row_at(event).filter(|row| before != Some(*row) && (before.is_some() || *row != from));
        let Some(row) = row else { return };
        let line = |row: u32| choose::line_at(state, row);
        // Where the first row has been scrolled out of what is at hand, the range that was begun there goes on.
        let pick = match (before.and_then(line), line(from), line(row)) {
            (_, Some(from), Some(to)) => Pick::Sweep { from, to },
            (Some(before), None, Some(to)) => Pick::Range { from: before, to },
            _ => return,
        };
        self.to.set(Some(row));
        picking::no_text();
        picking::pick(state, pick);
    }

    /// The mouse was let go of.
    pub fn end(self, state: State) {
        self.from.set_value(None);
        if let Some(row) = self.to.get_untracked() {
            self.to.set(None);
            self.ended.set_value(true);
            choose::go_to_row(state, row);
        }
    }

    /// Whether a click only ends what was drawn.
    pub fn ends_with_click(self) -> bool {
        let ended = self.ended.get_value();
        self.ended.set_value(false);
        ended
    }
}

/// The number of the row that something happened on.
pub fn row_at(event: &MouseEvent) -> Option<u32> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-row]").ok().flatten()?.get_attribute("data-row")?.parse().ok()
}
