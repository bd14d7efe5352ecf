//! Tables as an Excel workbook: a sheet a table, the lines as a hierarchy with live totals.
//!
//! [`workbook`] puts it together. The crate `rust_xlsxwriter` is named in this folder only. It keeps every cell until the
//! workbook is saved, so that this format does not stream; [`limits`] says how much it takes.

pub mod about;
pub mod cell;
pub mod columns;
pub mod departures;
pub mod faults;
pub mod formula;
pub mod hierarchy;
pub mod ink;
pub mod limits;
pub mod sheet;
pub mod table_sheet;
pub mod together;
pub mod workbook;
