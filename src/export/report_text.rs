//! The report as plain text, for a terminal.

use std::io::{Result, Write};

use crate::model::cause::Strength;
use crate::model::check::Outcome;
use crate::model::finding::Severity;
use crate::model::report::{Counts, Examined, Report};
use crate::model::settings::Settings;
use crate::model::statement::SectionKind;
use crate::model::verdict::Verdict;
use crate::model::waiver::Waiver;
use crate::rules::catalogue;
use crate::rules::words;
use crate::settings::write;

/// Up to so many statements each is shown.
const MOST_SHOWN: u64 = 20;

/// Writes the verdict, the figures of each statement and every finding. UTF-8, no colours, no control characters
/// from the file.
pub fn write(report: &Report, mut out: impl Write) -> Result<()> {
    let counts = report.counts;
    let file = &report.file;
    writeln!(
        out,
        "{} · {} · {}",
        words::shown(&file.name),
        words::count(file.bytes, "byte", "bytes"),
        words::count(counts.lines, "line", "lines")
    )?;
    writeln!(
        out,
        "{}: {}, {}, {}",
        words::headline(report),
        words::count(counts.error, "error", "errors"),
        words::count(counts.warning, "warning", "warnings"),
        words::count(counts.info, "note", "notes")
    )?;
    settings(report, &counts, &mut out)?;
    let several = report.counts.statements > 1;
    let many = report.counts.statements > MOST_SHOWN;
    // Of many statements only those that do not tie are shown.
    let shown =
        (1_usize..).zip(&report.statements).filter(|(_, one)| !many || one.verdict > Verdict::Rounding);
    for (number, examined) in shown.take(100) {
        writeln!(out)?;
        if several {
            writeln!(
                out,
                "statement {number} of {}: {}",
                report.counts.statements,
                heading(report, examined)
            )?;
        }
        figures(report, examined, &mut out)?;
    }
    for finding in &report.findings {
        writeln!(out)?;
        let severity = match finding.severity {
            Severity::Info => "note",
            severity => severity.name(),
        };
        writeln!(out, "{severity} {} {}", finding.rule, finding.name)?;
        writeln!(out, "  {}", finding.message)?;
        for cause in &finding.causes {
            let how = match cause.strength {
                Strength::Strong => "probably",
                Strength::Weak => "possibly",
            };
            writeln!(out, "  {how}: {}", cause.text)?;
        }
        if catalogue::explained(finding.rule) && finding.causes.is_empty() {
            writeln!(out, "  no simple cause found")?;
        }
        if let Some(waiver) = report.waiver_of(finding) {
            writeln!(out, "  accepted by {}: {}", words::shown(&waiver.by), words::shown(&waiver.reason))?;
        }
        let statement = finding.statement.and_then(|at| report.statements.get(at as usize));
        let path = statement.zip(finding.line).map(|(examined, line)| {
            let names: Vec<String> = examined.statement.path(line).into_iter().map(words::cut).collect();
            format!("{}, ", names.join(" > "))
        });
        let own = || finding.path.iter().map(|name| words::cut(name)).collect::<Vec<_>>().join(" > ");
        let loose = || if finding.path.is_empty() { String::new() } else { format!("{}, ", own()) };
        let path = path.unwrap_or_else(loose);
        let path = match finding.statement.filter(|_| several) {
            Some(at) => format!("statement {}, {path}", u64::from(at) + 1),
            None => path,
        };
        if let Some(place) = finding.place {
            writeln!(out, "  at {path}line {}, column {}", place.line, place.column)?;
        }
    }
    for (rule, severity, more) in &report.more {
        let severity = severity.name();
        writeln!(out, "\nand {} more {severity} findings of {rule}", words::number(*more))?;
    }
    Ok(())
}

/// What was chosen, and how much was accepted.
fn settings(report: &Report, counts: &Counts, out: &mut impl Write) -> Result<()> {
    if counts.accepted > 0 {
        writeln!(out, "{} accepted", words::count(counts.accepted, "finding", "findings"))?;
    }
    let usual = Settings {
        waivers: report.settings.waivers.clone(),
        clock: report.settings.clock,
        ..Settings::default()
    };
    if report.settings != usual {
        writeln!(out, "Settings: {}", words::shown(&write::told(&report.settings)))?;
    }
    Ok(())
}

/// Writes which waivers of the settings fit nothing in the files that were checked.
pub fn stale<'a>(waivers: impl Iterator<Item = &'a Waiver>, mut out: impl Write) -> Result<()> {
    for waiver in waivers {
        let (by, about) = (words::shown(&waiver.by), words::shown(&waiver.about));
        writeln!(out, "\nAn acceptance of {} by {by} no longer applies: {about}", waiver.rule)?;
    }
    Ok(())
}

fn heading(report: &Report, examined: &Examined) -> String {
    let header = &examined.statement.header;
    let parts = [header.entity.clone(), header.as_of(), header.currency.clone()];
    let known: Vec<String> = parts.into_iter().flatten().map(|part| words::cut(&part)).collect();
    let named = if known.is_empty() { String::new() } else { format!("{}, ", known.join(", ")) };
    format!("{named}{}", words::headline_of(examined, &report.settings).to_lowercase())
}

/// The three sections and the difference, right-aligned, with what is said of them.
fn figures(report: &Report, examined: &Examined, out: &mut impl Write) -> Result<()> {
    let statement = &examined.statement;
    let mut rows: Vec<(&str, String, String)> = Vec::new();
    let sections = [
        ("Assets", SectionKind::Assets),
        ("Liabilities", SectionKind::Liabilities),
        ("Equity", SectionKind::Equity),
    ];
    for (label, kind) in sections {
        let amount = statement.sections_of(kind).next().and_then(|section| statement.section_amount(section));
        rows.push((label, amount.map_or_else(|| "–".to_owned(), words::amount), String::new()));
    }
    if let Some(check) = examined.equation() {
        let difference = check.difference.map_or_else(|| "–".to_owned(), words::amount);
        let said = match &check.obstacle {
            Some(obstacle) => format!("not checkable: {}", words::obstacle(obstacle, statement)),
            None => words::equation(check, &examined.statement, report.settings.tolerance),
        };
        rows.push(("Difference", difference, said));
        let residual = check.residual.as_ref().filter(|_| check.outcome == Outcome::Differs);
        if let (Some(residual), Some(said)) = (residual, words::residual_condition(check, statement)) {
            rows.push(("Remaining", words::amount(residual.amount), said));
        }
    }
    let width = rows.iter().map(|(_, amount, _)| amount.chars().count()).max().unwrap_or(0);
    for (label, amount, said) in rows {
        writeln!(out, "{}", format!("  {label:<12}{amount:>width$}   {said}").trim_end())?;
    }
    Ok(())
}
