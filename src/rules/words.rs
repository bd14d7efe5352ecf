//! How amounts, names and outcomes are put into sentences.

use crate::model::amount::{Amount, MAX_DIGITS};
use crate::model::check::{Check, Obstacle, Outcome, Standing, Subject};
use crate::model::dialect::Dialect;
use crate::model::lines::LineId;
use crate::model::report::{Counts, Examined, Report};
use crate::model::settings::{Settings, Tolerance};
use crate::model::statement::{SectionKind, Signs, Statement, StatementKind};
use crate::model::sum::Sum;
use crate::model::verdict::Verdict;

/// The most characters of a name, id or text that a sentence shows.
const MOST_SHOWN: usize = 60;

/// The most files that a sentence names.
const MOST_NAMED: usize = 20;

/// An amount for a sentence: all its digits, in groups of three, a true minus.
pub fn amount(amount: Amount) -> String {
    let plain = amount.abs().to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut text = String::from(if amount.is_negative() { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// An amount for a sentence without groups, where groups are in question: all its digits, a true minus.
pub fn plain(amount: Amount) -> String {
    format!("{}{}", if amount.is_negative() { "−" } else { "" }, amount.abs())
}

/// A text from the file for a sentence: in backticks, on one line, not too long.
pub fn quoted(text: &str) -> String {
    format!("`{}`", cut(text).replace('`', "'"))
}

/// A text from the file on one line, not too long.
pub fn cut(text: &str) -> String {
    let end = text.char_indices().nth(MOST_SHOWN).map(|(end, _)| end);
    let mut cut = shown(text.get(..end.unwrap_or(text.len())).unwrap_or_default());
    if end.is_some() {
        cut.push('…');
    }
    cut
}

/// A text from the file without characters that would steer a terminal or reorder a sentence.
pub fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || is_direction_mark(c) { '\u{fffd}' } else { c }).collect()
}

/// Marks that turn the writing direction; within a sentence they would reorder its words.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A line's name for a sentence.
pub fn name(statement: &Statement, line: LineId) -> String {
    match statement.name(line) {
        "" => "a line without a name".to_owned(),
        name => quoted(name),
    }
}

/// A count with its noun: `1 line`, `3 lines`.
pub fn count(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Things in a row: `a`, `a and b`, `a, b and c`.
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The shape that a statement was read by, with its article.
pub fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Canonical => "a tree of lines",
        Dialect::NamedTree => "a tree of lines under other names",
        Dialect::QuickBooks => "a report of QuickBooks Online",
        Dialect::Xero => "a report of Xero",
        Dialect::Hledger => "a report of hledger",
        Dialect::FlatRows => "flat rows with parents or levels",
    }
}

/// How a statement was read, and what that was recognised by.
pub fn read_as(statement: &Statement) -> String {
    let keys: Vec<String> = statement.evidence.iter().map(|key| quoted(key)).collect();
    let by = if keys.is_empty() { String::new() } else { format!(", by {}", list(&keys)) };
    format!("read as {}{by}", dialect(statement.dialect))
}

/// What a statement is, with its article.
pub fn statement_kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::BalanceSheet => "a balance sheet",
        StatementKind::ProfitAndLoss => "a profit and loss statement",
        StatementKind::TrialBalance => "a trial balance",
        StatementKind::Other => "a report of another kind",
    }
}

/// A section's ordinary name.
pub fn section(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Assets => "assets",
        SectionKind::Liabilities => "liabilities",
        SectionKind::Equity => "equity",
        SectionKind::Debits => "debits",
        SectionKind::Credits => "credits",
        SectionKind::Unknown | SectionKind::Other => "another section",
    }
}

/// Which side of the equation is larger, for a check of the equation that was made.
pub fn equation(check: &Check, statement: &Statement, tolerance: Tolerance) -> String {
    let (one, other) = match (statement.kind, statement.signs) {
        (StatementKind::TrialBalance, _) => ("debits", "credits"),
        (_, Signs::Usual) => ("assets", "liabilities and equity"),
        (_, Signs::CreditsNegative) => ("assets", "liabilities and equity with their signs turned"),
    };
    let side = match check.difference {
        None => return format!("{one} could not be compared with {other}"),
        Some(gap) if gap.is_zero() => return format!("{one} equal {other}"),
        Some(gap) if gap.is_negative() => "less",
        Some(_) => "more",
    };
    let inside = match check.outcome {
        Outcome::Rounding if tolerance.is_fixed() => ", within the tolerance that was set",
        Outcome::Rounding => ", by no more than rounding explains",
        _ => "",
    };
    format!("{one} are {side} than {other}{inside}")
}

