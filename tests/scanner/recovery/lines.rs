//! Documents on lines of their own.

use crate::recovery::{Row, row};

pub const ROWS: &[Row] = &[
    row("{\"a\":1}\n{\"b\":2}\n", "{a=1 } . {b=2 } .", &[]),
    row("{\"a\":1}\r\n\r\n[2]\r3", "{a=1 } . [2 ] . 3 .", &[]),
    row("{\n\"a\":\n1}\n\n", "{a=1 } .", &[]),
    row("{\"a\":1}{\"b\":2}\n{\"c\":3}", "{a=1 } . {b=2 } . {c=3 } .", &["1:8 Value(Object), wants End"]),
    row("{\"a\":1}, {\"b\":2}\n{\"c\":3}", "{a=1 } . {b=2 } . {c=3 } .", &["1:8 Char(','), wants End"]),
    row(
        "{\"a\":1},\n{\"b\":2},\n{\"c\":3}\n",
        "{a=1 } . {b=2 } . {c=3 } .",
        &["1:8 Char(','), wants End", "2:8 Char(','), wants End"],
    ),
    row("{\"a\":1} x\n{\"b\":2}", "{a=1 } . {b=2 } .", &[r#"1:9 Word("x"), wants End"#]),
    row("{\"a\":1}\nNaN\n{\"b\":2}\n", "{a=1 } . ? . {b=2 } .", &[r#"2:1 Word("NaN"), wants Value"#]),
    row(
        "{\"a\":1}\nfoo bar, baz\nmore \"words\n{\"b\":2}\n",
        "{a=1 } . ? . {b=2 } .",
        &[r#"2:1 Word("foo"), wants Value"#],
    ),
    row("{\"a\":1}}\n\"b\":2\n}\n", "{a=1 } .", &["1:8 Char('}'), wants End"]),
    row("1 2\n3\n", "1 . 2 .", &["1:3 Value(Number), wants End"]),
    row("{\"a\":1}\n{\"b\":\n{\"c\":3}}", "{a=1 } . {b={c=3 } } .", &[]),
    row("{\"a\":[1}\n{\"b\":2}\n", "{a=[1 ] } . {b=2 } .", &["1:8 WrongClose('}'), wants CommaOrCloseArray"]),
    row("a,b\n1,2\n{\"c\":3}\n", "? . {c=3 } .", &[r#"1:1 Word("a"), wants Value"#]),
    row("x = {\"a\":1}\n", "{a=1 } .", &[r#"1:1 Word("x"), wants Value"#]),
    row(
        "```json\n{\"a\":1}\n```\n",
        "? . {a=1 } . ? .",
        &["1:1 Char('`'), wants Value", "3:1 Char('`'), wants Value"],
    ),
    row("<a>\n{}\n", "? .", &["1:1 Char('<'), wants Value"]),
    row("{} // c\n{}", "{} . {} .", &["1:4 Comment, wants NoComment"]),
    row("{} /* \n */ {}", "{} . {} .", &["1:4 Comment, wants NoComment"]),
    row("\n\n", "", &["3:1 End, 0 open, wants Value"]),
    row("", "", &["1:1 End, 0 open, wants Value"]),
    row("[1]\n  {\"a\":1}\n", "[1 ] . {a=1 } .", &[]),
    row("[1] x\n  {\"a\":1}\n{\"b\":1}", "[1 ] . {b=1 } .", &[r#"1:5 Word("x"), wants End"#]),
];
