//! A probable cause, as the page tells it.

use serde::{Deserialize, Serialize};

use crate::view::panel::PathStep;

/// Why a check probably differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseNote {
    /// It in words.
    pub text: String,
    /// Whether the figures prove it as far as figures can; otherwise it is one of several that would do.
    pub strong: bool,
    /// The lines it names, to go to.
    pub lines: Vec<PathStep>,
}
