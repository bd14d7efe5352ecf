//! The currencies that a statement names.

use crate::model::lines::LineId;

/// How many different texts are kept; a statement should have one.
pub const MOST_CURRENCIES: usize = 16;

/// A currency as stated: a code such as `EUR`, or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedCurrency {
    /// Its text, as written.
    pub text: String,
    /// The first line that states it; none for the header.
    pub line: Option<LineId>,
}

/// Adds a text to the currencies of a statement, unless it is among them. The header's stand in front.
pub fn state(currencies: &mut Vec<StatedCurrency>, text: &str, line: Option<LineId>) {
    match (currencies.iter().position(|known| known.text == text), line) {
        (Some(at), None) if currencies.get(at).is_some_and(|known| known.line.is_some()) => {
            currencies.remove(at);
        }
        (Some(_), _) => return,
        (None, Some(_)) if currencies.len() >= MOST_CURRENCIES => return,
        (None, _) => {}
    }
    let in_header = currencies.iter().take_while(|known| known.line.is_none()).count();
    let at = if line.is_some() { currencies.len() } else { in_header };
    currencies.insert(at, StatedCurrency { text: text.to_owned(), line });
    currencies.truncate(MOST_CURRENCIES);
}

#[cfg(test)]
mod tests {
    use crate::model::currency::{MOST_CURRENCIES, StatedCurrency, state};
    use crate::model::lines::LineId;

    #[test]
    fn each_text_is_kept_once_with_its_first_line_and_the_headers_in_front() {
        let mut currencies = Vec::new();
        for (text, line) in
            [("USD", Some(3)), ("EUR", Some(4)), ("USD", Some(5)), ("CHF", None), ("EUR", None)]
        {
            state(&mut currencies, text, line.map(LineId));
        }
        let stated =
            |text: &str, line: Option<u32>| StatedCurrency { text: text.to_owned(), line: line.map(LineId) };
        assert_eq!(currencies, [stated("CHF", None), stated("EUR", None), stated("USD", Some(3))]);
        for at in 0..100 {
            state(&mut currencies, &format!("X{at}"), Some(LineId(at)));
        }
        assert_eq!(currencies.len(), MOST_CURRENCIES);
        state(&mut currencies, "GBP", None);
        assert_eq!(currencies.len(), MOST_CURRENCIES);
        assert_eq!(currencies.get(2), Some(&stated("GBP", None)));
    }
}