/// The verdict as a heading.
fn verdict(verdict: Verdict, tolerance: Tolerance) -> &'static str {
    match verdict {
        Verdict::Ties => "Ties",
        Verdict::Rounding if tolerance.is_fixed() => "Ties within the tolerance that was set",
        Verdict::Rounding => "Ties within rounding",
        Verdict::NotCheckable => "Not fully checkable",
        Verdict::Differs => "Does not tie",
        Verdict::Unreadable => "Cannot be read as a balance sheet",
    }
}

/// The verdict over a file, or over several, in words. Of several statements it is said how many it is true of.
pub fn headline(report: &Report) -> String {
    let counts = &report.counts;
    let [ties, rounding, not_checkable, differs] = counts.verdicts;
    let of = |many: u64, verb: [&str; 2]| {
        let [one, more] = verb;
        format!("{} of {} {}", number(many), number(counts.statements), if many == 1 { one } else { more })
    };
    if counts.statements > 1 {
        let told = match (differs, not_checkable) {
            (0, 0) if rounding == 0 => format!("All {} tie{}", number(ties), but_for(counts)),
            (0, 0) => format!("All {} tie within rounding{}", number(ties + rounding), but_for(counts)),
            (0, open) => of(open, ["is not fully checkable", "are not fully checkable"]),
            (failing, _) => of(failing, ["does not tie", "do not tie"]),
        };
        let documents = Some(counts.lost).filter(|lost| *lost > 0);
        let files = Some(report.files_without_statements().len() as u64).filter(|files| *files > 0);
        let lost: Vec<String> = [
            documents.map(|lost| count(lost, "document", "documents")),
            files.map(|files| count(files, "file", "files")),
        ]
        .into_iter()
        .flatten()
        .collect();
        return match lost.len() {
            _ if report.verdict != Verdict::Unreadable => told,
            0 => format!("Cannot be read in full; {}", lower(&told)),
            _ => format!("{} cannot be read; {}", list(&lost), lower(&told)),
        };
    }
    if report.verdict == Verdict::Unreadable && counts.statements > 0 {
        let over = |verdict| lower(&headline_over(counts, verdict, &report.settings));
        let told = match (differs, not_checkable, rounding) {
            (0, 0, 0) => over(Verdict::Ties),
            (0, 0, _) => over(Verdict::Rounding),
            (0, ..) => "is not fully checkable".to_owned(),
            _ => over(Verdict::Differs),
        };
        return format!("Cannot be read in full; what was read {told}");
    }
    headline_over(counts, report.verdict, &report.settings)
}

/// What of the files is not in tables that are made of them, to stand alone; nothing if all is in them.
pub fn left_out(report: &Report) -> Option<String> {
    let (without, in_part) = report.not_read();
    left_out_of(&without, &in_part)
}

/// The same of files of these names: those that gave no statement, and those of which something could not be read.
pub fn left_out_of(without: &[&str], in_part: &[&str]) -> Option<String> {
    let names = |files: &[&str]| {
        let mut named: Vec<String> = files.iter().take(MOST_NAMED).map(|name| quoted(name)).collect();
        if let Some(more) = files.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            named.push(count(more as u64, "further file", "further files"));
        }
        list(&named)
    };
    let whole = match without.len() {
        0 => None,
        1 => Some(format!("{}, which gives no statement", names(without))),
        _ => Some(format!("{}, which give no statement", names(without))),
    };
    let parts = (!in_part.is_empty()).then(|| format!("what cannot be read of {}", names(in_part)));
    let told: Vec<String> = [whole, parts].into_iter().flatten().collect();
    (!told.is_empty()).then(|| format!("Left out: {}", told.join("; ")))
}

/// The verdict over one statement in words.
pub fn headline_of(examined: &Examined, settings: &Settings) -> String {
    let mut counts = Counts::default();
    counts.add_statement(examined);
    headline_over(&counts, examined.verdict, settings)
}

fn headline_over(counts: &Counts, verdict: Verdict, settings: &Settings) -> String {
    let words = self::verdict(verdict, settings.tolerance);
    if verdict == Verdict::NotCheckable && counts.checks() > 0 && counts.on == 0 {
        return "Not checked: the rules about totals are off".to_owned();
    }
    if verdict >= Verdict::NotCheckable {
        return words.to_owned();
    }
    format!("{words}{}", but_for(counts))
}

