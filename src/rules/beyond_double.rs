//! J005 beyond-double: an amount or a number as id that a program reading doubles would change.

use crate::model::amount::Amount;
use crate::model::level::Level;
use crate::model::lines::{LineId, Lines};
use crate::model::statement::Statement;
use crate::rules::decimals_excess::MOST_TOLD;
use crate::rules::double;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// J005: an amount or a number as id that a program reading doubles would change.
pub const RULE: Rule = Rule {
    code: "J005",
    name: "beyond-double",
    level: Level::Info,
    what: "an amount or an id written as a number would be changed by a program that reads doubles",
    why: "browsers, spreadsheets and many scripts read JSON numbers as doubles and keep some 16 digits; Tieout keeps all",
    fix: "write ids as text, and read the file with a tool that keeps all digits",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": 9007199254740993, "name": "Cash", "value": "60.00"},
  {"account_id": 9007199254740100, "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": 9007199254740200, "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": 9007199254740300, "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    if !subject.amounts.are_long && !lines.has_long_number_ids() {
        return;
    }
    let mut told = 0;
    let mut rest: Option<(LineId, u64)> = None;
    for line in lines.all().filter(|line| may_change(lines, *line)) {
        for draft in [id(statement, line), amount(statement, line)].into_iter().flatten() {
            if told < MOST_TOLD {
                told += 1;
                drafts.push(draft);
            } else {
                rest.get_or_insert((line, 0)).1 += 1;
            }
        }
    }
    if let Some((first, count)) = rest {
        let message = format!(
            "{} in a program that reads doubles, the first on {}",
            words::count(count, "more amount or id changes", "more amounts and ids change"),
            words::name(statement, first)
        );
        drafts.push(Draft::new(message).widespread(Some(first)).on(format!("rest {count}")));
    }
}

/// Whether a line has a number of so many digits that more than a look at it is needed.
fn may_change(lines: &Lines, line: LineId) -> bool {
    let is_long = |amount: Amount| {
        amount.small().is_none_or(|mantissa| mantissa.unsigned_abs() >= double::FIRST_CHANGED)
    };
    lines.id_is_long_number(line) || lines.amount(line).is_some_and(is_long)
}

/// What becomes of the line's account id, if it is written as a number and changes.
fn id(statement: &Statement, line: LineId) -> Option<Draft> {
    let lines: &Lines = &statement.lines;
    if !lines.id_is_long_number(line) {
        return None;
    }
    let id = lines.account_id(line);
    let (minus, digits) = id.strip_prefix('-').map_or(("", id), |digits| ("-", digits));
    let whole = digits.parse::<u128>().ok().map(|digits| (digits, 0));
    let exact =
        whole.or_else(|| Amount::parse(digits).ok().map(|id| (id.mantissa().unsigned_abs(), id.decimals())));
    let becomes = match exact {
        // Past what can be told exactly, no double has all the digits.
        None if digits.bytes().all(|byte| byte.is_ascii_digit()) => "another number".to_owned(),
        None => return None,
        Some((digits, decimals)) => {
            let (digits, decimals) = double::becomes(digits, decimals)?;
            format!("{minus}{}", with_point(digits, decimals))
        }
    };
    let message = format!(
        "the account id {} of {} is a number, which becomes {becomes} in a program that reads doubles",
        words::quoted(id),
        words::name(statement, line)
    );
    Some(Draft::at(line, message).on(id))
}

/// What becomes of the line's amount, if it changes.
fn amount(statement: &Statement, line: LineId) -> Option<Draft> {
    let amount = statement.lines.amount(line)?;
    let (digits, decimals) = double::becomes(amount.mantissa().unsigned_abs(), amount.decimals())?;
    let digits = i128::try_from(digits).ok()?;
    let becomes = Amount::from_scaled(if amount.is_negative() { -digits } else { digits }, decimals)?;
    let literal = statement.lines.literal(line);
    let message = format!(
        "the amount of {}, {}, becomes {} in a program that reads doubles",
        words::name(statement, line),
        words::quoted(&literal),
        words::amount(becomes)
    );
    Some(Draft::at(line, message).on(literal))
}

fn with_point(digits: u128, decimals: u32) -> String {
    let width = decimals as usize + 1;
    let text = format!("{digits:0width$}");
    match text.split_at_checked(text.len() - decimals as usize) {
        Some((whole, fraction)) if decimals > 0 => format!("{whole}.{fraction}"),
        _ => text,
    }
}
