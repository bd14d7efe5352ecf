//! The nouns every other room speaks in.
