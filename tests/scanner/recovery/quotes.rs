//! Strings: other quotes, no closing quote, bad escapes, raw control characters.

use crate::recovery::{Row, row};

pub const ROWS: &[Row] = &[
    row(
        "{'a':'b'}",
        r#"{a="b" } ."#,
        &["1:2 SingleQuoted, wants DoubleQuotes", "1:6 SingleQuoted, wants DoubleQuotes"],
    ),
    row(
        "{'a': 1, 'b': [True, None]}",
        "{a=1 b=[? ? ] } .",
        &[
            "1:2 SingleQuoted, wants DoubleQuotes",
            "1:10 SingleQuoted, wants DoubleQuotes",
            r#"1:16 Word("True"), wants Value"#,
            r#"1:22 Word("None"), wants Value"#,
        ],
    ),
    row(
        r#"['it\'s', 'say "hi"']"#,
        r#"["it's" "say \"hi\"" ] ."#,
        &["1:2 SingleQuoted, wants DoubleQuotes", "1:11 SingleQuoted, wants DoubleQuotes"],
    ),
    row("['a\n,1]", "[? 1 ] .", &["1:2 UnclosedString, wants CloseQuote"]),
    row(
        "{“a”: “b”, ‘c’: ‘d’}",
        r#"{a="b" c="d" } ."#,
        &[
            "1:2 SmartQuoted, wants DoubleQuotes",
            "1:11 SmartQuoted, wants DoubleQuotes",
            "1:20 SmartQuoted, wants DoubleQuotes",
            "1:29 SmartQuoted, wants DoubleQuotes",
        ],
    ),
    row(
        "{“a\": \"b”\n}",
        "{a=? } .",
        &["1:2 SmartQuoted, wants DoubleQuotes", "1:9 UnclosedString, wants CloseQuote"],
    ),
    row("[„a“, 1]", r#"["a" 1 ] ."#, &["1:2 SmartQuoted, wants DoubleQuotes"]),
    row("['it’s']", r#"["it’s" ] ."#, &["1:2 SingleQuoted, wants DoubleQuotes"]),
    row("[`a`]", "[? ] .", &["1:2 Char('`'), wants ValueOrClose"]),
    row(r#"["a”]"#, "[? ] .", &["1:2 UnclosedString, wants CloseQuote"]),
    row("{\"a: 1,\n\"b\": 2}", "{b=2 } .", &["1:2 UnclosedString, wants CloseQuote"]),
    row("{\"a\": \"b,\n\"c\": 2\n}", "{a=? c=2 } .", &["1:7 UnclosedString, wants CloseQuote"]),
    row("[\"a\nb\", 2]", "[? 2 ] .", &["1:2 UnclosedString, wants CloseQuote"]),
    row("[\n\"a\r\nb\",\n2]", "[? 2 ] .", &["2:1 UnclosedString, wants CloseQuote"]),
    row(
        "[\"a\tb\",\"c\u{1}\"]",
        r#"["a\tb" "c\u{1}" ] ."#,
        &[r"1:4 Control('\t'), wants Escape", r"1:10 Control('\u{1}'), wants Escape"],
    ),
    row(
        r#"["\x41\u12","\ud800", "\udc00\ud83d"]"#,
        "[\"x41�\" \"�\" \"��\" ] .",
        &[
            r#"1:3 BadEscape("\\x"), wants Escape"#,
            r#"1:7 BadEscape("\\u12"), wants Escape"#,
            r#"1:14 BadEscape("\\ud800"), wants Escape"#,
            r#"1:24 BadEscape("\\udc00"), wants Escape"#,
            r#"1:30 BadEscape("\\ud83d"), wants Escape"#,
        ],
    ),
    row(r#"["C:\Users\new"]"#, r#"["C:Users\new" ] ."#, &[r#"1:5 BadEscape("\\U"), wants Escape"#]),
    row("[\"a\\\nb\"]", "[? ] .", &["1:2 UnclosedString, wants CloseQuote"]),
    row(r#"{"n\q":1}"#, "{nq=1 } .", &[r#"1:4 BadEscape("\\q"), wants Escape"#]),
    row(
        "{\"name\":\"Foo\nBar (old)\",\"value\":1,\"k\ney\": 2}",
        "{name=? value=1 ey=2 } .",
        &["1:9 UnclosedString, wants CloseQuote", "2:22 UnclosedString, wants CloseQuote"],
    ),
    row("[\"a\nb\" foo\"x\"]", "[? ] .", &["1:2 UnclosedString, wants CloseQuote"]),
    row(r#"[1 foo"x", 2]"#, "[1 2 ] .", &[r#"1:4 Word("foo"), wants CommaOrCloseArray"#]),
    row("[\"a\n\"b\", 2\n]", "[? 2 ] .", &["1:2 UnclosedString, wants CloseQuote"]),
    row(
        r#"["\ud800\n\ud800A\ud800\u0041"]"#,
        "[\"�\\n�A�A\" ] .",
        &[
            r#"1:3 BadEscape("\\ud800"), wants Escape"#,
            r#"1:11 BadEscape("\\ud800"), wants Escape"#,
            r#"1:18 BadEscape("\\ud800"), wants Escape"#,
        ],
    ),
    row(
        r#"["\ud800\u12x", "\u1\u2"]"#,
        "[\"��x\" \"��\" ] .",
        &[
            r#"1:3 BadEscape("\\ud800"), wants Escape"#,
            r#"1:9 BadEscape("\\u12"), wants Escape"#,
            r#"1:18 BadEscape("\\u1"), wants Escape"#,
            r#"1:21 BadEscape("\\u2"), wants Escape"#,
        ],
    ),
];
