//! Reads amounts as people write them: `1,234.50`, `(500.00)`, `$5`, `5-`.

use crate::input::currency_codes;
use crate::model::amount::{Amount, NotAnAmount};
use crate::model::lines::AmountState;
use crate::model::statement::is_blank;

/// What a text in place of an amount says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// `Empty`, `Text`, `Decorated`, `Ambiguous`, `Unreadable` or `TooLong`.
    pub state: AmountState,
    /// The amount; of an ambiguous text, the reading with decimals.
    pub amount: Option<Amount>,
    /// The currency written beside the digits.
    pub currency: Option<&'a str>,
}

/// Reads a text. It is an amount only if there is one way to read it; `1,234` and `1.234` have two.
pub fn read(text: &str) -> Written<'_> {
    let of = |state, amount| Written { state, amount, currency: None };
    if is_blank(text) {
        return of(AmountState::Empty, None);
    }
    match Amount::parse(text) {
        Ok(amount) if reads_as_thousands(text, amount) => of(AmountState::Ambiguous, Some(amount)),
        Ok(amount) => of(AmountState::Text, Some(amount)),
        Err(NotAnAmount::TooLong) => of(AmountState::TooLong, None),
        Err(NotAnAmount::Unreadable) => decorated(text).unwrap_or(of(AmountState::Unreadable, None)),
    }
}

/// Whether a plain number with a point could also be one of thousands.
fn reads_as_thousands(text: &str, amount: Amount) -> bool {
    let plausible = amount.decimals() == 3 && (1_000..1_000_000).contains(&amount.abs().mantissa());
    plausible && !text.trim_start_matches('-').starts_with('0') && !text.contains(['e', 'E'])
}

fn decorated(text: &str) -> Option<Written<'_>> {
    let mut around = Around::default();
    let rest = around.in_front(text.trim())?;
    let (digits, ambiguous) = plain(around.behind(rest)?)?;
    let negative = around.opened || around.sign.is_some_and(|sign| sign != '+');
    let state = if ambiguous { AmountState::Ambiguous } else { AmountState::Decorated };
    let written = match Amount::parse(&format!("{}{digits}", if negative { "-" } else { "" })) {
        Ok(amount) => Written { state, amount: Some(amount), currency: around.currency },
        Err(NotAnAmount::TooLong) => {
            Written { state: AmountState::TooLong, amount: None, currency: around.currency }
        }
        Err(NotAnAmount::Unreadable) => return None,
    };
    Some(written)
}

/// What stands around the digits. Each thing may be there once, and a minus only in one way.
#[derive(Default)]
struct Around<'a> {
    sign: Option<char>,
    opened: bool,
    closed: bool,
    currency: Option<&'a str>,
}

