//! Which part of a statement a heading, or the name of an account's root, speaks of.

use crate::model::statement::SectionKind;

/// What words may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// What is owned.
    Assets,
    /// What is owed.
    Liabilities,
    /// What is left to the owners.
    Equity,
    /// Assets less liabilities.
    NetAssets,
    /// What is earned.
    Income,
    /// What is spent.
    Expenses,
    /// Income less expenses, as a ledger computes it.
    Profit,
}

/// All that a text speaks of, each once; case does not matter.
pub fn topics(text: &str) -> Vec<Topic> {
    let mut found = Vec::new();
    let mut net = false;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let topic = match word.to_ascii_lowercase().as_str() {
            "asset" | "assets" if net => Some(Topic::NetAssets),
            "asset" | "assets" => Some(Topic::Assets),
            "liability" | "liabilities" | "debt" | "debts" => Some(Topic::Liabilities),
            "equity" | "equities" | "capital" => Some(Topic::Equity),
            "worth" if net => Some(Topic::Equity),
            "income" if net => Some(Topic::Profit),
            "income" | "incomes" | "revenue" | "revenues" => Some(Topic::Income),
            "expense" | "expenses" => Some(Topic::Expenses),
            "profit" | "loss" | "earnings" | "surplus" | "deficit" => Some(Topic::Profit),
            _ => None,
        };
        net = word.eq_ignore_ascii_case("net");
        if let Some(topic) = topic.filter(|topic| !found.contains(topic)) {
            found.push(topic);
        }
    }
    found
}

/// The section of a balance sheet that a text names, if it names one alone. Capital assets are assets.
pub fn section(topics: &[Topic]) -> Option<SectionKind> {
    let has = |topic| topics.contains(&topic);
    match (has(Topic::Assets), has(Topic::Liabilities), has(Topic::Equity)) {
        (true, false, _) => Some(SectionKind::Assets),
        (false, true, false) => Some(SectionKind::Liabilities),
        (false, false, true) => Some(SectionKind::Equity),
        _ => None,
    }
}

/// Whether a name is that of liabilities and equity together.
pub fn is_claims(name: &str) -> bool {
    let topics = topics(name);
    let has = |topic| topics.contains(&topic);
    has(Topic::Liabilities) && has(Topic::Equity) && !has(Topic::Assets)
}

#[cfg(test)]
mod tests {
    use crate::input::section_words::{Topic, section, topics};
    use crate::model::statement::SectionKind;

    #[test]
    fn headings_name_a_section_only_if_they_name_one() {
        use SectionKind::{Assets, Equity, Liabilities};
        for (text, kind) in [
            ("Application of Funds (Assets)", Some(Assets)),
            ("Source of Funds (Liabilities)", Some(Liabilities)),
            ("ASSETS", Some(Assets)),
            ("Capital assets", Some(Assets)),
            ("Share capital", Some(Equity)),
            ("Net worth", Some(Equity)),
            ("liability", Some(Liabilities)),
            ("LIABILITIES + EQUITY", None),
            ("Net assets", None),
            ("Assetss", None),
            ("", None),
        ] {
            assert_eq!(section(&topics(text)), kind, "{text}");
        }
        assert_eq!(topics("Net income"), [Topic::Profit]);
        assert_eq!(topics("Revenues and income"), [Topic::Income]);
    }
}
