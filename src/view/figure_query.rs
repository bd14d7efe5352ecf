//! Finds an amount by what was typed of it, in whichever way its writer separates digits.

use crate::model::amount::Amount;
use crate::model::written::Written;
use crate::view::typed_amount::is_space;

/// The most letters that are taken for an amount: 28 digits with a separator each, a sign and a currency.
const LONGEST: usize = 80;

/// What is looked for among amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureQuery {
    /// Whether it has to be below zero, or must not be; nothing if no sign was typed.
    negative: Option<bool>,
    /// Whether the amount's first digits have to be those typed: a sign or a separator of thousands shows where it begins.
    whole: bool,
    /// What the digits may be, with a point before decimals: `1.234` is either a thousand or a fraction.
    readings: Vec<Reading>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Reading {
    digits: String,
    /// The same as a number, so that `1234.50` finds `1234.5`.
    value: Option<Amount>,
}

impl FigureQuery {
    /// Takes what was typed apart; nothing if it is no amount, nor a part of one.
    pub fn new(text: &str) -> Option<FigureQuery> {
        if text.len() > LONGEST {
            return None;
        }
        let mut negative = None;
        let mut core = String::new();
        for letter in without_code(text.trim()).chars() {
            match letter {
                '-' | '−' | '–' | '‐' | '‑' | '﹣' | '\u{ff0d}' | '(' => negative = Some(true),
                '+' => negative = negative.or(Some(false)),
                ')' => {}
                '0'..='9' | '.' | ',' => core.push(letter),
                letter if is_space(letter) => core.push(' '),
                letter if is_currency(letter) => {}
                _ => return None,
            }
        }
        let core = core.trim().trim_end_matches(['.', ',', ' ']);
        let digits = readings(core);
        if digits.is_empty() {
            return None;
        }
        let grouped = core.contains(' ') || core.matches([',', '.']).count() > 1;
        let reading = |digits: String| {
            let value = if digits.starts_with('.') { format!("0{digits}") } else { digits.clone() };
            Reading { value: Amount::parse(&value).ok(), digits }
        };
        Some(FigureQuery {
            negative,
            whole: grouped || negative.is_some(),
            readings: digits.into_iter().map(reading).collect(),
        })
    }

    /// Whether `amount` is one that was meant.
    pub fn finds(&self, amount: Amount) -> bool {
        if self.negative.is_some_and(|negative| negative != amount.is_negative()) {
            return false;
        }
        let written = Written::of(amount);
        let digits = written.as_bytes();
        let digits = digits.strip_prefix(b"-").unwrap_or(digits);
        self.readings.iter().any(|reading| {
            let wanted = reading.digits.as_bytes();
            let begins = digits.starts_with(wanted);
            begins
                || !self.whole && digits.windows(wanted.len()).any(|part| part == wanted)
                || reading.value.is_some_and(|value| value.value() == amount.abs().value())
        })
    }
}

/// The text without a currency's code of three capitals before or behind it.
fn without_code(text: &str) -> &str {
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let front = text.get(..3).filter(|code| is_code(code)).and_then(|_| text.get(3..));
    let back = text.len().checked_sub(3).filter(|at| text.get(*at..).is_some_and(is_code));
    front.or_else(|| text.get(..back?)).map_or(text, str::trim)
}

fn is_currency(letter: char) -> bool {
    matches!(letter, '$' | '¢'..='¥' | '\u{58f}' | '฿' | '\u{20a0}'..='\u{20cf}' | '﷼')
}

