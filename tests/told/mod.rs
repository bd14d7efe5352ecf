//! What a file was read as, and what is said of it, as indented lines for snapshots.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::fs;

use tieout::engine;
use tieout::input::outline::Outline;
use tieout::input::reports;
use tieout::input::scanner::Scanner;
use tieout::model::amount::Amount;
use tieout::model::report::{Examined, Report};
use tieout::model::settings::Settings;

/// The text of a fixture, by its path under `tests/fixtures`.
pub fn fixture(path: &str) -> String {
    let path = format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("the fixture is there")
}

/// The report on a text.
pub fn report(text: &str) -> Report {
    engine::check("file.json", text.as_bytes(), Settings::default())
}

/// All that was read, and all that is said of it.
pub fn told(text: &str) -> String {
    let report = report(text);
    let mut told = String::new();
    for examined in &report.statements {
        statement(&mut told, examined).expect("a text has room");
    }
    for finding in &report.findings {
        let at = finding.statement.map_or_else(|| "-".to_owned(), |at| at.to_string());
        let (pointer, severity) = (report.pointer_of(finding), finding.severity.name());
        writeln!(told, "{at} {} {severity} {:?} {}", finding.rule, pointer, finding.message)
            .expect("a text has room");
    }
    write!(told, "{}", report.verdict.name()).expect("a text has room");
    told
}

/// What is said of the rules, each with its message.
pub fn of_rule(text: &str, rule: &str) -> Vec<String> {
    report(text).findings.into_iter().filter(|one| one.rule == rule).map(|one| one.message).collect()
}

fn statement(told: &mut String, examined: &Examined) -> std::fmt::Result {
    let one = &examined.statement;
    let header = &one.header;
    let or_none = |text: Option<&str>| text.unwrap_or("-").to_owned();
    writeln!(
        told,
        "{} {:?} {:?} {:?} by {:?}",
        one.dialect.name(),
        one.kind,
        one.signs,
        one.pointer,
        one.evidence
    )?;
    let [title, entity, currency] = [&header.title, &header.entity, &header.currency];
    let [title, entity, currency] = [title, entity, currency].map(|text| or_none(text.as_deref()));
    writeln!(told, "  title {title} | entity {entity} | currency {currency}")?;
    for date in &header.dates {
        writeln!(
            told,
            "  {:?} {} in {} at {}:{}",
            date.role, date.text, date.key, date.place.line, date.place.column
        )?;
    }
    for total in &header.totals {
        writeln!(
            told,
            "  {:?} {} in {} at {}:{}",
            total.role, total.literal, total.key, total.place.line, total.place.column
        )?;
    }
    for line in one.lines.all() {
        if let Some(section) = one.sections.iter().find(|section| section.line == line) {
            writeln!(
                told,
                "  [{:?}{}] {}",
                section.kind,
                if section.bare { ", bare" } else { "" },
                section.key
            )?;
        }
        let depth = usize::from(one.lines.depth(line));
        let own = one.lines.own(line).map(|own: Amount| format!(" own {own}")).unwrap_or_default();
        let id = one.lines.account_id(line);
        let id = if id.is_empty() { String::new() } else { format!(" #{id}") };
        let amount = format!("{:?} {}", one.lines.amount_state(line), one.lines.literal(line));
        let (name, pointer) = (one.lines.name(line), one.line_pointer(line));
        writeln!(told, "  {}{name:?}{id} = {amount}{own} at {pointer}", "  ".repeat(depth))?;
    }
    for check in &examined.checks {
        let reason = check.obstacle.as_ref().map(|obstacle| format!(" {obstacle:?}")).unwrap_or_default();
        writeln!(told, "  {:?} {}{reason}", check.subject, check.outcome.name())?;
    }
    Ok(())
}

/// By which dialect a text, or the beginning of one, is recognised as a report.
pub fn recognised(text: &str) -> Option<&'static str> {
    let mut outline = Outline::default();
    Scanner::new().feed(text.as_bytes(), &mut outline);
    outline.seal();
    reports::recognise(&outline).map(|(shape, _)| shape.dialect.name())
}
