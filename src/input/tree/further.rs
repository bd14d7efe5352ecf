//! Further keys of lines, where groups and accounts of one tree have different ones.

use crate::input::scanner::event::Event;
use crate::input::tree::TreeReader;
use crate::model::lines::{AmountState, LineId};
use crate::model::mapping::LineKey;

impl TreeReader {
    /// Whether a value adds nothing to what the line has under another key for the same.
    pub(super) fn is_spare(&self, line: LineId, is: LineKey, event: Event<'_>) -> bool {
        let Some(own) = self.mapping.as_ref().filter(|own| !own.also.is_empty()) else { return false };
        let lines = &self.statement.lines;
        let there = match is {
            LineKey::Name => !lines.name(line).is_empty(),
            LineKey::AccountId => !lines.account_id(line).is_empty(),
            LineKey::Amount => {
                let state = lines.amount_state(line);
                !matches!(state, AmountState::Absent | AmountState::Null | AmountState::Empty)
            }
            LineKey::Items | LineKey::Currency | LineKey::Other => false,
        };
        there && (event == Event::Null || own.further(&self.key) == Some(is))
    }

    /// The key that was met last, if it is a further one.
    pub(super) fn further_key(&self) -> Option<Box<str>> {
        self.mapping.as_ref()?.further(&self.key).map(|_| self.key.as_str().into())
    }
}
