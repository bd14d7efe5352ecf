//! Gathers the findings of a report by rule and severity.

use crate::model::finding::Finding;
use crate::model::order::sorted;
use crate::model::report::Report;
use crate::model::waiver::Fingerprint;
use crate::rules::catalogue;
use crate::view::finding_group::{FindingGroup, Found, MOST_SHOWN};
use crate::view::inspect;
use crate::view::mark::Weight;

/// The groups: the worst first, then in the order of the codes; those that were accepted last.
pub fn groups(report: &Report) -> Vec<FindingGroup> {
    let mut groups: Vec<FindingGroup> = Vec::new();
    let all: Vec<Fingerprint> = report.findings.iter().map(|finding| finding.fingerprint).collect();
    let all = sorted(&all, Ord::cmp);
    let like = |one: Fingerprint| {
        let from = all.partition_point(|other| *other < one);
        let to = all.partition_point(|other| *other <= one);
        u32::try_from(to - from).unwrap_or(u32::MAX)
    };
    for (index, finding) in (0_u32..).zip(&report.findings) {
        let weight = Weight::from(finding.severity);
        let key = (finding.waiver.is_some(), weight, finding.rule);
        let at = groups.partition_point(|group| (group.accepted, group.weight, group.rule.as_str()) < key);
        let known = |group: &FindingGroup| (group.accepted, group.weight, group.rule.as_str()) == key;
        if !groups.get(at).is_some_and(known) {
            groups.insert(at, empty(finding, weight));
        }
        let Some(group) = groups.get_mut(at) else { continue };
        group.count += 1;
        if group.shown.len() < MOST_SHOWN {
            group.shown.push(found(report, index, finding, like(finding.fingerprint)));
        }
    }
    for (rule, severity, many) in &report.more {
        let key = (Weight::from(*severity), *rule);
        let same = |group: &&mut FindingGroup| !group.accepted && (group.weight, group.rule.as_str()) == key;
        if let Some(group) = groups.iter_mut().find(same) {
            group.count += many;
        }
    }
    groups
}

fn empty(finding: &Finding, weight: Weight) -> FindingGroup {
    let rule = catalogue::find(finding.rule);
    FindingGroup {
        rule: finding.rule.to_owned(),
        name: finding.name.to_owned(),
        weight,
        accepted: finding.waiver.is_some(),
        why: rule.map_or(String::new(), |rule| rule.why.to_owned()),
        fix: rule.map_or(String::new(), |rule| rule.fix.to_owned()),
        count: 0,
        shown: Vec::new(),
    }
}

fn found(report: &Report, index: u32, finding: &Finding, alike: u32) -> Found {
    let examined = finding.statement.and_then(|at| report.statements.get(at as usize));
    let statement = examined.map(|examined| &examined.statement);
    let line = finding.line;
    let path = statement.zip(line).map(|(own, line)| own.path(line).into_iter().map(str::to_owned).collect());
    Found {
        index,
        message: finding.message.clone(),
        file: report
            .files
            .get(finding.file as usize)
            .filter(|_| report.files.len() > 1)
            .map(|file| file.name.clone()),
        statement: finding.statement,
        line: line.map(|line| line.0),
        path: path.unwrap_or_else(|| finding.path.clone()),
        pointer: report.pointer_of(finding),
        source_line: finding.place.map_or(0, |place| place.line),
        column: finding.place.map_or(0, |place| place.column),
        causes: inspect::causes(statement, finding),
        accepted: inspect::acceptance(report, finding),
        fingerprint: finding.fingerprint.to_string(),
        like: alike,
    }
}
