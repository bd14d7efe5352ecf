//! A statement that others are written like: their documents are the same byte by byte, but for figures and what stands
//! around the sections. What is the same is compared, and not read again.
//!
//! A ledger writes the statements of an entity alike, month after month. [`press::Press`] keeps the mould of the last one that
//! was read. A document that fits it is made of it; any other is read as ever, and both come to the same.

use crate::input::mould::making::Making;
use crate::input::mould::same::is_same;
use crate::input::scanner::bare::end_of_plain_number;
use crate::input::scanner::plain::end_of_plain;
use crate::input::scanner::token::{Kind, Scalar};
use crate::input::tree::TreeReader;
use crate::model::lines::{LineId, Lines};
use crate::model::place::{Extent, Place};
use crate::model::statement::Statement;
use crate::model::twins::Twins;
use crate::model::written::short;

pub mod making;
pub mod press;
mod same;

/// A statement that is the whole of a document of one line, and what of its text may be different in another.
pub struct Mould {
    statement: Statement,
    text: Box<str>,
    /// What may be different, in file order.
    holes: Vec<Hole>,
    /// The fields around the sections, in file order.
    fields: Vec<Field>,
    /// Where each line begins.
    lines: Vec<Spot>,
}

/// A place in the text of a mould.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    at: usize,
    /// How many holes are before it.
    holes: usize,
}

/// A text or number of the mould's text, without quotes, for which there may be another.
#[derive(Clone, Copy, Debug)]
pub struct Hole {
    from: usize,
    to: usize,
    is_text: bool,
    /// Of which line it is the amount, if it is one.
    line: Option<LineId>,
}

/// A field beside the sections.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    key: (usize, usize),
    value: (usize, usize),
    kind: Kind,
    /// How many holes are before it.
    holes: usize,
}

/// How a text fills the holes of a mould.
#[derive(Default)]
pub struct Cast {
    /// Where in the text each hole is filled.
    filled: Vec<(usize, usize)>,
    /// The amounts among them.
    amounts: Vec<(LineId, (i64, u8))>,
}

impl Mould {
    /// Whether there is no more in a statement than can be told from another text at once.
    pub fn is_for(statement: &Statement, text: &str) -> bool {
        let own = statement.mapping.as_ref();
        statement.lines.is_plain()
            && statement.unlisted_fields == 0
            && statement.unknown_fields.iter().all(|field| field.line.is_none())
            && statement.currencies.iter().all(|stated| stated.line.is_none())
            && own.is_none_or(|own| own.also.is_empty())
            && !text.contains(['\n', '\r'])
    }

    /// The mould of a statement of which this text was read, with what was found in it.
    pub fn of(statement: &Statement, text: &str, making: Making) -> Option<Mould> {
        if !making.is_of(statement) {
            return None;
        }
        let Making { holes, fields, lines, .. } = making;
        let mut amounts = holes.iter().filter(|hole| hole.line.is_some());
        let readable = |hole: &Hole| text.get(hole.from..hole.to).is_some_and(|text| amount(text).is_some());
        if !amounts.all(readable) {
            return None;
        }
        let statement = Statement { twins: Some(Twins::default()), ..statement.clone() };
        Some(Mould { statement, text: text.into(), holes, fields, lines })
    }

    /// How long the document is that the text begins with, if it fits.
    fn fit(&self, text: &str, cast: &mut Cast) -> Option<usize> {
        let (own, bytes) = (self.text.as_bytes(), text.as_bytes());
        cast.filled.clear();
        cast.amounts.clear();
        let (mut from, mut at) = (0, 0);
        for hole in &self.holes {
            at = same(own.get(from..hole.from)?, bytes, at)?;
            let end = if hole.is_text { end_of_plain(bytes, at) } else { end_of_plain_number(bytes, at)? };
            if let Some(line) = hole.line {
                cast.amounts.push((line, amount(text.get(at..end)?)?));
            }
            cast.filled.push((at, end));
            (from, at) = (hole.to, end);
        }
        same(own.get(from..)?, bytes, at)
    }

    /// Where a place of the mould's text is in the text that fits.
    fn moved(&self, at: usize, holes: usize, cast: &Cast) -> usize {
        let before = holes.checked_sub(1).and_then(|last| self.holes.get(last).zip(cast.filled.get(last)));
        before.map_or(at, |(hole, (_, end))| end + (at - hole.to))
    }

    /// Tells the fields around the sections to `take`: for each its key and its value, with their extents. The text stands
    /// at `place`.
    pub fn fields(
        &self,
        text: &str,
        cast: &Cast,
        place: Place,
        mut take: impl FnMut(&str, Extent, Scalar<'_>, Extent),
    ) {
        for field in &self.fields {
            let moved = |(from, to): (usize, usize)| {
                (self.moved(from, field.holes, cast), self.moved(to, field.holes, cast))
            };
            let key = moved(field.key);
            let filled =
                cast.filled.get(field.holes).filter(|_| matches!(field.kind, Kind::Text | Kind::Number));
            let value = filled.copied().unwrap_or(moved(field.value));
            let part = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default();
            let quote = usize::from(field.kind == Kind::Text);
            take(
                part(key),
                extent(place, key.0 - 1, key.1 + 1),
                Scalar { kind: field.kind, text: part(value) },
                extent(place, value.0 - quote, value.1 + quote),
            );
        }
    }

    /// Gives the sections and lines of the document that fits, and stands at `place`, to who reads it.
    pub fn fill(&self, cast: &Cast, place: Place, reader: &mut TreeReader) {
        let mut lines: Lines = self.statement.lines.clone();
        for (line, spot) in lines.all().zip(&self.lines) {
            lines.set_place(line, behind(place, self.moved(spot.at, spot.holes, cast)));
        }
        for (line, short) in &cast.amounts {
            lines.set_short(*line, lines.amount_state(*line), *short);
        }
        reader.take_twin(&self.statement, lines);
    }
}

/// The digits and decimals of an amount that can be read in only one way. Three decimals of a text could be thousands.
fn amount(text: &str) -> Option<(i64, u8)> {
    short(text).filter(|short| short.1 != 3)
}

/// Where in the bytes those end that are the same as `own`, if they stand there.
#[inline]
fn same(own: &[u8], bytes: &[u8], at: usize) -> Option<usize> {
    let end = at + own.len();
    is_same(own, bytes.get(at..end)?).then_some(end)
}

/// A place on the same line.
fn behind(place: Place, at: usize) -> Place {
    let column = place.column.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    Place { offset: place.offset + at as u64, line: place.line, column }
}

fn extent(place: Place, from: usize, to: usize) -> Extent {
    Extent { start: behind(place, from), end: place.offset + to as u64 }
}
