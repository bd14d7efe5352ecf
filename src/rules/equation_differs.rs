//! T002 equation-differs: assets are not liabilities plus equity.

use crate::model::check::{Outcome, Subject as Compared};
use crate::model::level::Level;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::total_differs;
use crate::rules::words;

/// T002: assets are not liabilities plus equity.
pub const RULE: Rule = Rule {
    code: "T002",
    name: "equation-differs",
    level: Level::Error,
    what: "assets are not liabilities plus equity",
    why: "a balance sheet that does not balance is wrong somewhere, even if every total is the sum of its items",
    fix: "mend the totals that differ first and see what remains; then look for an account that is missing on one side",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "75.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "75.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Statement(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    for check in subject.checks.iter().filter(|check| check.outcome == Outcome::Differs) {
        let (Compared::Equation, Some(figures)) = (check.subject, total_differs::figures(check)) else {
            continue;
        };
        let mut message = format!(
            "{}: {} against {}, a difference of {}",
            words::equation(check, statement, subject.settings.tolerance),
            words::amount(figures.reported),
            words::amount(figures.calculated),
            words::amount(figures.difference)
        );
        for part in
            [words::explained(check, statement), words::residual(check, statement)].into_iter().flatten()
        {
            message.push_str("; ");
            message.push_str(&part);
        }
        drafts.push(Draft::new(message).with(figures));
    }
}
