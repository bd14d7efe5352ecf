//! Finds what was typed within a name, whatever the case of its letters, without asking for memory.

/// What is looked for in names and account ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextQuery {
    /// In small letters.
    small: String,
    /// Whether all of it is ASCII, as nearly everything that is typed is.
    plain: bool,
}

impl TextQuery {
    /// Looks for `text`; nothing if there is nothing in it.
    pub fn new(text: &str) -> Option<TextQuery> {
        let small: String = text.trim().chars().flat_map(char::to_lowercase).collect();
        let plain = small.is_ascii();
        (!small.is_empty()).then_some(TextQuery { small, plain })
    }

    /// The first place in `text`, as bytes from and to; always between letters.
    pub fn find(&self, text: &str) -> Option<(u32, u32)> {
        let (from, to) = if self.plain { self.find_plain(text.as_bytes()) } else { self.find_any(text) }?;
        Some((u32::try_from(from).ok()?, u32::try_from(to).ok()?))
    }

    /// ASCII letters never are a part of another letter's bytes.
    fn find_plain(&self, text: &[u8]) -> Option<(usize, usize)> {
        let wanted = self.small.as_bytes();
        let first = wanted.first()?;
        let last = text.len().checked_sub(wanted.len())?;
        let from = (0..=last).find(|from| {
            let here = text.get(*from..*from + wanted.len()).unwrap_or_default();
            here.first().is_some_and(|byte| byte.to_ascii_lowercase() == *first)
                && here.eq_ignore_ascii_case(wanted)
        })?;
        Some((from, from + wanted.len()))
    }

    fn find_any(&self, text: &str) -> Option<(usize, usize)> {
        text.char_indices().find_map(|(from, _)| {
            let rest = text.get(from..)?;
            begins(rest, &self.small).map(|long| (from, from + long))
        })
    }
}

/// How many bytes of `text` are `small` in small letters, if it begins so.
fn begins(text: &str, small: &str) -> Option<usize> {
    let mut wanted = small.chars();
    for (at, letter) in text.char_indices() {
        for own in letter.to_lowercase() {
            match wanted.next() {
                None => return Some(at),
                Some(next) if next != own => return None,
                Some(_) => {}
            }
        }
    }
    wanted.next().is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::view::text_query::TextQuery;

    fn found<'a>(query: &str, text: &'a str) -> Option<&'a str> {
        let (from, to) = TextQuery::new(query)?.find(text)?;
        text.get(from as usize..to as usize)
    }

    #[test]
    fn names_are_found_whatever_their_case_and_script() {
        let cases = [
            ("bank", "Bank Accounts", Some("Bank")),
            ("ACCOUNTS", "Bank Accounts", Some("Accounts")),
            ("  cash ", "Flex Cash", Some("Cash")),
            ("k a", "Bank Accounts", Some("k A")),
            ("bankk", "Bank", None),
            ("büro", "Möbel und BÜRO", Some("BÜRO")),
            ("ö", "Möbel", Some("ö")),
            ("чек", "ЧЕКИ", Some("ЧЕК")),
            ("نقد", "نقدية", Some("نقد")),
            ("💰", "Cash 💰 box", Some("💰")),
            ("sh 💰 B", "Cash 💰 box", Some("sh 💰 b")),
            ("b", "ü b", Some("b")),
            ("", "anything", None),
            ("   ", "anything", None),
            ("a", "", None),
        ];
        for (query, text, expected) in cases {
            assert_eq!(found(query, text), expected, "`{query}` in `{text}`");
        }
    }

    #[test]
    fn a_long_name_is_looked_through_to_its_end() {
        let name = format!("{}needle", "n".repeat(10_000));
        assert_eq!(found("NEEDLE", &name), Some("needle"));
        assert_eq!(found(&name, &name), Some(name.as_str()));
    }

    proptest! {
        #[test]
        fn whatever_is_found_lies_between_letters(query in "\\PC{0,4}", text in "\\PC{0,12}") {
            if let Some((from, to)) = TextQuery::new(&query).and_then(|query| query.find(&text)) {
                prop_assert!(text.get(from as usize..to as usize).is_some());
            }
        }

        #[test]
        fn every_part_of_a_name_is_found_in_it(text in "[a-zA-ZäÖçß0-9 ]{1,12}", at in 0_usize..12, long in 1_usize..6) {
            let part: String = text.chars().skip(at).take(long).collect();
            if !part.trim().is_empty() {
                prop_assert!(found(&part, &text).is_some());
            }
        }
    }
}
