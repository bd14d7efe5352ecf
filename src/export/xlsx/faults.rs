//! Which cells of the hierarchy findings paint, and what they say there.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::export::xlsx::hierarchy::Column;
use crate::model::cause::Strength;
use crate::model::finding::{Finding, Severity};
use crate::model::lines::LineId;
use crate::rules::words;

/// The findings of a statement by the cells they are about.
pub struct Faults<'a> {
    by_cell: BTreeMap<(LineId, Column), Vec<&'a Finding>>,
}

impl<'a> Faults<'a> {
    /// Of these findings, those that are about a line.
    pub fn of(findings: &'a [Finding]) -> Faults<'a> {
        let mut by_cell: BTreeMap<(LineId, Column), Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            if let Some(line) = finding.line {
                by_cell.entry((line, column(finding.rule))).or_default().push(finding);
            }
        }
        Faults { by_cell }
    }

    /// What the worst finding about a cell weighs; those that were accepted weigh nothing.
    pub fn worst(&self, line: LineId, column: Column) -> Option<Severity> {
        let found = self.by_cell.get(&(line, column))?;
        found.iter().filter(|one| one.waiver.is_none()).map(|one| one.severity).min()
    }

    /// The note of a cell.
    pub fn note(&self, line: LineId, column: Column) -> Option<String> {
        let found = self.by_cell.get(&(line, column))?;
        let mut text = String::new();
        for finding in found {
            if !text.is_empty() {
                text.push('\n');
            }
            let accepted = if finding.waiver.is_some() { "accepted: " } else { "" };
            let severity = finding.severity.name();
            let _ =
                write!(text, "{accepted}{severity} {} {}: {}", finding.rule, finding.name, finding.message);
            for cause in &finding.causes {
                let how = match cause.strength {
                    Strength::Strong => "probably",
                    Strength::Weak => "possibly",
                };
                let _ = write!(text, "\n{how}: {}", cause.text);
            }
        }
        Some(shortened(&text))
    }

    /// Whether an error or a warning stands on any of these lines.
    pub fn any_between(&self, from: LineId, to: LineId) -> bool {
        let within = self.by_cell.range((from, Column::FIRST)..(to, Column::FIRST));
        within
            .flat_map(|(_, found)| found)
            .any(|one| one.waiver.is_none() && one.severity <= Severity::Warning)
    }
}

/// The most characters of a note; Excel takes ten times as many, and nobody reads them.
const MOST_NOTED: usize = 3_000;

fn shortened(text: &str) -> String {
    let text: String = text.split('\n').map(words::shown).collect::<Vec<_>>().join("\n");
    match text.char_indices().nth(MOST_NOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// The cell that a rule speaks about.
pub fn column(rule: &str) -> Column {
    match rule.as_bytes().first() {
        Some(b'T' | b'V') => Column::Amount,
        Some(b'A') => Column::AccountId,
        _ => Column::Name,
    }
}
