//! What a book says of statements that it keeps none of, for another book to take over.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::book::{Book, add_more};
use crate::model::finding::{Finding, Severity};
use crate::model::register::Entry;
use crate::model::report::Counts;
use crate::model::verdict::Verdict;
use crate::rules::catalogue;

/// All that a book says. Statements are numbered from 0, rules told by their codes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Said {
    counts: Counts,
    /// The statements, each with whether its envelopes are those of the one before.
    entries: Vec<(Entry, bool)>,
    unlisted: u64,
    findings: Vec<(String, Finding)>,
    more: Vec<(String, Severity, u64)>,
    fitting: Vec<bool>,
    worst: Option<Verdict>,
}

impl Book {
    /// Whether no statement will be kept any more.
    pub fn is_loose(&self) -> bool {
        self.kept.len() as u64 != self.counts.statements
    }

    /// Keeps no findings of these rules, told by their codes: another book, which takes over what is said in this one, keeps
    /// none either.
    pub fn use_up(&mut self, codes: &[String]) {
        let rules = codes.iter().filter_map(|code| catalogue::find(code));
        self.of_rule = rules.map(|rule| (rule.code, u64::MAX)).collect();
    }

    /// All that is said in a book that keeps no statements.
    pub fn said(self) -> Said {
        let unlisted = self.register.unlisted;
        let mut entries: Vec<(Entry, bool)> = Vec::new();
        let mut before = None;
        for mut entry in self.register.into_entries() {
            let own = entry.source.envelopes.clone();
            let same =
                before.as_ref().zip(own.as_ref()).is_some_and(|(before, own)| Arc::ptr_eq(before, own));
            if same {
                entry.source.envelopes = None;
            }
            before = own;
            entries.push((entry, same));
        }
        Said {
            counts: self.counts,
            entries,
            unlisted,
            findings: self.findings.into_iter().map(|one| (one.rule.to_owned(), one)).collect(),
            more: self.more.into_iter().map(|(rule, of, many)| (rule.to_owned(), of, many)).collect(),
            fitting: self.fitting,
            worst: self.worst,
        }
    }

    /// Takes over what another book says of the statements that follow, as if they had been entered here. This book must be
    /// loose.
    pub fn take_said(&mut self, said: Said) {
        let shift = u32::try_from(self.counts.statements).unwrap_or(u32::MAX);
        let file = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let mut before = None;
        for (mut entry, same) in said.entries {
            if same {
                entry.source.envelopes.clone_from(&before);
            }
            before.clone_from(&entry.source.envelopes);
            entry.number = entry.number.saturating_add(shift);
            entry.file = file;
            self.register.enter(entry);
        }
        self.register.unlisted += said.unlisted;
        for (code, mut finding) in said.findings {
            let Some(rule) = catalogue::find(&code) else { continue };
            (finding.rule, finding.name) = (rule.code, rule.name);
            finding.statement = finding.statement.map(|number| number.saturating_add(shift));
            finding.file = file;
            if let Some(finding) = self.admitted(finding, self.room.loose) {
                self.findings.push(finding);
            }
        }
        for (code, severity, many) in said.more {
            if let Some(rule) = catalogue::find(&code) {
                add_more(&mut self.more, rule.code, severity, many);
            }
        }
        for (fits, own) in self.fitting.iter_mut().zip(said.fitting) {
            *fits |= own;
        }
        self.counts.add(&said.counts);
        self.worst = self.worst.max(said.worst);
    }
}
