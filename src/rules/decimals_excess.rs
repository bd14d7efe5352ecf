//! V004 decimals-excess: an amount has more decimals than the statement uses.

use crate::model::level::Level;

use crate::rules::example;
use crate::rules::residue;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// V004: an amount has more decimals than the statement uses.
pub const RULE: Rule = Rule {
    code: "V004",
    name: "decimals-excess",
    level: Level::Warning,
    what: "an amount has more decimals than the statement uses",
    why: "it was computed in floating point or rounded nowhere, and totals over it miss by fractions of a cent",
    fix: "round the amount where it is computed, in decimal arithmetic",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.0000"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

/// How many amounts of a statement are told one by one, here and wherever one fault may be on every line.
pub const MOST_TOLD: usize = 20;

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let Some(usual) = residue::usual(subject.amounts) else { return };
    if !subject.amounts.have_more_than(usual) {
        return;
    }
    let mut found =
        lines.all().filter(|line| lines.amount(*line).is_some_and(|amount| amount.decimals() > usual));
    for line in found.by_ref().take(MOST_TOLD) {
        let Some(amount) = lines.amount(line) else { continue };
        let literal = lines.literal(line);
        let meant =
            residue::rounded(amount, usual).filter(|_| residue::is_residue(amount)).map(words::amount);
        let meant = meant
            .map(|meant| format!("; this looks like floating point, and was probably {meant}"))
            .unwrap_or_default();
        let message = format!(
            "the amount of {}, {}, has {} where the statement uses {usual}{meant}",
            words::name(statement, line),
            words::quoted(&literal),
            words::count(u64::from(amount.decimals()), "decimal", "decimals"),
        );
        drafts.push(Draft::at(line, message).on(literal));
    }
    if let Some(first) = found.next() {
        let count = 1 + found.count() as u64;
        let rest = words::count(count, "more amount has", "more amounts have");
        let message = format!(
            "{rest} more than {}, the first is {}",
            words::count(u64::from(usual), "decimal", "decimals"),
            words::name(statement, first)
        );
        drafts.push(Draft::new(message).widespread(Some(first)).on(format!("rest {count}")));
    }
}
