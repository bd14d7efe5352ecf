//! S011 row-misplaced: a row names a parent under which it cannot stand, or skips a level.

use crate::model::finding::Severity;
use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};
use crate::rules::words::{self, quoted};

/// S011: a row names a parent under which it cannot stand, or skips a level.
pub const RULE: Rule = Rule {
    code: "S011",
    name: "row-misplaced",
    level: Level::Error,
    what: "a row names a parent that is not there or stands below the row itself, or skips a level (a warning)",
    why: "nobody can say to which total the row belongs, so it may be missing from one",
    fix: "export the rows with all of their parents; where a level is skipped, check whether the row between was left out",
    bad: br#"{"date": "2024-12-31", "currency": "EUR", "rows": [
 {"id": "1000", "parent_id": null, "name": "Assets", "balance": "100.00"},
 {"id": "1100", "parent_id": "1000", "name": "Cash", "balance": "60.00"},
 {"id": "1200", "parent_id": "1000", "name": "Receivables", "balance": "40.00"},
 {"id": "2000", "parent_id": null, "name": "Liabilities", "balance": "30.00"},
 {"id": "2100", "parent_id": "2000", "name": "Payables", "balance": "30.00"},
 {"id": "3000", "parent_id": "9000", "name": "Equity", "balance": "70.00"},
 {"id": "3100", "parent_id": "3000", "name": "Capital", "balance": "70.00"}]}"#,
    good: br#"{"date": "2024-12-31", "currency": "EUR", "rows": [
 {"id": "1000", "parent_id": null, "name": "Assets", "balance": "100.00"},
 {"id": "1100", "parent_id": "1000", "name": "Cash", "balance": "60.00"},
 {"id": "1200", "parent_id": "1000", "name": "Receivables", "balance": "40.00"},
 {"id": "2000", "parent_id": null, "name": "Liabilities", "balance": "30.00"},
 {"id": "2100", "parent_id": "2000", "name": "Payables", "balance": "30.00"},
 {"id": "3000", "parent_id": null, "name": "Equity", "balance": "70.00"},
 {"id": "3100", "parent_id": "3000", "name": "Capital", "balance": "70.00"}]}"#,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        let named = noticed.statement.zip(oddity.line);
        let name = named.map(|((_, statement), line)| words::name(statement, line));
        let name = name.unwrap_or_else(|| "a row".to_owned());
        let draft = match &oddity.kind {
            OddityKind::ParentMissing { parent } => {
                let message = format!(
                    "{name} names {} as its parent, which no row is; here it stands under no row",
                    quoted(parent)
                );
                Draft::about(oddity, message).on(parent)
            }
            OddityKind::ParentCycle { parent } => {
                let message = format!(
                    "{name} names {} as its parent, which is itself or stands below it; here it stands under no row",
                    quoted(parent)
                );
                Draft::about(oddity, message).on(parent)
            }
            OddityKind::LevelJump { from, to } => {
                let message = format!(
                    "{name} is on level {to} right after a row on level {from}; here it stands right under that row"
                );
                Draft::about(oddity, message).on(format!("{from} {to}")).weighing(Severity::Warning)
            }
            _ => continue,
        };
        drafts.push(draft);
    }
}
