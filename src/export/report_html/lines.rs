//! The lines of the statements as tables, indented as they stand under one another.

use crate::export::report_html::Extent;
use crate::export::report_html::amounts::{self, cell};
use crate::export::report_html::opening::more;
use crate::export::report_html::paper::{Paper, tame};
use crate::export::report_html::statement;
use crate::model::check::Outcome;
use crate::model::lines::LineId;
use crate::model::report::{Examined, Report};
use crate::rules::words;

/// The classes of the levels; deeper lines are indented as the last.
const LEVELS: [&str; 13] = ["d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "d12"];

/// Where what is left out can be had.
const ELSEWHERE: [&str; 2] = [
    "; the table (CSV) has every line",
    "; the report (HTML) has the first 20,000 lines, and the table (CSV) has every line",
];

/// Draws the hierarchy of each statement, as far as there is room.
pub fn hierarchies(paper: &mut Paper<'_>, report: &Report, statements: &[(u32, &Examined)], extent: Extent) {
    if statements.is_empty() {
        return;
    }
    paper.open("section", "");
    paper.heading("h2", "report-lines", "Hierarchy");
    let several = report.counts.statements > 1;
    let mut room = extent.lines;
    for (index, examined) in statements {
        if room == 0 {
            break;
        }
        let title = statement::title(&examined.statement, *index);
        if several {
            paper.open("h3", "").name(&title);
            paper.close();
            statement::figures(paper, report, examined);
        }
        room = room.saturating_sub(hierarchy(paper, examined, &title, room));
    }
    let drawn = extent.lines - room;
    let left = if extent.alone {
        usize::try_from(report.counts.lines).unwrap_or(usize::MAX)
    } else {
        statements.iter().map(|(_, examined)| examined.statement.lines.len() as usize).sum()
    };
    let [file, print] = ELSEWHERE;
    more(paper, left.saturating_sub(drawn), "line", "lines", if extent.alone { file } else { print });
    if !extent.alone && several {
        paper.put("p", "more", "Printed is the statement that is open; the report (HTML) has the others.");
    }
    paper.close();
}

/// Draws up to `most` lines and answers how many.
fn hierarchy(paper: &mut Paper<'_>, examined: &Examined, title: &str, most: usize) -> usize {
    let lines = &examined.statement.lines;
    let shown = || lines.all().take(most);
    let reported = amounts::decimals(shown().filter_map(|line| lines.amount(line)));
    let checks = || examined.checks.iter();
    let calculated = amounts::decimals(checks().filter_map(|check| check.calculated));
    let differences = amounts::decimals(checks().filter_map(|check| check.difference));
    paper.open_with(
        "div",
        &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Hierarchy")],
    );
    paper.open("table", "lines");
    paper.open("caption", "unseen").text("The lines of ").name(title);
    paper.close();
    let columns = ["Level", "Name", "Account id", "#Reported", "#Calculated", "#Difference", "Total"];
    amounts::head(paper, &columns);
    paper.open("tbody", "");
    let mut drawn = 0;
    for line in shown() {
        row(paper, examined, line, [reported, calculated, differences]);
        drawn += 1;
    }
    paper.close();
    paper.close();
    paper.close();
    drawn
}

fn row(paper: &mut Paper<'_>, examined: &Examined, line: LineId, decimals: [u32; 3]) {
    let statement = &examined.statement;
    let lines = &statement.lines;
    let depth = lines.depth(line);
    let check = examined.check_of(line);
    let kind = match depth {
        0 => "section",
        _ if lines.is_group(line) => "group",
        _ => "item",
    };
    let differs = check.is_some_and(|check| check.outcome == Outcome::Differs);
    paper.open("tr", if differs { [kind, " differs"].concat() } else { kind.to_owned() }.as_str());
    paper.put("td", "level", &words::number(depth.into()));
    let level = LEVELS.get(usize::from(depth)).copied().unwrap_or("d12");
    paper.open_with("th", &[("scope", "row"), ("class", level)]).name(statement.name(line));
    paper.close();
    paper.open("td", "id");
    if lines.has_account_id(line) {
        paper.put("bdi", "", &tame(lines.account_id(line)));
    }
    paper.close();
    let [reported, calculated, difference] = decimals;
    if let Some(amount) = lines.amount(line) {
        cell(paper, "reported", Some(amount), reported);
    } else {
        paper.open("td", "n raw");
        paper.put("bdi", "", &tame(&lines.literal(line)));
        paper.close();
    }
    cell(paper, "quiet", check.and_then(|check| check.calculated), calculated);
    let gap = check.and_then(|check| check.difference).filter(|gap| !gap.is_zero());
    cell(paper, "gap", gap, difference);
    match check {
        Some(check) => outcome(paper, check.outcome, words::aside(check)),
        None => paper.put("td", "", ""),
    }
    paper.close();
}

/// A cell with how a comparison came out.
pub fn outcome(paper: &mut Paper<'_>, outcome: Outcome, aside: &str) {
    let sign = match outcome {
        Outcome::Ties => "✓",
        Outcome::Rounding => "≈",
        Outcome::NotCheckable => "?",
        Outcome::Differs => "✗",
    };
    let words = [sign, " ", &outcome.name().replace('-', " ")].concat();
    paper.open("td", &["outcome ", outcome.name()].concat()).text(&words);
    if !aside.is_empty() {
        paper.text(", ").text(aside);
    }
    paper.close();
}
