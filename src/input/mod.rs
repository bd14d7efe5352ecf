//! Bytes to documents to statements; never fails, never writes a sentence.
//!
//! [`encoding`] makes UTF-8 of the bytes, [`scanner`] walks the JSON and tells values as events, [`documents`]
//! finds the objects that may be statements, and a dialect ([`canonical`]) makes a statement of each. Amounts in text
//! are read by [`decorated`]; those with two readings are decided by the whole statement in [`decide`]. Whatever does
//! not fit is recorded as an oddity. [`reader`] is the way in.
//! To add a dialect that is a report: write its file, which makes a [`grid`] of it, and add it to [`reports::SHAPES`].

pub mod currency_codes;
pub mod decide;
pub mod decorated;
pub mod documents;
pub mod encoding;
pub mod excerpt;
pub mod fields;
pub mod figures;
pub mod gather;
pub mod grid;
pub mod infer;
pub mod meaning;
pub mod money;
pub mod outline;
pub mod quickbooks;
pub mod reader;
pub mod repeated;
pub mod reports;
pub mod scanner;
pub mod signs;
pub mod tree;
pub mod unknown;
