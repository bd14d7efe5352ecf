//! The messages between page and engine; the one room that knows both sides. It decides nothing about a statement.
//!
//! [`client`] runs in the page, [`server`] in the worker, [`protocol`] is what they say. Of a large file the worker lets
//! [`helpers`] read stretches, workers of its own. To ask something new, add it to [`protocol::Ask`] and [`protocol::Tell`], answer it in [`server`] and take the answer in `ui`.

pub mod beside;
pub mod byte_stream;
pub mod client;
pub mod digest;
pub mod drawing;
pub mod helper;
pub mod helpers;
pub mod lock;
pub mod making;
pub mod opening;
pub mod own_disk;
pub mod pause;
pub mod picturing;
pub mod pieces;
pub mod printing;
pub mod program;
pub mod protocol;
pub mod reading;
pub mod reason;
pub mod server;
pub mod shared;
pub mod sink;
pub mod source;
pub mod source_find;
pub mod started;
pub mod text;
pub mod today;
pub mod turn;
pub mod warm;
pub mod writers;
