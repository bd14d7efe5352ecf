//! Pictures of what a report says: cards like the tables of an entity diagram, and the links between them.
//!
//! [`drawing`] is what is drawn, in whole pixels from the top left; the page draws it, and files to take away are
//! written from it. Text is carried whole and exact: whoever draws cuts it to the width there is.

pub mod drawing;
