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
    /// The rule whose findings are told, and what is digested for all of them and for the groups down to the last one:
    /// a name that is long is not read again for each line under it.
    rule: &'static str,
    digests: Vec<(Option<LineId>, Sha256)>,
}

impl<'a> Fingerprints<'a> {
    /// For findings of this statement.
    pub fn of(statement: &'a Statement) -> Fingerprints<'a> {
        Fingerprints { statement: Some(statement), ..Fingerprints::default() }
    }

    /// The first 64 bits of SHA-256 over the rule's code, the statement's entity and id, the names down to the line, the
    /// figures without trailing zeros, and `basis`. A finding about no statement stands on its message; one that is
    /// `widespread` does not stand on its line.
    pub fn make(&mut self, finding: &Finding, basis: &str, widespread: bool) -> Fingerprint {
        let mut digest = match self.statement {
            None => extended(&Sha256::new_with_prefix(finding.rule), &finding.message),
            Some(statement) => self.down_to(statement, finding.line.filter(|_| !widespread), finding.rule),
        };
        if let Some(figures) = finding.figures {
            let plain = |amount: Amount| amount.value().normalize().to_string();
            for part in ["", &plain(figures.reported), &plain(figures.calculated)] {
                digest = extended(&digest, part);
            }
        }
        let digest = extended(&digest, basis).finalize();
        let first = digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
        Fingerprint(first)
    }

    /// The digest of the rule, the entity, the id and the names down to a line.
    fn down_to(&mut self, statement: &Statement, line: Option<LineId>, rule: &'static str) -> Sha256 {
        if self.rule != rule || self.digests.is_empty() {
            let [entity, id] = [&statement.header.entity, &statement.header.id]
                .map(|text| text.as_deref().unwrap_or_default());
            self.rule = rule;
            self.digests = vec![(None, extended(&extended(&Sha256::new_with_prefix(rule), entity), id))];
        }
        let chain = line.map(|line| statement.lines.ancestry(line)).unwrap_or_default();
        let known = self.digests.iter().skip(1);
        let same = known.zip(&chain).take_while(|((known, _), line)| *known == Some(**line)).count();
        self.digests.truncate(1 + same);
        for line in chain.into_iter().skip(same) {
            let step = self.step(statement, line);
            let Some((_, above)) = self.digests.last() else { break };
            let digest = extended(above, &step);
            self.digests.push((Some(line), digest));
        }
        self.digests.last().map(|(_, digest)| digest.clone()).unwrap_or_default()
    }

    /// A line's name and which of its siblings of that name it is.
    fn step(&mut self, statement: &Statement, line: LineId) -> String {
        let Some(parent) = statement.lines.parent(line) else {
            return match statement.section_of(line) {
                Some(section) if matches!(section.kind, SectionKind::Unknown | SectionKind::Other) => {
                    section.key.clone()
                }
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

/// The digest of one part more.
fn extended(digest: &Sha256, part: &str) -> Sha256 {
    digest.clone().chain_update("\0").chain_update(part)
}
