//! V005 sign-unusual: the sign of an account is opposite to what is usual in its section.

use crate::model::amount::Amount;
use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::statement::{SectionKind, Signs, Statement};
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::usual_sign::{self, Usual};
use crate::rules::words;

/// V005: the sign of an account is opposite to what is usual in its section.
pub const RULE: Rule = Rule {
    code: "V005",
    name: "sign-unusual",
    level: Level::Info,
    what: "the sign of an account is opposite to what is usual in its section",
    why: "it may be a slip of the sign; or the account belongs to the other side, as an overdrawn bank account does",
    fix: "look the account up; if the sign is right, consider showing it on the other side",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "-60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "160.00"}]},
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
    let reversed = statement.signs == Signs::CreditsNegative || is_reversed(statement);
    if statement.signs == Signs::CreditsNegative {
        let message = "liabilities and equity are stated as in a ledger, where what is owed is negative: the three \
                       sections should add up to zero";
        drafts.push(Draft::new(message.to_owned()).on("credits negative"));
    }
    for section in &statement.sections {
        if statement.weight(section.kind) == 0 || (reversed && section.kind != SectionKind::Assets) {
            continue;
        }
        let under = (section.line.0..lines.end(section.line).0).map(LineId);
        for line in under.filter(|line| lines.is_account(*line)) {
            let Some(amount) = lines.amount(line).filter(|amount| !amount.is_zero()) else { continue };
            let usual = usual_sign::of(subject, section.kind, line, amount.is_negative());
            let usual = match (usual, section.kind) {
                (Usual::Positive, SectionKind::Equity) => "paid-in capital is normally positive",
                (Usual::Positive, SectionKind::Assets) => "assets are normally positive",
                (Usual::Positive, _) => "liabilities are normally positive",
                (Usual::Negative, _) => "a line of that name is normally negative",
                (Usual::Either, _) => continue,
            };
            drafts.add(|| {
                let name = words::name(statement, line);
                Draft::at(line, format!("{name} is {}, while {usual}", words::amount(amount)))
            });
        }
    }
}

/// Whether a ledger wrote liabilities and equity with a minus throughout, as credits.
fn is_reversed(statement: &Statement) -> bool {
    let lines = &statement.lines;
    let negative = |kind: SectionKind| {
        let mut amounts = statement.sections_of(kind).map(|section| lines.amount(section.line));
        amounts.next().flatten().filter(|amount| !amount.is_zero()).map(Amount::is_negative)
    };
    let signs = [SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity].map(negative);
    if signs != [Some(false), Some(true), Some(true)] {
        return false;
    }
    let claims = statement
        .sections
        .iter()
        .filter(|section| matches!(section.kind, SectionKind::Liabilities | SectionKind::Equity));
    let accounts = claims
        .flat_map(|section| (section.line.0..lines.end(section.line).0).map(LineId))
        .filter(|line| lines.is_account(*line));
    let amounts = accounts.filter_map(|line| lines.amount(line)).filter(|amount| !amount.is_zero());
    amounts.map(|amount| if amount.is_negative() { -1_i64 } else { 1 }).sum::<i64>() < 0
}
