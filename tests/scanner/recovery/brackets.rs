//! Brackets: too many, too few, crossed, or with no key before them.

use crate::recovery::{Row, row};

pub const ROWS: &[Row] = &[
    row("[1}", "[1 ] .", &["1:3 WrongClose('}'), wants CommaOrCloseArray"]),
    row("[1}]", "[1 ] .", &["1:3 WrongClose('}'), wants CommaOrCloseArray"]),
    row(r#"{"a":1]"#, "{a=1 } .", &["1:7 WrongClose(']'), wants CommaOrCloseObject"]),
    row(r#"{"a":1]}"#, "{a=1 } .", &["1:7 WrongClose(']'), wants CommaOrCloseObject"]),
    row(r#"{"a":[1,2}"#, "{a=[1 2 ] } .", &["1:10 WrongClose('}'), wants CommaOrCloseArray"]),
    row(
        r#"{"a":[1,{"b":2],"c":3}"#,
        "{a=[1 {b=2 } ] c=3 } .",
        &["1:15 WrongClose(']'), wants CommaOrCloseObject"],
    ),
    row(r#"[{"a":1,{"b":2}]"#, "[{a=1 } {b=2 } ] .", &["1:9 Value(Object), wants Key"]),
    row(r#"[{"a":1 {"b":2}]"#, "[{a=1 } {b=2 } ] .", &["1:9 Value(Object), wants CommaOrCloseObject"]),
    row(r#"[{"a":{"b":1},{"c":2}]"#, "[{a={b=1 } } {c=2 } ] .", &["1:15 Value(Object), wants Key"]),
    row(r#"{"a":1,{"b":2},"c":3}"#, "{a=1 c=3 } .", &["1:8 Value(Object), wants Key"]),
    row(r#"{"a":1,[2,3],"c":4}"#, "{a=1 c=4 } .", &["1:8 Value(Array), wants Key"]),
    row(r#"{"a":{"b":1,[{"c":[]}],"d":2}}"#, "{a={b=1 d=2 } } .", &["1:13 Value(Array), wants Key"]),
    row(r#"{{"a":1}}"#, "{} .", &["1:2 Value(Object), wants KeyOrClose"]),
    row("{[]}", "{} .", &["1:2 Value(Array), wants KeyOrClose"]),
    row("}", "? .", &["1:1 Char('}'), wants Value"]),
    row("[1]]", "[1 ] .", &["1:4 Char(']'), wants End"]),
    row(r#"{"a":1}}"#, "{a=1 } .", &["1:8 Char('}'), wants End"]),
    row("{\"a\":1}}\n,\"b\":2}", "{a=1 } .", &["1:8 Char('}'), wants End"]),
    row(r#"[[1,{"a":[2}],3]"#, "[[1 {a=[2 ] } ] 3 ] .", &["1:12 WrongClose('}'), wants CommaOrCloseArray"]),
    row(
        r#"{"a":1, {"b":2, "c":[x]}, "d":3}"#,
        "{a=1 d=3 } .",
        &["1:9 Value(Object), wants Key", r#"1:22 Word("x"), wants Value"#],
    ),
    row(
        r#"[{"a":[1,2,{"b":3]]"#,
        "[{a=[1 2 {b=3 } ] } ] .",
        &["1:18 WrongClose(']'), wants CommaOrCloseObject", "1:19 WrongClose(']'), wants CommaOrCloseObject"],
    ),
    row(
        r#"{"a":1], "b": foo"#,
        "{a=1 b=? } .",
        &[
            "1:7 WrongClose(']'), wants CommaOrCloseObject",
            r#"1:15 Word("foo"), wants Value"#,
            "1:18 End, 1 open since 1:1, wants CommaOrCloseObject",
        ],
    ),
    row(
        r#"{"a":1], "b": 2"#,
        "{a=1 b=2 } .",
        &[
            "1:7 WrongClose(']'), wants CommaOrCloseObject",
            "1:16 End, 1 open since 1:1, wants CommaOrCloseObject",
        ],
    ),
    row(r#"[{{"a":1}}]"#, "[{} ] .", &["1:3 Value(Object), wants KeyOrClose"]),
    row(
        r#"{"a":1], "b": 2 @"#,
        "{a=1 b=2 } .",
        &[
            "1:7 WrongClose(']'), wants CommaOrCloseObject",
            "1:17 Char('@'), wants CommaOrCloseObject",
            "1:18 End, 1 open since 1:1, wants CommaOrCloseObject",
        ],
    ),
    row(
        r#"{"a":1 "b" {"c" 1}}"#,
        "{a=1 } .",
        &["1:8 Value(Text), wants CommaOrCloseObject", "1:17 Value(Number), wants Colon"],
    ),
    row(
        "callback([1 2])",
        "[1 2 ] .",
        &[
            r#"1:1 Word("callback"), wants Value"#,
            "1:13 Value(Number), wants CommaOrCloseArray",
            "1:15 Char(')'), wants End",
        ],
    ),
];
