//! Whether a statement can be flattened by SQL from its file as it is.

use crate::model::dialect::Dialect;
use crate::model::lines::{AmountState, LineId};
use crate::model::oddity::OddityKind;
use crate::model::report::Examined;

/// Whether SQL would read something else than Tieout did, or nothing, where this was noticed beside all statements.
pub fn is_of_the_text(kind: &OddityKind) -> bool {
    kind.is_loss() || matches!(kind, OddityKind::Encoding(_) | OddityKind::RepeatedKey { .. })
}

/// Whether the project's SQL makes the same lines of the statement: it has the keys of the canonical shape, stands where
/// the SQL looks for it, all of its amounts are plain numbers or no amounts at all, and no known field holds what the SQL
/// would take for a text, and none has a key of the rewritten shape.
pub fn is_plain(examined: &Examined) -> bool {
    let statement = &examined.statement;
    let lines = &statement.lines;
    let readable = |line: LineId| match lines.amount_state(line) {
        AmountState::Absent | AmountState::Null | AmountState::Empty | AmountState::TooLong => true,
        AmountState::Text | AmountState::Number => lines.kept_literal(line).is_none(),
        AmountState::Unreadable => lines.kept_literal(line).is_some_and(|text| !text.starts_with(['{', '['])),
        AmountState::Decorated | AmountState::Ambiguous => false,
    };
    // A currency may also stand within a total, or be stated twice.
    let is_own = |text: &str| statement.header.currency.as_deref() == Some(text);
    let odd = |kind: &OddityKind| {
        !matches!(kind, OddityKind::ItemsMalformed { .. } | OddityKind::SectionMalformed { .. })
    };
    statement.dialect == Dialect::Canonical
        && statement.mapping.is_none()
        && is_reached(&statement.pointer)
        && statement.header.pointers.is_empty()
        && !statement.header.passed_over
        && !statement.passed_over
        && statement.header.totals.iter().all(|total| is_number(&total.literal) == total.amount.is_some())
        && statement.currencies.iter().all(|stated| stated.line.is_some() || is_own(&stated.text))
        && !statement.unknown_fields.iter().any(|field| is_ours(&field.key))
        && statement.sections.iter().all(|section| !section.bare)
        && !examined.oddities.iter().any(|oddity| odd(&oddity.kind))
        && lines
            .all()
            .all(|line| readable(line) && lines.own(line).is_none() && lines.pointer(line).is_none())
}

/// Whether a text is a plain number to the SQL.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.trim();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    digits(whole) && digits(decimals)
}

/// Whether a key is like those that only rewritten statements have.
fn is_ours(key: &str) -> bool {
    let letters = key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    letters.take(6).eq("tieout".chars())
}

/// Whether the SQL finds a statement there: as a document, in a list of documents, or in a list `balance_sheets`.
fn is_reached(pointer: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        [] => true,
        [nth] | ["balance_sheets", nth] => is_number(nth),
        [document, "balance_sheets", nth] => is_number(document) && is_number(nth),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::plain::{is_number, is_ours, is_reached};

    #[test]
    fn numbers_are_plain_as_the_sql_has_them() {
        for text in ["1", "-1.50", "00", " 7\t", "0.0"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", "1.", ".5", "+1", "1e3", "$1", "1,000", "1.2.3", "--1", "١"] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn keys_of_the_rewritten_shape_are_told_by_their_letters() {
        assert!(["tieout_own", "Tieout Title", "tie-out.kind"].into_iter().all(is_ours));
        assert!(!["title", "tie", "own", "retieout", ""].into_iter().any(is_ours));
    }

    #[test]
    fn statements_are_reached_where_the_sql_looks() {
        let cases = [
            ("", true),
            ("/3", true),
            ("/balance_sheets/0", true),
            ("/1/balance_sheets/0", true),
            ("/data", false),
            ("/balance_sheets", false),
            ("/0/1", false),
            ("/a/balance_sheets/0", false),
        ];
        for (pointer, expected) in cases {
            assert_eq!(is_reached(pointer), expected, "{pointer}");
        }
    }
}
