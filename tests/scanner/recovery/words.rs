//! Words, numbers and comments that JSON does not have.

use crate::recovery::{Row, row};

pub const ROWS: &[Row] = &[
    row(
        "[NaN, Infinity, -Infinity, undefined]",
        "[? ? ? ? ] .",
        &[
            r#"1:2 Word("NaN"), wants Value"#,
            r#"1:7 Word("Infinity"), wants Value"#,
            r#"1:17 BadNumber("-Infinity"), wants Number"#,
            r#"1:28 Word("undefined"), wants Value"#,
        ],
    ),
    row(
        "[True, False, None]",
        "[? ? ? ] .",
        &[
            r#"1:2 Word("True"), wants Value"#,
            r#"1:8 Word("False"), wants Value"#,
            r#"1:15 Word("None"), wants Value"#,
        ],
    ),
    row(
        "{a:1, b_c:2, $d:3, e-f:4}",
        "{a=1 b_c=2 $d=3 e-f=4 } .",
        &[
            r#"1:2 Word("a"), wants Key"#,
            r#"1:7 Word("b_c"), wants Key"#,
            r#"1:14 Word("$d"), wants Key"#,
            r#"1:20 Word("e-f"), wants Key"#,
        ],
    ),
    row("{a 1}", "{} .", &[r#"1:2 Word("a"), wants Key"#]),
    row(
        "{total assets: 1, b: 2}",
        "{assets=1 b=2 } .",
        &[r#"1:2 Word("total"), wants Key"#, r#"1:19 Word("b"), wants Key"#],
    ),
    row("[Cash and equivalents, 2]", "[? 2 ] .", &[r#"1:2 Word("Cash"), wants Value"#]),
    row(r#"{"a": yes, "b": 1}"#, "{a=? b=1 } .", &[r#"1:7 Word("yes"), wants Value"#]),
    row(r#"{"a": Decimal("1.00"), "b": 1}"#, "{a=? b=1 } .", &[r#"1:7 Word("Decimal"), wants Value"#]),
    row(r#"{"a": ObjectId('x')}"#, "{a=? } .", &[r#"1:7 Word("ObjectId"), wants Value"#]),
    row(
        r#"{"a": datetime.date(2021, 9, 30), "b": 1}"#,
        "{a=? b=1 } .",
        &[
            r#"1:7 Word("datetime.date"), wants Value"#,
            "1:27 Value(Number), wants Key",
            "1:30 Value(Number), wants Key",
        ],
    ),
    row(
        "[tru, fals, nulll]",
        "[? ? ? ] .",
        &[
            r#"1:2 Word("tru"), wants Value"#,
            r#"1:7 Word("fals"), wants Value"#,
            r#"1:13 Word("nulll"), wants Value"#,
        ],
    ),
    row(r#"{"a": n/a}"#, "{a=? } .", &[r#"1:7 Word("n"), wants Value"#]),
    row(
        "{null:1, true:2, 3:4}",
        "{null=1 true=2 3=4 } .",
        &["1:2 Value(Null), wants Key", "1:10 Value(Boolean), wants Key", "1:18 Value(Number), wants Key"],
    ),
    row(r#"{"a": 5.00 EUR, "b": 1}"#, "{a=5.00 b=1 } .", &[r#"1:12 Word("EUR"), wants CommaOrCloseObject"#]),
    row(
        r#"{"a": €5.00, "b": $5}"#,
        "{a=? b=? } .",
        &[r#"1:7 Word("€5.00"), wants Value"#, r#"1:21 Word("$5"), wants Value"#],
    ),
    row(
        "[xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx]",
        "[? ] .",
        &[r#"1:2 Word("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), wants Value"#],
    ),
    row(
        "[01, +1, .5, 1., 1e, -, 0x1F, 1_000]",
        "[? ? ? ? ? ? ? ? ] .",
        &[
            r#"1:2 BadNumber("01"), wants Number"#,
            r#"1:6 BadNumber("+1"), wants Number"#,
            r#"1:10 BadNumber(".5"), wants Number"#,
            r#"1:14 BadNumber("1."), wants Number"#,
            r#"1:18 BadNumber("1e"), wants Number"#,
            r#"1:22 BadNumber("-"), wants Number"#,
            r#"1:25 BadNumber("0x1F"), wants Number"#,
            r#"1:31 BadNumber("1_000"), wants Number"#,
        ],
    ),
    row(
        r#"{"a": 01, "b": -}"#,
        "{a=? b=? } .",
        &[r#"1:7 BadNumber("01"), wants Number"#, r#"1:16 BadNumber("-"), wants Number"#],
    ),
    row(
        "[1.2.3, 1e5e, 12abc]",
        "[? ? ? ] .",
        &[
            r#"1:2 BadNumber("1.2.3"), wants Number"#,
            r#"1:9 BadNumber("1e5e"), wants Number"#,
            r#"1:15 BadNumber("12abc"), wants Number"#,
        ],
    ),
    row(
        "[1'000, 5%, 2021-09-30]",
        "[? ? ? ] .",
        &[
            r#"1:2 BadNumber("1'000"), wants Number"#,
            r#"1:9 BadNumber("5%"), wants Number"#,
            r#"1:13 BadNumber("2021-09-30"), wants Number"#,
        ],
    ),
    row("[2021-09-30 10:00:00, 1]", "[? 1 ] .", &[r#"1:2 BadNumber("2021-09-30"), wants Number"#]),
    row(
        "[(500.00), 1]",
        "[500.00 1 ] .",
        &["1:2 Char('('), wants ValueOrClose", "1:9 Char(')'), wants CommaOrCloseArray"],
    ),
    row("[- 1]", "[? ] .", &[r#"1:2 BadNumber("-"), wants Number"#]),
    row(
        "[1-2, 1+2]",
        "[? ? ] .",
        &[r#"1:2 BadNumber("1-2"), wants Number"#, r#"1:7 BadNumber("1+2"), wants Number"#],
    ),
    row(r#"{"v": 1.234,50}"#, "{v=1.234 } .", &["1:13 Value(Number), wants Key"]),
    row("[1 000.00]", "[1 ] .", &[r#"1:4 BadNumber("000.00"), wants CommaOrCloseArray"#]),
    row("// one\n{\"a\":1}", "{a=1 } .", &["1:1 Comment, wants NoComment"]),
    row("# one\n{\"a\":1}", "{a=1 } .", &["1:1 Comment, wants NoComment"]),
    row("/* one\n two */{\"a\":1}", "{a=1 } .", &["1:1 Comment, wants NoComment"]),
    row(r#"{"a":1} // end"#, "{a=1 } .", &["1:9 Comment, wants NoComment"]),
    row(r#"{"a":/* why */1}"#, "{a=1 } .", &["1:6 Comment, wants NoComment"]),
    row(
        "{\"a\":1, // one\n \"b\":2 # two\n}",
        "{a=1 b=2 } .",
        &["1:9 Comment, wants NoComment", "2:8 Comment, wants NoComment"],
    ),
    row("[1,/**/2]", "[1 2 ] .", &["1:4 Comment, wants NoComment"]),
    row(
        "[1 /* open",
        "[1 ] .",
        &["1:4 Comment, wants NoComment", "1:11 End, 1 open since 1:1, wants CommaOrCloseArray"],
    ),
    row("[1 / 2]", "[1 ] .", &["1:4 Char('/'), wants CommaOrCloseArray"]),
    row(
        "{\"url\": http://x.y/z,\n \"b\":1}",
        "{url=? b=1 } .",
        &[r#"1:9 Word("http"), wants Value"#, "1:14 Comment, wants NoComment"],
    ),
];
