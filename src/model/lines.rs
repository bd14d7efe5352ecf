//! The lines of a statement, as an arena in columns.

use crate::model::amount::Amount;
use crate::model::place::Place;
use crate::model::written::Written;

/// A line's number within its statement, from 0, in file order; a group comes before its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(pub u32);

impl LineId {
    fn at(self) -> usize {
        self.0 as usize
    }
}

/// What stood where a line's amount should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmountState {
    /// No such field.
    #[default]
    Absent,
    /// `null`
    Null,
    /// An empty text.
    Empty,
    /// A readable amount, written as text.
    Text,
    /// A readable amount, written as a JSON number.
    Number,
    /// A readable amount, written as text with more than a plain number has; [`Lines::literal`] has it.
    Decorated,
    /// A text with one mark that may stand before decimals or between thousands; [`Lines::readings`] has both.
    Ambiguous,
    /// Something that is no amount; [`Lines::literal`] has it.
    Unreadable,
    /// A number of more than 28 digits; [`Lines::literal`] has it.
    TooLong,
}

/// A piece of the text column.
#[derive(Clone, Copy, Debug, Default)]
struct Piece {
    start: u32,
    len: u32,
}

/// The lines of one statement. One entry a line in each column; texts share one buffer.
///
/// At most `u32::MAX` lines and 4 GiB of names and ids; past that [`Lines::push`] answers nothing.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    parent: Vec<u32>,
    end: Vec<u32>,
    depth: Vec<u16>,
    ordinal: Vec<u32>,
    name: Vec<Piece>,
    account_id: Vec<Piece>,
    state: Vec<AmountState>,
    amount: Vec<Amount>,
    place: Vec<Place>,
    text: String,
    /// The line of each, rising; an empty one is none.
    literals: Vec<(u32, Box<str>)>,
    items_malformed: Vec<u32>,
    long_number_ids: Vec<u32>,
    /// What is posted to a group itself, by line, rising.
    own: Vec<(u32, Amount)>,
    /// The pointers of lines that do not follow from the tree, by line, rising.
    pointers: Vec<(u32, Box<str>)>,
}

/// The fewest digits of a number that may be more than a double holds.
const LONG_DIGITS: usize = 16;

/// The parent of a section.
const NONE: u32 = u32::MAX;

impl Lines {
    /// Adds a line under `parent` (none for a section), the `ordinal`-th of its items, from 0.
    pub fn push(&mut self, parent: Option<LineId>, ordinal: u32, place: Place) -> Option<LineId> {
        let line = u32::try_from(self.parent.len()).ok().filter(|line| *line < NONE)?;
        self.parent.push(parent.map_or(NONE, |parent| parent.0));
        self.end.push(line + 1);
        self.depth.push(parent.map_or(0, |parent| self.depth(parent).saturating_add(1)));
        self.ordinal.push(ordinal);
        self.name.push(Piece::default());
        self.account_id.push(Piece::default());
        self.state.push(AmountState::Absent);
        self.amount.push(Amount::ZERO);
        self.place.push(place);
        Some(LineId(line))
    }

    /// Says that everything added since `line` stands under it.
    pub fn close(&mut self, line: LineId) {
        let end = self.len();
        if let Some(slot) = self.end.get_mut(line.at()) {
            *slot = end;
        }
    }

    /// Forgets `line` and all after it.
    pub fn truncate(&mut self, line: LineId) {
        let at = line.at();
        self.parent.truncate(at);
        self.end.truncate(at);
        self.depth.truncate(at);
        self.ordinal.truncate(at);
        self.name.truncate(at);
        self.account_id.truncate(at);
        self.state.truncate(at);
        self.amount.truncate(at);
        self.place.truncate(at);
        self.literals.truncate(self.literals.partition_point(|(at, _)| *at < line.0));
        self.items_malformed.truncate(self.items_malformed.partition_point(|malformed| *malformed < line.0));
        self.long_number_ids.truncate(self.long_number_ids.partition_point(|long| *long < line.0));
        self.own.truncate(self.own.partition_point(|(at, _)| *at < line.0));
        self.pointers.truncate(self.pointers.partition_point(|(at, _)| *at < line.0));
    }

