//! The lines of a statement, as an arena in columns.

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::lines::moved::Moved;
use crate::model::lines::room::{MOST_EXPECTED, Room, Size};
use crate::model::lines::skeleton::{NONE, Node, Piece, Skeleton};
use crate::model::packed::Packed;
use crate::model::place::Place;

mod change;
pub mod moved;
pub mod room;
pub mod skeleton;

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

/// The lines of one statement: their amounts, and all else, which statements that are written alike share.
///
/// What finds no [`Room`] is not taken, and [`Lines::is_full`] says so from then on.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    figures: Vec<Figure>,
    skeleton: Arc<Skeleton>,
    /// Where they stand, if not where the skeleton says.
    moved: Option<Box<Moved>>,
    room: Room,
    full: bool,
    /// What few lines have, by line, rising: amounts of more than 64 bits, literals (an empty one is none), and what is posted
    /// to a group itself.
    wide: Vec<(u32, Amount)>,
    literals: Vec<(u32, Box<str>)>,
    own: Vec<(u32, Amount)>,
}

/// An amount, in 10 bytes: ten million lines are to fit.
#[derive(Clone, Copy, Debug, Default)]
struct Figure {
    amount: Packed,
    state: AmountState,
}

/// The fewest digits of a number that may be more than a double holds.
const LONG_DIGITS: usize = 16;

impl Lines {
    /// No lines, and room for so much.
    pub fn with_room(room: Room) -> Lines {
        Lines { room, ..Lines::default() }
    }

    /// Takes memory for as much as a statement before had, if that is not very much: statements of one file are alike.
    pub fn expect(&mut self, size: Size) {
        let lines = size.lines.min(MOST_EXPECTED.lines);
        self.figures.reserve(lines);
        let skeleton = self.own_skeleton();
        skeleton.nodes.reserve(lines);
        skeleton.labels.reserve(lines);
        skeleton.text.reserve(size.text.min(MOST_EXPECTED.text));
    }

    /// How much there is.
    pub fn size(&self) -> Size {
        Size { lines: self.figures.len(), text: self.skeleton.text.len() }
    }

    /// Whether something was not taken for want of room.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Whether so much more text would surely be taken.
    pub fn has_room_for_text(&self, length: usize) -> bool {
        u32::try_from(self.skeleton.text.len().saturating_add(length)).is_ok_and(|end| end <= self.room.text)
    }

    /// Adds a line under `parent` (none for a section), the `ordinal`-th of its items, from 0; nothing if it is full.
    pub fn push(&mut self, parent: Option<LineId>, ordinal: u32, place: Place) -> Option<LineId> {
        let line = self.len();
        if line >= self.room.lines {
            self.full = true;
            return None;
        }
        let depth = parent.map_or(0, |parent| self.depth(parent).saturating_add(1));
        self.own_skeleton().push(parent.map(|parent| parent.0), depth, ordinal, place);
        self.figures.push(Figure::default());
        Some(LineId(line))
    }

    /// Says that everything added since `line` stands under it.
    pub fn close(&mut self, line: LineId) {
        let end = self.len();
        if let Some(node) = self.own_skeleton().nodes.get_mut(line.at()) {
            node.end = end;
        }
    }

    /// Whether any line has something in place of its amount.
    pub fn has_figures(&self) -> bool {
        self.figures.iter().any(|figure| figure.state != AmountState::Absent)
    }

    /// Whether any line has an account id.
    pub fn has_ids(&self) -> bool {
        self.skeleton.labels.iter().any(|label| label.account_id.len > 0)
    }

