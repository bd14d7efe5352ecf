//! The findings of a report by their place in a file's text.

use std::ops::Range;

use crate::model::finding::Finding;
use crate::view::desk::Desk;
use crate::view::mark::Weight;
use crate::view::source::sent::SourceNote;

/// The most findings that are told of one window; a row that has others tells none of them.
const MOST: usize = 2_000;

/// The findings of a file with their places in a stretch of its text, in order of place, then worst first. Findings of an
/// open statement that the report does not keep are among them.
pub fn notes(desk: &Desk, file: u32, within: &Range<u64>) -> Vec<SourceNote> {
    let report = desk.report();
    let kept = (0_u32..).zip(&report.findings).map(|(at, finding)| (Some(at), finding));
    let loose = desk.loose_findings().iter().map(|finding| (None, finding));
    let mut notes: Vec<SourceNote> = Vec::new();
    for (index, finding) in kept.chain(loose) {
        let Some(place) = finding.place.filter(|place| within.contains(&place.offset)) else { continue };
        // One statement's findings may be both kept and made anew.
        let known = index.is_none()
            && notes.iter().any(|note| note.offset == place.offset && note.rule == finding.rule);
        if finding.file != file || known || notes.len() >= MOST {
            continue;
        }
        notes.push(note(index, finding, place.offset));
    }
    notes.sort_by_key(|note| (note.offset, note.accepted, note.weight));
    notes
}

fn note(index: Option<u32>, finding: &Finding, offset: u64) -> SourceNote {
    SourceNote {
        finding: index,
        statement: finding.statement,
        line: finding.line.map(|line| line.0),
        offset,
        rule: finding.rule.to_owned(),
        weight: Weight::from(finding.severity),
        message: finding.message.clone(),
        accepted: finding.waiver.is_some(),
    }
}
