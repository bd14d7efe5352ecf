//! A001 account-missing: an account line has no account id.

use crate::model::finding::Severity;
use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// A001: an account line has no account id.
pub const RULE: Rule = Rule {
    code: "A001",
    name: "account-missing",
    level: Level::Warning,
    what: "an account line has no account id",
    why: "without an id the line cannot be matched to the chart of accounts or to another period, only guessed by its name",
    fix: "add the account id; a profit line that the ledger computes usually has none and may stay",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let without: Vec<LineId> =
        lines.all().filter(|line| lines.is_account(*line) && !lines.has_account_id(*line)).collect();
    let any_id = lines.all().any(|line| lines.has_account_id(line));
    if let (false, Some(first)) = (any_id, without.first()) {
        let count = words::count(without.len() as u64, "account has", "accounts have");
        let message = format!("none of the lines has an account id: {count} none");
        let draft = Draft::new(message).widespread(Some(*first)).on(format!("none {}", without.len()));
        drafts.push(draft.weighing(Severity::Info));
        return;
    }
    for line in without {
        drafts.add(|| {
            let name = words::name(statement, line);
            let computed = if is_computed_profit(statement.name(line)) {
                "; ledgers compute this line, so it usually has none"
            } else {
                ""
            };
            Draft::at(line, format!("{name} has no account id{computed}"))
        });
    }
}

/// Whether a name is one that ledgers give to the profit they compute, rather than keep as an account.
fn is_computed_profit(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let known = [
        "net income",
        "net profit",
        "net loss",
        "net earnings",
        "profit for the",
        "profit and loss",
        "profit & loss",
        "profit / loss",
        "current year earnings",
        "result for the",
    ];
    known.iter().any(|known| name.contains(known)) || name == "earnings"
}
