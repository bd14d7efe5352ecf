//! V003 decimals-mixed: amounts written as text have different numbers of decimals.

use crate::model::level::Level;
use crate::model::lines::{AmountState, LineId};
use crate::rules::example;
use crate::rules::residue;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;
/// V003: amounts written as text have different numbers of decimals.
pub const RULE: Rule = Rule {
    code: "V003",
    name: "decimals-mixed",
    level: Level::Warning,
    what: "amounts written as text have different numbers of decimals",
    why: "a system writes its amounts to one number of decimals; another number hints at a hand, or at two sources",
    fix: "look at the amounts that are written differently",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.0"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let lines = &subject.statement.lines;
    // More decimals than usual are V004's to tell.
    let most = residue::usual(subject.amounts).unwrap_or(0);
    let texts = subject.amounts.texts.iter().take(most as usize + 1);
    let Some((usual, like)) = (0_u32..).zip(texts.clone()).max_by_key(|(_, count)| **count) else { return };
    let others = texts.sum::<u64>() - like;
    if others == 0 {
        return;
    }
    let is_other = |line: &LineId| {
        matches!(lines.amount_state(*line), AmountState::Text | AmountState::Decorated)
            && lines
                .amount(*line)
                .is_some_and(|amount| amount.decimals() <= most && amount.decimals() != usual)
    };
    let Some(first) = lines.all().find(is_other) else { return };
    let literal = lines.literal(first);
    let message = format!(
        "{} not written to {} like {like} of {}{} {} with {}",
        words::count(others, "amount is", "amounts are"),
        words::count(u64::from(usual), "decimal", "decimals"),
        like + others,
        if others == 1 { ":" } else { ", the first is" },
        words::name(subject.statement, first),
        words::quoted(&literal)
    );
    drafts.push(match others {
        1 => Draft::at(first, message).on(literal),
        _ => Draft::new(message).widespread(Some(first)).on(format!("{usual} {others}")),
    });
}
