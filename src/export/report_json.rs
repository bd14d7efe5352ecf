//! report.json: everything said about a file, for programs. Amounts are strings, so that no reader rounds them.

use std::io::{Result, Write};

use serde::Serialize;

use crate::model::amount::Amount;
use crate::model::cause::Cause;
use crate::model::check::{Check, Subject};
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::report::{Counts, Examined, Report};
use crate::model::statement::{SectionKind, Statement};
use crate::model::waiver::Waiver;
use crate::rules::words;
use crate::settings::write::Written;

/// Writes the report: UTF-8 JSON, two spaces a level, ended by LF. The same report gives the same bytes.
pub fn write(report: &Report, mut out: impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut out, &ReportJson::of(report))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct ReportJson<'a> {
    tool: Tool,
    file: FileJson<'a>,
    settings: Written<'a>,
    verdict: &'static str,
    counts: CountsJson,
    statements: Vec<StatementJson<'a>>,
    checks: Vec<CheckJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    waivers: Vec<WaiverJson<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct FileJson<'a> {
    name: &'a str,
    bytes: u64,
    sha256: &'a str,
}

#[derive(Serialize)]
struct WaiverJson<'a> {
    rule: &'a str,
    fingerprint: String,
    about: &'a str,
    reason: &'a str,
    by: &'a str,
    /// Whether it accepts a finding of this file.
    applies: bool,
}

#[derive(Serialize)]
struct AcceptedJson<'a> {
    reason: &'a str,
    by: &'a str,
}

#[derive(Serialize)]
struct CauseJson<'a> {
    kind: &'static str,
    strength: &'static str,
    text: &'a str,
    pointers: Vec<String>,
}

#[derive(Serialize)]
struct CountsJson {
    error: u64,
    warning: u64,
    info: u64,
    accepted: u64,
    statements: u64,
    lines: u64,
    groups: u64,
    accounts: u64,
    checks: OutcomesJson,
}

#[derive(Serialize)]
struct OutcomesJson {
    ties: u64,
    rounding: u64,
    differs: u64,
    not_checkable: u64,
}

#[derive(Serialize)]
struct StatementJson<'a> {
    index: usize,
    dialect: &'static str,
    pointer: &'a str,
    entity: Option<&'a str>,
    as_of: Option<String>,
    currency: Option<&'a str>,
    verdict: &'static str,
    assets: Option<String>,
    liabilities: Option<String>,
    equity: Option<String>,
    difference: Option<String>,
    residual: Option<String>,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    statement: usize,
    rule: &'static str,
    path: Vec<&'a str>,
    pointer: String,
    reported: Option<String>,
    calculated: Option<String>,
    difference: Option<String>,
    tolerance: Option<String>,
    status: &'static str,
    /// Whether it counts in the verdict.
    counts: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    statement: Option<u32>,
    path: Vec<&'a str>,
    pointer: String,
    line: Option<u32>,
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calculated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    residual: Option<String>,
    causes: Vec<CauseJson<'a>>,
    fingerprint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<AcceptedJson<'a>>,
}

