//! What the engine says about a file.

use crate::model::check::{Check, Outcome, Standing, Subject};
use crate::model::finding::{Finding, Severity};
use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::oddity::Oddity;
use crate::model::register::Register;
use crate::model::settings::Settings;
use crate::model::statement::Statement;
use crate::model::verdict::Verdict;
use crate::model::waiver::Waiver;

/// The file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name, without folders.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, 64 hexadecimal digits; empty until it is made, if somebody else makes it.
    pub sha256: String,
    /// At which byte its text begins, if that is UTF-8 as it stands; nothing if it has to be decoded.
    pub text_from: Option<u64>,
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
    /// What was noticed while it was read, so that it can be judged again with other settings.
    pub oddities: Vec<Oddity>,
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

/// Everything said about a file, or several. The same bytes and settings, the clock's day among them, give the same
/// report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file; of several, all of them together, without a digest.
    pub file: FileFacts,
    /// Each of several files; empty for one.
    pub files: Vec<FileFacts>,
    /// The settings it was checked with.
    pub settings: Settings,
    /// The verdict over the file.
    pub verdict: Verdict,
    /// The first statements, in file order: all of them, unless they are more than [`MOST_KEPT`] lines.
    pub statements: Vec<Examined>,
    /// Every statement, in few bytes.
    pub register: Register,
    /// How much there is of everything, kept or not.
    pub counts: Counts,
    /// The findings: by severity, then in file order, then by code. Those that were accepted are among them.
    pub findings: Vec<Finding>,
    /// Findings too many to be kept: their rule, what they weigh, and how many they are; the worst first, then by code.
    pub more: Vec<(&'static str, Severity, u64)>,
    /// Which waivers, by their place in the settings, fit a finding that was made.
    pub fitting: Vec<bool>,
    /// What was noticed beside all statements, with the file it was noticed in.
    pub oddities: Vec<(u32, Oddity)>,
}

/// How many lines of statements are kept to be looked at, beyond the first statement; those of others are read again
/// from their file.
pub const MOST_KEPT: u64 = 60_000;

impl Report {
    /// Whether nothing of it could be read.
    pub fn is_lost(&self) -> bool {
        self.verdict == Verdict::Unreadable && self.counts.statements == 0
    }

    /// Which of several files gave no statement, by their numbers.
    pub fn files_without_statements(&self) -> Vec<u32> {
        let mut without = vec![true; self.files.len()];
        for entry in self.register.entries() {
            if let Some(file) = without.get_mut(entry.file as usize) {
                *file = false;
            }
        }
        (0_u32..).zip(without).filter(|(_, without)| *without).map(|(file, _)| file).collect()
    }

    /// The names of the files that gave no statement, if they are several, and of those that gave some and of which something
    /// could not be read.
    pub fn not_read(&self) -> (Vec<&str>, Vec<&str>) {
        let without = self.files_without_statements();
        let lost = self.oddities.iter().filter(|(_, oddity)| oddity.kind.is_loss());
        let mut in_part: Vec<u32> =
            lost.map(|(file, _)| *file).filter(|file| without.binary_search(file).is_err()).collect();
        in_part.dedup();
        let name = |file: u32| self.files.get(file as usize).unwrap_or(&self.file).name.as_str();
        (without.into_iter().map(name).collect(), in_part.into_iter().map(name).collect())
    }

    /// The files whose digest is not made yet, by their numbers.
    pub fn undigested(&self) -> Vec<usize> {
        let files = if self.files.is_empty() { std::slice::from_ref(&self.file) } else { &self.files };
        let lacking = files.iter().enumerate().filter(|(_, file)| file.sha256.is_empty());
        lacking.map(|(at, _)| at).collect()
    }

    /// Says the digest of a file, in hexadecimal digits.
    pub fn set_digest(&mut self, file: usize, sha256: String) {
        let facts = if self.files.is_empty() { Some(&mut self.file) } else { self.files.get_mut(file) };
        if let Some(facts) = facts {
            facts.sha256 = sha256;
        }
    }

    /// Whether all statements are kept.
    pub fn is_whole(&self) -> bool {
        self.statements.len() as u64 == self.counts.statements
    }

