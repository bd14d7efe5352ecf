//! `serde_json` reads what the scanner reads, refuses what it refuses, and finds the same values.
//!
//! One difference is meant: a number too large for a double, such as `1e400`, is JSON, and `serde_json` refuses it.

use crate::generate::{bytes, damaged, json, jumble};
use crate::tape::{one, scan};
use proptest::prelude::*;
use serde_json::{Map, Value};
use tieout::input::scanner::Scanner;
use tieout::input::scanner::event::{Event, Sink};
use tieout::model::place::Extent;
use tieout::model::syntax::Fault;

/// Builds the values that the events tell.
#[derive(Default)]
pub struct Builder {
    open: Vec<Open>,
    pub documents: Vec<Value>,
    faults: usize,
    wrong_repeats: usize,
}

enum Open {
    Array(Vec<Value>),
    Object(Map<String, Value>, String),
}

impl Sink for Builder {
    fn event(&mut self, event: Event<'_>, _: Extent) {
        let value = match event {
            Event::BeginObject => return self.open.push(Open::Object(Map::new(), String::new())),
            Event::BeginArray => return self.open.push(Open::Array(Vec::new())),
            Event::Key { text, repeated } => {
                if let Some(Open::Object(map, key)) = self.open.last_mut() {
                    self.wrong_repeats += usize::from(map.contains_key(text) != repeated);
                    text.clone_into(key);
                }
                return;
            }
            Event::EndDocument => return,
            Event::EndObject | Event::EndArray => match self.open.pop() {
                Some(Open::Array(values)) => Value::Array(values),
                Some(Open::Object(map, _)) => Value::Object(map),
                None => Value::from("end without a begin"),
            },
            Event::Text(text) => Value::from(text),
            Event::Number(literal) => serde_json::from_str(literal).unwrap_or_default(),
            Event::Boolean(value) => Value::from(value),
            Event::Null => Value::Null,
            Event::Unreadable => Value::from("unreadable"),
        };
        match self.open.last_mut() {
            Some(Open::Array(values)) => values.push(value),
            Some(Open::Object(map, key)) => drop(map.insert(std::mem::take(key), value)),
            None => self.documents.push(value),
        }
    }

    fn fault(&mut self, _: Fault) {
        self.faults += 1;
    }
}

/// What `serde_json` makes of a text of one value; none if it refuses it for its size only.
pub fn serde(text: &[u8]) -> Option<Result<Value, serde_json::Error>> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    reader.disable_recursion_limit();
    let value = serde::Deserialize::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    Some(value).filter(|value| !matches!(value, Err(error) if error.to_string().contains("out of range")))
}

fn agree(text: &[u8]) -> Result<(), TestCaseError> {
    let mut builder = Builder::default();
    scan(Scanner::new(), [text], &mut builder);
    let shown = String::from_utf8_lossy(text);
    match serde(text) {
        Some(Ok(value)) => {
            prop_assert_eq!(one(text).told(), Vec::<String>::new(), "refused {}", shown);
            prop_assert_eq!(builder.documents, vec![value], "read {}", shown);
            prop_assert_eq!(builder.wrong_repeats, 0, "repeated keys of {}", shown);
        }
        Some(Err(error)) => prop_assert!(builder.faults > 0, "accepted {}, but {}", shown, error),
        None => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn json_has_the_same_values(text in json()) {
        prop_assert!(serde_json::from_str::<Value>(&text).is_ok(), "the generator made {text}");
        agree(text.as_bytes())?;
    }

    #[test]
    fn damaged_json_is_refused_alike(text in damaged()) {
        agree(&text)?;
    }

    #[test]
    fn jumbled_tokens_are_refused_alike(text in jumble()) {
        agree(&text)?;
    }

    #[test]
    fn any_bytes_are_refused_alike(text in bytes()) {
        agree(&text)?;
    }

    #[test]
    fn documents_on_lines_have_the_same_values(texts in proptest::collection::vec(json(), 1..5)) {
        let text = texts.join("\n");
        let mut builder = Builder::default();
        scan(Scanner::with_many(), [text.as_bytes()], &mut builder);
        let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&text).into_iter().collect();
        prop_assert_eq!(builder.faults, 0);
        prop_assert_eq!(Some(builder.documents), values.ok());
    }
}

#[test]
fn a_number_too_large_for_a_double_is_json() {
    for text in ["1e400", "[-1e+9999]", "123456789012345678901234567890e999999999999"] {
        assert_eq!(one(text.as_bytes()).told(), Vec::<String>::new());
        assert!(serde(text.as_bytes()).is_none(), "serde_json reads {text} by now: drop the exception");
    }
}

#[test]
fn the_last_of_repeated_keys_wins_in_the_oracle_and_each_is_told() {
    assert_eq!(one(br#"{"a":1,"a":2,"\u0061":3,"b":{"a":4}}"#).read(), "{a=1 a!=2 a!=3 b={a=4 } } .");
}
