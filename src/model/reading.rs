//! What `input` makes of a file.

use crate::model::oddity::Oddity;
use crate::model::statement::Statement;

/// The statements of a file and what was odd about it, in file order.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The statements that could be read.
    pub statements: Vec<Statement>,
    /// Everything noticed.
    pub oddities: Vec<Oddity>,
}
