//! Why checks differ: what an auditor would try, and only what the figures prove.
//!
//! [`explain`] is the way in.

pub mod explain;
