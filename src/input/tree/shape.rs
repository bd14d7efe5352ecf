//! What a value is, by the event that begins it.

use crate::input::scanner::event::Event;
use crate::model::syntax::Shape;

/// What is shown for a value that is neither a text nor a number nor null.
pub fn stand_in(event: Event<'_>) -> Option<&'static str> {
    match event {
        Event::Boolean(true) => Some("true"),
        Event::Boolean(false) => Some("false"),
        Event::BeginObject => Some("{…}"),
        Event::BeginArray => Some("[…]"),
        _ => None,
    }
}

/// The shape of the value an event begins.
pub fn shape(event: Event<'_>) -> Shape {
    match event {
        Event::BeginObject => Shape::Object,
        Event::BeginArray => Shape::Array,
        Event::Number(_) => Shape::Number,
        Event::Boolean(_) => Shape::Boolean,
        Event::Null => Shape::Null,
        _ => Shape::Text,
    }
}
