//! Parts of a view that change, boxed, so that one piece of code draws all of a kind: the page stays small.

use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

/// A text that changes.
pub type Text = Box<dyn FnMut() -> String + Send>;
/// An attribute that changes, and is not there when there is nothing to say.
pub type Attr = Box<dyn FnMut() -> Option<String> + Send>;
/// Something that is so or not.
pub type Flag = Box<dyn FnMut() -> bool + Send>;
/// A whole view that changes.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;
/// What to do on an event.
pub type Act<E> = Box<dyn FnMut(E)>;

/// A text that changes.
pub fn text(of: impl FnMut() -> String + Send + 'static) -> Text {
    Box::new(of)
}

/// An attribute that changes.
pub fn attr(of: impl FnMut() -> Option<String> + Send + 'static) -> Attr {
    Box::new(of)
}

/// Something that is so or not.
pub fn flag(of: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(of)
}

/// A whole view that changes.
pub fn part(of: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(of)
}

/// Does something whenever what it looks at has changed.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Does something on an event anywhere on the page, for as long as the page is open.
pub fn on_window(name: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    // The browser takes any listener under any name.
    drop(window().add_event_listener_with_callback(name, act.as_ref().unchecked_ref()));
    act.forget();
}

/// Gives the keys to an element if whatever had them is gone, or no longer shown; otherwise they stay where they are.
pub fn keep_focus(selector: &'static str) {
    request_animation_frame(move || {
        // The browser takes the keys from what is hidden only once it has drawn that.
        let is_hidden = |active: &HtmlElement| active.offset_width() == 0 && active.offset_height() == 0;
        let is_gone = |active: Element| {
            active.tag_name() == "BODY" || active.dyn_ref::<HtmlElement>().is_some_and(is_hidden)
        };
        if document().active_element().is_none_or(is_gone) {
            focus(selector);
        }
    });
}

/// Gives the keys to an element once what is drawn now is drawn.
pub fn give_focus(selector: &'static str) {
    request_animation_frame(move || focus(selector));
}

/// Gives the keys to an element in a task of its own: whoever takes them makes the browser lay out all that is new.
pub fn give_focus_later(selector: &'static str) {
    set_timeout(move || focus(selector), Duration::ZERO);
}

fn focus(selector: &str) {
    let wanted = document().query_selector(selector).ok().flatten();
    if let Some(wanted) = wanted.and_then(|wanted| wanted.dyn_into::<HtmlElement>().ok()) {
        drop(wanted.focus());
    }
}

/// Milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time of day, not money")]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}
