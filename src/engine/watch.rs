//! Who is shown statements while they are read.

use crate::flatten::entered::{Judged, More};
use crate::model::finding::Finding;

/// Sees each statement once, in the order of the files, before its lines are let go.
pub trait Watch {
    /// A statement with all that the rules say of it alone.
    fn statement(&mut self, judged: &Judged<'_>);

    /// Findings beside all statements, or that only several statements together show; those have their path and pointer
    /// set. Called any number of times.
    fn beside(&mut self, findings: &[Finding], more: &[More]);
}
