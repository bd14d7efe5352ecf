//! Who is shown statements while they are read.

use crate::flatten::entered::{Judged, More};
use crate::model::finding::Finding;
use crate::model::report::Examined;

/// Sees each statement once, in the order of the files, before its lines are let go.
pub trait Watch {
    /// A statement with all that the rules say of it alone.
    fn statement(&mut self, judged: &Judged<'_>);

    /// Findings beside all statements. Called any number of times.
    fn beside(&mut self, findings: &[Finding], more: &[More]);

    /// A finding about this statement that only several together show, after all of them.
    fn together(&mut self, finding: &Finding, examined: &Examined);
}
