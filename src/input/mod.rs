//! Bytes to documents to statements; never fails, never writes a sentence.
//!
//! [`encoding`] makes UTF-8 of the bytes, [`scanner`] walks the JSON and tells values as events, and a dialect
//! makes statements of them. Whatever does not fit is recorded as an oddity.
//! To add a dialect: write its file, which takes events and answers with statements.

pub mod encoding;
pub mod scanner;
