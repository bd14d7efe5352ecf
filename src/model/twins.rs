//! Which statements have one tree.

use std::fmt;
use std::sync::Arc;

/// What statements have in common whose trees are the same: the same sections, lines, names and account ids, and amounts on
/// the same lines, which can be read in one way. They may differ in their figures, in their header and in where they stand. A statement
/// that nothing is known of has nothing in common with any.
///
/// Most statements of a file are like the one before them, a month earlier; what was found out of one tree goes for all.
#[derive(Clone, Default)]
pub struct Twins(Option<Arc<()>>);

impl Twins {
    /// What some statements are to have in common.
    pub fn new() -> Twins {
        Twins(Some(Arc::default()))
    }

    /// Whether statements that have this, and that, have one tree.
    pub fn are(&self, other: &Twins) -> bool {
        self.0.as_ref().zip(other.0.as_ref()).is_some_and(|(own, other)| Arc::ptr_eq(own, other))
    }

    /// Whether there is anything that others may have too.
    pub fn are_known(&self) -> bool {
        self.0.is_some()
    }
}

/// It says nothing of a statement by itself.
impl fmt::Debug for Twins {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Twins")
    }
}
