//! What account ids have in common, from the most exact form to the most general.

/// A way of looking at an id. The order is from exact to general.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// 8-4-4-4-12 hexadecimal digits.
    Uuid,
    /// Digits and letters as such, each in its place.
    Places,
    /// Hexadecimal digits, so many between the same separators.
    HexPlaces,
    /// Letters or digits, so many between the same separators.
    AnyPlaces,
    /// Runs of digits and of letters, of any length.
    Runs,
    /// Hexadecimal digits, any number of them, between the same separators.
    HexRuns,
    /// Letters or digits, any number of them, between the same separators.
    AnyRuns,
}

/// All ways, from exact to general.
pub const LOOKS: [Look; 7] =
    [Look::Uuid, Look::Places, Look::HexPlaces, Look::AnyPlaces, Look::Runs, Look::HexRuns, Look::AnyRuns];

impl Look {
    /// Writes what an id looks like: `9` for digits, `a` for letters, `h` for hexadecimal digits, `x` for either, and
    /// separators as they are. Answers whether an id can be looked at in this way at all.
    pub fn mask(self, id: &str, mask: &mut String) -> bool {
        mask.clear();
        let is_hex = || id.chars().all(|c| c.is_ascii_hexdigit() || !c.is_alphanumeric());
        match self {
            Look::Uuid => return is_uuid(id),
            Look::HexPlaces | Look::HexRuns if !is_hex() => return false,
            _ => {}
        }
        for c in id.chars() {
            let class = match self {
                _ if !c.is_alphanumeric() => c,
                Look::HexPlaces | Look::HexRuns => 'h',
                Look::AnyPlaces | Look::AnyRuns => 'x',
                _ if c.is_numeric() => '9',
                _ => 'a',
            };
            let goes_on = class.is_alphanumeric() && mask.ends_with(class);
            if !(goes_on && matches!(self, Look::Runs | Look::HexRuns | Look::AnyRuns)) {
                mask.push(class);
            }
        }
        true
    }

    /// The form in words, after "are": that of `mask`, of ids of `shortest` to `longest` characters, such as `example`.
    pub fn words(self, mask: &str, (shortest, longest): (usize, usize), example: &str) -> String {
        if self == Look::Uuid {
            return "UUIDs".to_owned();
        }
        let mut runs: Vec<(char, usize)> = Vec::new();
        for c in mask.chars() {
            match runs.last_mut() {
                Some((class, count)) if *class == c => *count += 1,
                _ => runs.push((c, 1)),
            }
        }
        let counted = !matches!(self, Look::Runs | Look::HexRuns | Look::AnyRuns);
        if let [(class, count)] = runs.as_slice()
            && class.is_alphanumeric()
        {
            let range = match (counted, shortest == longest) {
                (true, _) => count.to_string(),
                (_, true) => shortest.to_string(),
                _ => format!("{shortest} to {longest}"),
            };
            let of = if *class == '9' { "numbers of " } else { "" };
            return format!("{of}{range} {}", noun(*class, longest));
        }
        let parts: Vec<String> = runs
            .iter()
            .map(|(class, count)| match class {
                ' ' => "a space".to_owned(),
                c if !c.is_alphanumeric() => format!("`{}`", c.to_string().repeat(*count)),
                c if counted => format!("{count} {}", noun(*c, *count)),
                c => noun(*c, 2).to_owned(),
            })
            .collect();
        format!("like {example}: {}", parts.join(", "))
    }
}

fn noun(class: char, count: usize) -> &'static str {
    match (class, count) {
        ('9', 1) => "digit",
        ('9', _) => "digits",
        ('a', 1) => "letter",
        ('a', _) => "letters",
        ('h', 1) => "hexadecimal digit",
        ('h', _) => "hexadecimal digits",
        (_, 1) => "letter or digit",
        _ => "letters or digits",
    }
}

