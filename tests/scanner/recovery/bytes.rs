//! Bytes that are no UTF-8: told once a run, wherever they stand.

use crate::tape::one;

pub const ROWS: &[(&[u8], &str, &[&str])] = &[
    (b"[\"caf\xe9\"]", "[\"caf�\" ] .", &["1:6 NotUtf8 0xe9"]),
    (
        b"[\"\xff\xfe\xfd\", \"\xff \xff\"]",
        "[\"�\" \"� �\" ] .",
        &["1:3 NotUtf8 0xff", "1:10 NotUtf8 0xff", "1:12 NotUtf8 0xff"],
    ),
    (b"{\"\xe9\":\"\xe9\"}", "{�=\"�\" } .", &["1:3 NotUtf8 0xe9", "1:7 NotUtf8 0xe9"]),
    (b"[\"a\xed\xa0\x80b\"]", "[\"a�b\" ] .", &["1:4 NotUtf8 0xed"]),
    (b"[\"a\xc3\"]", "[\"a�\" ] .", &["1:4 NotUtf8 0xc3"]),
    (b"[\"\xc3\xa9\xc3\"]\n", "[\"é�\" ] .", &["1:5 NotUtf8 0xc3"]),
    (b"[\"a\\\xffn\"]", "[\"a�\u{fffd}n\" ] .", &["1:5 NotUtf8 0xff"]),
    (b"[\"\\ud83d\xff\", 1]", "[\"��\" 1 ] .", &["1:9 NotUtf8 0xff"]),
    (b"[1\xff2, tr\xffue, 3]", "[? ? 3 ] .", &["1:3 NotUtf8 0xff", "1:9 NotUtf8 0xff"]),
    (b"[\xff, \xff1, 2]", "[1 2 ] .", &["1:2 NotUtf8 0xff", "1:5 NotUtf8 0xff"]),
    (
        b"{\"a\"\xff:\xff1\xff,\xff\"b\":2}\n",
        "{a=? b=2 } .",
        &["1:5 NotUtf8 0xff", "1:7 NotUtf8 0xff", "1:9 NotUtf8 0xff", "1:11 NotUtf8 0xff"],
    ),
    (b"[1] \xff \xff", "[1 ] .", &["1:5 NotUtf8 0xff"]),
    (b"\xff \xff {\"a\":1}", "{a=1 } .", &["1:1 NotUtf8 0xff"]),
    (b"\xff\xd8\xff\xe0 picture", "? .", &["1:1 NotUtf8 0xff"]),
    (b"[\"cut\xe2\x82", "[? ] .", &["1:6 NotUtf8 0xe2", "1:2 UnclosedString, wants CloseQuote"]),
    (b"[1]\xe2\x82", "[1 ] .", &["1:4 NotUtf8 0xe2"]),
    (
        b"[1, // caf\xe9\n2, /* \xff *\xff/ */ 3 / \xff]",
        "[1 2 3 ] .",
        &[
            "1:5 Comment, wants NoComment",
            "1:11 NotUtf8 0xe9",
            "2:4 Comment, wants NoComment",
            "2:7 NotUtf8 0xff",
            "2:10 NotUtf8 0xff",
            "2:18 Char('/'), wants CommaOrCloseArray",
            "2:20 NotUtf8 0xff",
        ],
    ),
    (b"[1, /\xff 2]", "[1 2 ] .", &["1:5 Char('/'), wants Value", "1:6 NotUtf8 0xff"]),
    (b"['\xff', 1]", "[\"�\" 1 ] .", &["1:3 NotUtf8 0xff", "1:2 SingleQuoted, wants DoubleQuotes"]),
    (b"[\xff", "[] .", &["1:2 NotUtf8 0xff", "1:3 End, 1 open since 1:1, wants ValueOrClose"]),
    (b"[1, /\xff/ 2]", "[1 2 ] .", &["1:5 Char('/'), wants Value", "1:6 NotUtf8 0xff"]),
];

#[test]
fn bad_bytes_are_told_once_a_run() {
    for (text, read, told) in ROWS {
        let tape = one(text);
        let shown = String::from_utf8_lossy(text);
        assert_eq!(
            (tape.told(), tape.read().as_str()),
            (told.iter().map(|&fault| fault.into()).collect(), *read),
            "{shown}"
        );
    }
}
