//! What was read away from an amount that is written as people write it.

use crate::model::amount::Amount;

/// One way in which an amount differs from a plain number such as `-1234.50`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decoration {
    /// This mark between thousands; any space is `' '`, any apostrophe `'\''`.
    Grouped(char),
    /// A comma before the decimals.
    DecimalComma,
    /// Brackets for a minus.
    Brackets,
    /// The minus behind the digits.
    MinusBehind,
    /// A true minus, `−`, in place of a hyphen.
    TrueMinus,
    /// A plus in front.
    Plus,
    /// The sign or the code of a currency.
    Currency,
    /// No digit before the decimals.
    NoWhole,
    /// Spaces around it.
    Spaces,
}

/// Everything that was read away from `literal` to read it as `amount`, each thing once, in order. Nothing for a
/// plain number.
pub fn of(literal: &str, amount: Amount) -> Vec<Decoration> {
    let text = literal.trim();
    let first = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let last = text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |at| at + 1);
    let (before, digits, behind) = (
        text.get(..first).unwrap_or_default(),
        text.get(first..last).unwrap_or_default(),
        text.get(last..).unwrap_or_default(),
    );
    let around = || before.chars().chain(behind.chars());
    let mut found = Vec::new();
    let marks = || digits.char_indices().filter(|(_, c)| !c.is_ascii_digit());
    // The decimals follow the last mark of all, if there are decimals at all; a number with an exponent is plain.
    let written = !digits.contains(['e', 'E']) && amount.decimals() > 0;
    let no_whole = before.ends_with(['.', ',']);
    let decimal = marks().next_back().filter(|_| written && !no_whole).map(|(at, _)| at);
    if !digits.contains(['e', 'E']) {
        for mark in marks().filter(|(at, _)| Some(*at) != decimal).map(|(_, c)| grouped(c)) {
            if let Err(at) = found.binary_search(&mark) {
                found.insert(at, mark);
            }
        }
    }
    let comma = decimal.is_some_and(|at| digits.get(at..).is_some_and(|rest| rest.starts_with(',')));
    let tests = [
        (comma || before.ends_with(','), Decoration::DecimalComma),
        (before.contains('('), Decoration::Brackets),
        (behind.contains(['-', '−']), Decoration::MinusBehind),
        (text.contains('−'), Decoration::TrueMinus),
        (before.contains('+'), Decoration::Plus),
        (around().any(|c| !c.is_whitespace() && !"()+-−.,".contains(c)), Decoration::Currency),
        (no_whole, Decoration::NoWhole),
        (text.len() < literal.len(), Decoration::Spaces),
    ];
    found.extend(tests.into_iter().filter(|(there, _)| *there).map(|(_, decoration)| decoration));
    found
}

fn grouped(mark: char) -> Decoration {
    Decoration::Grouped(match mark {
        '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use crate::model::amount::Amount;
    use crate::model::decoration::{Decoration, of};

    #[test]
    fn what_was_read_away_is_seen_in_the_text() {
        use Decoration::{
            Brackets, Currency, DecimalComma, Grouped, MinusBehind, NoWhole, Plus, Spaces, TrueMinus,
        };
        let cases: &[(&str, &str, &[Decoration])] = &[
            ("-1234.50", "-1234.50", &[]),
            ("1.5e-3", "0.0015", &[]),
            ("1,234.50", "1234.50", &[Grouped(',')]),
            ("1,234", "1234", &[Grouped(',')]),
            ("1,234", "1.234", &[DecimalComma]),
            ("1.234", "1234", &[Grouped('.')]),
            ("1.234.567,8", "1234567.8", &[Grouped('.'), DecimalComma]),
            ("1’234.50", "1234.50", &[Grouped('\'')]),
            ("1\u{202f}234,50", "1234.50", &[Grouped(' '), DecimalComma]),
            ("-$122,623.00", "-122623.00", &[Grouped(','), Currency]),
            ("($5)", "-5", &[Brackets, Currency]),
            ("500.00-", "-500.00", &[MinusBehind]),
            ("−5", "-5", &[TrueMinus]),
            ("+5", "5", &[Plus]),
            (".5", "0.5", &[NoWhole]),
            ("€,5", "0.5", &[DecimalComma, Currency, NoWhole]),
            ("500 EUR", "500", &[Currency]),
            (" 5 ", "5", &[Spaces]),
        ];
        for (literal, plain, expected) in cases {
            let amount = Amount::parse(plain).expect("an amount");
            assert_eq!(of(literal, amount), *expected, "{literal}");
        }
    }
}
