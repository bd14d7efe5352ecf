//! An element of the page as a plain value, so that one piece of code draws every element there is.
//!
//! `view!` makes a type of each combination of element, attribute and value, and the program a visitor loads then
//! carries code for each. So elements are made with [`tag`], and `view!` only places components. A
//! tag is a view like any other: components answer it and take it as a child. How it is drawn stands in `drawn`.

use std::borrow::Cow;

use leptos::html::Custom;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::ui::live::{Act, Attr, Flag, Text};

/// An element that is to be drawn.
pub struct Tag(pub Box<Made>);

/// What an element is made of.
pub struct Made {
    /// The name of the element: `div`.
    pub name: &'static str,
    /// What is set on it and heard from it, in order.
    pub parts: Vec<Part>,
    /// What stands in it.
    pub children: Vec<AnyView>,
}

/// One thing about an element, beside what stands in it.
pub enum Part {
    /// Something is set to a value.
    Set(Kind, &'static str, Value),
    /// Something is done on an event of this name, in the name of whoever drew the element.
    On(&'static str, SendWrapper<(Owner, Act<Event>)>),
    /// The element is to be reached later.
    Known(Known),
}

/// What of an element is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An attribute.
    Attribute,
    /// A class, which is there while there is a value.
    Class,
    /// A property of its style.
    Style,
    /// The text a field holds now.
    Value,
    /// Whether a box is ticked now.
    Checked,
    /// Its content as markup.
    Markup,
}

/// A text, or nothing; what is so or not is an empty text, or nothing.
pub enum Value {
    /// It stays.
    Fixed(Option<Cow<'static, str>>),
    /// It changes.
    Live(Attr),
}

/// Where an element is reached later, of whichever kind it is.
pub type Known = NodeRef<Custom<&'static str>>;

/// An element of this name with nothing about it and nothing in it.
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Made { name, parts: Vec::new(), children: Vec::new() }))
}

/// A button that does what its click says.
pub fn button() -> Tag {
    tag("button").attr("type", "button")
}

impl Tag {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Value>) -> Tag {
        self.set(Kind::Attribute, name, value.into())
    }

    /// Sets the classes.
    pub fn class(self, names: impl Into<Value>) -> Tag {
        self.set(Kind::Attribute, "class", names.into())
    }

    /// Sets what tests know the element by.
    pub fn hook(self, name: &'static str) -> Tag {
        self.set(Kind::Attribute, "data-testid", name.into())
    }

    /// Adds one class while something is so.
    pub fn class_if(self, name: &'static str, so: impl Into<Value>) -> Tag {
        self.set(Kind::Class, name, so.into())
    }

    /// Sets a property of its style.
    pub fn style(self, name: &'static str, value: impl Into<Value>) -> Tag {
        self.set(Kind::Style, name, value.into())
    }

    /// Keeps the text of a field.
    pub fn value(self, value: impl Into<Value>) -> Tag {
        self.set(Kind::Value, "value", value.into())
    }

    /// Keeps a box ticked or not.
    pub fn checked(self, so: impl Into<Value>) -> Tag {
        self.set(Kind::Checked, "checked", so.into())
    }

    /// Does something when a field has been changed.
    pub fn change(self, act: impl FnMut(Event) + 'static) -> Tag {
        self.hear("change", Box::new(act))
    }

    /// Does something whenever a field changes, letter by letter.
    pub fn input(self, act: impl FnMut(Event) + 'static) -> Tag {
        self.hear("input", Box::new(act))
    }

    /// Does something on another event.
    pub fn on<E: JsCast>(self, name: &'static str, mut act: impl FnMut(E) + 'static) -> Tag {
        self.hear(name, Box::new(move |event: Event| act(event.unchecked_into())))
    }

    /// Fills it with markup, which never holds anything of a file.
    pub fn markup(self, markup: impl Into<Value>) -> Tag {
        self.set(Kind::Markup, "markup", markup.into())
    }

    /// Does something on a click.
    pub fn click(self, mut act: impl FnMut() + 'static) -> Tag {
        self.hear("click", Box::new(move |_| act()))
    }

    /// Lets the element be reached later.
    pub fn node_ref(self, known: Known) -> Tag {
        self.with(Part::Known(known))
    }

    /// Adds something within it, behind what is there already.
    pub fn child(self, child: impl IntoAny) -> Tag {
        self.add(child.into_any())
    }

    fn set(self, kind: Kind, name: &'static str, value: Value) -> Tag {
        self.with(Part::Set(kind, name, value))
    }

    fn hear(self, name: &'static str, act: Act<Event>) -> Tag {
        let owner = Owner::current().unwrap_or_default();
        self.with(Part::On(name, SendWrapper::new((owner, act))))
    }

    fn with(mut self, part: Part) -> Tag {
        self.0.parts.push(part);
        self
    }

    fn add(mut self, child: AnyView) -> Tag {
        self.0.children.push(child);
        self
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Value {
        Value::Fixed(Some(Cow::Borrowed(text)))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Fixed(Some(Cow::Owned(text)))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::from(number.to_string())
    }
}

impl From<bool> for Value {
    fn from(so: bool) -> Value {
        Value::Fixed(so.then_some(Cow::Borrowed("")))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Fixed(None), Into::into)
    }
}

impl From<Attr> for Value {
    fn from(of: Attr) -> Value {
        Value::Live(of)
    }
}

impl From<Text> for Value {
    fn from(mut of: Text) -> Value {
        Value::Live(Box::new(move || Some(of())))
    }
}

impl From<Flag> for Value {
    fn from(mut of: Flag) -> Value {
        Value::Live(Box::new(move || of().then(String::new)))
    }
}
