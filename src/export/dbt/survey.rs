//! What the project has to know of the files before it is written, gathered statement by statement.

use std::collections::BTreeSet;

use crate::export::dbt::plain;
use crate::model::report::Examined;

/// How many different fields are remembered, as there may be very many. A file that is used as it is has them for the
/// project to find; of one that comes rewritten, a field that is not listed counts as new when it comes again.
const MOST_NAMES: usize = 10_000;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The fields that are not known.
    pub fields: BTreeSet<String>,
    /// The files with something that SQL cannot read as Tieout does, by number.
    odd_files: BTreeSet<u32>,
    /// The files that have a statement.
    files: BTreeSet<u32>,
}

impl Survey {
    /// Takes in a statement of the file with this number.
    pub fn statement(&mut self, file: u32, examined: &Examined) {
        for field in &examined.statement.unknown_fields {
            if self.fields.len() < MOST_NAMES && !self.fields.contains(&field.key) {
                self.fields.insert(field.key.clone());
            }
        }
        self.files.insert(file);
        if !plain::is_plain(examined) {
            self.odd_files.insert(file);
        }
    }

    /// Whether the file with this number has statements and SQL makes the same lines of each.
    pub fn is_plain(&self, file: u32) -> bool {
        self.files.contains(&file) && !self.odd_files.contains(&file)
    }
}
