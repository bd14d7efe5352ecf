//! An amount that is an object: `{amount, currency}`, or mantissa and places.

use crate::input::decorated;
use crate::input::figures;
use crate::input::meaning::letters;
use crate::input::scanner::event::Event;
use crate::model::currency;
use crate::model::lines::{AmountState, LineId};
use crate::model::statement::Statement;

/// What was read of such an object.
#[derive(Default)]
pub struct Money {
    key: String,
    amount: Option<(String, bool)>,
    currency: Option<String>,
    mantissa: Option<String>,
    places: Option<u32>,
}

impl Money {
    /// The next event within the object, other than its end.
    pub fn event(&mut self, event: Event<'_>) {
        let (text, is_text) = match event {
            Event::Key { text, .. } => {
                self.key = letters(text);
                return;
            }
            Event::Text(text) => (text, true),
            Event::Number(text) => (text, false),
            _ => return,
        };
        match self.key.as_str() {
            "amount" | "value" | "total" | "balance" => self.amount = Some((text.to_owned(), is_text)),
            "currency" | "currencycode" | "commodity" => self.currency = Some(text.to_owned()),
            "decimalmantissa" | "mantissa" | "unscaled" | "minorunits" => {
                self.mantissa = Some(text.to_owned());
            }
            "decimalplaces" | "places" | "scale" | "exponent" => {
                self.places = text.trim_start_matches('-').parse().ok();
            }
            _ => {}
        }
    }

    /// Whether an object with these keys is an amount.
    pub fn is_money<'a>(keys: impl Iterator<Item = &'a str>) -> bool {
        let (mut amount, mut mantissa, mut places, mut count) = (false, false, false, 0);
        for key in keys {
            count += 1;
            match letters(key).as_str() {
                "amount" | "value" | "total" | "balance" => amount = true,
                "decimalmantissa" | "mantissa" | "unscaled" | "minorunits" => mantissa = true,
                "decimalplaces" | "places" | "scale" | "exponent" => places = true,
                _ => {}
            }
        }
        count <= 6 && (amount || (mantissa && places))
    }

    /// Puts what was read on a line.
    pub fn put(self, statement: &mut Statement, line: LineId) {
        if let Some(code) = &self.currency {
            currency::state(&mut statement.currencies, code, Some(line));
        }
        match (self.mantissa, self.places, self.amount) {
            (Some(mantissa), Some(places), _) => {
                let literal = format!("{mantissa}e-{places}");
                match mantissa.parse::<i128>() {
                    Ok(exact) => figures::put_scaled(statement, line, exact, places, &literal),
                    Err(_) => statement.lines.set_amount(line, AmountState::Unreadable, None, &literal),
                }
            }
            (_, _, Some((text, true))) => figures::put_text(statement, line, &text),
            (_, _, Some((text, false))) => figures::put_number(statement, line, &text),
            _ => statement.lines.set_amount(line, AmountState::Unreadable, None, "{…}"),
        }
    }
}

/// Whether a text could be an amount.
pub fn reads(text: &str) -> bool {
    decorated::read(text).amount.is_some()
}
