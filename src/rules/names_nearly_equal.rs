//! S009 names-nearly-equal: two names differ only in case, spaces or punctuation.

use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::numbers::Numbers;
use crate::model::statement::Statement;
use crate::rules::alike::letters;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Rule, Subject, Test};
use crate::rules::words;

/// S009: two names differ only in case, spaces or punctuation.
pub const RULE: Rule = Rule {
    code: "S009",
    name: "names-nearly-equal",
    level: Level::Info,
    what: "two names differ only in case, spaces or punctuation",
    why: "a person takes them for one name and a program for two, or the other way round",
    fix: "write the name in one way, or give the lines names that tell them apart",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Trade-Loan", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Trade loan", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Tree(test),
};

fn test(subject: &Subject<'_>, drafts: &mut Drafts) {
    for alike in subject.tree.alike.each() {
        tell(subject.statement, alike, drafts);
    }
}

/// Tells each further spelling among lines whose names have one hash.
fn tell(statement: &Statement, alike: &[(u32, LineId)], drafts: &mut Drafts) {
    let name = |line: LineId| statement.lines.name(line);
    if alike.iter().all(|(_, line)| alike.first().is_some_and(|(_, first)| name(*first) == name(*line))) {
        return;
    }
    let mut numbers = Numbers::default();
    let mut known: Vec<(LineId, Numbers<'_>)> = Vec::new();
    for (_, line) in alike.iter().copied().filter(|(_, line)| statement.lines.depth(*line) > 0) {
        let letters = letters(name(line));
        if letters.is_empty() {
            continue;
        }
        let (number, new) = numbers.meet(letters.into());
        if new {
            known.push((line, Numbers::default()));
        }
        let Some((first, spellings)) = known.get_mut(number as usize) else { continue };
        if name(*first) != name(line) && spellings.meet(name(line).into()).1 {
            drafts.add(|| {
                let message = format!(
                    "{} is nearly {} on line ",
                    words::quoted(name(line)),
                    words::quoted(name(*first))
                );
                let basis = [name(*first), name(line)].join("\0");
                Draft::new(message)
                    .saying_line(statement.lines.place(*first), ": only case, spaces or punctuation differ")
                    .widespread(Some(line))
                    .on(basis)
            });
        }
    }
}
