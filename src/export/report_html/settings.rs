//! What was chosen for the check: the settings in use, and which findings were accepted, by whom and why.

use crate::export::report_html::amounts;
use crate::export::report_html::opening::count;
use crate::export::report_html::paper::Paper;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::settings::write;

/// The most acceptances that are named.
const MOST_SHOWN: usize = 1_000;

/// The acceptances that apply, and how many fit nothing here. What those say is of another file, and nobody's business.
pub fn waivers(paper: &mut Paper<'_>, report: &Report) {
    let all = &report.settings.waivers;
    if all.is_empty() {
        return;
    }
    let stale = report.stale_waivers();
    let applies =
        || (0_u32..).zip(all).filter(|(at, _)| stale.binary_search(at).is_err()).map(|(_, waiver)| waiver);
    paper.open("section", "");
    paper.heading("h2", "report-accepted", "Accepted findings");
    if applies().next().is_some() {
        paper.open_with(
            "div",
            &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Accepted findings")],
        );
        paper.open("table", "accepted");
        paper.put("caption", "unseen", "Findings that count no more, by whom and why");
        amounts::head(paper, &["Rule", "About", "Accepted by", "Reason"]);
        paper.open("tbody", "");
        for waiver in applies().take(MOST_SHOWN) {
            paper.open("tr", "");
            paper.open_with("th", &[("scope", "row")]).name(&waiver.rule);
            paper.close();
            for text in [&waiver.about, &waiver.by, &waiver.reason] {
                paper.open("td", "").name(&text.replace('`', "'"));
                paper.close();
            }
            paper.close();
        }
        paper.close();
        paper.close();
        paper.close();
    }
    if !stale.is_empty() {
        let told = count(stale.len() as u64, "acceptance applies", "acceptances apply");
        paper.put("p", "more", &[&told, " to nothing in this file."].concat());
    }
    paper.close();
}

/// The settings in use, as their file has them.
pub fn settings(paper: &mut Paper<'_>, report: &Report) {
    let chosen = &report.settings;
    let usual = Settings { waivers: chosen.waivers.clone(), clock: chosen.clock, ..Settings::default() };
    paper.open("section", "");
    paper.heading("h2", "report-settings", "Settings");
    let told = if *chosen == usual {
        "These are the usual settings."
    } else {
        "Some settings are not the usual ones."
    };
    paper.put("p", "", told);
    let alone = Settings { waivers: Vec::new(), ..chosen.clone() };
    paper.put("pre", "", write::file(&alone).trim_end());
    paper.close();
}
