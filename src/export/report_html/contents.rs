//! Where to go in a report that is a file of its own.

use crate::export::report_html::paper::Paper;
use crate::model::report::Report;

/// The parts that a report has, by the ids of their headings.
pub fn contents(paper: &mut Paper<'_>, report: &Report, several: bool) {
    let parts = [
        ("#report-statements", "Statements", several),
        ("#report-findings", "Findings", true),
        ("#report-lines", "Hierarchy", report.counts.lines > 0),
        ("#report-checks", "Checks", report.counts.checks() > 0),
        ("#report-accepted", "Accepted findings", !report.settings.waivers.is_empty()),
        ("#report-settings", "Settings", true),
    ];
    paper.open_with("nav", &[("aria-label", "Contents")]).open("ul", "contents");
    for (place, word, _) in parts.into_iter().filter(|(.., there)| *there) {
        paper.open("li", "").open_with("a", &[("href", place)]).text(word).close();
        paper.close();
    }
    paper.close();
    paper.close();
}
