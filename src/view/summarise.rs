//! Makes the verdict strip.

use crate::model::amount::Amount;
use crate::model::check::Outcome;
use crate::model::lines::{AmountState, LineId};
use crate::model::report::{Examined, Report};
use crate::model::settings::Settings;
use crate::model::statement::{SectionKind, Statement, StatementKind};
use crate::rules::words;
use crate::view::mark::Mark;
use crate::view::summary::{Opened, Remainder, SectionFigure, Summary};

/// What is said about the file.
pub fn summary(report: &Report) -> Summary {
    let counts = report.counts;
    let (without, in_part) = report.not_read();
    let mut first_of = vec![None; report.files.len()];
    for (at, finding) in (0_u32..).zip(&report.findings).filter(|(_, finding)| finding.statement.is_none()) {
        if let Some(first) = first_of.get_mut(finding.file as usize) {
            *first = first.or(Some(at));
        }
    }
    let first = report.files_without_statements().into_iter();
    let first = first.map(|file| first_of.get(file as usize).copied().flatten());
    Summary {
        file_name: report.file.name.clone(),
        bytes: report.file.bytes,
        verdict: Mark::from(report.verdict),
        headline: words::headline(report),
        errors: counts.error,
        warnings: counts.warning,
        notes: counts.info,
        accepted: counts.accepted,
        stale: u32::try_from(report.stale_waivers().len()).unwrap_or(u32::MAX),
        checks: [counts.ties, counts.rounding, counts.differs, counts.not_checkable],
        lines: counts.lines,
        statements: u32::try_from(counts.statements).unwrap_or(u32::MAX),
        verdicts: counts.verdicts,
        whole: report.is_whole(),
        without: without.into_iter().map(str::to_owned).zip(first).collect(),
        in_part: in_part.into_iter().map(str::to_owned).collect(),
    }
}

/// The statement to open first: the first of the worst.
pub fn first_to_open(report: &Report) -> Option<u32> {
    let worst = report.statements.iter().map(|examined| examined.verdict).max()?;
    let at = report.statements.iter().position(|examined| examined.verdict == worst)?;
    u32::try_from(at).ok()
}

/// What is said about one statement.
pub fn opened(examined: &Examined, settings: &Settings, index: u32) -> Opened {
    let statement = &examined.statement;
    let check = examined.equation();
    let sides: &[(SectionKind, &str)] = match statement.kind {
        StatementKind::BalanceSheet => &[
            (SectionKind::Assets, "Assets"),
            (SectionKind::Liabilities, "Liabilities"),
            (SectionKind::Equity, "Equity"),
        ],
        StatementKind::TrialBalance => &[(SectionKind::Debits, "Debits"), (SectionKind::Credits, "Credits")],
        StatementKind::ProfitAndLoss | StatementKind::Other => &[],
    };
    let section = |(kind, name): &(SectionKind, &str)| {
        let section = statement.sections_of(*kind).next();
        let amount = section.and_then(|section| statement.section_amount(section));
        SectionFigure {
            name: (*name).to_owned(),
            amount: amount.map(|amount| amount.to_string()),
            summed: section.is_some_and(|section| section.bare),
        }
    };
    let (decimals, digits) = extent(examined);
    Opened {
        statement: index,
        title: title(statement, index),
        file: String::new(),
        verdict: Mark::from(examined.verdict),
        headline: words::headline_of(examined, settings),
        sections: sides.iter().map(section).collect(),
        difference: check.and_then(|check| check.difference).map(|amount| amount.to_string()),
        sentence: check.map_or(String::new(), |check| match &check.obstacle {
            Some(obstacle) => words::obstacle(obstacle, statement),
            None => words::equation(check, statement, settings.tolerance) + &words::failing(examined),
        }),
        equation: check.map_or(Mark::NotCheckable, |check| Mark::from(check.outcome)),
        residual: check.and_then(|check| {
            let amount = check.residual.as_ref().filter(|_| check.outcome == Outcome::Differs)?.amount;
            let sentence = words::residual_condition(check, statement)?;
            Some(Remainder { amount: amount.to_string(), sentence })
        }),
        read_as: words::read_as(statement),
        decimals,
        digits,
    }
}

/// Entity, date and currency, as far as stated; else the statement's number.
fn title(statement: &Statement, index: u32) -> String {
    let header = &statement.header;
    let as_of = header.as_of();
    let parts =
        [header.entity.as_deref(), header.title.as_deref(), as_of.as_deref(), header.currency.as_deref()];
    let stated: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if stated.is_empty() { format!("Statement {}", u64::from(index) + 1) } else { stated.join(" · ") }
}

/// What is no amount is shown whole up to so many letters.
const LONGEST_RAW: u32 = 32;

/// The most decimals, and the most digits before the point, of any amount that a row shows; what stands in place of one
/// takes as much room as it is long.
fn extent(examined: &Examined) -> (u32, u32) {
    let lines = &examined.statement.lines;
    let reported = lines.all().filter_map(|line| lines.amount(line));
    let compared = examined.checks.iter().flat_map(|check| [check.calculated, check.difference]).flatten();
    let (decimals, digits) = reported.chain(compared).fold((0, 1), |(decimals, digits), amount| {
        (decimals.max(amount.decimals()), digits.max(whole_digits(amount)))
    });
    let unread =
        |line: &LineId| matches!(lines.amount_state(*line), AmountState::Unreadable | AmountState::TooLong);
    let raw = lines.all().filter(unread).filter_map(|line| lines.kept_literal(line));
    let raw = raw.map(|raw| u32::try_from(raw.chars().take(LONGEST_RAW as usize).count()).unwrap_or(0)).max();
    // The page gives digits room for their separators as well, and letters are as wide as digits.
    let needed = raw.map_or(0, |raw| raw.saturating_sub(decimals) * 3 / 4 + 1);
    (decimals, digits.max(needed))
}

fn whole_digits(amount: Amount) -> u32 {
    let all = amount.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    all.saturating_sub(amount.decimals()).max(1)
}
