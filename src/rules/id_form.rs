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

fn is_uuid(id: &str) -> bool {
    let Ok(bytes) = <&[u8; 36]>::try_from(id.as_bytes()) else { return false };
    // Every id of a file passes here, often several times, so nothing is looked for and nothing is cut.
    let mut digits = 0;
    for byte in bytes {
        digits += u32::from(byte.is_ascii_hexdigit());
    }
    digits == 32 && [bytes[8], bytes[13], bytes[18], bytes[23]] == [b'-'; 4]
}

#[cfg(test)]
mod tests {
    use crate::rules::id_form::{LOOKS, Look};

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
}
