//! report.json: everything said about a file, for programs. Amounts are strings, so that no reader rounds them.

use std::io::{Result, Write};

use crate::export::json::Json;
use crate::model::amount::Amount;
use crate::model::cause::Cause;
use crate::model::check::{Check, Outcome, Standing, Subject};
use crate::model::finding::Finding;
use crate::model::lines::LineId;
use crate::model::register::Entry;
use crate::model::report::{Counts, Examined, Report};
use crate::model::statement::{SectionKind, Statement};
use crate::rules::words;
use crate::settings::write::Written;

/// Writes the report: UTF-8 JSON, two spaces a level, ended by LF. The same report gives the same bytes.
pub fn write(report: &Report, mut out: impl Write) -> Result<()> {
    let mut json = Json::new(&mut out);
    whole(&mut json, report)?;
    json.finish()
}

fn whole(json: &mut Json<'_>, report: &Report) -> Result<()> {
    json.open("{");
    json.key("tool").open("{");
    json.key("name").text(env!("CARGO_PKG_NAME"));
    json.key("version").text(env!("CARGO_PKG_VERSION"));
    json.close("}");
    json.key("file").open("{");
    json.key("name").text(&report.file.name);
    json.key("bytes").number(Some(report.file.bytes));
    json.key("sha256").text(&report.file.sha256);
    json.close("}");
    if !report.files.is_empty() {
        json.key("files").open("[");
        for file in &report.files {
            json.item().open("{");
            json.key("name").text(&file.name);
            json.key("bytes").number(Some(file.bytes));
            json.key("sha256").text(&file.sha256);
            json.close("}");
        }
        json.close("]");
    }
    let settings = serde_json::to_string_pretty(&Written::without_waivers(&report.settings))?;
    json.key("settings").value(&settings);
    json.key("verdict").text(report.verdict.name());
    // The verdict with what it passes over, such as differences that were accepted.
    json.key("headline").text(&words::headline(report));
    counts(json, &report.counts);
    json.key("statements").open("[");
    for (index, examined) in (0_u64..).zip(&report.statements) {
        let entry = u32::try_from(index).ok().and_then(|at| report.register.get(at));
        let file = entry.map(|entry| entry.file).filter(|_| !report.files.is_empty());
        statement(json.item(), index, examined, file);
    }
    json.close("]");
    // Beyond those whose lines are kept, a statement is told in short.
    if !report.is_whole() {
        json.key("further_statements").open("[");
        let kept = report.statements.len();
        for entry in report.register.entries().iter().filter(|entry| entry.number as usize >= kept) {
            further(json.item(), entry);
        }
        json.close("]");
        json.key("statements_not_listed").number(Some(report.register.unlisted));
    }
    json.key("checks").open("[");
    for (index, examined) in (0_u64..).zip(&report.statements) {
        for one in &examined.checks {
            check(json.item(), index, one, &examined.statement);
        }
    }
    json.close("]");
    json.key("findings").open("[");
    for one in &report.findings {
        finding(json.item(), one, report);
    }
    json.close("]");
    if !report.more.is_empty() {
        json.key("findings_not_listed").open("[");
        for (rule, severity, more) in &report.more {
            json.item().open("{");
            json.key("rule").text(rule);
            json.key("severity").text(severity.name());
            json.key("count").number(Some(*more));
            json.close("}");
        }
        json.close("]");
    }
    waivers(json, report);
    json.close("}");
    Ok(())
}

fn counts(json: &mut Json<'_>, counts: &Counts) {
    json.key("counts").open("{");
    let of_all = [
        ("error", counts.error),
        ("warning", counts.warning),
        ("info", counts.info),
        ("accepted", counts.accepted),
        ("statements", counts.statements),
        ("lines", counts.lines),
        ("groups", counts.groups),
        ("accounts", counts.accounts),
    ];
    for (key, count) in of_all {
        json.key(key).number(Some(count));
    }
    json.key("checks").open("{");
    let of_checks = [
        ("ties", counts.ties),
        ("rounding", counts.rounding),
        ("differs", counts.differs),
        ("not_checkable", counts.not_checkable),
    ];
    for (key, count) in of_checks {
        json.key(key).number(Some(count));
    }
    json.close("}");
    json.close("}");
}

fn statement(json: &mut Json<'_>, index: u64, examined: &Examined, file: Option<u32>) {
    let statement = &examined.statement;
    let header = &statement.header;
    let reported = |kind: SectionKind| {
        let section = statement.sections_of(kind).next()?;
        statement.section_amount(section)
    };
    let equation = examined.equation();
    json.open("{");
    json.key("index").number(Some(index));
    if file.is_some() {
        json.key("file").number(file.map(u64::from));
    }
    json.key("dialect").text(statement.dialect.name());
    if !statement.evidence.is_empty() {
        let keys: Vec<&str> = statement.evidence.iter().map(String::as_str).collect();
        json.key("read_by").texts(&keys);
    }
    json.key("pointer").text(&statement.pointer);
    json.key("entity").text_or_null(header.entity.as_deref());
    json.key("as_of").text_or_null(header.as_of().as_deref());
    json.key("currency").text_or_null(header.currency.as_deref());
    json.key("verdict").text(examined.verdict.name());
    amount(json, "assets", reported(SectionKind::Assets));
    amount(json, "liabilities", reported(SectionKind::Liabilities));
    amount(json, "equity", reported(SectionKind::Equity));
    amount(json, "difference", equation.and_then(|check| check.difference));
    let failing = equation.filter(|check| check.outcome == Outcome::Differs);
    let residual = failing.and_then(|check| check.residual.as_ref());
    amount(json, "residual", residual.map(|residual| residual.amount));
    json.close("}");
}

