//! Size, depth and number: a hostile text is answered early and with little memory.

use crate::tape::{Balance, one, scan};
use tieout::input::scanner::Scanner;
use tieout::model::syntax::FaultKind;

const MEGABYTE: usize = 1 << 20;

/// Feeds `pieces` and says after how many of them the scanner had stopped.
fn stops_after(scanner: Scanner, pieces: impl Iterator<Item = Vec<u8>>) -> (Option<usize>, Balance) {
    let (mut scanner, mut balance, mut stopped) = (scanner, Balance::default(), None);
    for (count, piece) in pieces.enumerate() {
        scanner.feed(&piece, &mut balance);
        stopped = stopped.or(scanner.stopped().then_some(count));
    }
    scanner.finish(&mut balance);
    (stopped, balance)
}

fn noise(seed: u64) -> impl Iterator<Item = u8> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    })
}

#[test]
fn fifty_megabytes_of_brackets_stop_in_the_first() {
    for byte in [b"[".as_slice(), b"{\"a\":", b"[{\"a\":"] {
        let piece = byte.repeat(MEGABYTE / byte.len());
        let (stopped, balance) = stops_after(Scanner::with_many(), std::iter::repeat_n(piece, 50));
        assert_eq!(stopped, Some(0));
        assert_eq!(balance.faults.iter().map(|fault| &fault.kind).collect::<Vec<_>>(), [&FaultKind::TooDeep]);
        assert!(balance.is_kept(), "{balance:?}");
        assert!(balance.values < 1_000, "{} values", balance.values);
    }
}

#[test]
fn fifty_megabytes_of_noise_stop_early() {
    for begin in [b"".as_slice(), b"[", b"{\"assets\":[", b"\xef\xbb\xbf{}\n"] {
        let piece: Vec<u8> =
            begin.iter().copied().chain(noise(88_172_645_463_325_252).take(MEGABYTE)).collect();
        let (stopped, balance) = stops_after(Scanner::with_many(), std::iter::repeat_n(piece, 50));
        assert!(stopped.is_some_and(|count| count < 10), "{stopped:?} {:?}", balance.faults.len());
        assert!(balance.is_kept(), "{balance:?}");
        assert!(balance.faults.len() <= 101);
    }
}

#[test]
fn a_hundred_faults_are_told_and_then_that_there_are_more() {
    for (count, told, last) in [
        (99, 99, None),
        (100, 100, None),
        (101, 101, Some(FaultKind::TooMany)),
        (5_000, 101, Some(FaultKind::TooMany)),
    ] {
        let text = format!("[{}0]", "x,".repeat(count));
        let tape = one(text.as_bytes());
        assert_eq!(tape.faults.len(), told, "{count}");
        assert_eq!(
            tape.faults.last().map(|fault| fault.kind.clone()).filter(|kind| *kind == FaultKind::TooMany),
            last
        );
    }
    let text = format!("[{}0]", "x,".repeat(200));
    let tape = one(text.as_bytes());
    assert_eq!(tape.faults.last().map(|fault| fault.place.offset), Some(201));
    assert_eq!(tape.read(), format!("[{}] .", "? ".repeat(100)));
}

#[test]
fn one_token_with_several_faults_does_not_pass_the_limit() {
    let text = format!("[{}\"\\ud800\\u12x\\y\\z\u{1}\"]", "x,".repeat(100));
    let tape = one(text.as_bytes());
    assert_eq!(tape.faults.len(), 101);
    assert_eq!(tape.read(), format!("[{}] .", "? ".repeat(100)), "the string behind the limit is not read");
}

#[test]
fn nothing_is_read_behind_a_stop() {
    let mut balance = Balance::default();
    let text = format!("{}{}", "[".repeat(513), "]".repeat(513));
    let mut scanner = scan(Scanner::new(), [text.as_bytes()], &mut balance);
    assert!(scanner.stopped());
    scanner.feed(b"{\"a\":1", &mut balance);
    assert_eq!((balance.faults.len(), balance.documents), (1, 1));
    assert!(balance.is_kept(), "{balance:?}");
}

#[test]
fn an_object_of_two_hundred_thousand_keys_knows_which_is_repeated() {
    let members: Vec<String> =
        (0..200_000).map(|key| format!("\"{}\":{{\"0\":0}}", key * 7_919 % 200_000)).collect();
    let text = format!("{{{},\"0\":0,\"199999\":1,\"x\":2}}", members.join(","));
    let mut balance = Balance::default();
    scan(Scanner::new(), [text.as_bytes()], &mut balance);
    assert_eq!((balance.repeated, balance.faults.len()), (2, 0));
}

#[test]
fn repeated_keys_are_found_among_few_and_among_many() {
    for count in 1..80 {
        let keys: Vec<String> = (0..count).map(|key| format!("\"k{key}\":0")).collect();
        for again in [0, count / 2, count - 1] {
            let mut balance = Balance::default();
            let object = format!("{{{},\"k{again}\":{{\"k0\":0}},\"new\":0}}", keys.join(","));
            let text = format!("[{object},{{\"k0\":0}},{object}]");
            scan(Scanner::new(), [text.as_bytes()], &mut balance);
            assert_eq!((balance.repeated, balance.faults.len()), (2, 0), "{text}");
        }
    }
}

#[test]
fn a_text_that_is_no_json_at_all_is_one_fault() {
    let line = "2021-09-30,Cash,\"1,234.50\", 'x' # // {} [ : \r\n";
    let prose = "Total assets are what they are; see note 3.\n";
    for text in
        [line.repeat(20_000), prose.repeat(20_000), format!("a: 1\n{}", "- b: {c: 1}\n".repeat(5_000))]
    {
        let mut balance = Balance::default();
        scan(Scanner::with_many(), [text.as_bytes()], &mut balance);
        assert_eq!(balance.faults.len(), 1, "{:?}", balance.faults);
        assert_eq!(balance.documents, 1);
        assert!(balance.is_kept());
    }
}
