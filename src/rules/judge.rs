//! Applies every rule to a reading: the way in to this room.

use crate::model::finding::Finding;
use crate::model::oddity::OddityKind;
use crate::model::reading::Reading;
use crate::model::report::Examined;
use crate::model::settings::Settings;
use crate::model::verdict::Verdict;
use crate::rules::catalogue::RULES;
use crate::rules::checks;
use crate::rules::rule::{Draft, Subject, Test};
use crate::rules::tolerance;

/// What the rules say of a file.
pub struct Judgement {
    /// The verdict over the file.
    pub verdict: Verdict,
    /// The statements with their checks, in file order.
    pub statements: Vec<Examined>,
    /// The findings: by severity, then in file order, then by code.
    pub findings: Vec<Finding>,
}

/// Makes every check and applies every rule.
pub fn judge(reading: Reading, settings: &Settings) -> Judgement {
    let mut findings = Vec::new();
    for rule in RULES {
        if let Test::File(test) = rule.test {
            let mut drafts = Vec::new();
            test(&reading, &mut drafts);
            let of = |draft: &Draft| draft.statement.and_then(|at| reading.statements.get(at as usize));
            findings.extend(drafts.into_iter().map(|draft| {
                let statement = of(&draft);
                draft.finish(rule, statement)
            }));
        }
    }
    let broken = reading.oddities.iter().any(|oddity| matches!(oddity.kind, OddityKind::Fault(_)));
    let mut statements = Vec::with_capacity(reading.statements.len());
    for (index, statement) in (0_u32..).zip(reading.statements) {
        let decimals = tolerance::decimals(&statement.lines);
        let checks = checks::make(&statement, settings.tolerance, decimals);
        let subject = Subject { statement: &statement, checks: &checks };
        for rule in RULES {
            if let Test::Statement(test) = rule.test {
                let mut drafts = Vec::new();
                test(&subject, &mut drafts);
                findings.extend(
                    drafts.into_iter().map(|draft| {
                        Draft { statement: Some(index), ..draft }.finish(rule, Some(&statement))
                    }),
                );
            }
        }
        let verdict = Verdict::over(&checks);
        statements.push(Examined { statement, decimals, checks, verdict });
    }
    findings.sort_by_key(|finding| {
        (finding.severity, finding.statement, finding.place.map(|place| place.offset), finding.rule)
    });
    let worst = statements.iter().map(|examined| examined.verdict).max();
    let verdict = worst.filter(|_| !broken).unwrap_or(Verdict::Unreadable);
    Judgement { verdict, statements, findings }
}
