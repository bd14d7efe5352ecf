//! Every check with its outcome, as a table that can be sorted.

use crate::export::report_html::Extent;
use crate::export::report_html::amounts::{self, cell};
use crate::export::report_html::lines::outcome;
use crate::export::report_html::opening::{checked, more};
use crate::export::report_html::paper::Paper;
use crate::model::amount::Amount;
use crate::model::check::{Check, Outcome, Subject};
use crate::model::report::{Examined, Report};
use crate::model::statement::Statement;
use crate::rules::words;

/// Draws them; where there are too many, those that tie are left out.
pub fn checks(paper: &mut Paper<'_>, report: &Report, statements: &[(u32, &Examined)], extent: Extent) {
    let all: Vec<(u32, &Statement, &Check)> = statements
        .iter()
        .flat_map(|(at, examined)| examined.checks.iter().map(move |check| (*at, &examined.statement, check)))
        .collect();
    if all.is_empty() {
        return;
    }
    let many = all.len() > extent.checks;
    let shown =
        || all.iter().filter(|(.., check)| !many || check.outcome != Outcome::Ties).take(extent.checks);
    let of = |amount: fn(&Check) -> Option<Amount>| {
        amounts::decimals(shown().filter_map(|(.., check)| amount(check)))
    };
    let decimals = [
        of(|check| check.reported),
        of(|check| check.calculated),
        of(|check| check.difference),
        of(|check| check.tolerance),
    ];
    let several = report.counts.statements > 1;
    paper.open("section", "");
    paper.heading("h2", "report-checks", "Checks");
    paper.put("p", "", &checked(&report.counts));
    paper.open_with(
        "div",
        &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Checks")],
    );
    paper.open("table", "sortable checks");
    paper.put("caption", "unseen", "Every comparison and how it came out");
    let columns =
        ["What is compared", "Rule", "#Reported", "#Calculated", "#Difference", "#Tolerance", "Outcome"];
    amounts::head(paper, &columns);
    paper.open("tbody", "");
    for (index, statement, check) in shown() {
        row(paper, several.then_some(*index), statement, check, decimals);
    }
    paper.close();
    paper.close();
    paper.close();
    let left = usize::try_from(report.counts.checks()).unwrap_or(usize::MAX).saturating_sub(shown().count());
    let which = if many { ", those that tie first" } else { "" };
    more(paper, left, "check", "checks", which);
    paper.close();
}

fn row(paper: &mut Paper<'_>, index: Option<u32>, statement: &Statement, check: &Check, decimals: [u32; 4]) {
    paper.open("tr", "");
    paper.open_with("th", &[("scope", "row")]);
    if let Some(index) = index {
        paper.text("Statement ").text(&words::number(u64::from(index) + 1)).text(" · ");
    }
    match check.subject {
        Subject::Equation => {
            paper.text("Assets = liabilities + equity");
        }
        Subject::Stated(at) => {
            let total = statement.header.totals.get(at as usize);
            paper.name(total.map_or("", |total| total.key.as_str()));
            paper.text(", stated beside the tree");
        }
        Subject::Total(line) => {
            let path = statement.path(line);
            let (name, above) = path.split_last().map_or(("", &[][..]), |(name, above)| (*name, above));
            paper.name(name);
            if !above.is_empty() {
                paper.open("span", "place");
                for (at, name) in above.iter().enumerate() {
                    paper.text(if at > 0 { " › " } else { " in " });
                    paper.name(name);
                }
                paper.close();
            }
        }
    }
    paper.close();
    paper.put("td", "", check.subject.rule());
    let figures = [check.reported, check.calculated, check.difference, check.tolerance];
    for (amount, decimals) in figures.into_iter().zip(decimals) {
        cell(paper, "", amount, decimals);
    }
    let obstacle = check.obstacle.as_ref().map(|obstacle| words::obstacle(obstacle, statement));
    let aside = obstacle.unwrap_or_else(|| words::aside(check).to_owned());
    outcome(paper, check.outcome, &aside.replace('`', "'"));
    paper.close();
}
