//! Starts the worker and does nothing else; outside a browser it is an empty program.

fn main() {}
