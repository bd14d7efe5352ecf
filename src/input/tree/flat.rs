//! Items that are read in one step.

use crate::input::scanner::event::Event;
use crate::input::scanner::flat::Flat;
use crate::input::tree::{Frame, TreeReader};
use crate::model::lines::{AmountState, Lines};
use crate::model::mapping::{LineKey, Mapping};
use crate::model::statement::{Section, is_blank};
use crate::model::written::short;

impl TreeReader {
    /// Takes the sections and lines of a statement whose text is like that of one that was read before.
    pub fn take_alike(&mut self, sections: Vec<Section>, lines: Lines, passed_over: bool) {
        self.section_seen = true;
        let statement = &mut self.statement;
        (statement.sections, statement.lines, statement.passed_over) = (sections, lines, passed_over);
    }

    /// Whether the next value may be a line that is read in one step.
    pub fn takes_flat(&self) -> bool {
        let in_list = match self.frames.last() {
            Some(Frame::Items { under, .. }) => under.is_none(),
            Some(Frame::Bare { .. }) => true,
            _ => false,
        };
        in_list && self.mapping.as_ref().is_none_or(|own| own.also.is_empty())
    }

    /// Takes a line; of a group all that stands before its items. Answers whether it did.
    pub fn flat(&mut self, object: &Flat<'_>) -> bool {
        let mapping = self.mapping.clone();
        let mapping = mapping.as_deref();
        let has_items = object.list().is_some();
        if object.list().is_some_and(|key| Mapping::line_key(mapping, key) != LineKey::Items) {
            return false;
        }
        let (Some(Frame::Items { line: parent, next, .. } | Frame::Bare { line: parent, next, .. }), true) =
            (self.frames.last_mut(), self.statement.lines.has_room_for_text(object.length()))
        else {
            return false;
        };
        let Some(line) = self.statement.lines.push(Some(*parent), *next, object.start()) else {
            return false;
        };
        *next += 1;
        for member in object.members() {
            let (key, value) = (object.key(member), object.value(member));
            match (Mapping::line_key(mapping, key), value) {
                (LineKey::Name, Event::Text(text)) => self.statement.lines.set_name(line, text),
                (LineKey::AccountId, Event::Text(text)) if !is_blank(text) => {
                    self.statement.lines.set_account_id(line, text);
                }
                (LineKey::Amount, Event::Text(text) | Event::Number(text)) => {
                    let state =
                        if matches!(value, Event::Text(_)) { AmountState::Text } else { AmountState::Number };
                    // Three decimals of a text could be thousands.
                    match short(text).filter(|short| short.1 != 3) {
                        Some(short) => self.statement.lines.set_short(line, state, short),
                        None => self.amount(line, value),
                    }
                }
                (LineKey::Amount, _) => self.amount(line, value),
                _ => {
                    self.key.clear();
                    self.key.push_str(key);
                    self.node_value(line, value, object.extent(member));
                }
            }
        }
        if has_items {
            self.frames.push(Frame::Node { line, started: self.oddities.len() });
            self.frames.push(Frame::Items { line, next: 0, under: None });
        }
        true
    }
}