/// Where differences were accepted the reader is told so at once.
fn but_for(counts: &Counts) -> String {
    let [accepted, off, beside] = counts.aside;
    let told = [
        (accepted, "accepted difference", "accepted differences"),
        (off, "difference whose rule is off", "differences whose rule is off"),
        (beside, "total beside the tree that differs", "totals beside the tree that differ"),
    ];
    let told: Vec<String> = told
        .into_iter()
        .filter(|(many, ..)| *many > 0)
        .map(|(many, one, more)| count(many, one, more))
        .collect();
    if told.is_empty() { String::new() } else { format!(", but for {}", list(&told)) }
}

/// A sentence's beginning within another.
fn lower(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(characters).collect()
}

/// A whole number with its thousands apart.
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut told = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// Which totals fail although the equation ties, as the end of a sentence; empty if it does not, or none does.
pub fn failing(examined: &Examined) -> String {
    let fails = |check: &&Check| check.outcome == Outcome::Differs;
    let totals = || {
        examined.checks.iter().filter(fails).filter_map(|check| match check.subject {
            Subject::Total(line) => Some((line, check.difference?)),
            Subject::Equation | Subject::Stated(_) => None,
        })
    };
    if examined.equation().is_some_and(|check| check.outcome == Outcome::Differs) {
        return String::new();
    }
    match (totals().next(), totals().count()) {
        (None, _) => String::new(),
        (Some((line, gap)), 1) => {
            format!(", but {} differs from its items by {}", name(&examined.statement, line), amount(gap))
        }
        (Some((line, _)), many) => {
            format!(
                ", but {many} totals differ from their items, the first is {}",
                name(&examined.statement, line)
            )
        }
    }
}

/// Why a difference does not count in the verdict; empty if it does.
pub fn aside(check: &Check) -> &'static str {
    match check.standing {
        _ if check.outcome != Outcome::Differs => "",
        Standing::Counts => "",
        Standing::Accepted => "accepted",
        Standing::RuleOff => "its rule is off",
        Standing::Beside => "beside the tree",
    }
}

/// How much of the equation's difference each of the failing totals explains, if totals fail; of more than three, how
/// much all of them do.
pub fn explained(check: &Check, statement: &Statement) -> Option<String> {
    let residual = check.residual.as_ref()?;
    let each = || residual.repaired.iter().zip(&residual.explained);
    if residual.repaired.len() > 3 {
        let all = each().fold(Sum::ZERO, |sum, (_, share)| sum.plus(*share)).total()?;
        return Some(format!("{} failing totals explain {} of it", residual.repaired.len(), amount(all)));
    }
    let told: Vec<String> = each()
        .map(|(line, share)| format!("{} explains {}", name(statement, *line), amount(*share)))
        .collect();
    Some(format!("{} of it", list(&told)))
}

/// What would be left of the equation's difference, if totals fail.
pub fn residual(check: &Check, statement: &Statement) -> Option<String> {
    let left = check.residual.as_ref()?.amount;
    let left = if left.is_zero() { "nothing".to_owned() } else { amount(left) };
    Some(format!("{left} {}", residual_condition(check, statement)?))
}

/// Under which condition the residual would remain, if totals fail.
pub fn residual_condition(check: &Check, statement: &Statement) -> Option<String> {
    Some(match check.residual.as_ref()?.repaired.as_slice() {
        [line] => format!("would remain if {} were its calculated total", name(statement, *line)),
        lines => format!("would remain if the {} failing totals were their calculated amounts", lines.len()),
    })
}

/// Why a check could not be made.
pub fn obstacle(obstacle: &Obstacle, statement: &Statement) -> String {
    match obstacle {
        Obstacle::NoTotal => "no total is stated".to_owned(),
        Obstacle::TotalUnreadable => "the total cannot be read".to_owned(),
        Obstacle::ItemsWithoutAmount { first, count: 1 } => {
            format!("{} has no readable amount", name(statement, *first))
        }
        Obstacle::ItemsWithoutAmount { first, count: total } => {
            let items = count(u64::from(*total), "item has", "items have");
            format!("{items} no readable amount, the first is {}", name(statement, *first))
        }
        Obstacle::ItemsMalformed => "some of its items cannot be read".to_owned(),
        Obstacle::SectionsMissing(kinds) => {
            let names: Vec<String> = kinds.iter().map(|kind| section(*kind).to_owned()).collect();
            format!("there is no {}", list(&names))
        }
        Obstacle::SectionRepeated(kind) => {
            format!("{} stands in the statement more than once", section(*kind))
        }
        Obstacle::SectionWithoutAmount(line) => {
            format!("{} has no readable amount", name(statement, *line))
        }
        Obstacle::NoEquation(kind) => format!("{} has no equation", statement_kind(*kind)),
        Obstacle::TooLong => format!("the exact result has more than {MAX_DIGITS} digits"),
    }
}