/// A statement whose lines are let go.
fn further(json: &mut Json<'_>, entry: &Entry) {
    json.open("{");
    json.key("index").number(Some(u64::from(entry.number)));
    json.key("file").number(Some(u64::from(entry.file)));
    json.key("entity").text_or_null(entry.entity.as_deref());
    json.key("as_of").text_or_null(entry.as_of.as_deref());
    json.key("currency").text_or_null(entry.currency.as_deref());
    json.key("verdict").text(entry.verdict.name());
    amount(json, "difference", entry.difference);
    json.key("errors").number(Some(u64::from(entry.errors)));
    json.key("warnings").number(Some(u64::from(entry.warnings)));
    json.key("lines").number(Some(u64::from(entry.lines)));
    json.close("}");
}

fn check(json: &mut Json<'_>, index: u64, check: &Check, statement: &Statement) {
    let path = match check.subject {
        Subject::Total(line) => statement.path(line),
        Subject::Equation | Subject::Stated(_) => Vec::new(),
    };
    json.open("{");
    json.key("statement").number(Some(index));
    json.key("rule").text(check.subject.rule());
    json.key("path").texts(&path);
    json.key("pointer").text(&statement.check_pointer(check.subject));
    amount(json, "reported", check.reported);
    amount(json, "calculated", check.calculated);
    amount(json, "difference", check.difference);
    amount(json, "tolerance", check.tolerance);
    json.key("status").text(check.outcome.name());
    // Whether it counts in the verdict.
    json.key("counts").flag(check.standing == Standing::Counts);
    if let Some(obstacle) = &check.obstacle {
        json.key("reason").text(&words::obstacle(obstacle, statement));
    }
    json.close("}");
}

fn finding(json: &mut Json<'_>, finding: &Finding, report: &Report) {
    let statement =
        finding.statement.and_then(|at| report.statements.get(at as usize)).map(|one| &one.statement);
    let path = statement.zip(finding.line).map(|(statement, line)| statement.path(line));
    json.open("{");
    json.key("rule").text(finding.rule);
    json.key("name").text(finding.name);
    json.key("severity").text(finding.severity.name());
    json.key("message").text(&finding.message);
    if !report.files.is_empty() {
        json.key("file").number(Some(u64::from(finding.file)));
    }
    json.key("statement").number(finding.statement.map(u64::from));
    let loose = || finding.path.iter().map(String::as_str).collect();
    json.key("path").texts(&path.unwrap_or_else(loose));
    json.key("pointer").text(&report.pointer_of(finding));
    json.key("line").number(finding.place.map(|place| u64::from(place.line)));
    json.key("column").number(finding.place.map(|place| u64::from(place.column)));
    if let Some(figures) = finding.figures {
        amount(json, "reported", Some(figures.reported));
        amount(json, "calculated", Some(figures.calculated));
        amount(json, "difference", Some(figures.difference));
        if figures.residual.is_some() {
            amount(json, "residual", figures.residual);
        }
    }
    json.key("causes").open("[");
    for one in &finding.causes {
        cause(json.item(), one, statement);
    }
    json.close("]");
    json.key("fingerprint").text(&finding.fingerprint.to_string());
    if let Some(waiver) = report.waiver_of(finding) {
        json.key("accepted").open("{");
        json.key("reason").text(&waiver.reason);
        json.key("by").text(&waiver.by);
        json.close("}");
    }
    json.close("}");
}

fn cause(json: &mut Json<'_>, cause: &Cause, statement: Option<&Statement>) {
    let pointer = |line: &LineId| statement.map(|statement| statement.line_pointer(*line));
    let pointers: Vec<String> = cause.lines.iter().filter_map(pointer).collect();
    json.open("{");
    json.key("kind").text(cause.kind.name());
    json.key("strength").text(cause.strength.name());
    json.key("text").text(&cause.text);
    json.key("pointers").texts(&pointers);
    json.close("}");
}

fn waivers(json: &mut Json<'_>, report: &Report) {
    let stale = report.stale_waivers();
    json.key("waivers").open("[");
    for (at, waiver) in (0_u32..).zip(&report.settings.waivers) {
        json.item().open("{");
        json.key("rule").text(&waiver.rule);
        json.key("fingerprint").text(&waiver.fingerprint.to_string());
        // One that accepts nothing here may speak of another file, whose figures are nobody's business here.
        let applies = stale.binary_search(&at).is_err();
        if applies {
            json.key("about").text(&waiver.about);
            json.key("reason").text(&waiver.reason);
            json.key("by").text(&waiver.by);
        }
        json.key("applies").flag(applies);
        json.close("}");
    }
    json.close("]");
}

fn amount(json: &mut Json<'_>, key: &str, amount: Option<Amount>) {
    json.key(key).text_or_null(amount.map(|amount| amount.to_string()).as_deref());
}
