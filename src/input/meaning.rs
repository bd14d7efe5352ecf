//! What the words for sections mean, in keys and in names.

use crate::model::statement::SectionKind;

/// What a section may be called, in letters only.
const WORDS: [(&str, SectionKind); 17] = [
    ("asset", SectionKind::Assets),
    ("assets", SectionKind::Assets),
    ("applicationoffunds", SectionKind::Assets),
    ("liability", SectionKind::Liabilities),
    ("liabilities", SectionKind::Liabilities),
    ("debts", SectionKind::Liabilities),
    ("sourceoffunds", SectionKind::Liabilities),
    ("equity", SectionKind::Equity),
    ("equities", SectionKind::Equity),
    ("shareholdersequity", SectionKind::Equity),
    ("shareholderequity", SectionKind::Equity),
    ("stockholdersequity", SectionKind::Equity),
    ("ownersequity", SectionKind::Equity),
    ("ownerequity", SectionKind::Equity),
    ("memberequity", SectionKind::Equity),
    ("capitalandreserves", SectionKind::Equity),
    ("networth", SectionKind::Equity),
];

/// What may stand before or behind such a word without changing it.
const BEFORE: [&str; 2] = ["total", "all"];
const BEHIND: [&str; 10] =
    ["section", "accounts", "account", "lines", "items", "list", "group", "tree", "rows", "total"];

/// The section that a key or a name stands for: case, spaces and punctuation do not count.
pub fn section(text: &str) -> Option<SectionKind> {
    if text.len() > 60 {
        return None;
    }
    let plain = letters(text);
    let known = |word: &str| WORDS.iter().find(|(own, _)| *own == word).map(|(_, kind)| *kind);
    known(&plain).or_else(|| {
        let bare = BEFORE.iter().find_map(|before| plain.strip_prefix(before)).unwrap_or(&plain);
        let bare = BEHIND.iter().find_map(|behind| bare.strip_suffix(behind)).unwrap_or(bare);
        known(bare)
    })
}

/// The letters and digits of a text in lower case; for words that may be written in several ways.
pub fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use crate::input::meaning::section;
    use crate::model::statement::SectionKind::{Assets, Equity, Liabilities};

    #[test]
    fn sections_are_known_by_many_words() {
        let cases = [
            ("assets", Some(Assets)),
            ("ASSETS", Some(Assets)),
            ("Total Assets", Some(Assets)),
            ("asset_accounts", Some(Assets)),
            ("liabilitiesSection", Some(Liabilities)),
            ("Equities", Some(Equity)),
            ("Shareholders' Equity", Some(Equity)),
            ("Owner's equity", Some(Equity)),
            ("net_worth", Some(Equity)),
            ("net assets", None),
            ("current assets", None),
            ("income", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(section(text), expected, "{text}");
        }
    }
}
