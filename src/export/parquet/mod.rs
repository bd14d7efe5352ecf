//! Tables as Parquet: typed columns, exact decimals, statistics.
//!
//! [`table`] writes one, [`package`] all of them. [`file`] takes rows; [`stored`] says what a column becomes; [`gathered`] holds one until its row group
//! is full. The crate `parquet` is named in this folder only.

pub mod file;
pub mod gathered;
pub mod package;
pub mod stored;
pub mod table;
