//! An element as it was drawn: what has to be known of it to draw it over, or to take it away.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

use crate::ui::tag::{Kind, Made, Part, Tag, Value};

/// An element that was drawn.
pub struct Drawn {
    element: Element,
    name: &'static str,
    parts: Vec<DrawnPart>,
    children: Vec<AnyViewState>,
}

enum DrawnPart {
    /// It was set to a value that stays.
    Fixed(Kind, &'static str, Option<Cow<'static, str>>),
    /// It follows a value for as long as the effect is kept.
    Live(
        Kind,
        &'static str,
        #[expect(dead_code, reason = "kept, not looked at")] RenderEffect<Option<String>>,
    ),
    /// The browser calls this on an event.
    Listener(&'static str, JsValue),
}

impl Render for Tag {
    type State = Drawn;

    fn build(self) -> Drawn {
        let Made { name, parts, children } = *self.0;
        let element = Rndr::create_element(name, None);
        let parts = parts.into_iter().filter_map(|part| put(&element, part, &[])).collect();
        let mut children: Vec<AnyViewState> = children.into_iter().map(Render::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        Drawn { element, name, parts, children }
    }

    /// The element stays if it has the same name: whoever uses it, with the keys or a screen reader, stays in it.
    fn rebuild(self, drawn: &mut Drawn) {
        if self.0.name != drawn.name {
            let mut new = self.build();
            drawn.insert_before_this(&mut new);
            drawn.unmount();
            *drawn = new;
            return;
        }
        let Made { parts, children, .. } = *self.0;
        let old = std::mem::take(&mut drawn.parts);
        for gone in &old {
            take_off(&drawn.element, gone, &parts);
        }
        drawn.parts = parts.into_iter().filter_map(|part| put(&drawn.element, part, &old)).collect();
        let count = children.len();
        for (at, child) in children.into_iter().enumerate() {
            if let Some(there) = drawn.children.get_mut(at) {
                child.rebuild(there);
            } else {
                let mut new = child.build();
                new.mount(&drawn.element, None);
                drawn.children.push(new);
            }
        }
        for gone in drawn.children.iter_mut().skip(count) {
            gone.unmount();
        }
        drawn.children.truncate(count);
    }
}

/// Puts one thing on an element. What stays as it was among the `old` is not set again.
fn put(element: &Element, part: Part, old: &[DrawnPart]) -> Option<DrawnPart> {
    match part {
        Part::Set(kind, name, Value::Fixed(value)) => {
            let same = |old: &DrawnPart| matches!(old, DrawnPart::Fixed(Kind::Attribute, known, was) if *known == name && *was == value);
            if kind != Kind::Attribute || !old.iter().any(same) {
                set(element, kind, name, value.as_deref());
            }
            Some(DrawnPart::Fixed(kind, name, value))
        }
        Part::Set(kind, name, Value::Live(mut of)) => {
            let element = element.clone();
            let follow = RenderEffect::new(move |was: Option<Option<String>>| {
                let now = of();
                // What a person put into a field is not known here, so a field is always set.
                let is_field = matches!(kind, Kind::Value | Kind::Checked);
                if is_field || was.as_ref() != Some(&now) {
                    set(&element, kind, name, now.as_deref());
                }
                now
            });
            Some(DrawnPart::Live(kind, name, follow))
        }
        Part::On(name, act) => {
            let (owner, mut act) = act.take();
            let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                // A scroll is told with the next frame, when what was scrolled may be gone with all that belongs to it.
                let target = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
                if target.is_none_or(|target| target.is_connected()) {
                    owner.with(|| act(event));
                }
            });
            // The browser drops it with the element.
            let listener = listener.into_js_value();
            drop(element.add_event_listener_with_callback(name, listener.unchecked_ref()));
            Some(DrawnPart::Listener(name, listener))
        }
        Part::Known(known) => {
            known.load(element);
            None
        }
    }
}

/// Takes one thing off an element, if nothing `new` comes in its place.
fn take_off(element: &Element, gone: &DrawnPart, new: &[Part]) {
    match gone {
        DrawnPart::Fixed(kind, name, _) | DrawnPart::Live(kind, name, _) => {
            let same = |part: &Part| matches!(part, Part::Set(own, known, _) if own == kind && known == name);
            if !new.iter().any(same) {
                set(element, *kind, name, None);
            }
        }
        DrawnPart::Listener(name, listener) => {
            drop(element.remove_event_listener_with_callback(name, listener.unchecked_ref()));
        }
    }
}

fn set(element: &Element, kind: Kind, name: &str, value: Option<&str>) {
    match (kind, value) {
        (Kind::Attribute, Some(value)) => Rndr::set_attribute(element, name, value),
        (Kind::Attribute, None) => Rndr::remove_attribute(element, name),
        (Kind::Class, Some(_)) => Rndr::add_class(&Rndr::class_list(element), name),
        (Kind::Class, None) => Rndr::remove_class(&Rndr::class_list(element), name),
        (Kind::Style, Some(value)) => Rndr::set_css_property(&Rndr::style(element), name, value),
        (Kind::Style, None) => Rndr::remove_css_property(&Rndr::style(element), name),
        // The value of a choice can only be set once the choices are there: Leptos waits for that.
        (Kind::Value, value) => {
            Rndr::set_property_or_value(element, name, &JsValue::from_str(value.unwrap_or_default()));
        }
        (Kind::Markup, value) => Rndr::set_inner_html(element, value.unwrap_or_default()),
        (Kind::Checked, value) => {
            Rndr::set_property_or_value(element, name, &JsValue::from_bool(value.is_some()));
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, before);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(Tag);

/// Drawing on a server is asked of every view; there is no server here, so that nothing of it is ever called.
impl RenderHtml for Tag {
    type AsyncOutput = Tag;
    type Owned = Tag;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Tag {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Tag {
        self
    }
}
