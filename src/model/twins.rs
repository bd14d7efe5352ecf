//! Which statements have one tree.

use std::sync::Arc;

/// What statements have in common whose trees are the same: the same sections, lines, names and account ids, and amounts on
/// the same lines, all readable. They may differ in their figures, in their header and in where they stand.
///
/// Most statements of a file are like the one before them, a month earlier; what was found out of one tree goes for all.
#[derive(Clone, Debug, Default)]
pub struct Twins(Arc<()>);

impl PartialEq for Twins {
    fn eq(&self, other: &Twins) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
