//! S001 section-missing: there is no `assets`, `liabilities` or `equity`.

use crate::model::dialect::Dialect;
use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::model::syntax::Shape;
use crate::rules::broken_json;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};
use crate::rules::words::{self, quoted};

/// S001: there is no `assets`, `liabilities` or `equity`.
pub const RULE: Rule = Rule {
    code: "S001",
    name: "section-missing",
    level: Level::Error,
    what: "there is no `assets`, `liabilities` or `equity`",
    why: "without all three, nobody can say whether assets equal liabilities plus equity",
    fix: "the file should hold an object with `assets`, `liabilities` and `equity`, each an object with `name`, `value` and `items`; or a list of such objects, alone or under `balance_sheets`",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        if let OddityKind::NoStatement { found, keys, empty_list } = &oddity.kind {
            drafts.push(Draft::about(oddity, stranger(*found, keys, *empty_list)));
        }
        if oddity.kind == OddityKind::TooLarge {
            let message =
                "this report is too large to be read at once: export it in shorter periods".to_owned();
            drafts.push(Draft::about(oddity, message));
        }
        if oddity.kind == OddityKind::TooManyLines {
            let message =
                "this statement has more than 12 million lines, or more than 1 GiB of names and ids, \
                           which is more than can be held at once: export it in parts"
                    .to_owned();
            drafts.push(Draft::about(oddity, message));
        }
        if let OddityKind::FitsNothing(dialect) = &oddity.kind {
            let message = match dialect {
                Dialect::NamedTree => "the mapping that was set fits nothing here".to_owned(),
                other => format!("this cannot be read as {}, which was chosen", words::dialect(*other)),
            };
            drafts.push(Draft::about(oddity, message + "; let the shape be found out, or choose another"));
        }
    }
    let Some((index, statement)) = noticed.statement else { return };
    let mut malformed = Vec::new();
    for oddity in noticed.oddities {
        let OddityKind::SectionMalformed { kind, key, found } = &oddity.kind else { continue };
        malformed.push(*kind);
        let found = broken_json::shape(*found);
        let message = format!(
            "{} is {found}, where an object with `name`, `value` and `items` is expected",
            quoted(key)
        );
        drafts.push(Draft::about(oddity, message).on(format!("{key} {found}")));
    }
    let (one_side, other_side) = statement.sides();
    let missing: Vec<String> = one_side
        .iter()
        .chain(other_side)
        .copied()
        .filter(|kind| statement.sections_of(*kind).next().is_none())
        .filter(|kind| !malformed.contains(kind))
        .map(|kind| quoted(words::section(kind)))
        .collect();
    if !missing.is_empty() {
        let verb = if missing.len() == 1 { "is" } else { "are" };
        let message = format!("{} {verb} missing, so the equation cannot be checked", words::list(&missing));
        drafts.push(Draft::new(message).of(index).on(missing.join(" ")));
    }
}

fn stranger(found: Shape, keys: &[String], empty_list: bool) -> String {
    let found = match (found, keys) {
        _ if empty_list => "this list is empty".to_owned(),
        (Shape::Object, []) => "this object is empty".to_owned(),
        (Shape::Object, keys) => {
            let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
            format!("this object begins with {}", words::list(&keys))
        }
        (shape, _) => format!("this is {}", broken_json::shape(shape)),
    };
    format!("no balance sheet here: {found}; expected an object with `assets`, `liabilities` and `equity`")
}
