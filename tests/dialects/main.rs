//! What is read of the reports of other systems, and what is found in them.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod hostile;
mod quickbooks;
mod shown;
mod xero;
