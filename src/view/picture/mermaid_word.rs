//! Words and texts that Mermaid reads as nothing but words and texts.
//!
//! Its reader knows few quotes: `%`, `\` and line breaks end a label, `%%{` begins a directive anywhere, two `~` make a type,
//! `direction LR` is an order even within quotes, and what is left is read as Markdown. It takes `#35;` for any letter by
//! its number, and everything but letters and the plainest signs is written so.

/// The name of an entity, by which links know it: unique by its number, whatever the names are.
pub fn entity(name: &str, id: u32) -> String {
    let word = cleaned(name, |c| c.is_ascii_alphanumeric(), 30);
    let begin = if word.starts_with(|c: char| c.is_ascii_alphabetic()) { "" } else { "L" };
    format!("{begin}{word}_{id}")
}

/// The name of an attribute: letters of any script, digits and `_`, and no word that Mermaid takes for a key.
pub fn attribute(name: &str) -> String {
    // Letters beyond the sixteen bits that its reader counts in are left out, and the marks before U+00C0.
    let word = cleaned(
        name,
        |c| c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{ffff}').contains(&c) && c.is_alphanumeric(),
        40,
    );
    let keys = ["pk", "fk", "uk"];
    let key = word.get(..2).is_some_and(|begin| keys.contains(&begin.to_ascii_lowercase().as_str()));
    let begin = word.chars().next().is_some_and(|c| !c.is_ascii_digit());
    if key || !begin { format!("_{word}") } else { word }
}

/// What stands between quotes: a label or a comment. Line breaks must be gone.
pub fn quoted(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let word = letters.peek().is_some_and(|next| next.is_alphanumeric());
        let begin = !word && out.bytes().all(|byte| byte.is_ascii_digit());
        let spaced = c.is_whitespace() && ends_with_direction(&out);
        let plain = match c {
            // What would begin a list.
            '.' | ')' | '-' | '+' if begin => false,
            ' ' => !spaced,
            '.' | ',' | '(' | ')' | '/' | '\'' | '-' | '+' | '!' | '?' => true,
            c => c.is_ascii_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()),
        };
        if plain {
            out.push(c);
        } else {
            out.extend(["#", &u32::from(c).to_string(), ";"]);
        }
    }
    out
}

fn ends_with_direction(text: &str) -> bool {
    let word = "direction";
    text.len()
        .checked_sub(word.len())
        .and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// The letters that are `kept`, with one `_` for whatever stands between them.
fn cleaned(name: &str, kept: impl Fn(char) -> bool, most: usize) -> String {
    let mut word = String::new();
    let mut gap = false;
    for c in name.chars().take(4 * most) {
        if !kept(c) {
            gap = !word.is_empty();
            continue;
        }
        if gap {
            word.push('_');
            gap = false;
        }
        word.push(c);
        if word.chars().count() >= most {
            break;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use crate::view::picture::mermaid_word::{attribute, entity, quoted};

    #[test]
    fn entities_have_names_of_their_own() {
        assert_eq!(entity("Current Liabilities", 12), "Current_Liabilities_12");
        assert_eq!(entity("2004 Credit Card", 3), "L2004_Credit_Card_3");
        assert_eq!(entity("", 3), "L_3");
        assert_eq!(entity("資産 %%{init}%%\"]", 7), "init_7");
    }

    #[test]
    fn attributes_are_words_and_never_keys() {
        for (name, word) in [
            ("Flex Cash", "Flex_Cash"),
            ("Owner's \"Equity\"", "Owner_s_Equity"),
            ("PK", "_PK"),
            ("fké", "_fké"),
            ("2761", "_2761"),
            ("", "_"),
            ("🎉", "_"),
            ("現金", "現金"),
        ] {
            assert_eq!(attribute(name), word, "{name}");
        }
        assert_eq!(attribute(&"x".repeat(10_000)).len(), 40);
    }

    #[test]
    fn what_mermaid_would_read_as_an_order_is_written_by_number() {
        for (text, expected) in [
            ("Cash (net), 5/6", "Cash (net), 5/6"),
            ("a\"]b", "a#34;#93;b"),
            ("%%{init}", "#37;#37;#123;init#125;"),
            ("1. Cash", "1#46; Cash"),
            ("- Cash", "#45; Cash"),
            ("2)", "2#41;"),
            ("5.00", "5.00"),
            ("-5", "-5"),
            ("Direction LR", "Direction#32;LR"),
            ("#lt;<b>", "#35;lt#59;#60;b#62;"),
            ("−1,234.50 · ✓", "−1,234.50 · ✓"),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}
