//! A field that the dialect does not know.

use crate::model::lines::LineId;
use crate::model::place::Place;

/// One such field, told once however often it stands in the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// Its key, as written.
    pub key: String,
    /// How often it stands there: in all lines, or in the header.
    pub count: u64,
    /// Where its first value begins.
    pub place: Place,
    /// The first line that has it; none if it stands in the header.
    pub line: Option<LineId>,
}
