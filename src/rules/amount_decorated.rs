//! V007 amount-decorated: an amount is written with more than digits, a point and a minus.

use crate::model::amount::Amount;
use crate::model::decoration::{self, Decoration};
use crate::model::level::Level;
use crate::model::lines::{AmountState, LineId};
use crate::model::statement::Statement;
use crate::rules::example;
use crate::rules::header_total_differs;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// V007: an amount is written with more than digits, a point and a minus.
pub const RULE: Rule = Rule {
    code: "V007",
    name: "amount-decorated",
    level: Level::Warning,
    what: "an amount is written with separators, a currency, brackets or a minus behind",
    why: "most programs take such a text for no number, and some for another number",
    fix: "write plain numbers such as `-1234.50`: a point for the decimals, no separators, the currency in a field of its own",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "1100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "1,234.50"},
  {"account_id": "1100", "name": "Overdraft", "value": "-134.50"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "1070.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "1070.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

/// The amounts that are decorated in one way.
struct Kind {
    decoration: Decoration,
    count: u64,
    first: Holder,
    literal: String,
    amount: Amount,
}

/// Where an amount stands.
#[derive(Clone, Copy)]
enum Holder {
    Line(LineId),
    /// By its place among the header's totals.
    Total(usize),
}

/// One finding a way, so that a file of a thousand such amounts stays readable.
fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let mut kinds = Vec::new();
    let any = subject.amounts.have(&[AmountState::Decorated]);
    for line in lines.all().filter(|line| any && lines.amount_state(*line) == AmountState::Decorated) {
        if let Some(amount) = lines.amount(line) {
            note(&mut kinds, Holder::Line(line), &lines.literal(line), amount);
        }
    }
    for (at, total) in statement.header.totals.iter().enumerate() {
        let plain = Amount::parse(&total.literal).ok().map(Amount::value);
        if let Some(amount) = total.amount.filter(|amount| plain != Some(amount.value())) {
            note(&mut kinds, Holder::Total(at), &total.literal, amount);
        }
    }
    for kind in kinds {
        let (how, basis) = (how(kind.decoration), kind.literal.clone());
        let (name, literal) = (name(statement, kind.first), words::quoted(&kind.literal));
        let amount = words::plain(kind.amount);
        let message = if kind.count == 1 {
            format!("the amount of {name}, {literal}, is written with {how}; it was read as {amount}")
        } else {
            let count = kind.count;
            format!(
                "{count} amounts are written with {how}; the first is {name}, {literal}, read as {amount}"
            )
        };
        let many = (kind.count > 1).then(|| format!("{how} {}", kind.count));
        let draft = match (kind.first, many.is_some()) {
            (Holder::Line(line), true) => Draft::new(message).widespread(Some(line)),
            (Holder::Line(line), false) => Draft::at(line, message).on(format!("{how} {basis}")),
            (Holder::Total(at), _) => match statement.header.totals.get(at) {
                Some(total) => header_total_differs::draft(statement, total, message)
                    .on(format!("{how} {} {basis}", total.key)),
                None => Draft::new(message),
            },
        };
        drafts.push(many.into_iter().fold(draft, Draft::on));
    }
}

/// Keeps the ways in order.
fn note(kinds: &mut Vec<Kind>, holder: Holder, literal: &str, amount: Amount) {
    for decoration in decoration::of(literal, amount) {
        match kinds.binary_search_by_key(&decoration, |kind| kind.decoration) {
            Ok(at) => {
                if let Some(kind) = kinds.get_mut(at) {
                    kind.count += 1;
                }
            }
            Err(at) => {
                let literal = literal.to_owned();
                kinds.insert(at, Kind { decoration, count: 1, first: holder, literal, amount });
            }
        }
    }
}

fn name(statement: &Statement, holder: Holder) -> String {
    match holder {
        Holder::Line(line) => words::name(statement, line),
        Holder::Total(at) => {
            statement.header.totals.get(at).map(|total| words::quoted(&total.key)).unwrap_or_default()
        }
    }
}

/// The decoration as it follows "written with".
fn how(decoration: Decoration) -> String {
    match decoration {
        Decoration::Grouped('\'') => "an apostrophe between thousands".to_owned(),
        Decoration::Grouped(' ') => "a space between thousands".to_owned(),
        Decoration::Grouped(mark) => format!("`{mark}` between thousands"),
        Decoration::DecimalComma => "`,` before the decimals".to_owned(),
        Decoration::Brackets => "brackets for a minus".to_owned(),
        Decoration::MinusBehind => "the minus behind".to_owned(),
        Decoration::TrueMinus => "`−` for a minus".to_owned(),
        Decoration::Plus => "a plus in front".to_owned(),
        Decoration::Currency => "a currency".to_owned(),
        Decoration::NoWhole => "no digit before the decimals".to_owned(),
        Decoration::Spaces => "spaces around".to_owned(),
    }
}
