//! T004 header-total-differs: a total stated in the header is not the tree's.

use crate::model::check::{Outcome, Subject as Compared};
use crate::model::header::{StatedTotal, TotalRole};
use crate::model::level::Level;
use crate::model::statement::{SectionKind, Statement};
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::total_differs;
use crate::rules::words;

/// T004: a total stated in the header is not the tree's.
pub const RULE: Rule = Rule {
    code: "T004",
    name: "header-total-differs",
    level: Level::Warning,
    what: "a total stated in the header is not the tree's",
    why: "whoever reads only the header sees another figure than whoever adds up the lines",
    fix: "find out which of the two is right; the header is often written at another time than the lines",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR", "total_assets": "90.00",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
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
    for check in subject.checks.iter().filter(|check| check.outcome == Outcome::Differs) {
        let (Compared::Stated(at), Some(figures)) = (check.subject, total_differs::figures(check)) else {
            continue;
        };
        let Some(total) = statement.header.totals.get(at as usize) else { continue };
        let message = format!(
            "{} is {}, but {} {}; the difference is {}",
            words::quoted(&total.key),
            words::amount(figures.reported),
            tree(total.role),
            words::amount(figures.calculated),
            words::amount(figures.difference)
        );
        drafts.push(draft(statement, total, message).with(figures));
    }
}

/// A draft about a total in the header.
pub fn draft(statement: &Statement, total: &StatedTotal, message: String) -> Draft {
    let pointer = statement.field_pointer(&total.key, None);
    Draft::new(message).field(total.place, pointer).on(&total.key)
}

/// What stands against a total of the header.
fn tree(role: TotalRole) -> String {
    match role {
        TotalRole::Section(SectionKind::Equity) => "equity in the tree is".to_owned(),
        TotalRole::Section(kind) => format!("{} in the tree are", words::section(kind)),
        TotalRole::Claims => "liabilities and equity in the tree are".to_owned(),
        TotalRole::NetAssets => "assets less liabilities in the tree are".to_owned(),
    }
}
