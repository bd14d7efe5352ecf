//! The equation of a statement, set like a short account, with what is said of it.

use crate::export::report_html::amounts::{self, cell};
use crate::export::report_html::paper::Paper;
use crate::model::amount::Amount;
use crate::model::check::Outcome;
use crate::model::report::{Examined, Report};
use crate::model::statement::{SectionKind, Statement};
use crate::rules::words;

const SECTIONS: [(&str, SectionKind); 3] = [
    ("Assets", SectionKind::Assets),
    ("Liabilities", SectionKind::Liabilities),
    ("Equity", SectionKind::Equity),
];

/// Entity, title, date and currency, as far as stated; else the statement's number, from 0.
pub fn title(statement: &Statement, index: u32) -> String {
    let header = &statement.header;
    let as_of = header.as_of();
    let parts =
        [header.entity.as_deref(), header.title.as_deref(), as_of.as_deref(), header.currency.as_deref()];
    let stated: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if stated.is_empty() { format!("Statement {}", u64::from(index) + 1) } else { stated.join(" · ") }
}

/// The three sections, their difference, and what would be left of it.
pub fn figures(paper: &mut Paper<'_>, report: &Report, examined: &Examined) {
    let statement = &examined.statement;
    let check = examined.equation();
    let sections = SECTIONS.map(|(word, kind)| {
        let section = statement.sections_of(kind).next();
        (word, section.and_then(|section| statement.section_amount(section)))
    });
    let difference = check.and_then(|check| check.difference);
    let failing = check.filter(|check| check.outcome == Outcome::Differs);
    let residual = failing.and_then(|check| Some((check, check.residual.as_ref()?.amount)));
    let all = sections.iter().filter_map(|(_, amount)| *amount).chain(difference);
    let decimals = amounts::decimals(all.chain(residual.map(|(_, amount)| amount)));
    paper.open("table", "account");
    paper.put("caption", "unseen", "The equation");
    paper.open("tbody", "");
    for (word, amount) in sections {
        row(paper, "", word, amount, decimals, "");
    }
    let said = check.map_or(String::new(), |check| match &check.obstacle {
        Some(obstacle) => words::obstacle(obstacle, statement),
        None => words::equation(check, statement, report.settings.tolerance) + &words::failing(examined),
    });
    let class = ["difference ", check.map_or("", |check| check.outcome.name())].concat();
    row(paper, &class, "Difference", difference, decimals, &said);
    if let Some((check, amount)) = residual {
        let said = words::residual_condition(check, statement).unwrap_or_default();
        row(paper, "residual", "Remaining", Some(amount), decimals, &said);
    }
    paper.close();
    paper.close();
}

fn row(paper: &mut Paper<'_>, class: &str, word: &str, amount: Option<Amount>, decimals: u32, said: &str) {
    paper.open("tr", class);
    paper.open_with("th", &[("scope", "row")]).text(word).close();
    match amount {
        Some(_) => cell(paper, "", amount, decimals),
        None => paper.put("td", "n quiet", "none"),
    }
    paper.open("td", "said");
    if !said.is_empty() {
        paper.sentence(said);
    }
    paper.close();
    paper.close();
}
