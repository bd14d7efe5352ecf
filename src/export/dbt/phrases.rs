//! The phrases that tell which sign is usual, as regular expressions over names in lower case.

use crate::model::statement::SectionKind;
use crate::rules::usual_sign::{Tells, phrases};

/// The marks of `macros/flatten/signs.sql` with their values.
pub fn values() -> Vec<(&'static str, String)> {
    use SectionKind::{Assets, Equity, Liabilities};
    [
        ("assets_left", Assets, Tells::Left),
        ("assets_reduces", Assets, Tells::Reduces),
        ("assets_mixed", Assets, Tells::Mixed),
        ("liabilities_left", Liabilities, Tells::Left),
        ("liabilities_reduces", Liabilities, Tells::Reduces),
        ("liabilities_mixed", Liabilities, Tells::Mixed),
        ("equity_left", Equity, Tells::Left),
        ("equity_reduces", Equity, Tells::Reduces),
        ("equity_mixed", Equity, Tells::Mixed),
        ("equity_paid_in", Equity, Tells::PaidIn),
    ]
    .map(|(mark, kind, tells)| (mark, pattern(kind, tells)))
    .to_vec()
}

/// Any of the phrases at the beginning of a word, whatever stands between their words.
fn pattern(kind: SectionKind, tells: Tells) -> String {
    let own = phrases(kind).iter().filter(|(_, own)| *own == tells);
    let each: Vec<String> = own.map(|(phrase, _)| phrase.replace(' ', "[^a-z0-9]+")).collect();
    format!("(^|[^a-z0-9])({})", each.join("|"))
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::phrases::values;

    #[test]
    fn patterns_hold_letters_and_classes_alone_and_none_is_empty() {
        for (mark, pattern) in values() {
            assert!(!pattern.ends_with("()"), "{mark}");
            let plain = |c: char| c.is_ascii_lowercase() || "[]^0-9()|+".contains(c);
            assert!(pattern.chars().all(plain), "{mark}: {pattern}");
        }
    }
}
