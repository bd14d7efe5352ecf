//! Says what findings are about in a way that outlives other changes of their file.

use sha2::{Digest, Sha256};

use crate::model::amount::Amount;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::numbers::Tally;
use crate::model::statement::{SectionKind, Statement};
use crate::model::waiver::Fingerprint;
use crate::rules::words;

/// Makes the fingerprints of findings of one statement, or of the file as a whole.
#[derive(Default)]
pub struct Fingerprints<'a> {
    statement: Option<&'a Statement>,
    /// For each line: which of its siblings of the same name it is, from 1; 0 until it is asked for.
    ordinals: Vec<u32>,
}

impl<'a> Fingerprints<'a> {
    /// For findings of this statement.
    pub fn of(statement: &'a Statement) -> Fingerprints<'a> {
        Fingerprints { statement: Some(statement), ordinals: Vec::new() }
    }

    /// The first 64 bits of SHA-256 over the rule's code, the statement's entity and id, the names down to the line, the
    /// figures without trailing zeros, and `basis`. A finding about no statement stands on its message; one that is
    /// `widespread` does not stand on its line.
    pub fn make(&mut self, finding: &Finding, basis: &str, widespread: bool) -> Fingerprint {
        let mut parts = vec![finding.rule.to_owned()];
        match self.statement {
            None => parts.push(finding.message.clone()),
            Some(statement) => {
                let header = &statement.header;
                parts.extend([&header.entity, &header.id].map(|text| text.clone().unwrap_or_default()));
                if let Some(line) = finding.line.filter(|_| !widespread) {
                    let chain = statement.lines.ancestry(line);
                    parts.extend(chain.into_iter().map(|line| self.step(statement, line)));
                }
            }
        }
        if let Some(figures) = finding.figures {
            let plain = |amount: Amount| amount.value().normalize().to_string();
            parts.extend([String::new(), plain(figures.reported), plain(figures.calculated)]);
        }
        parts.push(basis.to_owned());
        let digest = Sha256::digest(parts.join("\0"));
        let first = digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
        Fingerprint(first)
    }

    /// A line's name and which of its siblings of that name it is.
    fn step(&mut self, statement: &Statement, line: LineId) -> String {
        let Some(parent) = statement.lines.parent(line) else {
            return match statement.section_of(line) {
                Some(section) if section.kind == SectionKind::Unknown => section.key.clone(),
                section => section.map_or("", |section| words::section(section.kind)).to_owned(),
            };
        };
        if self.ordinal(line) == 0 {
            self.number_items(statement, parent);
        }
        let ordinal = self.ordinal(line);
        format!("{}#{ordinal}", statement.lines.name(line))
    }

    fn ordinal(&self, line: LineId) -> u32 {
        self.ordinals.get(line.0 as usize).copied().unwrap_or(0)
    }

    fn number_items(&mut self, statement: &Statement, group: LineId) {
        self.ordinals.resize(statement.lines.len() as usize, 0);
        let mut names = Tally::default();
        for item in statement.lines.items(group) {
            if let Some(ordinal) = self.ordinals.get_mut(item.0 as usize) {
                *ordinal = names.meet(statement.lines.name(item));
            }
        }
    }
}
