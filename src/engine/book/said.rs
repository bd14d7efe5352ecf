//! What a book says of statements that it keeps none of, for another book to take over.

use std::sync::Arc;

use crate::engine::book::{Book, add_more};
use crate::engine::wire::Wire;
use crate::engine::{wire_entry, wire_finding};
use crate::model::finding::{Finding, Severity};
use crate::model::register::Entry;
use crate::model::report::Counts;
use crate::model::verdict::Verdict;
use crate::rules::catalogue;

/// All that a book says. Statements are numbered from 0.
#[derive(Debug, Default)]
pub struct Said {
    counts: Counts,
    /// The statements, each with whether its envelopes are those of the one before.
    entries: Vec<(Entry, bool)>,
    unlisted: u64,
    findings: Vec<Finding>,
    more: Vec<(&'static str, Severity, u64)>,
    fitting: Vec<bool>,
    worst: Option<Verdict>,
}

impl Said {
    /// How it stands on the wire.
    pub fn describe(wire: &mut Wire, said: &mut Said) {
        let Said { counts, entries, unlisted, findings, more, fitting, worst } = said;
        counts.each().for_each(|count| wire.number(count));
        wire.list(
            entries,
            || (wire_entry::blank(), false),
            |wire, (entry, same)| {
                wire_entry::entry(wire, entry);
                wire.flag(same);
            },
        );
        wire.number(unlisted);
        wire.list(findings, wire_finding::blank, wire_finding::finding);
        wire.list(
            more,
            || ("", Severity::Info, 0),
            |wire, (code, severity, many)| {
                wire_finding::rule(wire, code);
                wire.choice(severity, &wire_finding::SEVERITIES);
                wire.number(many);
            },
        );
        wire.list(fitting, bool::default, Wire::flag);
        wire.perhaps(worst, || Verdict::Ties, |wire, worst| wire.choice(worst, &wire_entry::VERDICTS));
    }

    /// All that it speaks of stands so many lines further on in the file than was known.
    pub fn move_down(&mut self, lines: u32) {
        for (entry, _) in &mut self.entries {
            entry.source.move_down(lines);
        }
        for finding in &mut self.findings {
            finding.move_down(lines);
        }
    }
}

impl Book {
    /// Where in the file the room for lines is used up, of which so many bytes were read, if all of it is like that; nothing
    /// if that cannot be said.
    pub fn room_until(&self, read: u64) -> Option<u64> {
        let Some(room) = self.room.lines.filter(|_| !self.is_loose()) else { return Some(read) };
        let kept = Some(self.lines_kept - self.lines_before).filter(|kept| *kept > 0)?;
        let room = room.saturating_sub(self.lines_before);
        let until = u128::from(read) * u128::from(room) / u128::from(kept);
        u64::try_from(until).ok().map(|until| until.max(read))
    }

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
            findings: self.findings,
            more: self.more,
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
        for mut finding in said.findings {
            finding.statement = finding.statement.map(|number| number.saturating_add(shift));
            finding.file = file;
            if let Some(finding) = self.admitted(finding, self.room.loose) {
                self.findings.push(finding);
            }
        }
        for (code, severity, many) in said.more {
            add_more(&mut self.more, code, severity, many);
        }
        for (fits, own) in self.fitting.iter_mut().zip(said.fitting) {
            *fits |= own;
        }
        self.counts.add(said.counts);
        self.worst = self.worst.max(said.worst);
    }
}
