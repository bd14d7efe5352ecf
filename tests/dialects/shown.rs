//! A report as a text that a person can read against its file.

use std::fmt::Write;

use tieout::engine;
use tieout::export::format::Format;
use tieout::model::report::{Examined, Report};
use tieout::model::settings::Settings;

/// The report on a text.
pub fn check(text: &str) -> Report {
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    for format in [Format::CsvCompact, Format::CsvFull, Format::ReportJson] {
        assert!(!engine::export(&report, format).unwrap().bytes.is_empty());
    }
    points_to_what_is_there(text, &report);
    // However the file is cut, the same is read.
    let mut engine = engine::Engine::new("file.json", Settings::default());
    text.as_bytes().chunks(7).for_each(|piece| engine.feed(piece));
    assert_eq!(shown(&engine.finish()), shown(&report));
    report
}

/// Every pointer leads to a value.
fn points_to_what_is_there(text: &str, report: &Report) {
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    for one in &report.statements {
        for line in one.statement.lines.all() {
            let pointer = one.statement.line_pointer(line);
            assert!(json.pointer(&pointer).is_some_and(|value| !value.is_null()), "{pointer}");
        }
        for check in &one.checks {
            assert!(json.pointer(&one.statement.check_pointer(check.subject)).is_some());
        }
    }
    for finding in &report.findings {
        let pointer = report.pointer_of(finding);
        assert!(json.pointer(&pointer).is_some(), "{} {pointer}", finding.message);
    }
}

/// Every statement with its lines, then the findings.
pub fn shown(report: &Report) -> String {
    let mut text = format!("verdict: {}\n", report.verdict.name());
    for one in &report.statements {
        statement(&mut text, one);
    }
    for finding in &report.findings {
        let place = finding.place.unwrap_or_default();
        let (rule, of) = (finding.rule, finding.statement.map(|at| format!(" [{at}]")).unwrap_or_default());
        writeln!(text, "{rule}{of} {}:{} {}", place.line, place.column, finding.message).unwrap();
    }
    text
}

fn statement(text: &mut String, one: &Examined) {
    let (statement, header) = (&one.statement, &one.statement.header);
    let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    writeln!(
        text,
        "\n{:?} {:?} at {:?} by {}: {}",
        statement.kind,
        statement.dialect,
        statement.pointer,
        statement.evidence.join(" "),
        one.verdict.name()
    )
    .unwrap();
    writeln!(text, "  of {}, {}, {}", or(&header.entity), or(&header.title), or(&header.currency)).unwrap();
    for date in &header.dates {
        let pointer = statement.field_pointer(&date.key, date.envelope.as_deref());
        writeln!(text, "  {:?} {} ({}, {pointer})", date.role, date.text, date.key).unwrap();
    }
    for total in &header.totals {
        let pointer = statement.field_pointer(&total.key, None);
        writeln!(text, "  {:?} {} ({}, {pointer})", total.role, total.literal, total.key).unwrap();
    }
    let lines = &statement.lines;
    for line in lines.all() {
        let section = statement.sections.iter().find(|section| section.line == line);
        let section = section.map(|one| format!("{:?}{} ", one.kind, if one.bare { " bare" } else { "" }));
        let id = Some(lines.account_id(line)).filter(|id| !id.is_empty());
        let own = lines.own(line).map(|own| format!(" own {own}"));
        let indent = "  ".repeat(usize::from(lines.depth(line)) + 1);
        writeln!(
            text,
            "{indent}{}{}{} = {}{}",
            section.unwrap_or_default(),
            statement.name(line),
            id.map(|id| format!(" #{id}")).unwrap_or_default(),
            Some(lines.literal(line)).filter(|text| !text.is_empty()).unwrap_or_else(|| "nothing".to_owned()),
            own.unwrap_or_default()
        )
        .unwrap();
    }
    for check in &one.checks {
        if let (outcome, Some(obstacle)) = (check.outcome.name(), &check.obstacle) {
            writeln!(text, "  {:?} {outcome}: {obstacle:?}", check.subject).unwrap();
        }
    }
}
