//! Bytes to documents to statements; never fails, never writes a sentence.
//!
//! [`encoding`] makes UTF-8 of the bytes, [`scanner`] walks the JSON and tells values as events, [`documents`] settles how
//! each document is read: by [`gather`], which finds the objects that may be statements and has [`tree`] make statements
//! of them as the events come, under our names or those that [`infer`] finds; or, for the shapes in [`reports`], from an
//! [`outline`] of all of it. Amounts in text are read by [`decorated`]; those with two readings are decided by the whole
//! statement in [`decide`]. A statement that is written like the one before is made of its [`mould`] at once. Whatever does not fit is recorded as an oddity. [`reader`] is the way in.
//! To add a report of another system: write its file, and add it to [`reports::SHAPES`].

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
pub mod hledger;
pub mod infer;
pub mod meaning;
pub mod money;
pub mod mould;
pub mod outline;
pub mod quickbooks;
pub mod reader;
pub mod repeated;
pub mod reports;
pub mod rows;
pub mod scanner;
pub mod section_words;
pub mod signs;
pub mod tree;
pub mod unknown;
pub mod xero;
pub mod xero_rows;