    /// The waiver that accepts a finding, if one does.
    pub fn waiver_of(&self, finding: &Finding) -> Option<&Waiver> {
        self.settings.waivers.get(finding.waiver? as usize)
    }

    /// The waivers that fit no finding of this file, by their place in the settings, rising. A waiver of a rule that
    /// is off rests; of two for one finding, both fit.
    pub fn stale_waivers(&self) -> Vec<u32> {
        let waivers = (0_u32..).zip(&self.settings.waivers);
        let fits = |at: u32, one: &Waiver| {
            let same = |(used, other): (&bool, &Waiver)| {
                *used && other.fingerprint == one.fingerprint && other.rule == one.rule
            };
            self.settings.levels.get(&one.rule) == Some(&Level::Off)
                || self.fitting.get(at as usize) == Some(&true)
                || self.fitting.iter().zip(&self.settings.waivers).any(same)
        };
        waivers.filter(|(at, one)| !fits(*at, one)).map(|(at, _)| at).collect()
    }

    /// The file that a finding is about.
    pub fn file_of(&self, finding: &Finding) -> &FileFacts {
        self.files.get(finding.file as usize).unwrap_or(&self.file)
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
    /// Statements that tie, rounding included; that could not be checked; and that differ.
    pub verdicts: [u64; 4],
    /// Documents, or elements of lists, that could not be read.
    pub lost: u64,
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
    /// Checks whose rule is not off.
    pub on: u64,
    /// Checks that differ and do not count in the verdict: accepted, of a rule that is off, of a total beside the tree.
    pub aside: [u64; 3],
}

impl Counts {
    /// Adds `many` findings of this severity.
    pub fn add_findings(&mut self, severity: Severity, many: u64) {
        *match severity {
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Info => &mut self.info,
        } += many;
    }

    /// Adds a finding.
    pub fn add_finding(&mut self, finding: &Finding) {
        match finding.waiver {
            Some(_) => self.accepted += 1,
            None => self.add_findings(finding.severity, 1),
        }
    }

    /// Adds a statement.
    pub fn add_statement(&mut self, examined: &Examined) {
        self.statements += 1;
        let verdict = match examined.verdict {
            Verdict::Ties => 0,
            Verdict::Rounding => 1,
            Verdict::NotCheckable => 2,
            Verdict::Differs | Verdict::Unreadable => 3,
        };
        if let Some(count) = self.verdicts.get_mut(verdict) {
            *count += 1;
        }
        let lines = &examined.statement.lines;
        self.lines += u64::from(lines.len());
        for line in lines.all() {
            let group = lines.is_group(line);
            self.groups += u64::from(group && lines.depth(line) > 0);
            self.accounts += u64::from(!group && lines.is_account(line));
        }
        for check in &examined.checks {
            *match check.outcome {
                Outcome::Ties => &mut self.ties,
                Outcome::Rounding => &mut self.rounding,
                Outcome::Differs => &mut self.differs,
                Outcome::NotCheckable => &mut self.not_checkable,
            } += 1;
            self.on += u64::from(check.standing != Standing::RuleOff);
            let [accepted, off, beside] = &mut self.aside;
            match check.standing {
                _ if check.outcome != Outcome::Differs => {}
                Standing::Counts => {}
                Standing::Accepted => *accepted += 1,
                Standing::RuleOff => *off += 1,
                Standing::Beside => *beside += 1,
            }
        }
    }

    /// Every count, always in the same order.
    pub fn each(&mut self) -> impl Iterator<Item = &mut u64> {
        let Counts {
            error,
            warning,
            info,
            accepted,
            statements,
            verdicts,
            lost,
            lines,
            groups,
            accounts,
            ties,
            rounding,
            differs,
            not_checkable,
            on,
            aside,
        } = self;
        let findings = [error, warning, info, accepted];
        let statements = [statements, lost, lines, groups, accounts];
        let checks = [ties, rounding, differs, not_checkable, on];
        findings.into_iter().chain(statements).chain(checks).chain(verdicts).chain(aside)
    }

    /// Adds what there is in another part.
    pub fn add(&mut self, mut other: Counts) {
        for (own, many) in self.each().zip(other.each()) {
            *own += *many;
        }
    }

    /// How many checks there are.
    pub fn checks(&self) -> u64 {
        self.ties + self.rounding + self.differs + self.not_checkable
    }
}
