//! The scanner against `serde_json`, against cases of every class, against broken and hostile texts, cut anywhere.
//!
//! `tape` records what a scanner tells. `suite` holds texts that are JSON or not; `recovery` broken texts with the
//! places that are told and what is still read; `oracle` compares with `serde_json`; `cutting` cuts texts into
//! pieces; `limits` is about size and depth; `places` about extents and lines; `encodings` about the decoder.

mod cutting;
mod encodings;
mod generate;
mod limits;
mod oracle;
mod places;
mod recovery;
mod suite;
mod tape;
