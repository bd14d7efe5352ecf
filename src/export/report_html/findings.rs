//! The findings of a report by rule, the worst first and those that were accepted last, with why and what to do.

use crate::export::report_html::Extent;
use crate::export::report_html::opening::{count, more};
use crate::export::report_html::paper::{Paper, joined};
use crate::model::cause::Strength;
use crate::model::finding::{Finding, Severity};
use crate::model::report::Report;
use crate::rules::{catalogue, words};

/// The findings of one rule that weigh the same.
struct Group<'a> {
    key: (bool, Severity, &'static str),
    name: &'static str,
    all: Vec<&'a Finding>,
    /// How many there are beside those that are kept.
    further: u64,
}

/// Draws them.
pub fn findings(paper: &mut Paper<'_>, report: &Report, extent: Extent) {
    paper.open("section", "");
    paper.heading("h2", "report-findings", "Findings");
    let groups = groups(report);
    if groups.is_empty() {
        paper.put("p", "quiet", "Nothing was found.");
    }
    for group in &groups {
        draw(paper, report, group, extent);
    }
    paper.close();
}

fn groups(report: &Report) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for finding in &report.findings {
        let key = (finding.waiver.is_some(), finding.severity, finding.rule);
        let at = groups.partition_point(|group| group.key < key);
        if groups.get(at).is_none_or(|group| group.key != key) {
            groups.insert(at, Group { key, name: finding.name, all: Vec::new(), further: 0 });
        }
        if let Some(group) = groups.get_mut(at) {
            group.all.push(finding);
        }
    }
    for (rule, severity, many) in &report.more {
        if let Some(group) = groups.iter_mut().find(|group| group.key == (false, *severity, *rule)) {
            group.further += many;
        }
    }
    groups
}

fn draw(paper: &mut Paper<'_>, report: &Report, group: &Group<'_>, extent: Extent) {
    let (accepted, severity, rule) = group.key;
    let (sign, word) = match severity {
        Severity::Error => ("✗", "error"),
        Severity::Warning => ("!", "warning"),
        Severity::Info => ("·", "remark"),
    };
    paper.open("article", &joined(&["rule ", word, if accepted { " accepted" } else { "" }]));
    paper.open("h3", "");
    paper.open_with("span", &[("class", "sign"), ("aria-hidden", "true")]).text(sign).close();
    paper.text(" ");
    paper.put("span", "code", rule);
    paper.text(" ").text(group.name).text(" ");
    let all = group.all.len() as u64 + group.further;
    let many = match (accepted, severity) {
        (true, _) => count(all, "accepted", "accepted"),
        (_, Severity::Error) => count(all, "error", "errors"),
        (_, Severity::Warning) => count(all, "warning", "warnings"),
        (_, Severity::Info) => count(all, "note", "notes"),
    };
    paper.put("span", "weight", &many);
    paper.close();
    paper.open("ol", "found");
    for finding in group.all.iter().take(extent.findings) {
        one(paper, report, finding);
    }
    paper.close();
    let left = all.saturating_sub(extent.findings.min(group.all.len()) as u64);
    more(paper, usize::try_from(left).unwrap_or(usize::MAX), "of this rule", "of this rule", "");
    if let Some(rule) = catalogue::find(rule) {
        paper.open("dl", "advice");
        for (word, text) in [("Why it matters", rule.why), ("What to do", rule.fix)] {
            if !text.is_empty() {
                paper.open("div", "");
                paper.put("dt", "", word);
                paper.open("dd", "").sentence(text);
                paper.close();
                paper.close();
            }
        }
        paper.close();
    }
    paper.close();
}

fn one(paper: &mut Paper<'_>, report: &Report, finding: &Finding) {
    paper.open("li", "");
    paper.open("p", "message").sentence(&finding.message);
    paper.close();
    place(paper, report, finding);
    for cause in &finding.causes {
        let how = match cause.strength {
            Strength::Strong => "Probable cause: ",
            Strength::Weak => "Possible cause, which may be chance: ",
        };
        paper.open("p", "cause");
        paper.put("b", "", how);
        paper.sentence(&cause.text);
        paper.close();
    }
    if catalogue::explained(finding.rule) && finding.causes.is_empty() {
        paper
            .open("p", "cause quiet")
            .text("No simple cause found: no sign, swap, slip or item of this amount ");
        paper.text("stands out. A line may be missing from the file.").close();
    }
    if let Some(waiver) = report.waiver_of(finding) {
        paper.open("p", "waived");
        paper.put("b", "", "Accepted by ");
        paper.name(&waiver.by);
        paper.text(": ");
        paper.name(&waiver.reason);
        paper.close();
    }
    paper.close();
}

/// Where it stands: the names down to the line, and the place in the file.
fn place(paper: &mut Paper<'_>, report: &Report, finding: &Finding) {
    let examined = finding.statement.and_then(|at| report.statements.get(at as usize));
    let own = examined.zip(finding.line).map(|(examined, line)| examined.statement.path(line));
    let path: Vec<&str> = own.unwrap_or_else(|| finding.path.iter().map(String::as_str).collect());
    if path.is_empty() && finding.place.is_none() {
        return;
    }
    paper.open("p", "place");
    if let Some(file) = report.files.get(finding.file as usize) {
        paper.name(&file.name);
        paper.text(" · ");
    }
    if let Some(at) = finding.statement.filter(|_| report.counts.statements > 1) {
        paper.text("Statement ").text(&words::number(u64::from(at) + 1)).text(" · ");
    }
    for (at, name) in path.iter().enumerate() {
        paper.text(if at > 0 { " › " } else { "" });
        paper.name(name);
    }
    if let Some(place) = finding.place {
        let (line, column) = (words::number(place.line.into()), words::number(place.column.into()));
        paper.text(if path.is_empty() { "Line " } else { " · line " }).text(&line);
        paper.text(", column ").text(&column);
    }
    paper.close();
}
