//! How lines are changed once they are there.

use crate::model::amount::Amount;
use crate::model::lines::moved::Moved;
use crate::model::lines::{AmountState, LONG_DIGITS, LineId, Lines};
use crate::model::packed::Packed;
use crate::model::written::is_as_written;

impl Lines {
    /// Forgets `line` and all after it.
    pub fn truncate(&mut self, line: LineId) {
        self.figures.truncate(line.at());
        self.wide.truncate(self.wide.partition_point(|(at, _)| *at < line.0));
        self.literals.truncate(self.literals.partition_point(|(at, _)| *at < line.0));
        self.own.truncate(self.own.partition_point(|(at, _)| *at < line.0));
        self.own_skeleton().truncate(line.0);
    }

    /// Takes out a line whose only item stands for it: the item and what is under it come one level up.
    pub fn fold(&mut self, line: LineId) {
        let at = line.at();
        if at + 1 >= self.figures.len() {
            return;
        }
        self.figures.remove(at);
        let shifted = |own: &mut u32| *own -= u32::from(*own > line.0);
        self.wide.iter_mut().for_each(|(own, _)| shifted(own));
        self.literals.iter_mut().for_each(|(own, _)| shifted(own));
        self.own.iter_mut().for_each(|(own, _)| shifted(own));
        self.own_skeleton().fold(line.0);
    }

    /// Sets the name; the last one given counts.
    pub fn set_name(&mut self, line: LineId, name: &str) {
        let piece = self.store(name);
        if let Some(label) = self.own_skeleton().labels.get_mut(line.at()) {
            label.name = piece;
        }
    }

    /// Sets the account id; the last one given counts.
    pub fn set_account_id(&mut self, line: LineId, id: &str) {
        let piece = self.store(id);
        let skeleton = self.own_skeleton();
        if let Some(label) = skeleton.labels.get_mut(line.at()) {
            label.account_id = piece;
        }
        if let Ok(at) = skeleton.long_number_ids.binary_search(&line.0) {
            skeleton.long_number_ids.remove(at);
        }
    }

    /// Sets the account id as a JSON number; the last one given counts.
    pub fn set_number_id(&mut self, line: LineId, id: &str) {
        self.set_account_id(line, id);
        if id.bytes().filter(u8::is_ascii_digit).count() >= LONG_DIGITS {
            let long = &mut self.own_skeleton().long_number_ids;
            long.insert(long.partition_point(|long| *long < line.0), line.0);
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

    /// Whether there is no more in them than names, account ids, and amounts of few digits.
    pub fn is_plain(&self) -> bool {
        let skeleton = &self.skeleton;
        let is_moved = self.moved.is_some();
        self.is_digits()
            && !is_moved
            && !self.full
            && self.own.is_empty()
            && skeleton.far.is_empty()
            && skeleton.items_malformed.is_empty()
            && skeleton.pointers.is_empty()
    }

    /// Whether all amounts that can be read are written with few digits and nothing else.
    pub fn is_digits(&self) -> bool {
        self.wide.is_empty() && self.literals.is_empty()
    }

    /// The same lines in a text that is written alike, with these amounts in place of theirs.
    #[must_use]
    pub fn alike(&self, moved: Moved, amounts: impl Iterator<Item = (LineId, (i64, u8))>) -> Lines {
        let mut alike = self.clone();
        alike.moved = Some(Box::new(moved));
        for (line, (mantissa, decimals)) in amounts {
            if let Some(figure) = alike.figures.get_mut(line.at()) {
                figure.amount = Packed::short(mantissa, decimals);
            }
        }
        alike
    }

    /// Says that some of the line's items could not be read.
    pub fn set_items_malformed(&mut self, line: LineId) {
        let malformed = &mut self.own_skeleton().items_malformed;
        if let Err(at) = malformed.binary_search(&line.0) {
            malformed.insert(at, line.0);
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
        let pointers = &mut self.own_skeleton().pointers;
        let at = pointers.partition_point(|(at, _)| *at < line.0);
        pointers.insert(at, (line.0, pointer.into_boxed_str()));
    }
}
