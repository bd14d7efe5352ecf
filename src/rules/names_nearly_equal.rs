//! S009 names-nearly-equal: two names differ only in case, spaces or punctuation.

use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::numbers::Numbers;
use crate::model::order::sorted;
use crate::model::repeats::repeated;
use crate::model::statement::Statement;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S009: two names differ only in case, spaces or punctuation.
pub const RULE: Rule = Rule {
    code: "S009",
    name: "names-nearly-equal",
    level: Level::Info,
    what: "two names differ only in case, spaces or punctuation",
    why: "a person takes them for one name and a program for two, or the other way round",
    fix: "write the name in one way, or give the lines names that tell them apart",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Trade-Loan", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Trade loan", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    // A hash of what matters of a name, then the line: lines of nearly equal names come to stand together.
    let items = lines.all().filter(|line| lines.depth(*line) > 0);
    let maybe = repeated(lines.len(), items.filter_map(|line| Some((hash(lines.name(line))?, line.0))));
    let maybe = maybe.into_iter().map(LineId);
    let keys: Vec<(u32, LineId)> = maybe.filter_map(|line| Some((hash(lines.name(line))?, line))).collect();
    let keys = sorted(&keys, |a, b| a.0.cmp(&b.0));
    for alike in keys.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        tell(statement, alike, drafts);
    }
}

/// Tells each further spelling among lines whose names have one hash, and so are nearly equal but for rare chance, or
/// for a file that was made to be slow.
fn tell(statement: &Statement, alike: &[(u32, LineId)], drafts: &mut Drafts) {
    let name = |line: LineId| statement.lines.name(line);
    if alike.iter().all(|(_, line)| alike.first().is_some_and(|(_, first)| name(*first) == name(*line))) {
        return;
    }
    let mut numbers = Numbers::default();
    let mut known: Vec<(LineId, Numbers<'_>)> = Vec::new();
    for (_, line) in alike.iter().copied() {
        let (number, new) = numbers.meet(letters(name(line)).into());
        if new {
            known.push((line, Numbers::default()));
        }
        let Some((first, spellings)) = known.get_mut(number as usize) else { continue };
        if name(*first) != name(line) && spellings.meet(name(line).into()).1 {
            drafts.add(|| {
                let message = format!(
                    "{} is nearly {} on line {}: only case, spaces or punctuation differ",
                    words::quoted(name(line)),
                    words::quoted(name(*first)),
                    statement.lines.place(*first).line
                );
                let basis = [name(*first), name(line)].join("\0");
                Draft::new(message).widespread(Some(line)).on(basis)
            });
        }
    }
}

/// FNV-1a over [`letters`]; none if there are none.
fn hash(name: &str) -> Option<u32> {
    let (mut hash, mut any) = (0x811c_9dc5_u32, false);
    let add = |letter: char| {
        hash = (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193);
        any = true;
    };
    // Nearly all names are ASCII, and all names pass here.
    if name.is_ascii() {
        each_letter(name.bytes().map(char::from), add);
    } else {
        each_letter(name.chars(), add);
    }
    any.then_some(hash)
}

/// What each byte of ASCII is as a letter, 0 for spaces and punctuation.
const LETTERS: [u8; 128] = {
    let mut letters = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'%' | b'+' | b'<' | b'=' | b'>') {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// What matters of a name: no spaces, no punctuation, small letters. Two numbers stay apart by one space.
fn letters(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    each_letter(name.chars(), |letter| letters.push(letter));
    letters
}

#[inline]
fn each_letter(name: impl Iterator<Item = char>, mut take: impl FnMut(char)) {
    let (mut last, mut gap) = (' ', false);
    for c in name {
        let Some(letter) = letter(c) else {
            gap = true;
            continue;
        };
        if gap && last.is_ascii_digit() && letter.is_ascii_digit() {
            take(' ');
        }
        take(letter);
        (last, gap) = (letter, false);
    }
}

/// A small letter, or another sign that tells things apart, such as that of a currency; nothing for spaces and punctuation.
#[inline]
fn letter(c: char) -> Option<char> {
    match LETTERS.get(c as usize) {
        Some(letter) => Some(char::from(*letter)).filter(|letter| *letter != '\0'),
        None => Some(c).filter(|c| !is_filler(*c)),
    }
}

/// Spaces and punctuation beyond ASCII.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{a1}' | '\u{ab}' | '\u{ad}' | '\u{b4}' | '\u{b7}' | '\u{bb}' | '\u{bf}'
            | '\u{2b9}'..='\u{2bf}' | '\u{200b}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2060}'
            | '\u{3001}'..='\u{3003}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use crate::rules::names_nearly_equal::letters;

    #[test]
    fn case_spaces_and_punctuation_do_not_matter_and_the_rest_does() {
        let read = letters;
        for (name, other) in [
            ("Owners Equity", "Owner's Equity"),
            ("Owners Equity", "OWNER\u{2019}S\u{a0}EQUITY "),
            ("A/R", "a r"),
            ("Long-Term Debt", "Long\u{2013}term debt"),
            ("Loan 2", "Loan #2"),
        ] {
            assert_eq!(read(name), read(other), "{name}");
        }
        for (name, other) in [
            ("Loan 1-23", "Loan 12-3"),
            ("Cash $", "Cash \u{20ac}"),
            ("VAT 5%", "VAT 5"),
            ("Caf\u{e9}", "Cafe"),
        ] {
            assert_ne!(read(name), read(other), "{name}");
        }
        assert_eq!(read("\u{2013} ... \u{200b}"), "");
    }
}
