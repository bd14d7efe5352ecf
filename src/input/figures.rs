//! Puts what stands in place of an amount on a line.

use crate::input::decorated;
use crate::model::amount::{Amount, NotAnAmount};
use crate::model::currency;
use crate::model::lines::{AmountState, LineId};
use crate::model::statement::Statement;
use crate::model::syntax::Shape;

/// A text: an amount however decorated, nothing, or something unreadable.
pub fn put_text(statement: &mut Statement, line: LineId, text: &str) {
    let written = decorated::read(text);
    if let Some(currency) = written.currency {
        currency::state(&mut statement.currencies, currency, Some(line));
    }
    let literal = if written.state == AmountState::Empty { "" } else { text };
    statement.lines.set_amount(line, written.state, written.amount, literal);
}

/// A JSON number, as written.
pub fn put_number(statement: &mut Statement, line: LineId, literal: &str) {
    let (state, amount) = match Amount::parse(literal) {
        Ok(amount) => (AmountState::Number, Some(amount)),
        Err(NotAnAmount::TooLong) => (AmountState::TooLong, None),
        Err(NotAnAmount::Unreadable) => (AmountState::Unreadable, None),
    };
    statement.lines.set_amount(line, state, amount, literal);
}

/// `mantissa` × 10^−`decimals`, as some systems write an amount in two fields; `literal` is shown if it does not fit.
pub fn put_scaled(statement: &mut Statement, line: LineId, mantissa: i128, decimals: u32, literal: &str) {
    match Amount::from_scaled(mantissa, decimals) {
        Some(amount) => {
            let written = amount.to_string();
            statement.lines.set_amount(line, AmountState::Number, Some(amount), &written);
        }
        None => statement.lines.set_amount(line, AmountState::TooLong, None, literal),
    }
}

/// What a value reads as, if it is an amount.
pub fn amount_of(shape: Shape, text: &str) -> Option<Amount> {
    match shape {
        Shape::Text => decorated::read(text).amount,
        Shape::Number => Amount::parse(text).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::input::figures::put_text;
    use crate::model::dialect::Dialect;
    use crate::model::place::Place;
    use crate::model::statement::Statement;

    proptest! {
        #[test]
        fn what_a_line_has_for_an_amount_is_what_was_written(text in "-?[$(]?[0-9]{0,3}[0-9.,]{0,9}(e[0-9])?[-)]?") {
            let mut statement = Statement::new(Dialect::Canonical, String::new(), Place::default());
            let line = statement.lines.push(None, 0, Place::default()).expect("a line");
            put_text(&mut statement, line, &text);
            prop_assert_eq!(statement.lines.literal(line), text);
        }
    }
}
