//! The decoder: which encoding is met, and what text comes out.

use crate::cutting::decoded;
use crate::tape::{Tape, one};
use tieout::input::encoding::Decoder;
use tieout::input::scanner::Scanner;
use tieout::model::encoding::Encoding;

const TEXT: &str = "{\"name\": \"Caf\u{e9} \u{20ac} \u{1d11e} \u{4e00}\",\r\n \"value\": 1}";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn through(bytes: &[u8]) -> (Encoding, Tape) {
    let mut decoder = Decoder::new();
    decoder.decode(bytes);
    decoder.finish();
    (decoder.encoding(), decoded(Scanner::new(), [bytes]))
}

#[test]
fn every_encoding_gives_the_same_events_at_the_same_places() {
    let (le, be) = (utf16(TEXT, u16::to_le_bytes), utf16(TEXT, u16::to_be_bytes));
    for (bytes, encoding) in [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), Encoding::Utf8Bom),
        ([b"\xff\xfe", le.as_slice()].concat(), Encoding::Utf16Le),
        (le, Encoding::Utf16Le),
        ([b"\xfe\xff", be.as_slice()].concat(), Encoding::Utf16Be),
        (be, Encoding::Utf16Be),
    ] {
        assert_eq!(through(&bytes), (encoding, one(TEXT.as_bytes())), "{encoding:?}");
        for size in 1..9 {
            let tape = decoded(Scanner::new(), bytes.chunks(size));
            assert_eq!(tape, one(TEXT.as_bytes()), "{encoding:?} in pieces of {size}");
        }
    }
}

#[test]
fn short_files_are_told_apart() {
    for (bytes, encoding, read) in [
        (b"".as_slice(), Encoding::Utf8, ""),
        (b"1", Encoding::Utf8, "1 ."),
        (b"42", Encoding::Utf8, "42 ."),
        (b"{}\n", Encoding::Utf8, "{} ."),
        (b"\xef\xbb\xbf", Encoding::Utf8Bom, ""),
        (b"\xef\xbb\xbf1", Encoding::Utf8Bom, "1 ."),
        (b"\xff\xfe", Encoding::Utf16Le, ""),
        (b"\xfe\xff", Encoding::Utf16Be, ""),
        (b"1\0", Encoding::Utf16Le, "1 ."),
        (b"\x001", Encoding::Utf16Be, "1 ."),
        (b"\xff\xfe1\0", Encoding::Utf16Le, "1 ."),
        (b"\xfe\xff\x001", Encoding::Utf16Be, "1 ."),
        (b"4\x002\0", Encoding::Utf16Le, "42 ."),
        (b"\x004\x002", Encoding::Utf16Be, "42 ."),
        (b"\"\0\0\x4e\"\0", Encoding::Utf16Le, "\"\u{4e00}\" ."),
        (b"\0\"\x4e\0\0\"", Encoding::Utf16Be, "\"\u{4e00}\" ."),
    ] {
        let (met, tape) = through(bytes);
        assert_eq!((met, tape.read().as_str()), (encoding, read), "{bytes:?}");
        let bytewise = decoded(Scanner::new(), bytes.chunks(1));
        assert_eq!(bytewise, tape, "{bytes:?}");
    }
}

#[test]
fn what_is_no_utf_16_is_told_where_it_stands() {
    for (bytes, told) in [
        // An odd byte at the end.
        (b"[\0]\0 ".as_slice(), "1:3 NotUtf8 0xff"),
        // The first half of a pair, alone, and then the second.
        (b"[\0\"\0\x00\xd8\"\0]\0", "1:3 NotUtf8 0xff"),
        (b"[\0\"\0\x00\xdc\"\0]\0", "1:3 NotUtf8 0xff"),
        (b"\xfe\xff\0[\0\"\xd8\x00\0\"\0]", "1:3 NotUtf8 0xff"),
        // A half at the end, whole and cut.
        (b"[\0]\0\x00\xd8", "1:3 NotUtf8 0xff"),
        (b"[\0]\0\x00\xd8\x00", "1:3 NotUtf8 0xff"),
    ] {
        assert_eq!(through(bytes).1.told(), [told], "{bytes:?}");
        assert_eq!(decoded(Scanner::new(), bytes.chunks(1)).told(), [told], "{bytes:?} byte by byte");
    }
}

#[test]
fn utf_8_is_handed_through_without_a_copy() {
    let bytes = b"{\"a\": [1, 2, 3]}\xff";
    let mut decoder = Decoder::new();
    assert_eq!(decoder.decode(bytes).as_ptr(), bytes.as_ptr());
    assert_eq!(decoder.decode(bytes).as_ptr(), bytes.as_ptr());
    assert_eq!(decoder.finish(), b"");
}

#[test]
fn a_second_mark_is_not_taken_away() {
    let tape = decoded(Scanner::new(), ["\u{feff}\u{feff}{}".as_bytes()]);
    assert_eq!(tape.told(), ["1:1 Char('\\u{feff}'), wants Value"]);
}
