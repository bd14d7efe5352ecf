//! A dbt project as one zip: the raw files, the tables made of them, and models and tests that make them again.
//!
//! The files of the project lie in `project/` as they go into the zip; [`files`] lists them. What depends on the data is put
//! in by [`fill`], and is made of numbers, words of the engine and texts quoted by [`yaml`]. Nothing that a file says
//! becomes a part of any SQL: names stand in the data alone. To add a model: write its file, and name it in [`files`].

pub mod carried;
pub mod catalogue;
pub mod files;
pub mod fill;
pub mod levels;
pub mod originals;
pub mod phrases;
pub mod plain;
pub mod project;
pub mod rewritten;
pub mod survey;
pub mod writer;
pub mod yaml;
