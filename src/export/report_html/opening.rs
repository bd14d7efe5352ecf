//! How the report begins and ends: the running head, the verdict, the facts of the file, the foot.

use crate::export::report_html::paper::{Paper, tame};
use crate::model::date::Day;
use crate::model::report::{Counts, Examined, FileFacts, Report};
use crate::model::verdict::Verdict;
use crate::rules::words;

/// The most files of several that are named.
const MOST_FILES: usize = 100;

const VERSION: &str = concat!("Tieout ", env!("CARGO_PKG_VERSION"));

/// What a window or a tab is called.
pub fn title(report: &Report) -> String {
    [&words::headline(report), ": ", &words::shown(&tame(&report.file.name))].concat()
}

/// What stands at the top of each printed page.
pub fn running(paper: &mut Paper<'_>, report: &Report) {
    paper.open("div", "running").open("p", "");
    paper.name(&report.file.name);
    if let Some(day) = report.settings.day().map(|day: Day| day.to_string()) {
        paper.text(" · checked on ").text(&day);
    }
    paper.text(" · ").text(VERSION).close();
    if !report.file.sha256.is_empty() {
        paper.open("p", "digest").text("SHA-256 ").text(&report.file.sha256).close();
    }
    paper.close();
}

/// The sign of a verdict.
pub fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ties => "✓",
        Verdict::Rounding => "≈",
        Verdict::NotCheckable => "?",
        Verdict::Differs | Verdict::Unreadable => "✗",
    }
}

/// What kind of document this is, and the verdict.
pub fn head(paper: &mut Paper<'_>, report: &Report) {
    let counts = &report.counts;
    paper.open("div", "cover");
    paper.open("p", "kind").text("Tieout · Report on ");
    paper.name(&report.file.name);
    paper.close();
    let headline = words::headline(report);
    let qualified = if headline.contains(", but for ") { " qualified" } else { "" };
    paper.open("h1", &[report.verdict.name(), qualified].concat());
    paper.open_with("span", &[("class", "sign"), ("aria-hidden", "true")]).text(sign(report.verdict)).close();
    paper.text(" ").text(&headline).close();
    paper.put("p", "tally", &[tally(counts), checked(counts)].join(" "));
    paper.close();
}

fn tally(counts: &Counts) -> String {
    let all = [
        (counts.error, "error", "errors"),
        (counts.warning, "warning", "warnings"),
        (counts.info, "note", "notes"),
        (counts.accepted, "accepted finding", "accepted findings"),
    ];
    let told: Vec<String> =
        all.iter().filter(|(many, ..)| *many > 0).map(|(many, one, more)| count(*many, one, more)).collect();
    if told.is_empty() { "No findings.".to_owned() } else { words::list(&told) + "." }
}

/// How many checks there are and how they came out.
pub fn checked(counts: &Counts) -> String {
    let all = [
        (counts.ties, "ties", "tie"),
        (counts.rounding, "is rounding", "are rounding"),
        (counts.differs, "differs", "differ"),
        (counts.not_checkable, "is not checkable", "are not checkable"),
    ];
    let told: Vec<String> =
        all.iter().filter(|(many, ..)| *many > 0).map(|(many, one, more)| count(*many, one, more)).collect();
    if told.is_empty() {
        return String::new();
    }
    [count(counts.checks(), "check", "checks").as_str(), ": ", &words::list(&told), "."].concat()
}

/// A count with its noun, the thousands apart.
pub fn count(many: u64, one: &str, more: &str) -> String {
    [words::number(many).as_str(), " ", if many == 1 { one } else { more }].concat()
}

/// What was checked, when, and by what.
pub fn facts(paper: &mut Paper<'_>, report: &Report, statements: &[(u32, &Examined)]) {
    let counts = &report.counts;
    paper.open("dl", "particulars");
    fact(paper, "File", |paper| paper.name(&report.file.name));
    fact(paper, "Size", |paper| {
        let lines = count(counts.lines, "line", "lines");
        let groups = count(counts.groups, "group", "groups");
        let accounts = count(counts.accounts, "account", "accounts");
        let bytes = count(report.file.bytes, "byte", "bytes");
        paper.text(&[bytes, lines, groups, accounts].join(" · "));
    });
    if !report.file.sha256.is_empty() {
        fact(paper, "SHA-256", |paper| paper.put("code", "", &report.file.sha256));
    }
    if let Some((_, examined)) = statements.first().filter(|_| counts.statements == 1) {
        let header = &examined.statement.header;
        for (word, text) in [
            ("Entity", header.entity.clone()),
            ("Title", header.title.clone()),
            ("As of", header.as_of()),
            ("Currency", header.currency.clone()),
        ] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                fact(paper, word, |paper| paper.name(&text));
            }
        }
    }
    if let Some((_, examined)) = statements.first() {
        fact(paper, "Read as", |paper| {
            let told = words::read_as(&examined.statement);
            paper.sentence(told.strip_prefix("read as ").unwrap_or(&told));
        });
    }
    fact(paper, "Checked on", |paper| {
        let day = report.settings.day().map(|day| day.to_string());
        paper.text(day.as_deref().unwrap_or("a day that is not known"));
    });
    fact(paper, "Checked by", |paper| {
        paper.text(VERSION).text(", on the device where the file is");
    });
    paper.close();
    if !report.files.is_empty() {
        files(paper, &report.files);
    }
}

fn fact(paper: &mut Paper<'_>, word: &str, draw: impl FnOnce(&mut Paper<'_>)) {
    paper.open("div", "");
    paper.put("dt", "", word);
    paper.open("dd", "");
    draw(paper);
    paper.close();
    paper.close();
}

fn files(paper: &mut Paper<'_>, files: &[FileFacts]) {
    paper.open("ol", "files");
    for file in files.iter().take(MOST_FILES) {
        paper.open("li", "");
        paper.name(&file.name);
        paper.text(" · ").text(&count(file.bytes, "byte", "bytes")).text(" · ");
        paper.put("code", "", &file.sha256);
        paper.close();
    }
    paper.close();
    more(paper, files.len().saturating_sub(MOST_FILES), "file", "files", "");
}

/// How much is left out, if anything is, and where it is.
pub fn more(paper: &mut Paper<'_>, many: usize, one: &str, more: &str, elsewhere: &str) {
    if many > 0 {
        let many = count(many as u64, one, more);
        paper.put("p", "more", &["and ", &many.replacen(' ', " more ", 1), elsewhere].concat());
    }
}

/// What the words mean.
pub fn foot(paper: &mut Paper<'_>) {
    let reported = "Reported is the amount that the file states on a line. Calculated is the sum of the reported amounts \
                    of its direct items, with what is posted to the line itself. Difference is reported less \
                    calculated. A difference that the rounding of the amounts explains is told as rounding.";
    paper.open("div", "foot");
    paper.put("p", "", reported);
    paper.put("p", "", &["Made by ", VERSION, " without sending anything anywhere."].concat());
    paper.close();
}
