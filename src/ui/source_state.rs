//! What the view of a file's text shows.

use leptos::prelude::*;

use crate::view::fragment::Selection;
use crate::view::source::sent::{SourceFound, SourceRows};

/// The state of the view. Only handles; may be copied.
#[derive(Clone, Copy)]
pub struct SourceState {
    /// The rows at hand.
    pub rows: RwSignal<SourceRows>,
    /// Whether rows are on their way.
    pub asked: RwSignal<bool>,
    /// The row the reader is at.
    pub cursor: RwSignal<u32>,
    /// The row to bring into sight.
    pub show: RwSignal<Option<u32>>,
    /// How far the counting of the rows is: bytes read, and bytes in all.
    pub counting: RwSignal<Option<(u64, u64)>>,
    /// Why the text cannot be read.
    pub failed: RwSignal<Option<String>>,
    /// What is looked for.
    pub wanted: RwSignal<String>,
    /// What was found.
    pub found: RwSignal<SourceFound>,
    /// What was gone to last.
    pub visited: RwSignal<Option<Selection>>,
    /// Whether what is chosen next is chosen here, and so is in sight.
    pub stays: RwSignal<bool>,
    /// The offsets to ask about again once their statement is open.
    pub pending: RwSignal<Option<(u64, u64)>>,
}

impl SourceState {
    /// Nothing is shown yet.
    pub fn new() -> SourceState {
        SourceState {
            rows: RwSignal::new(SourceRows::default()),
            asked: RwSignal::new(false),
            cursor: RwSignal::new(0),
            show: RwSignal::new(None),
            counting: RwSignal::new(None),
            failed: RwSignal::new(None),
            wanted: RwSignal::new(String::new()),
            found: RwSignal::new(SourceFound::default()),
            visited: RwSignal::new(None),
            stays: RwSignal::new(false),
            pending: RwSignal::new(None),
        }
    }

    /// Drops everything about the last file.
    pub fn forget(self) {
        self.rows.set(SourceRows::default());
        self.asked.set(false);
        self.cursor.set(0);
        self.counting.set(None);
        self.failed.set(None);
        self.wanted.set(String::new());
        self.found.set(SourceFound::default());
        self.visited.set(None);
        self.stays.set(false);
        self.pending.set(None);
    }
}
