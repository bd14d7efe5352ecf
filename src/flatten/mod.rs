//! Statement to table rows, with keys that stay the same from file to file.
//!
//! [`table::Table`] names the tables of a warehouse. [`warehouse::Warehouse`] is given the statements one by one and hands
//! out the rows of each; the rows of dimensions come last. To add a table: write its file in `table/`, and name it in
//! [`table`].

pub mod dimensions;
pub mod entered;
pub mod identity;
pub mod keys;
pub mod lines;
pub mod rows;
pub mod schema;
pub mod shape;
pub mod table;
pub mod value;
pub mod warehouse;
