//! Statement to checks and findings; every word a person reads about a fault stands here.
//!
//! To add a rule: write its file, with its words, a bad and a good example, and add it to
//! [`catalogue::RULES`]. The tests walk that list.

pub mod catalogue;
pub mod rule;
