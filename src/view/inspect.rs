//! Gathers everything about one line.

use crate::model::cause::{Cause, Strength};
use crate::model::check::Check;
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::report::{Examined, Report};
use crate::model::statement::Statement;
use crate::rules::catalogue;
use crate::rules::words;
use crate::view::cause_note::CauseNote;
use crate::view::mark::{Mark, Weight};
use crate::view::notes::Notes;
use crate::view::panel::{Comparison, Note, Panel, PathStep};
use crate::view::rows::reported;
use crate::view::settings_sheet::Accepted;
use crate::view::settle::accepted;

/// The panel of a line, or nothing if the statement has no such line.
pub fn panel(
    examined: &Examined,
    index: u32,
    report: &Report,
    findings: &[Finding],
    notes: &Notes,
    line: LineId,
) -> Option<Panel> {
    let statement = &examined.statement;
    let lines = &statement.lines;
    if line.0 >= lines.len() {
        return None;
    }
    let step = |line: LineId| PathStep { line: line.0, name: statement.name(line).to_owned() };
    let own = notes.at(line).filter_map(|at| findings.get(at as usize));
    Some(Panel {
        statement: index,
        line: line.0,
        path: lines.ancestry(line).into_iter().map(step).collect(),
        pointer: statement.line_pointer(line),
        source_line: lines.place(line).line,
        source_column: lines.place(line).column,
        account_id: lines.account_id(line).to_owned(),
        reported: reported(statement, line),
        readable: lines.amount(line).is_some(),
        items: u32::try_from(lines.items(line).count()).unwrap_or(u32::MAX),
        check: examined.check_of(line).map(|check| comparison(statement, check)),
        notes: own.map(|finding| note(report, Some(statement), finding)).collect(),
    })
}

/// How a check came out.
pub fn comparison(statement: &Statement, check: &Check) -> Comparison {
    Comparison {
        calculated: check.calculated.map(|amount| amount.to_string()),
        difference: check.difference.map(|amount| amount.to_string()),
        tolerance: check.tolerance.map(|amount| amount.to_string()),
        mark: Mark::from(check.outcome),
        obstacle: check.obstacle.as_ref().map(|obstacle| words::obstacle(obstacle, statement)),
        aside: words::aside(check).to_owned(),
    }
}

/// The most lines of one cause that are shown to go to; its text says how many there are.
const MOST_LINES: usize = 8;

/// The probable causes of a finding, if it is about figures that differ.
///
/// Without the statement's lines they name no lines to go to; their texts do.
pub fn causes(statement: Option<&Statement>, finding: &Finding) -> Option<Vec<CauseNote>> {
    let step = |line: &LineId| {
        let name = statement.map_or("", |statement| statement.name(*line)).to_owned();
        PathStep { line: line.0, name }
    };
    let note = |cause: &Cause| CauseNote {
        text: cause.text.clone(),
        strong: cause.strength == Strength::Strong,
        lines: cause.lines.iter().take(if statement.is_some() { MOST_LINES } else { 0 }).map(step).collect(),
    };
    catalogue::explained(finding.rule).then(|| finding.causes.iter().map(note).collect())
}

/// Who accepted a finding and why, if someone did.
pub fn acceptance(report: &Report, finding: &Finding) -> Option<Accepted> {
    Some(accepted(report.waiver_of(finding)?, Some(true)))
}

fn note(report: &Report, statement: Option<&Statement>, finding: &Finding) -> Note {
    let rule = catalogue::find(finding.rule);
    let like = report.findings.iter().filter(|one| one.fingerprint == finding.fingerprint).count();
    Note {
        fingerprint: finding.fingerprint.to_string(),
        like: u32::try_from(like).unwrap_or(u32::MAX),
        causes: causes(statement, finding),
        accepted: acceptance(report, finding),
        rule: finding.rule.to_owned(),
        name: finding.name.to_owned(),
        weight: Weight::from(finding.severity),
        message: finding.message.clone(),
        why: rule.map_or(String::new(), |rule| rule.why.to_owned()),
        fix: rule.map_or(String::new(), |rule| rule.fix.to_owned()),
    }
}
