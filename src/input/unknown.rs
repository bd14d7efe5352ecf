//! Counts the fields of a statement that the dialect does not know.

use crate::model::lines::LineId;
use crate::model::place::Place;
use crate::model::unknown_field::UnknownField;

/// How many fields are listed; the rest is only counted, so that a million different keys take no room.
pub const MOST_FIELDS: usize = 100;

/// The fields met so far, in file order. A key in the header and the same key in lines are two fields.
#[derive(Default)]
pub struct UnknownFields {
    /// The first [`MOST_FIELDS`] of them.
    pub listed: Vec<UnknownField>,
    /// How often others stand in the statement.
    pub unlisted: u64,
}

impl UnknownFields {
    /// Counts a field of `line`, or of the header.
    pub fn note(&mut self, key: &str, place: Place, line: Option<LineId>) {
        if let Some(known) = self.known(key, line.is_some()) {
            known.count += 1;
        } else {
            self.add(UnknownField { key: key.to_owned(), count: 1, place, line });
        }
    }

    /// Counts what was counted apart, later in the file.
    pub fn append(&mut self, later: UnknownFields) {
        self.unlisted += later.unlisted;
        for field in later.listed {
            match self.known(&field.key, field.line.is_some()) {
                Some(known) => known.count += field.count,
                None => self.add(field),
            }
        }
    }

    fn known(&mut self, key: &str, in_line: bool) -> Option<&mut UnknownField> {
        self.listed.iter_mut().find(|known| known.key == key && known.line.is_some() == in_line)
    }

    fn add(&mut self, field: UnknownField) {
        if self.listed.len() < MOST_FIELDS {
            self.listed.push(field);
        } else {
            self.unlisted += field.count;
        }
    }
}
