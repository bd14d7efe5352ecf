//! Going through the list of findings by its own keys: its findings are one stop of the tab key, and arrows go on from there.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::ui::shortcuts;
use crate::view::shortcuts::{Act, Place};

const FINDINGS: &str = ".finding";

/// What arrows stop at: findings, and the heads of their groups.
const STOPS: &str = "summary, .finding";

/// Takes a key in the list.
pub fn key(event: &KeyboardEvent) {
    let Some(act) = shortcuts::of(Place::Findings, event) else { return };
    // Those of a group that is closed have no place.
    let mut stops = all(event, STOPS);
    stops.retain(|stop| stop.offset_parent().is_some());
    let now = document().active_element();
    let at = stops.iter().position(|stop| now.as_deref() == Some(stop));
    let to = match (act, at) {
        (Act::First, _) => 0,
        (Act::Last, _) => stops.len().saturating_sub(1),
        (Act::Down, Some(at)) => at + 1,
        (Act::Up, Some(at)) => at.saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(stop) = stops.get(to) {
        drop(stop.focus());
    }
}

/// The tab key comes back to the finding that had the keys last.
pub fn reached(event: &FocusEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(finding) = target.filter(|target| target.matches(FINDINGS).unwrap_or(false)) else { return };
    for other in all(event, FINDINGS) {
        drop(other.set_attribute("tabindex", if *other == finding { "0" } else { "-1" }));
    }
}

/// The elements of the list that an event came to, from the first to the last.
fn all(event: &Event, selector: &str) -> Vec<HtmlElement> {
    let list = event.current_target().and_then(|list| list.dyn_into::<Element>().ok());
    let Some(Ok(all)) = list.map(|list| list.query_selector_all(selector)) else { return Vec::new() };
    (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect()
}
