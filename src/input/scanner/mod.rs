//! The JSON scanner: bytes to events.

pub mod event;
