//! The command line over the same engine: check, flatten, rules.

fn main() {}