    /// Takes out a line whose only item stands for it: the item and what is under it come one level up.
    pub fn fold(&mut self, line: LineId) {
        let at = line.at();
        if at + 1 >= self.parent.len() {
            return;
        }
        self.parent.remove(at);
        self.end.remove(at);
        self.depth.remove(at);
        self.ordinal.remove(at);
        self.name.remove(at);
        self.account_id.remove(at);
        self.state.remove(at);
        self.amount.remove(at);
        self.place.remove(at);
        let shifted = |own: &mut u32| *own -= u32::from(*own > line.0);
        for parent in self.parent.iter_mut().skip(at).filter(|parent| **parent != NONE) {
            *parent = if *parent == line.0 { NONE } else { *parent - 1 };
        }
        self.end.iter_mut().skip(at).for_each(shifted);
        self.depth.iter_mut().skip(at).for_each(|depth| *depth = depth.saturating_sub(1));
        self.literals.iter_mut().for_each(|(own, _)| shifted(own));
        self.own.iter_mut().for_each(|(own, _)| shifted(own));
        self.pointers.iter_mut().for_each(|(own, _)| shifted(own));
        self.items_malformed.iter_mut().for_each(shifted);
        self.long_number_ids.iter_mut().for_each(shifted);
    }

    /// Sets the name; the last one given counts.
    pub fn set_name(&mut self, line: LineId, name: &str) {
        let piece = self.store(name);
        if let Some(slot) = self.name.get_mut(line.at()) {
            *slot = piece;
        }
    }

    /// Sets the account id; the last one given counts.
    pub fn set_account_id(&mut self, line: LineId, id: &str) {
        let piece = self.store(id);
        if let Some(slot) = self.account_id.get_mut(line.at()) {
            *slot = piece;
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
        let (Some(own_state), Some(own_amount)) =
            (self.state.get_mut(line.at()), self.amount.get_mut(line.at()))
        else {
            return;
        };
        *own_state = state;
        *own_amount = amount.unwrap_or(Amount::ZERO);
        let says_more = amount.is_none_or(|amount| Written::of(amount).as_bytes() != literal.as_bytes());
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

    /// Whether any line has something in place of its amount.
    pub fn has_figures(&self) -> bool {
        self.state.iter().any(|state| *state != AmountState::Absent)
    }

    /// Whether any line has an account id.
    pub fn has_ids(&self) -> bool {
        self.account_id.iter().any(|id| id.len > 0)
    }

    /// How many lines there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.parent.len()).unwrap_or(NONE)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.parent.is_empty()
    }

    /// All lines in file order.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = LineId> + use<> {
        (0..self.len()).map(LineId)
    }

    /// The line above, none for a section.
    pub fn parent(&self, line: LineId) -> Option<LineId> {
        self.parent.get(line.at()).copied().filter(|parent| *parent != NONE).map(LineId)
    }

    /// 0 for a section, one more a level.
    pub fn depth(&self, line: LineId) -> u16 {
        self.depth.get(line.at()).copied().unwrap_or(0)
    }

    /// Which of its parent's items it is in the file, from 0, malformed ones counted.
    pub fn ordinal(&self, line: LineId) -> u32 {
        self.ordinal.get(line.at()).copied().unwrap_or(0)
    }

    /// The line after the last one under `line`.
    pub fn end(&self, line: LineId) -> LineId {
        LineId(self.end.get(line.at()).copied().unwrap_or(line.0 + 1))
    }

    /// Whether it has lines under it.
    pub fn is_group(&self, line: LineId) -> bool {
        self.end(line).0 > line.0 + 1
    }

    /// Whether it is an account: no section, and nothing under it.
    pub fn is_account(&self, line: LineId) -> bool {
        self.depth(line) > 0 && !self.is_group(line) && !self.items_malformed(line)
    }

    /// The direct items of `line`, in file order.
    pub fn items(&self, line: LineId) -> impl Iterator<Item = LineId> {
        let end = self.end(line);
        let first = Some(LineId(line.0 + 1)).filter(|first| *first < end);
        std::iter::successors(first, move |item| Some(self.end(*item)).filter(|next| *next < end))
    }

