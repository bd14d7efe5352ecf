//! Tests over random sheets: faults put in on purpose, and properties that hold for any input.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![expect(clippy::assigning_clones, reason = "the plain form reads better, and speed is no matter here")]

mod cause_faults;
mod cause_measure;
mod causes;
mod fault_injection;
mod properties;
mod rule_faults;
mod sheets;
mod tables;