    /// How many lines there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.figures.len()).unwrap_or(NONE)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// All lines in file order.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = LineId> + use<> {
        (0..self.len()).map(LineId)
    }

    /// The line above, none for a section.
    pub fn parent(&self, line: LineId) -> Option<LineId> {
        self.node(line).map(|node| node.parent).filter(|parent| *parent != NONE).map(LineId)
    }

    /// 0 for a section, one more a level.
    pub fn depth(&self, line: LineId) -> u16 {
        self.node(line).map_or(0, |node| node.depth)
    }

    /// Which of its parent's items it is in the file, from 0, malformed ones counted.
    pub fn ordinal(&self, line: LineId) -> u32 {
        self.skeleton.labels.get(line.at()).map_or(0, |label| label.ordinal)
    }

    /// The line after the last one under `line`.
    pub fn end(&self, line: LineId) -> LineId {
        LineId(self.node(line).map_or(line.0 + 1, |node| node.end))
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
        self.skeleton.labels.get(line.at()).map_or("", |label| self.skeleton.piece(label.name))
    }

    /// The account id as written, empty if there is none.
    pub fn account_id(&self, line: LineId) -> &str {
        self.skeleton.labels.get(line.at()).map_or("", |label| self.skeleton.piece(label.account_id))
    }

    /// Whether there is an account id.
    pub fn has_account_id(&self, line: LineId) -> bool {
        self.skeleton.labels.get(line.at()).is_some_and(|label| label.account_id.len > 0)
    }

    /// Whether the account id is written as a JSON number of so many digits that a double may not hold it.
    pub fn id_is_long_number(&self, line: LineId) -> bool {
        self.skeleton.long_number_ids.binary_search(&line.0).is_ok()
    }

    /// Whether any account id is written so.
    pub fn has_long_number_ids(&self) -> bool {
        !self.skeleton.long_number_ids.is_empty()
    }

    /// What stood in place of the amount.
    pub fn amount_state(&self, line: LineId) -> AmountState {
        self.figures.get(line.at()).map_or(AmountState::Absent, |figure| figure.state)
    }

    /// The reported amount, if it could be read.
    pub fn amount(&self, line: LineId) -> Option<Amount> {
        let figure = self.figures.get(line.at())?;
        let read = matches!(figure.state, AmountState::Text | AmountState::Number | AmountState::Decorated);
        if read { self.written(line, figure) } else { None }
    }

    /// The two readings of an ambiguous amount: the mark before decimals, and between thousands.
    pub fn readings(&self, line: LineId) -> Option<[Amount; 2]> {
        let figure = self.figures.get(line.at()).filter(|figure| figure.state == AmountState::Ambiguous)?;
        let decimal = self.written(line, figure)?;
        Some([decimal, Amount::from_scaled(decimal.mantissa(), 0)?])
    }

    /// What is posted to a group itself, beside its items.
    pub fn own(&self, line: LineId) -> Option<Amount> {
        let at = self.own.binary_search_by_key(&line.0, |(at, _)| *at).ok()?;
        self.own.get(at).map(|(_, amount)| *amount)
    }

    /// Where the line stands, if that was said.
    pub fn pointer(&self, line: LineId) -> Option<&str> {
        let pointers = &self.skeleton.pointers;
        let at = pointers.binary_search_by_key(&line.0, |(at, _)| *at).ok()?;
        pointers.get(at).map(|(_, pointer)| &**pointer)
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
        self.skeleton.items_malformed.binary_search(&line.0).is_ok()
    }

    /// Where the line's object begins.
    pub fn place(&self, line: LineId) -> Place {
        self.skeleton.place(line.0, self.moved.as_deref())
    }

    /// The line and those above it, the section first.
    pub fn ancestry(&self, line: LineId) -> Vec<LineId> {
        let mut chain: Vec<LineId> = std::iter::successors(Some(line), |line| self.parent(*line)).collect();
        chain.reverse();
        chain
    }

    /// What lines have in common with those that are written alike.
    pub fn skeleton(&self) -> &Arc<Skeleton> {
        &self.skeleton
    }

    fn own_skeleton(&mut self) -> &mut Skeleton {
        Arc::make_mut(&mut self.skeleton)
    }

    #[inline]
    fn node(&self, line: LineId) -> Option<&Node> {
        self.skeleton.nodes.get(line.at())
    }

    fn store(&mut self, text: &str) -> Piece {
        let most = self.room.text;
        let own = &mut self.own_skeleton().text;
        let start = u32::try_from(own.len());
        let end = u32::try_from(own.len().saturating_add(text.len()));
        match (start, end) {
            (Ok(start), Ok(end)) if end <= most => {
                own.push_str(text);
                Piece { start, len: end - start }
            }
            _ => {
                self.full = true;
                Piece::default()
            }
        }
    }

    #[inline]
    fn written(&self, line: LineId, figure: &Figure) -> Option<Amount> {
        figure.amount.amount().or_else(|| {
            let at = self.wide.binary_search_by_key(&line.0, |(at, _)| *at).ok()?;
            self.wide.get(at).map(|(_, amount)| *amount)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::model::amount::Amount;
    use crate::model::lines::{AmountState, Lines};
    use crate::model::place::Place;

    #[test]
    fn amounts_and_places_of_any_size_come_back_as_they_were() {
        let places = [7_u64, 8, 1 << 31, (1 << 32) + 6, (1 << 32) + 7, 1 << 60, 3];
        let amounts = [
            "-9999999999999999999999999999",
            "0.00",
            "-0.01",
            "9223372036854775807",
            "-9223372036854775807",
            "9223372036854775808",
            "0.0000000000000000000000000001",
        ];
        let mut lines = Lines::default();
        let amount = |text| Amount::parse(text).ok();
        for (offset, text) in places.into_iter().zip(amounts) {
            let line = lines.push(None, 0, Place { offset, line: 1, column: 2 }).expect("a line");
            lines.set_amount(line, AmountState::Text, amount("9999999999999999999999999999"), "");
            lines.set_amount(line, AmountState::Text, amount(text), text);
        }
        for line in lines.all() {
            let at = line.0 as usize;
            assert_eq!(lines.place(line).offset, places[at]);
            assert_eq!(lines.amount(line), amount(amounts[at]));
            assert_eq!(lines.literal(line), amounts[at]);
        }
    }
}
