//! Says what findings are about in a way that outlives other changes of their file.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::model::amount::Amount;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::statement::{SectionKind, Statement};
use crate::model::waiver::Fingerprint;
use crate::rules::words;

/// Makes the fingerprints of findings of one statement, or of the file as a whole.
#[derive(Default)]
pub struct Fingerprints<'a> {
    statement: Option<&'a Statement>,
    /// The groups met so far, rising, each with its items that are not the first of their name: which they are, from 2.
    ordinals: Vec<(LineId, Vec<(LineId, u32)>)>,
}

impl<'a> Fingerprints<'a> {
    /// For findings of this statement.
    pub fn of(statement: &'a Statement) -> Fingerprints<'a> {
        Fingerprints { statement: Some(statement), ordinals: Vec::new() }
    }

    /// The first 64 bits of SHA-256 over the rule's code, the statement's entity, the names down to the line, the
    /// figures without trailing zeros, and `basis`. A finding about no statement stands on its message; one that is
    /// `widespread` does not stand on its line.
    pub fn make(&mut self, finding: &Finding, basis: &str, widespread: bool) -> Fingerprint {
        let mut parts = vec![finding.rule.to_owned()];
        match self.statement {
            None => parts.push(finding.message.clone()),
            Some(statement) => {
                parts.push(statement.header.entity.clone().unwrap_or_default());
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
        let at = self.ordinals.partition_point(|(group, _)| *group < parent);
        if self.ordinals.get(at).is_none_or(|(group, _)| *group != parent) {
            self.ordinals.insert(at, (parent, ordinals(statement, parent)));
        }
        let known = self.ordinals.get(at).map(|(_, known)| known.as_slice()).unwrap_or_default();
        let own = known.partition_point(|(item, _)| *item < line);
        let ordinal = known.get(own).filter(|(item, _)| *item == line).map_or(1, |(_, ordinal)| *ordinal);
        format!("{}#{ordinal}", statement.lines.name(line))
    }
}

/// Which of the items of the same name each item of a group is, for those that are not the first.
fn ordinals(statement: &Statement, group: LineId) -> Vec<(LineId, u32)> {
    let mut met: BTreeMap<&str, u32> = BTreeMap::new();
    let mut ordinals = Vec::new();
    for item in statement.lines.items(group) {
        let count = met.entry(statement.lines.name(item)).or_default();
        *count += 1;
        if *count > 1 {
            ordinals.push((item, *count));
        }
    }
    ordinals
}
