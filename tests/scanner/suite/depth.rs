//! Depth: 512 levels are read, and not one more.

use crate::oracle::serde;
use crate::tape::one;

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + inner + &close.repeat(depth)
}

#[test]
fn what_is_as_deep_as_the_cap_is_read() {
    for depth in [1, 2, 100, 127, 128, 129, 500, 511, 512] {
        for (open, inner, close) in
            [("[", "", "]"), ("[", "1", "]"), ("{\"a\":", "{}", "}"), ("{\"a\":[", "{}", "]}")]
        {
            let per_unit = open.matches(['[', '{']).count();
            let text = nested(open, inner, close, (depth - usize::from(inner == "{}")) / per_unit);
            assert_eq!(one(text.as_bytes()).told(), Vec::<String>::new(), "{depth} of {open}");
            assert!(serde(text.as_bytes()).is_some_and(|value| value.is_ok()), "{depth} of {open}");
        }
    }
}

#[test]
fn what_is_deeper_is_told_where_it_passes_the_cap() {
    for (depth, open, inner, close) in [(513, "[", "", "]"), (100_000, "[", "", "]"), (513, "[", "1", "]")] {
        let text = nested(open, inner, close, depth);
        let tape = one(text.as_bytes());
        assert_eq!(tape.told(), ["1:513 TooDeep"], "{depth} of {open}");
        assert_eq!(tape.read(), "[".repeat(512) + &"] ".repeat(512) + ".", "{depth} of {open}");
    }
    let text = nested("{\"a\":", "1", "}", 100_000);
    let tape = one(text.as_bytes());
    assert_eq!(tape.told(), ["1:2561 TooDeep"]);
    assert_eq!(tape.read(), "{a=".repeat(512) + "? " + &"} ".repeat(512) + ".");
    let text = nested("{\"a\":[", "1", "]}", 257);
    assert_eq!(one(text.as_bytes()).told(), ["1:1537 TooDeep"]);
}
