//! How lines are changed once they are there.

use crate::model::amount::Amount;
use crate::model::lines::{AmountState, LONG_DIGITS, LineId, Lines, NONE};
use crate::model::packed::Packed;
use crate::model::place::Place;
use crate::model::written::is_as_written;

impl Lines {
    /// Forgets `line` and all after it.
    pub fn truncate(&mut self, line: LineId) {
        self.figures.truncate(line.at());
        self.labels.truncate(line.at());
        self.wide.retain(|(wide, _)| *wide < line.0);
        self.far.retain(|(far, _)| *far < line.0);
        self.literals.truncate(self.literals.partition_point(|(at, _)| *at < line.0));
        self.items_malformed.truncate(self.items_malformed.partition_point(|malformed| *malformed < line.0));
        self.long_number_ids.truncate(self.long_number_ids.partition_point(|long| *long < line.0));
        self.own.truncate(self.own.partition_point(|(at, _)| *at < line.0));
        self.pointers.truncate(self.pointers.partition_point(|(at, _)| *at < line.0));
    }

    /// Takes out a line whose only item stands for it: the item and what is under it come one level up.
    pub fn fold(&mut self, line: LineId) {
        let at = line.at();
        if at + 1 >= self.figures.len() {
            return;
        }
        self.figures.remove(at);
        self.labels.remove(at);
        let shifted = |own: &mut u32| *own -= u32::from(*own > line.0);
        for figure in self.figures.iter_mut().skip(at) {
            shifted(&mut figure.end);
            figure.depth = figure.depth.saturating_sub(1);
            figure.parent = match figure.parent {
                NONE => NONE,
                parent if parent == line.0 => NONE,
                parent => parent - 1,
            };
        }
        self.wide.iter_mut().for_each(|(own, _)| shifted(own));
        self.far.iter_mut().for_each(|(own, _)| shifted(own));
        self.literals.iter_mut().for_each(|(own, _)| shifted(own));
        self.own.iter_mut().for_each(|(own, _)| shifted(own));
        self.pointers.iter_mut().for_each(|(own, _)| shifted(own));
        self.items_malformed.iter_mut().for_each(shifted);
        self.long_number_ids.iter_mut().for_each(shifted);
    }

    /// Sets the name; the last one given counts.
    pub fn set_name(&mut self, line: LineId, name: &str) {
        let piece = self.store(name);
        if let Some(label) = self.labels.get_mut(line.at()) {
            label.name = piece;
        }
    }

    /// Sets the account id; the last one given counts.
    pub fn set_account_id(&mut self, line: LineId, id: &str) {
        let piece = self.store(id);
        if let Some(label) = self.labels.get_mut(line.at()) {
            label.account_id = piece;
        }
        if let Ok(at) = self.long_number_ids.binary_search(&line.0) {
            self.long_number_ids.remove(at);
        }
    }

    /// Sets the account id as a JSON number; the last one given counts.
    pub fn set_number_id(&mut self, line: LineId, id: &str) {
        self.set_account_id(line, id);
        if id.bytes().filter(u8::is_ascii_digit).count() >= LONG_DIGITS {
            let at = self.long_number_ids.partition_point(|long| *long < line.0);
            self.long_number_ids.insert(at, line.0);
        }
    }

    /// Sets the amount; the last one given counts. Of an ambiguous one it is the reading with decimals. `literal` is
    /// kept where it says more than the amount.
    pub fn set_amount(&mut self, line: LineId, state: AmountState, amount: Option<Amount>, literal: &str) {
        let Some(figure) = self.figures.get_mut(line.at()) else { return };
        let own = amount.unwrap_or(Amount::ZERO);
        figure.state = state;
        if let Ok(at) = self.wide.binary_search_by_key(&line.0, |(at, _)| *at) {
            self.wide.remove(at);
        }
        figure.amount = Packed::of(own);
        if figure.amount.amount().is_none() {
            let at = self.wide.partition_point(|(at, _)| *at < line.0);
            self.wide.insert(at, (line.0, own));
        }
        let says_more = amount.is_none_or(|amount| !is_as_written(literal, amount));
        let kept = if says_more { literal } else { "" };
        match self.literals.binary_search_by_key(&line.0, |(at, _)| *at) {
            Ok(at) => {
                if let Some((_, slot)) = self.literals.get_mut(at) {
                    *slot = kept.into();
                }
            }
            Err(at) if !kept.is_empty() => self.literals.insert(at, (line.0, kept.into())),
            Err(_) => {}
        }
    }

    /// Sets the amount of a line that had none, to one as [`short`] reads it.
    ///
    /// [`short`]: crate::model::written::short
    pub fn set_short(&mut self, line: LineId, state: AmountState, (mantissa, decimals): (i64, u8)) {
        if let Some(figure) = self.figures.get_mut(line.at()) {
            (figure.state, figure.amount) = (state, Packed::short(mantissa, decimals));
        }
    }

    /// Whether there is no more in it than names, account ids, and amounts of few digits.
    pub fn is_plain(&self) -> bool {
        let lists =
            [self.wide.is_empty(), self.far.is_empty(), self.literals.is_empty(), self.own.is_empty()];
        !self.full && lists == [true; 4] && self.items_malformed.is_empty() && self.pointers.is_empty()
    }

    /// Moves a line, which is not far from the first one; that one is to be moved first.
    pub fn set_place(&mut self, line: LineId, place: Place) {
        if line.0 == 0 {
            self.base = place.offset;
        }
        let behind = place.offset.checked_sub(self.base).and_then(|behind| u32::try_from(behind).ok());
        if let (Some(label), Some(behind)) = (self.labels.get_mut(line.at()), behind) {
            (label.offset, label.line, label.column) = (behind, place.line, place.column);
        }
    }

    /// Says that some of the line's items could not be read.
    pub fn set_items_malformed(&mut self, line: LineId) {
        if let Err(at) = self.items_malformed.binary_search(&line.0) {
            self.items_malformed.insert(at, line.0);
        }
    }

    /// Says what is posted to a group itself, beside its items; the last amount given counts.
    pub fn set_own(&mut self, line: LineId, amount: Amount) {
        match self.own.binary_search_by_key(&line.0, |(at, _)| *at) {
            Ok(at) => {
                if let Some((_, slot)) = self.own.get_mut(at) {
                    *slot = amount;
                }
            }
            Err(at) => self.own.insert(at, (line.0, amount)),
        }
    }

    /// Says where the line stands, as a JSON pointer from the document's root, if that does not follow from the tree.
    pub fn set_pointer(&mut self, line: LineId, pointer: String) {
        let at = self.pointers.partition_point(|(at, _)| *at < line.0);
        self.pointers.insert(at, (line.0, pointer.into_boxed_str()));
    }
}