impl<'a> Around<'a> {
    /// Takes what stands in front of the digits, and answers with the rest.
    fn in_front(&mut self, mut text: &'a str) -> Option<&'a str> {
        while let Some(c) = text.chars().next() {
            let rest = text.get(c.len_utf8()..).unwrap_or_default();
            text = match c {
                '0'..='9' | '.' | ',' => return Some(text),
                '-' | '−' | '+' if self.sign.is_none() && !self.opened => {
                    self.sign = Some(c);
                    rest
                }
                '(' if self.sign.is_none() && !self.opened => {
                    self.opened = true;
                    rest
                }
                _ if c.is_whitespace() => rest,
                _ if self.currency.is_none() => {
                    let (currency, rest) = currency_codes::in_front(text)?;
                    self.currency = Some(currency);
                    rest
                }
                _ => return None,
            };
        }
        None
    }

    /// Takes what stands behind the digits, and answers with the digits if all of it fits together.
    fn behind(&mut self, mut text: &'a str) -> Option<&'a str> {
        while let Some(c) = text.chars().next_back() {
            let rest = text.get(..text.len() - c.len_utf8()).unwrap_or_default();
            text = match c {
                '0'..='9' => return Some(text).filter(|_| self.opened == self.closed),
                '-' | '−' if self.sign.is_none() && !self.opened => {
                    self.sign = Some(c);
                    rest
                }
                ')' if self.opened && !self.closed => {
                    self.closed = true;
                    rest
                }
                _ if c.is_whitespace() => rest,
                _ if self.currency.is_none() => {
                    let (rest, currency) = currency_codes::behind(text)?;
                    self.currency = Some(currency);
                    rest
                }
                _ => return None,
            };
        }
        None
    }
}

/// Digits with separators as a plain number, with whether the only separator could also stand between thousands.
fn plain(body: &str) -> Option<(String, bool)> {
    let marks: Vec<(usize, char)> = body.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let Some(((at, last), before)) = marks.split_last() else { return Some((body.to_owned(), false)) };
    let (whole, fraction) = (body.get(..*at)?, body.get(at + last.len_utf8()..)?);
    let is_decimal = matches!(last, '.' | ',') && before.iter().all(|(_, mark)| mark != last);
    if !is_decimal {
        return without_groups(body, *last).map(|digits| (digits, false));
    }
    let Some((_, group)) = before.first() else {
        let ambiguous = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        return Some((format!("{}.{fraction}", if whole.is_empty() { "0" } else { whole }), ambiguous));
    };
    Some((format!("{}.{fraction}", without_groups(whole, *group)?), false))
}

/// The digits of a number whose thousands are well separated by `mark`, and by nothing else: groups of three, or, with
/// commas, as in India of two and a last one of three.
fn without_groups(text: &str, mark: char) -> Option<String> {
    if !matches!(mark, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}') {
        return None;
    }
    let groups: Vec<&str> = text.split(mark).collect();
    let ((first, inner), last) =
        groups.split_last().and_then(|(last, rest)| Some((rest.split_first()?, last)))?;
    let digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let threes = (1..=3).contains(&first.len()) && inner.iter().all(|group| group.len() == 3);
    let indian = mark == ','
        && !inner.is_empty()
        && (1..=2).contains(&first.len())
        && inner.iter().all(|group| group.len() == 2);
    let formed = digits && last.len() == 3 && !first.starts_with('0') && (threes || indian);
    formed.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use crate::input::decorated::read;
    use crate::model::lines::AmountState;

    /// The reading as `state amount currency`.
    fn told(text: &str) -> String {
        let written = read(text);
        let amount = written.amount.map(|amount| format!(" {amount}")).unwrap_or_default();
        let currency = written.currency.map(|currency| format!(" {currency}")).unwrap_or_default();
        format!("{:?}{amount}{currency}", written.state)
    }

    #[test]
    fn what_has_one_reading_is_read() {
        let cases = [
            ("72,893.84", "72893.84"),
            ("-$122,623.00", "-122623.00 $"),
            ("(63.12)", "-63.12"),
            ("€1,44", "1.44 €"),
            ("1.234,56", "1234.56"),
            ("500.00-", "-500.00"),
            ("500.00−", "-500.00"),
            ("1'234.50", "1234.50"),
            ("1’234.50", "1234.50"),
            ("1'234", "1234"),
            ("1 234,50", "1234.50"),
            ("1\u{a0}234,50", "1234.50"),
            ("1\u{202f}234\u{202f}567", "1234567"),
            ("1\u{2009}234.5", "1234.5"),
            ("1 234,567", "1234.567"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1,234.567", "1234.567"),
            ("12,34,567.89", "1234567.89"),
            ("1,23,45,678", "12345678"),
            ("CHF 1'234.50", "1234.50 CHF"),
            ("CHF1'234.50", "1234.50 CHF"),
            ("500 EUR", "500 EUR"),
            ("500EUR-", "-500 EUR"),
            ("EUR -500", "-500 EUR"),
            ("US$5", "5 US$"),
            ("$5", "5 $"),
            ("5 €", "5 €"),
            ("($5)", "-5 $"),
            ("$(5)", "-5 $"),
            ("(5 EUR)", "-5 EUR"),
            ("( 5 )", "-5"),
            ("−5", "-5"),
            ("- 5", "-5"),
            ("+5", "5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            (",5", "0.5"),
            (",500", "0.500"),
            (" 5 ", "5"),
            ("\u{a0}12.50", "12.50"),
            ("0,500", "0.500"),
            ("1234,567", "1234.567"),
            ("1,2345", "1.2345"),
            ("12,5", "12.5"),
            ("(0.00)", "0.00"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text), format!("Decorated {expected}"), "{text}");
        }
    }

    #[test]
    fn plain_numbers_stay_plain() {
        for text in ["0", "12.50", "-0.500", "1234.567", "1.2345", "007.500", "1.23", "1234", "1e3"] {
            assert_eq!(read(text).state, AmountState::Text, "{text}");
        }
        // An exponent is no separator.
        assert_eq!(told("1234e-3"), "Text 1.234");
    }

    #[test]
    fn three_digits_behind_the_only_mark_can_be_read_in_two_ways() {
        let cases = [
            ("1.234", "1.234"),
            ("-12.345", "-12.345"),
            ("123,456", "123.456"),
            ("($1,000)", "-1.000 $"),
            ("1.000 EUR", "1.000 EUR"),
        ];
        for (text, decimal) in cases {
            assert_eq!(told(text), format!("Ambiguous {decimal}"), "{text}");
        }
    }

    #[test]
    fn what_has_no_reading_is_not_read() {
        for text in [
            "5%",
            "500 CR",
            "500 DR",
            "(5)-",
            "(-5)",
            "-(5)",
            "--5",
            "+-5",
            "-5-",
            "12 34",
            "1,23.45",
            "1,23,45",
            "n/a",
            "abc",
            "(5",
            "5)",
            "((5))",
            "()",
            "-",
            "$",
            "€5€",
            "$5 USD",
            "5.",
            "5,",
            "1,,234",
            "1,234,56",
            "1.234.56",
            "1,234.567,89",
            "1'234 567",
            "1 2345",
            "01,234,567",
            "5 eur",
            "EURO 5",
            "5 XYZ",
            "1.2.3",
            "1,234e3",
            "5 5",
            "１２",
            "1_000",
            "12.34.567",
            "USD",
            "0x1F",
            "1-2",
        ] {
            assert_eq!(told(text), "Unreadable", "{text}");
        }
        assert_eq!(told(" \u{a0}"), "Empty");
        assert_eq!(told(&format!("$1{}", ",000".repeat(10))), "TooLong $");
    }
}
