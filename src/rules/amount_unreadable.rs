//! V001 amount-unreadable: an amount is no number, or could be two.

use crate::model::amount::{Amount, NotAnAmount};
use crate::model::level::Level;
use crate::model::lines::AmountState;
use crate::rules::example;
use crate::rules::header_total_differs;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// V001: an amount is no number, or could be two.
pub const RULE: Rule = Rule {
    code: "V001",
    name: "amount-unreadable",
    level: Level::Error,
    what: "an amount is no number, or could be two",
    why: "the line cannot be added, so no total above it can be proved",
    fix: "write a plain number such as `-1234.50`: a point for the decimals, no separators, no currency sign",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "n/a"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let any = subject.amounts.have(&[AmountState::Unreadable, AmountState::Ambiguous]);
    for line in lines.all().filter(|_| any) {
        let fault = match (lines.amount_state(line), lines.readings(line)) {
            (AmountState::Unreadable, _) => "is no number".to_owned(),
            (AmountState::Ambiguous, Some([decimal, thousands])) => format!(
                "may be {} or {}; neither the other amounts nor the totals decide",
                words::plain(thousands),
                words::plain(decimal)
            ),
            _ => continue,
        };
        let (name, literal) = (words::name(statement, line), lines.literal(line));
        let message = format!("the amount of {name} is {}, which {fault}", words::quoted(&literal));
        drafts.push(Draft::at(line, message).on(literal));
    }
    for total in statement.header.totals.iter().filter(|total| total.amount.is_none()) {
        // One that is only too long is V006's.
        if Amount::parse(&total.literal) != Err(NotAnAmount::TooLong) {
            let (key, literal) = (words::quoted(&total.key), words::quoted(&total.literal));
            let message = format!("{key} in the header is {literal}, which cannot be read as one number");
            drafts.push(header_total_differs::draft(statement, total, message).on(&total.literal));
        }
    }
}
