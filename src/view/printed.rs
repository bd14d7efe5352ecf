//! What is printed, as the page is sent it: elements and texts, one after another.

use serde::{Deserialize, Serialize};

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stroke {
    /// An element of this name begins, with these attributes. Both are ours.
    Open(String, Vec<(String, String)>),
    /// A text within it, which may be anyone's.
    Text(String),
    /// The element that began last ends.
    Close,
}
