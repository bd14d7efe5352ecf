//! Statement to table rows, with keys that stay the same from file to file.

pub mod keys;
pub mod lines;
pub mod rows;
