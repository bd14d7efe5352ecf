//! What the project has to know of the files before it is written, gathered statement by statement.

use std::collections::BTreeSet;

use crate::export::dbt::plain;
use crate::flatten::lines;
use crate::model::report::Examined;

/// How many different fields or sections are remembered, and how long a name may be: a file may have very many.
const MOST_NAMES: usize = 10_000;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The sections, as the tables show them.
    pub sections: BTreeSet<String>,
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
        let met = lines::each(&examined.statement, |line| {
            if line.level == 0 {
                remember(&mut self.sections, line.section);
            }
            Ok::<(), std::convert::Infallible>(())
        });
        met.unwrap_or_else(|never| match never {});
        for field in &examined.statement.unknown_fields {
            remember(&mut self.fields, &field.key);
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

fn remember(names: &mut BTreeSet<String>, name: &str) {
    if names.len() < MOST_NAMES && !names.contains(name) {
        names.insert(name.to_owned());
    }
}
