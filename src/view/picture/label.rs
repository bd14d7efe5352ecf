//! A text of a file as a picture shows it: on one line, without what is not seen, cut to the room there is.

/// Text on one line: what XML forbids is told by a replacement character, line breaks are spaces, and whatever would turn
/// round the text beside it is left out.
pub fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !turns_text(*c)).map(|c| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => char::REPLACEMENT_CHARACTER,
        c => c,
    })
}

/// The beginning of a text that fits into `room` pixels at this size of its letters, with an ellipsis if that is not
/// all. Letters are measured by the widest of the usual system fonts, so that there may be room left.
pub fn fitted(text: &str, room: u32, size: u32) -> String {
    let (all, most) = (room.saturating_mul(100), room.saturating_mul(100).saturating_sub(100 * size));
    let mut taken = String::new();
    let (mut used, mut cut) = (0_u32, 0);
    for c in plain(text) {
        used = used.saturating_add(width(c) * size);
        if used > all {
            return shortened(taken, cut);
        }
        taken.push(c);
        if used <= most {
            cut = taken.len();
        }
    }
    taken
}

/// The first `most` letters of a text, with an ellipsis if there are more.
pub fn first(text: &str, most: usize) -> String {
    let mut all = plain(text);
    let taken: String = all.by_ref().take(most).collect();
    if all.next().is_none() {
        return taken;
    }
    let cut = taken.char_indices().last().map_or(0, |(at, _)| at);
    shortened(taken, cut)
}

/// How many pixels a text is wide at this size of its letters, at most.
pub fn width_of(text: &str, size: u32) -> u32 {
    text.chars().fold(0_u32, |sum, c| sum.saturating_add(width(c) * size)).div_ceil(100)
}

/// A name, or that there is none.
pub fn named(name: &str) -> &str {
    if plain(name).all(char::is_whitespace) { "(no name)" } else { name }
}

/// The text that stands apart from what is written before and behind it, if it runs from right to left.
pub fn isolated(text: &str) -> String {
    if text.chars().any(runs_left) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// What is before `cut`, and an ellipsis; a letter is not parted from what is drawn over it.
fn shortened(mut taken: String, cut: usize) -> String {
    let joined = taken.get(cut..).and_then(|rest| rest.chars().next()).is_some_and(|c| width(c) == 0);
    taken.truncate(cut);
    if joined {
        while taken.pop().is_some_and(|c| width(c) == 0) {}
    }
    while taken.ends_with([' ', '\u{200d}']) {
        taken.pop();
    }
    taken + "…"
}

/// How wide the letters from the space to `~` are in the widest of the usual system fonts, in hundredths.
const LATIN: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64,
    62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98,
    64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// How wide a letter is at most, in hundredths of its size.
fn width(c: char) -> u32 {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        ' '..='~' => LATIN.get(c as usize - 0x20).copied().map_or(0, u32::from),
        '·' => 34,
        '−' | '≈' => 84,
        '…' => 100,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' => 104,
        '\u{ff00}'..='\u{ff60}' | '\u{fffd}' | '\u{2600}'..='\u{27bf}' => 110,
        '\u{1f000}'.. => 140,
        _ => 78,
    }
}

/// Whether a letter is none, but says in which direction others run.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn runs_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use crate::view::picture::label::{first, fitted, isolated, named, plain, width_of};

    #[test]
    fn a_text_that_fits_stays_whole_and_any_other_ends_with_an_ellipsis_within_the_room() {
        assert_eq!(fitted("Cash", 100, 12), "Cash");
        assert_eq!(fitted("", 100, 12), "");
        for text in [
            "Property, Plant, and Equipment",
            &"W".repeat(10_000),
            &"漢字".repeat(50),
            "é🎉".repeat(40).as_str(),
        ] {
            let cut = fitted(text, 100, 12);
            assert!(cut.ends_with('…') && cut.chars().count() > 3, "{cut}");
            assert!(width_of(&cut, 12) <= 100, "{cut}");
        }
        assert_eq!(fitted("Cash", 3, 12), "…");
    }

    #[test]
    fn a_letter_is_not_parted_from_its_accents() {
        let text = "e\u{301}".repeat(50);
        for room in 20..120 {
            let cut = fitted(&text, room, 12);
            let kept = cut.trim_end_matches('…').chars().count();
            assert!(kept.is_multiple_of(2) || kept == 1, "{room}: {cut}");
        }
        assert_eq!(first("👩\u{200d}🚀👩\u{200d}🚀", 3), "👩…");
    }

    #[test]
    fn nothing_of_a_text_breaks_a_line_or_turns_its_neighbours_round() {
        let text: String = plain("a\nb\t\u{0}\u{1b}c\u{202e}d\u{2066}\u{ffff}").collect();
        assert_eq!(text, "a b \u{fffd}\u{fffd}cd\u{fffd}");
        assert_eq!(named(" \n\u{202e}"), "(no name)");
        assert_eq!(isolated("קופה"), "\u{2068}קופה\u{2069}");
        assert_eq!(isolated("Cash"), "Cash");
    }

    #[test]
    fn the_first_letters_are_counted() {
        assert_eq!(first("Cash", 4), "Cash");
        assert_eq!(first("Cash at bank", 6), "Cash…");
    }
}