    /// The name as written, empty if there is none.
    pub fn name(&self, line: LineId) -> &str {
        self.piece(self.name.get(line.at()))
    }

    /// The account id as written, empty if there is none.
    pub fn account_id(&self, line: LineId) -> &str {
        self.piece(self.account_id.get(line.at()))
    }

    /// Whether there is an account id.
    pub fn has_account_id(&self, line: LineId) -> bool {
        self.account_id.get(line.at()).is_some_and(|id| id.len > 0)
    }

    /// Whether the account id is written as a JSON number of so many digits that a double may not hold it.
    pub fn id_is_long_number(&self, line: LineId) -> bool {
        self.long_number_ids.binary_search(&line.0).is_ok()
    }

    /// What stood in place of the amount.
    pub fn amount_state(&self, line: LineId) -> AmountState {
        self.state.get(line.at()).copied().unwrap_or_default()
    }

    /// The reported amount, if it could be read.
    pub fn amount(&self, line: LineId) -> Option<Amount> {
        let state = self.amount_state(line);
        let read = matches!(state, AmountState::Text | AmountState::Number | AmountState::Decorated);
        self.amount.get(line.at()).copied().filter(|_| read)
    }

    /// The two readings of an ambiguous amount: the mark before decimals, and between thousands.
    pub fn readings(&self, line: LineId) -> Option<[Amount; 2]> {
        let ambiguous = self.amount_state(line) == AmountState::Ambiguous;
        let decimal = self.amount.get(line.at()).copied().filter(|_| ambiguous)?;
        Some([decimal, Amount::from_scaled(decimal.mantissa(), 0)?])
    }

    /// What is posted to a group itself, beside its items.
    pub fn own(&self, line: LineId) -> Option<Amount> {
        let at = self.own.binary_search_by_key(&line.0, |(at, _)| *at).ok()?;
        self.own.get(at).map(|(_, amount)| *amount)
    }

    /// Where the line stands, if that was said.
    pub fn pointer(&self, line: LineId) -> Option<&str> {
        let at = self.pointers.binary_search_by_key(&line.0, |(at, _)| *at).ok()?;
        self.pointers.get(at).map(|(_, pointer)| &**pointer)
    }

    /// The amount exactly as written, readable or not; empty if there was none.
    pub fn literal(&self, line: LineId) -> String {
        if let Some(literal) = self.kept_literal(line) {
            return literal.to_owned();
        }
        let amount = self.amount(line).or_else(|| self.readings(line).map(|[decimal, _]| decimal));
        amount.map(|amount| amount.to_string()).unwrap_or_default()
    }

    /// The amount exactly as written where that is more than its digits.
    pub fn kept_literal(&self, line: LineId) -> Option<&str> {
        let at = self.literals.binary_search_by_key(&line.0, |(at, _)| *at).ok()?;
        self.literals.get(at).map(|(_, literal)| &**literal).filter(|literal| !literal.is_empty())
    }

    /// Whether some of its items could not be read.
    pub fn items_malformed(&self, line: LineId) -> bool {
        self.items_malformed.binary_search(&line.0).is_ok()
    }

    /// Where the line's object begins.
    pub fn place(&self, line: LineId) -> Place {
        self.place.get(line.at()).copied().unwrap_or_default()
    }

    /// The line and those above it, the section first.
    pub fn ancestry(&self, line: LineId) -> Vec<LineId> {
        let mut chain: Vec<LineId> = std::iter::successors(Some(line), |line| self.parent(*line)).collect();
        chain.reverse();
        chain
    }

    fn store(&mut self, text: &str) -> Piece {
        let start = u32::try_from(self.text.len());
        let end = u32::try_from(self.text.len().saturating_add(text.len()));
        match (start, end) {
            (Ok(start), Ok(end)) => {
                self.text.push_str(text);
                Piece { start, len: end - start }
            }
            _ => Piece::default(),
        }
    }

    fn piece(&self, piece: Option<&Piece>) -> &str {
        let piece = piece.copied().unwrap_or_default();
        let start = piece.start as usize;
        self.text.get(start..start + piece.len as usize).unwrap_or_default()
    }
}
