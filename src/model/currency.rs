//! The currencies that a statement names.

use crate::model::lines::LineId;

/// A currency as the file names it: a code, a sign, a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedCurrency {
    /// Its text, as written.
    pub text: String,
    /// The first line that names it; none if the header does.
    pub line: Option<LineId>,
}
