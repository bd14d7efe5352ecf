//! A002 account-repeated: one account id stands on two lines.

use crate::model::finding::Severity;
use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::order::sorted;
use crate::model::repeats::{hash, repeated};
use crate::model::statement::StatementKind;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// A002: one account id stands on two lines.
pub const RULE: Rule = Rule {
    code: "A002",
    name: "account-repeated",
    level: Level::Error,
    what: "one account id stands on two lines",
    why: "joined by account id, the two lines become one or double each other",
    fix: "find out which line the id belongs to; if it is one account, keep one line",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "1000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    let statement = subject.statement;
    let lines = &statement.lines;
    let with_id = lines.all().filter(|line| lines.has_account_id(*line));
    let hashes = with_id.map(|line| (hash(lines.account_id(line)), line.0));
    let maybe: Vec<LineId> = repeated(lines.len(), hashes).into_iter().map(LineId).collect();
    let by_id = sorted(&maybe, |a, b| lines.account_id(*a).cmp(lines.account_id(*b)));
    // An account may have debits and credits in one trial balance.
    let same_side = |a: LineId, b: LineId| {
        statement.kind != StatementKind::TrialBalance || statement.weight_of(a) == statement.weight_of(b)
    };
    let same = |a: &LineId, b: &LineId| lines.account_id(*a) == lines.account_id(*b) && same_side(*a, *b);
    for alike in by_id.chunk_by(same) {
        // Where the innermost of the lines with this id ends: up to there, all of them are above the next one.
        let mut innermost_end = alike.first().map_or(LineId(0), |first| lines.end(*first));
        for pair in alike.windows(2) {
            let [before, line] = *pair else { continue };
            // Some ledgers give a group the id of the account it was made from.
            let is_chain = line < innermost_end;
            let unrelated = || alike.iter().copied().find(|other| lines.end(*other) <= line);
            let other = if is_chain { before } else { unrelated().unwrap_or(before) };
            innermost_end = innermost_end.min(lines.end(line));
            let id = lines.account_id(line);
            let message = format!(
                "{} has the same account id as {} on line ",
                words::name(statement, line),
                words::name(statement, other)
            );
            let draft =
                Draft::at(line, message).saying_line(lines.place(other), &format!(": {}", words::quoted(id)));
            drafts.push(draft.weighing(if is_chain { Severity::Info } else { Severity::Error }).on(id));
        }
    }
}
