//! The fields around a tree's sections.

use crate::input::decorated;
use crate::input::fields::{self, HeaderField};
use crate::input::tree::TreeReader;
use crate::model::amount::Amount;
use crate::model::currency;
use crate::model::header::{StatedDate, StatedTotal};
use crate::model::lines::AmountState;
use crate::model::place::Place;

impl TreeReader {
    pub(super) fn header_value(&mut self, text: &str, is_text: bool, place: Place) {
        let header = &mut self.statement.header;
        let key = self.key.clone();
        match fields::header(&self.key) {
            Some(HeaderField::Id) => header.id = Some(text.to_owned()),
            Some(HeaderField::Entity) => header.entity = Some(text.to_owned()),
            Some(HeaderField::Currency) => {
                header.currency = Some(text.to_owned());
                currency::state(&mut self.statement.currencies, text, None);
            }
            Some(HeaderField::Date(role)) => {
                header.dates.push(StatedDate { key, role, text: text.to_owned(), place, envelope: None });
            }
            Some(HeaderField::Total(role)) => {
                let written = decorated::read(text);
                let ambiguous = written.state == AmountState::Ambiguous;
                let amount =
                    if is_text { written.amount.filter(|_| !ambiguous) } else { Amount::parse(text).ok() };
                header.totals.push(StatedTotal { key, role, literal: text.to_owned(), amount, place });
                self.currency(written.currency, None);
            }
            None => {}
        }
    }
}
