//! Texts for the properties: JSON with all it allows, JSON with a few bytes changed, and bytes of any kind.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Bytes that mean something to a scanner, so that changes hit.
const TELLING: &[u8] = b"{}[]:,\"\\'/*#0123456789-+.eE tfnrulasx\n\r\t\0\x1f\x7f\xc3\xa9\xed\xa0\x80\xff\xef\xbb\xbf\xe2\x80\x9c";

/// A text that is JSON, with space wherever it may be.
pub fn json() -> impl Strategy<Value = String> {
    let value = scalar().prop_recursive(5, 60, 6, |inner| {
        let element = (space(), inner.clone(), space()).prop_map(|(a, b, c)| a + &b + &c);
        let member = (space(), string(), space(), space(), inner, space())
            .prop_map(|(a, key, b, c, value, d)| format!("{a}{key}{b}:{c}{value}{d}"));
        prop_oneof![
            vec(element, 1..6).prop_map(|all| format!("[{}]", all.join(","))),
            vec(member, 1..6).prop_map(|all| format!("{{{}}}", all.join(","))),
            space().prop_map(|space| format!("[{space}]")),
            space().prop_map(|space| format!("{{{space}}}")),
        ]
    });
    (space(), value, space()).prop_map(|(a, b, c)| a + &b + &c)
}

/// A value without brackets.
pub fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => select(vec!["true", "false", "null"]).prop_map(str::to_owned),
        3 => string(),
        3 => "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?",
    ]
}

fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-c]{0,9}",
        1 => "[ !#-\\[\\]-~]{0,20}",
        1 => "\\PC{0,4}",
        1 => any::<char>().prop_filter("needs no escape", |c| *c >= ' ' && !"\"\\".contains(*c)).prop_map(String::from),
        1 => select(vec!["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(escaped),
    ];
    vec(piece, 0..4).prop_map(|pieces| {
        let inner: String = pieces.concat();
        // The classes above let a quote or backslash through now and then.
        let sound = serde_json::from_str::<String>(&format!("\"{inner}\"")).is_ok();
        if sound { format!("\"{inner}\"") } else { "\"\"".to_owned() }
    })
}

fn escaped(character: char) -> String {
    let mut units = [0; 2];
    let units = character.encode_utf16(&mut units);
    units
        .iter()
        .map(|unit| if unit % 2 == 0 { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") })
        .collect()
}

fn space() -> impl Strategy<Value = String> {
    prop_oneof![6 => Just(String::new()), 2 => "[ \t\r\n]{0,3}", 1 => " {8,20}"]
}

/// JSON with one to four places changed.
pub fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<Index>(), 0..3u8, select(TELLING), 1..4usize);
    (json(), vec(change, 1..5)).prop_map(|(text, changes)| {
        let mut bytes = text.into_bytes();
        for (place, what, byte, length) in changes {
            let at = place.index(bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            match what {
                0 => drop(bytes.drain(at..end)),
                1 => bytes.insert(at, byte),
                _ => bytes[at..end].fill(byte),
            }
        }
        bytes
    })
}

/// A row of tokens in no order.
pub fn jumble() -> impl Strategy<Value = Vec<u8>> {
    let token: Vec<&[u8]> = vec![
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b" ",
        b"\n",
        b"\r\n",
        b"\r",
        b"\"a\"",
        b"\"b\"",
        b"\"",
        b"1",
        b"-0.5e3",
        b"01",
        b"-",
        b"true",
        b"nul",
        b"NaN",
        b"//",
        b"/*",
        b"*/",
        b"/",
        b"#",
        b"'",
        b"'a'",
        b"\\",
        b"\\u12",
        b"\\ud800",
        b"<",
        b"\t",
        b"\x01",
        b"\xff",
        b"\xe2\x82",
        b"\xc3",
        b"\xc3\xa9",
        "“".as_bytes(),
        "”".as_bytes(),
        "‘k’".as_bytes(),
        "\u{feff}".as_bytes(),
        "\u{a0}".as_bytes(),
        b";",
        b"=",
        b"(",
        b")",
    ];
    vec(select(token), 0..40).prop_map(|tokens| tokens.concat())
}

/// Bytes of any kind, most of them telling.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![vec(select(TELLING), 0..60), vec(any::<u8>(), 0..60)]
}

/// Anything at all.
pub fn anything() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![json().prop_map(String::into_bytes), damaged(), jumble(), bytes()]
}
