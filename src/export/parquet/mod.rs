//! Tables as Parquet: typed columns, exact decimals, statistics.
//!
//! [`file`] writes a table row by row; [`stored`] says what a column becomes; [`gathered`] holds one until its row group
//! is full. The crate `parquet` is named in this folder only.

pub mod file;
pub mod gathered;
pub mod stored;