/// Every id of a file passes here, often several times, so it is looked at eight bytes at a time.
fn is_uuid(id: &str) -> bool {
    const HIGHS: u64 = u64::from_le_bytes([0x80; 8]);
    const fn each(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    /// The high bits of the bytes from `low` up to, not including, `end`; for ASCII.
    const fn among(word: u64, low: u8, end: u8) -> u64 {
        (word + each(0x80 - low)) & !(word + each(0x80 - end)) & HIGHS
    }
    let Ok(bytes) = <&[u8; 36]>::try_from(id.as_bytes()) else { return false };
    let (words, _) = bytes.as_chunks::<8>();
    let minus = |places: [u8; 8]| u64::from_le_bytes(places) << 7;
    let minuses = [0, minus([1, 0, 0, 0, 0, 1, 0, 0]), minus([0, 0, 1, 0, 0, 0, 0, 1]), 0];
    let fits = |word: [u8; 8], minuses: u64| {
        let word = u64::from_le_bytes(word);
        if word & HIGHS != 0 {
            return false;
        }
        let digits = among(word, b'0', b'9' + 1) | among(word | each(0x20), b'a', b'f' + 1);
        digits == HIGHS & !minuses && among(word, b'-', b'-' + 1) == minuses
    };
    words.iter().zip(minuses).all(|(word, minuses)| fits(*word, minuses))
        && bytes.last_chunk().is_some_and(|last| fits(*last, 0))
}

#[cfg(test)]
mod tests {
    use crate::rules::id_form::{LOOKS, Look, is_uuid};

    #[test]
    fn each_look_sees_less_than_the_one_before() {
        let cases = [
            ("1000", ["-", "9999", "hhhh", "xxxx", "9", "h", "x"]),
            ("EQ-1", ["-", "aa-9", "-", "xx-x", "a-9", "-", "x-x"]),
            ("00a1", ["-", "99a9", "hhhh", "xxxx", "9a9", "h", "x"]),
            ("NET_INCOME", ["-", "aaa_aaaaaa", "-", "xxx_xxxxxx", "a_a", "-", "x_x"]),
        ];
        for (id, expected) in cases {
            let masks = LOOKS.map(|look| {
                let mut mask = String::new();
                if look.mask(id, &mut mask) { mask } else { "-".to_owned() }
            });
            assert_eq!(masks, expected, "{id}");
        }
        assert!(Look::Uuid.mask("6c9790a2-0800-46cc-8c50-e29e69d8015c", &mut String::new()));
        assert!(!Look::Uuid.mask("6c9790a2-0800-46cc-8c50-e29e69d8015g", &mut String::new()));
    }

    #[test]
    fn forms_are_said_in_words() {
        let cases = [
            (Look::Uuid, "", (36, 36), "UUIDs"),
            (Look::Places, "9999", (4, 4), "numbers of 4 digits"),
            (Look::Places, "9", (1, 1), "numbers of 1 digit"),
            (Look::HexPlaces, &"h".repeat(32), (32, 32), "32 hexadecimal digits"),
            (Look::Runs, "9", (4, 6), "numbers of 4 to 6 digits"),
            (Look::AnyRuns, "x", (3, 9), "3 to 9 letters or digits"),
            (Look::Places, "aa-9", (4, 4), "like `e`: 2 letters, `-`, 1 digit"),
            (Look::Runs, "a-9", (4, 9), "like `e`: letters, `-`, digits"),
            (Look::Runs, "a 9", (4, 9), "like `e`: letters, a space, digits"),
        ];
        for (look, mask, lengths, expected) in cases {
            assert_eq!(look.words(mask, lengths, "`e`"), expected);
        }
    }

    #[test]
    fn a_uuid_has_hexadecimal_digits_and_a_minus_each_in_its_place() {
        let id = "6c9790a2-0800-46CC-8c50-e29e69d8015F";
        assert!(is_uuid(id));
        for at in 0..id.len() {
            for byte in 0..0x80_u8 {
                let mut other = id.as_bytes().to_vec();
                other[at] = byte;
                let fits = if id.as_bytes()[at] == b'-' { byte == b'-' } else { byte.is_ascii_hexdigit() };
                assert_eq!(is_uuid(std::str::from_utf8(&other).expect("ASCII")), fits, "{at} {byte}");
            }
        }
        for other in
            ["", "6c9790a2", "6c9790a2-0800-46CC-8c50-e29e69d8015F0", "6c9790a2-0800-46CC-8c50-e29e69d801é"]
        {
            assert!(!is_uuid(other), "{other}");
        }
    }
}
