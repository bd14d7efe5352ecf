//! The nouns every other room speaks in; this room uses no other.
//!
//! A [`reading::Reading`] is what `input` makes of a file; a [`report::Report`] is what the engine makes of a
//! reading. A [`statement::Statement`] keeps its lines in [`lines::Lines`], an arena in columns.

pub mod amount;
pub mod cause;
pub mod check;
pub mod currency;
pub mod date;
pub mod decoration;
pub mod dialect;
pub mod encoding;
pub mod finding;
pub mod gzip;
pub mod header;
pub mod kin;
pub mod level;
pub mod lines;
pub mod mapping;
pub mod numbers;
pub mod oddity;
pub mod order;
pub mod packed;
pub mod place;
pub mod reading;
pub mod register;
pub mod repeats;
pub mod report;
pub mod settings;
pub mod source;
pub mod statement;
pub mod sum;
pub mod syntax;
pub mod unknown_field;
pub mod verdict;
pub mod waiver;
pub mod written;
