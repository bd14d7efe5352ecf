//! `tieout.json`: settings to text and back, with every word about a setting that is wrong.
//!
//! [`read`] takes a text whole or not at all; [`mod@write`] gives the same text for the same settings. To add a setting:
//! add it to [`crate::model::settings::Settings`], to [`read::KEYS`] and its arm there, and to [`write::Written`].

pub mod mapping;
pub mod read;
pub mod tree;
pub mod write;
