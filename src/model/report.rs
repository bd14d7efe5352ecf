//! What the engine says about a file.

use crate::model::check::{Check, Outcome, Subject};
use crate::model::finding::{Finding, Severity};
use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::oddity::Oddity;
use crate::model::order::sorted;
use crate::model::reading::Reading;
use crate::model::settings::Settings;
use crate::model::statement::Statement;
use crate::model::verdict::Verdict;
use crate::model::waiver::{Fingerprint, Waiver};

/// The file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name, without folders.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
}

/// A statement and what was found by comparing its figures.
#[derive(Clone, Debug)]
pub struct Examined {
    /// The statement as read.
    pub statement: Statement,
    /// The decimals its amounts are taken to be rounded to.
    pub decimals: u32,
    /// Every comparison: the totals in file order, then the equation, then the totals stated beside the tree.
    pub checks: Vec<Check>,
    /// The verdict over `checks`.
    pub verdict: Verdict,
}

impl Examined {
    /// The check of a group's total.
    pub fn check_of(&self, line: LineId) -> Option<&Check> {
        let at = self.checks.binary_search_by_key(&line.0, |check| match check.subject {
            Subject::Total(line) => line.0,
            Subject::Equation | Subject::Stated(_) => u32::MAX,
        });
        self.checks.get(at.ok()?)
    }

    /// The check of the equation.
    pub fn equation(&self) -> Option<&Check> {
        self.checks.iter().rfind(|check| check.subject == Subject::Equation)
    }
}

/// Everything said about a file. The same bytes and settings, the clock's day among them, give the same report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file.
    pub file: FileFacts,
    /// The settings it was checked with.
    pub settings: Settings,
    /// The verdict over the file.
    pub verdict: Verdict,
    /// The statements, in file order.
    pub statements: Vec<Examined>,
    /// The findings: by severity, then in file order, then by code. Those that were accepted are among them.
    pub findings: Vec<Finding>,
    /// What was noticed while the file was read, so that it can be judged again with other settings.
    pub oddities: Vec<Oddity>,
}

impl Report {
    /// What was read, to be judged again.
    pub fn into_reading(self) -> (FileFacts, Reading) {
        let statements = self.statements.into_iter().map(|examined| examined.statement).collect();
        (self.file, Reading { statements, oddities: self.oddities })
    }

    /// The waiver that accepts a finding, if one does.
    pub fn waiver_of(&self, finding: &Finding) -> Option<&Waiver> {
        self.settings.waivers.get(finding.waiver? as usize)
    }

    /// The waivers that fit no finding of this file, by their place in the settings, rising. A waiver of a rule that
    /// is off rests; of two for one finding, both fit.
    pub fn stale_waivers(&self) -> Vec<u32> {
        let waivers = &self.settings.waivers;
        let mut fits: Vec<bool> =
            waivers.iter().map(|one| self.settings.levels.get(&one.rule) == Some(&Level::Off)).collect();
        let used: Vec<(&str, Fingerprint)> = self
            .findings
            .iter()
            .filter(|finding| finding.waiver.is_some())
            .map(|finding| (finding.rule, finding.fingerprint))
            .collect();
        let used = sorted(&used, Ord::cmp);
        for (fits, waiver) in fits.iter_mut().zip(waivers) {
            *fits |= used.binary_search(&(waiver.rule.as_str(), waiver.fingerprint)).is_ok();
        }
        (0_u32..).zip(fits).filter(|(_, fits)| !fits).map(|(at, _)| at).collect()
    }

    /// The JSON pointer of what a finding is about, from its document's root.
    pub fn pointer_of(&self, finding: &Finding) -> String {
        if let Some(pointer) = &finding.pointer {
            return pointer.clone();
        }
        let statement =
            finding.statement.and_then(|at| self.statements.get(at as usize)).map(|one| &one.statement);
        match (statement, finding.line) {
            (Some(statement), Some(line)) => statement.line_pointer(line),
            (Some(statement), None) => statement.pointer.clone(),
            (None, _) => String::new(),
        }
    }
}

/// How much there is of everything in a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings of severity error.
    pub error: u64,
    /// Findings of severity warning.
    pub warning: u64,
    /// Findings of severity info.
    pub info: u64,
    /// Findings of any severity that were accepted, and so are not among those.
    pub accepted: u64,
    /// Statements.
    pub statements: u64,
    /// Lines of all statements.
    pub lines: u64,
    /// Lines with items under them, other than sections.
    pub groups: u64,
    /// Lines at the lowest level.
    pub accounts: u64,
    /// Checks that tie.
    pub ties: u64,
    /// Checks with a difference inside the tolerance.
    pub rounding: u64,
    /// Checks that differ.
    pub differs: u64,
    /// Checks that could not be made.
    pub not_checkable: u64,
}

impl Counts {
    /// Counts `report`.
    pub fn of(report: &Report) -> Counts {
        let mut counts = Counts { statements: report.statements.len() as u64, ..Counts::default() };
        for finding in &report.findings {
            *match (finding.waiver, finding.severity) {
                (Some(_), _) => &mut counts.accepted,
                (None, Severity::Error) => &mut counts.error,
                (None, Severity::Warning) => &mut counts.warning,
                (None, Severity::Info) => &mut counts.info,
            } += 1;
        }
        for examined in &report.statements {
            let lines = &examined.statement.lines;
            counts.lines += u64::from(lines.len());
            counts.groups +=
                lines.all().filter(|line| lines.depth(*line) > 0 && lines.is_group(*line)).count() as u64;
            counts.accounts += lines.all().filter(|line| lines.is_account(*line)).count() as u64;
            for check in &examined.checks {
                *match check.outcome {
                    Outcome::Ties => &mut counts.ties,
                    Outcome::Rounding => &mut counts.rounding,
                    Outcome::Differs => &mut counts.differs,
                    Outcome::NotCheckable => &mut counts.not_checkable,
                } += 1;
            }
        }
        counts
    }
}
