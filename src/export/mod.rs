//! Tables and reports to bytes; one file a format.

pub mod format;
