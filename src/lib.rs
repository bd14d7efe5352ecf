//! Tieout proves that a balance sheet ties: bytes go in, a report comes out, and nothing leaves the device.
//!
//! # Rooms
//!
//! | room | does | never |
//! | --- | --- | --- |
//! | [`model`] | the nouns: statement, amount, check, finding, report | uses another room |
//! | [`input`] | bytes to documents to statements | fails, or writes a sentence |
//! | [`rules`] | statement to checks and findings, with every word a reader sees about a fault | reads bytes |
//! | [`causes`] | a check that differs to why it probably does | claims what the figures do not prove |
//! | [`settings`] | `tieout.json` to settings and back | takes half of a text |
//! | [`flatten`] | statement to table rows | formats bytes |
//! | [`export`] | tables and reports to bytes | judges |
//! | [`view`] | report to what is drawn: rows of a tree, panels, the verdict strip | touches a browser |
//! | [`engine`] | the facade: feed bytes, get a report, ask for an export | knows who asks |
//! | `worker` | messages between page and engine (wasm only) | decides anything about a statement |
//! | `ui` | the page (wasm only) | computes a figure |
//!
//! # Flow, one way
//!
//! `File -> worker -> chunks of bytes -> scanner -> documents -> dialect -> statement -> rules -> causes -> report -> page`
//!
//! Statements go that way one by one, as they are complete. The report keeps the first of them whole and of all others
//! what a list shows and where their bytes stand; whoever opens one has it read again from there. Trees of lines are read
//! from the scanner's events; only reports and flat rows, which make no sense before all of them is there, are read from
//! an outline of one document.
//!
//! Page, worker and writers are three programs of this crate, `src/main.rs`, `src/bin/worker.rs` and `src/bin/writers.rs`:
//! the first is made to be small and is there first, the second to be fast, and the third, which only some files to take
//! away need, runs only for them. Settings change on the page, and the worker judges what it has read again.
//!
//! Of a large text of many documents (NDJSON) the worker reads the beginning while helpers, workers of the same program,
//! read stretches of the rest: [`engine::part`] says why the report stays the same wherever a file is cut.
//!
//! The walls between rooms are held by `tests/walls.rs`, by the target-specific dependencies in `Cargo.toml`
//! and by `.clippy.toml`.

pub mod causes;
pub mod engine;
pub mod export;
pub mod flatten;
pub mod input;
pub mod model;
pub mod rules;
pub mod settings;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod worker;
