//! The list of the statements of a file that has several.

use crate::export::report_html::Extent;
use crate::export::report_html::amounts::{self, cell};
use crate::export::report_html::opening::{more, sign};
use crate::export::report_html::paper::{Paper, joined};
use crate::model::register::Entry;
use crate::model::report::{FileFacts, Report};
use crate::rules::words;

/// Each statement with its verdict, its difference and how much was found in it.
pub fn list(paper: &mut Paper<'_>, report: &Report, extent: Extent) {
    let all = report.register.entries();
    let shown = || all.iter().take(extent.statements);
    let decimals = amounts::decimals(shown().filter_map(|entry| entry.difference));
    paper.open("section", "");
    paper.heading("h2", "report-statements", "Statements");
    paper.open_with(
        "div",
        &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Statements")],
    );
    paper.open("table", "sortable sheets");
    paper.put("caption", "unseen", "The statements of the file");
    amounts::head(
        paper,
        &["#Number", "Statement", "#Lines", "#Difference", "#Errors", "#Warnings", "Verdict"],
    );
    paper.open("tbody", "");
    for entry in shown() {
        row(paper, entry, decimals, report.files.get(entry.file as usize));
    }
    paper.close();
    paper.close();
    paper.close();
    let left = usize::try_from(report.counts.statements).unwrap_or(usize::MAX);
    more(paper, left.saturating_sub(shown().count()), "statement", "statements", "");
    paper.close();
}

/// A statement, and the file that it is of if there are several.
fn row(paper: &mut Paper<'_>, entry: &Entry, decimals: u32, file: Option<&FileFacts>) {
    paper.open("tr", "");
    paper.put("td", "n quiet", &words::number(u64::from(entry.number) + 1));
    paper.open_with("th", &[("scope", "row")]);
    let parts = [&entry.entity, &entry.title, &entry.as_of, &entry.currency];
    let stated: Vec<&str> = parts.into_iter().flatten().map(|part| &**part).collect();
    if stated.is_empty() {
        paper.put("span", "quiet", "no name, date or currency");
    } else {
        paper.name(&stated.join(" · "));
    }
    if let Some(file) = file {
        paper.text(" · ").name(&file.name);
    }
    paper.close();
    paper.put("td", "n", &words::number(u64::from(entry.lines)));
    cell(paper, "", entry.difference, decimals);
    paper.put("td", "n", &words::number(u64::from(entry.errors)));
    paper.put("td", "n", &words::number(u64::from(entry.warnings)));
    let verdict = joined(&[sign(entry.verdict), " ", &entry.verdict.name().replace('-', " ")]);
    paper.put("td", &joined(&["outcome ", entry.verdict.name()]), &verdict);
    paper.close();
}
