//! The tables of a warehouse: what stands in them, how their keys are made, and the files they are written to.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod catalogue;
mod keys;
mod left_out;
mod made;
mod odd;
mod shown;