impl<'a> ReportJson<'a> {
    fn of(report: &'a Report) -> ReportJson<'a> {
        let counts = Counts::of(report);
        let checks = report.statements.iter().enumerate().flat_map(|(index, examined)| {
            examined.checks.iter().map(move |check| CheckJson::of(index, check, &examined.statement))
        });
        ReportJson {
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            file: FileJson { name: &report.file.name, bytes: report.file.bytes, sha256: &report.file.sha256 },
            settings: Written::without_waivers(&report.settings),
            verdict: report.verdict.name(),
            counts: CountsJson {
                error: counts.error,
                warning: counts.warning,
                info: counts.info,
                accepted: counts.accepted,
                statements: counts.statements,
                lines: counts.lines,
                groups: counts.groups,
                accounts: counts.accounts,
                checks: OutcomesJson {
                    ties: counts.ties,
                    rounding: counts.rounding,
                    differs: counts.differs,
                    not_checkable: counts.not_checkable,
                },
            },
            statements: report
                .statements
                .iter()
                .enumerate()
                .map(|(at, one)| StatementJson::of(at, one))
                .collect(),
            checks: checks.collect(),
            findings: report.findings.iter().map(|finding| FindingJson::of(finding, report)).collect(),
            waivers: waivers(report),
        }
    }
}

impl<'a> StatementJson<'a> {
    fn of(index: usize, examined: &'a Examined) -> StatementJson<'a> {
        let statement = &examined.statement;
        let reported = |kind: SectionKind| {
            let section = statement.sections_of(kind).next()?;
            text(statement.lines.amount(section.line))
        };
        let equation = examined.equation();
        StatementJson {
            index,
            dialect: statement.dialect.name(),
            pointer: &statement.pointer,
            entity: statement.header.entity.as_deref(),
            as_of: statement.header.as_of(),
            currency: statement.header.currency.as_deref(),
            verdict: examined.verdict.name(),
            assets: reported(SectionKind::Assets),
            liabilities: reported(SectionKind::Liabilities),
            equity: reported(SectionKind::Equity),
            difference: text(equation.and_then(|check| check.difference)),
            residual: text(
                equation.and_then(|check| check.residual.as_ref()).map(|residual| residual.amount),
            ),
        }
    }
}

impl<'a> CheckJson<'a> {
    fn of(index: usize, check: &Check, statement: &'a Statement) -> CheckJson<'a> {
        let path = match check.subject {
            Subject::Total(line) => statement.path(line),
            Subject::Equation | Subject::Stated(_) => Vec::new(),
        };
        CheckJson {
            statement: index,
            rule: check.subject.rule(),
            path,
            pointer: statement.check_pointer(check.subject),
            reported: text(check.reported),
            calculated: text(check.calculated),
            difference: text(check.difference),
            tolerance: text(check.tolerance),
            status: check.outcome.name(),
            counts: check.counts,
            reason: check.obstacle.as_ref().map(|obstacle| words::obstacle(obstacle, statement)),
        }
    }
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding, report: &'a Report) -> FindingJson<'a> {
        let statement =
            finding.statement.and_then(|at| report.statements.get(at as usize)).map(|one| &one.statement);
        let figures = finding.figures;
        FindingJson {
            rule: finding.rule,
            name: finding.name,
            severity: finding.severity.name(),
            message: &finding.message,
            statement: finding.statement,
            path: statement
                .zip(finding.line)
                .map(|(statement, line)| statement.path(line))
                .unwrap_or_default(),
            pointer: report.pointer_of(finding),
            line: finding.place.map(|place| place.line),
            column: finding.place.map(|place| place.column),
            reported: text(figures.map(|figures| figures.reported)),
            calculated: text(figures.map(|figures| figures.calculated)),
            difference: text(figures.map(|figures| figures.difference)),
            residual: text(figures.and_then(|figures| figures.residual)),
            causes: finding.causes.iter().map(|cause| CauseJson::of(cause, statement)).collect(),
            fingerprint: finding.fingerprint.to_string(),
            accepted: report
                .waiver_of(finding)
                .map(|waiver| AcceptedJson { reason: &waiver.reason, by: &waiver.by }),
        }
    }
}

impl<'a> CauseJson<'a> {
    fn of(cause: &'a Cause, statement: Option<&Statement>) -> CauseJson<'a> {
        let pointer = |line: &LineId| statement.map(|statement| statement.line_pointer(*line));
        CauseJson {
            kind: cause.kind.name(),
            strength: cause.strength.name(),
            text: &cause.text,
            pointers: cause.lines.iter().filter_map(pointer).collect(),
        }
    }
}

fn waivers(report: &Report) -> Vec<WaiverJson<'_>> {
    let stale = report.stale_waivers();
    let applies = |at: u32| stale.binary_search(&at).is_err();
    (0_u32..).zip(&report.settings.waivers).map(|(at, waiver)| WaiverJson::of(waiver, applies(at))).collect()
}

impl<'a> WaiverJson<'a> {
    fn of(waiver: &'a Waiver, applies: bool) -> WaiverJson<'a> {
        let Waiver { rule, fingerprint, about, reason, by } = waiver;
        WaiverJson { rule, fingerprint: fingerprint.to_string(), about, reason, by, applies }
    }
}

fn text(amount: Option<Amount>) -> Option<String> {
    amount.map(|amount| amount.to_string())
}
