//! A statement that others are written like: their texts are the same byte by byte, but for figures and what stands around
//! the sections. What is the same is compared, and not read again.
//!
//! A ledger writes the statements of an entity alike, month after month. [`press::Press`] keeps the mould of the last one that
//! was read. A text that fits it is made of it; any other is read as ever, and both come to the same.

use std::sync::Arc;

use crate::input::mould::making::Making;
use crate::input::mould::same::is_same;
use crate::input::scanner::bare::end_of_plain_number;
use crate::input::scanner::grammar::{DEEPEST, DEEPEST_KNOWN};
use crate::input::scanner::plain::end_of_plain;
use crate::input::scanner::token::{Kind, Scalar};
use crate::input::tree::TreeReader;
use crate::model::lines::moved::Moved;
use crate::model::lines::{LineId, Lines};
use crate::model::place::{Extent, Place};
use crate::model::statement::{Section, Statement};
use crate::model::written::short_before;

pub mod making;
pub mod press;
mod same;

/// A statement that is an object of its own, and what of its text may be different in another.
pub struct Mould {
    sections: Vec<Section>,
    lines: Lines,
    passed_over: bool,
    text: Box<str>,
    /// What may be different, in file order.
    holes: Vec<Hole>,
    /// The fields around the sections, in file order.
    fields: Vec<Field>,
    /// Where it begins and ends in its file, and where the holes end in its text.
    place: Place,
    end: Place,
    ends: Arc<[u32]>,
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
    /// Where its key and its value begin in the mould's file, quotes included, and how long they are without quotes.
    key: (Place, usize),
    value: (Place, usize),
    kind: Kind,
    /// Which hole its value is, if it is one.
    hole: Option<usize>,
}

/// The levels that lines may stand on. Each takes an object and a list, and what is nested too deep is told by the scanner.
const MOST_LEVELS: u16 = 100;

const _: () = assert!(DEEPEST_KNOWN + 2 * MOST_LEVELS as usize + 2 < DEEPEST);

/// How a text fills the holes of a mould.
#[derive(Default)]
pub struct Cast {
    /// Where in the text each hole is filled.
    filled: Vec<(usize, usize)>,
    /// The amounts among them.
    amounts: Vec<(LineId, (i64, u8))>,
}

impl Mould {
    /// Whether the lines of a statement are such that they can be told from another text at once. What else it must not have
    /// is seen in its text.
    pub fn is_for(statement: &Statement) -> bool {
        statement.lines.is_plain()
            && statement.mapping.as_ref().is_none_or(|own| own.also.is_empty())
            && statement.lines.all().all(|line| statement.lines.depth(line) < MOST_LEVELS)
    }

    /// The mould of a statement of which this text was read, with what was found in it.
    pub fn of(statement: &Statement, text: &str, making: Making) -> Option<Mould> {
        if !making.is_of(statement) {
            return None;
        }
        let Making { holes, fields, end, .. } = making;
        let mut amounts = holes.iter().filter(|hole| hole.line.is_some());
        let readable = |hole: &Hole| {
            let text = text.as_bytes().get(hole.from..).unwrap_or_default();
            amount(text).is_some_and(|(_, length)| length == hole.to - hole.from)
        };
        if !amounts.all(readable) {
            return None;
        }
        let ends: Option<Arc<[u32]>> = holes.iter().map(|hole| u32::try_from(hole.to).ok()).collect();
        Some(Mould {
            place: statement.place,
            end,
            ends: ends?,
            sections: statement.sections.clone(),
            lines: statement.lines.clone(),
            passed_over: statement.passed_over,
            text: text.into(),
            holes,
            fields,
        })
    }

    /// How the statement that the text begins with fits, and how long it is, if it does.
    fn fit(&self, text: &str, cast: &mut Cast) -> Option<usize> {
        let (own, bytes) = (self.text.as_bytes(), text.as_bytes());
        cast.filled.clear();
        cast.amounts.clear();
        let (mut from, mut at) = (0, 0);
        for hole in &self.holes {
            at = same(own.get(from..hole.from)?, bytes, at)?;
            let end = match hole.line {
                Some(line) => {
                    let (short, length) = amount(bytes.get(at..)?)?;
                    cast.amounts.push((line, short));
                    at + length
                }
                None if hole.is_text => end_of_plain(bytes, at),
                None => end_of_plain_number(bytes, at)?,
            };
            cast.filled.push((at, end));
            (from, at) = (hole.to, end);
        }
        same(own.get(from..)?, bytes, at)
    }

    /// Where everything is in the text that fits, if it stands at `origin`.
    pub fn moved(&self, cast: &Cast, origin: Place) -> Moved {
        let ends = cast.filled.iter().map(|(_, end)| u32::try_from(*end).unwrap_or(u32::MAX)).collect();
        Moved::new((self.place, Arc::clone(&self.ends)), (origin, ends))
    }

    /// Where the statement ends that fits, and is moved so.
    pub fn end(&self, moved: &Moved) -> Place {
        moved.place(self.end)
    }

    /// Tells the fields around the sections to `take`: for each its key and its value, with their extents.
    pub fn fields(
        &self,
        text: &str,
        (cast, moved): (&Cast, &Moved),
        mut take: impl FnMut(&str, Extent, Scalar<'_>, Extent),
    ) {
        let origin = moved.place(self.place);
        for Field { key, value, kind, hole } in &self.fields {
            let part = |place: Place, length: usize, quote: usize| {
                let start = moved.place(place);
                let at =
                    usize::try_from(start.offset - origin.offset).unwrap_or(usize::MAX).saturating_add(quote);
                let extent = Extent { start, end: start.offset + (length + 2 * quote) as u64 };
                (text.get(at..at.saturating_add(length)).unwrap_or_default(), extent)
            };
            let (key, key_at) = part(key.0, key.1, 1);
            // What fills a hole is as long as it is.
            let filled = hole.and_then(|hole| cast.filled.get(hole));
            let length = filled.map_or(value.1, |(from, to)| to - from);
            let (value, value_at) = part(value.0, length, usize::from(*kind == Kind::Text));
            take(key, key_at, Scalar { kind: *kind, text: value }, value_at);
        }
    }

    /// Gives the sections and lines of the statement that fits, and is moved so, to who reads it.
    pub fn fill(&self, cast: &Cast, moved: Moved, reader: &mut TreeReader) {
        reader.take_alike(self.sections.clone(), self.lines(cast, moved), self.passed_over);
    }

    /// The lines of the statement that fits, and is moved so.
    pub fn lines(&self, cast: &Cast, moved: Moved) -> Lines {
        self.lines.alike(moved, cast.amounts.iter().copied())
    }
}

/// The digits and decimals of an amount that can be read in only one way, and how long it is. Three decimals of a text could
/// be thousands.
fn amount(text: &[u8]) -> Option<((i64, u8), usize)> {
    short_before(text).filter(|(short, _)| short.1 != 3)
}

/// Where in the bytes those end that are the same as `own`, if they stand there.
#[inline]
fn same(own: &[u8], bytes: &[u8], at: usize) -> Option<usize> {
    let end = at + own.len();
    is_same(own, bytes.get(at..end)?).then_some(end)
}