/// What digits with points, commas and spaces among them may mean; empty if they mean nothing.
fn readings(core: &str) -> Vec<String> {
    let bare = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let all = bare(core);
    if all.is_empty() {
        return Vec::new();
    }
    let marks: Vec<char> = core.chars().filter(|letter| matches!(letter, '.' | ',')).collect();
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return vec![all] };
    let Some((whole, fraction)) = core.rsplit_once(*last) else { return vec![all] };
    let split = format!("{}.{}", bare(whole), bare(fraction));
    if marks.len() == 1 {
        let thousand = fraction.len() == 3 && !whole.is_empty() && bare(whole).len() <= 3;
        return if thousand && !core.contains(' ') { vec![split, all] } else { vec![split] };
    }
    // The same mark again and again stands between thousands; another one at the end, before decimals.
    let once = marks.iter().filter(|mark| *mark == last).count() == 1;
    match (first == last, once) {
        (true, _) if marks.iter().all(|mark| mark == first) => vec![all],
        (false, true) => vec![split],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::amount::Amount;
    use crate::view::amount_text::Separators;
    use crate::view::figure_query::FigureQuery;

    fn finds(typed: &str, amount: &str) -> bool {
        FigureQuery::new(typed).is_some_and(|query| query.finds(Amount::parse(amount).expect("an amount")))
    }

    #[test]
    fn an_amount_is_found_however_it_is_typed() {
        let cases: &[(&str, &[&str])] = &[
            (
                "1014525.75",
                &[
                    "1,014,525.75",
                    "1014525.75",
                    "1 014 525,75",
                    "1\u{a0}014\u{a0}525,75",
                    "1\u{202f}014\u{202f}525,75",
                    "1.014.525,75",
                    "1'014'525.75",
                    "1’014’525.75",
                    "10,14,525.75",
                    "$1,014,525.75",
                    "1 014 525,75 €",
                    "USD 1,014,525.75",
                    "1014525.75 EUR",
                    "+1014525.75",
                    "1014525",
                    "1,014,525",
                    "1,014,525.",
                    "1.014.525",
                    "1014525.7",
                    "14525",
                    "525.75",
                    ".75",
                    " 1014525.75 ",
                    "1014525.750",
                ],
            ),
            (
                "-513160.89",
                &[
                    "-513160.89",
                    "−513,160.89",
                    "(513,160.89)",
                    "513160.89",
                    "513,160.89-",
                    "-$513,160.89",
                    "($513160)",
                ],
            ),
            ("-28149.57", &["−28,149.57", "(28149.57)", "28149,57", "-28"]),
            ("-500.00", &["(500.00)", "500", "-500"]),
            ("1234.5", &["1,234.50", "1234.500", "1.234,50"]),
            ("1234", &["1,234", "1.234", "1234.00"]),
            ("1.234", &["1.234", "1,234"]),
            ("0.00", &["0", "0.0", "0,00"]),
            ("9999999999999999999999999999", &["9,999,999,999,999,999,999,999,999,999"]),
            ("-0.0000000000000000000000000001", &["-0.0000000000000000000000000001"]),
        ];
        for (amount, all) in cases {
            for typed in *all {
                assert!(finds(typed, amount), "`{typed}` should find {amount}");
            }
        }
    }

    #[test]
    fn other_amounts_are_not_found() {
        let cases = [
            ("-513160.89", "513160.89"),
            ("(500.00)", "500.00"),
            ("+500", "-500"),
            ("4,050.00", "14050.00"),
            ("-28", "-128.00"),
            ("1014525.76", "1014525.75"),
            ("101452575", "1014525.75"),
            ("1.014,525.75", "1014525.75"),
            ("12a", "12"),
            ("cash", "12"),
            ("", "0"),
            ("-", "-1"),
            (".", "0.1"),
            ("$", "1"),
        ];
        for (typed, amount) in cases {
            assert!(!finds(typed, amount), "`{typed}` should not find {amount}");
        }
    }

    proptest! {
        #[test]
        fn every_amount_is_found_as_the_page_writes_it(mantissa in -(10_i64.pow(17))..10_i64.pow(17), decimals in 0_u32..6, style in 0_usize..4) {
            let amount = Amount::from_small(mantissa, decimals).expect("it fits");
            let (decimal, group, further) = [(".", ",", 3), (",", ".", 3), (",", "\u{202f}", 3), (".", ",", 2)][style];
            let style = Separators { decimal: decimal.to_owned(), group: group.to_owned(), first: 3, further };
            let typed = style.write(&amount.to_string());
            prop_assert!(FigureQuery::new(&typed).expect("an amount").finds(amount), "{}", typed);
        }

        #[test]
        fn anything_typed_is_taken(text in "\\PC{0,90}") {
            let _ = FigureQuery::new(&text);
        }
    }
}
