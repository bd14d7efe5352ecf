//! Applies every rule to a reading: the way in to this room.

use crate::model::check::{Check, Outcome, Standing, Subject as Compared};
use crate::model::finding::{Finding, Severity};
use crate::model::level::Level;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::order::{arranged, sorted};
use crate::model::reading::Reading;
use crate::model::report::Examined;
use crate::model::settings::Settings;
use crate::model::statement::Statement;
use crate::model::verdict::Verdict;
use crate::model::waiver::Fingerprint;
use crate::rules::catalogue::{RULES, find};
use crate::rules::checks;
use crate::rules::fingerprint::Fingerprints;
use crate::rules::rule::{Draft, Rule, Subject, Test};
use crate::rules::tolerance;

/// What the rules say of a file.
pub struct Judgement {
    /// The verdict over the file.
    pub verdict: Verdict,
    /// The statements with their checks, in file order.
    pub statements: Vec<Examined>,
    /// The findings: by severity, then in file order, then by code.
    pub findings: Vec<Finding>,
    /// What was noticed while reading, as it came.
    pub oddities: Vec<Oddity>,
}

/// What a rule weighs as long as nobody chooses otherwise. A limit to the age of the data switches its rule on.
pub fn usual_level(rule: &Rule, settings: &Settings) -> Level {
    match rule.level {
        Level::Off if settings.freshness_days.is_some() => Level::Warning,
        level => level,
    }
}

/// What settings make of a rule's level.
pub fn level(rule: &Rule, settings: &Settings) -> Level {
    settings.levels.get(rule.code).copied().unwrap_or_else(|| usual_level(rule, settings))
}

/// Makes every check, applies every rule that is not off, and finds what was accepted.
pub fn judge(reading: Reading, settings: &Settings) -> Judgement {
    let told: Vec<(&Rule, Severity)> = RULES
        .iter()
        .filter_map(|rule| level(rule, settings).severity().map(|severity| (*rule, severity)))
        .collect();
    let accepted = accepted(settings);
    let accept = |finding: &mut Finding, fingerprint: Fingerprint| {
        finding.fingerprint = fingerprint;
        finding.waiver = waiver_of(&accepted, finding.rule, fingerprint);
    };
    let mut findings = of_file(&reading, &told, accept);
    let broken = reading.oddities.iter().any(|oddity| matches!(oddity.kind, OddityKind::Fault(_)));
    let mut statements = Vec::with_capacity(reading.statements.len());
    for (index, statement) in (0_u32..).zip(reading.statements) {
        let decimals = tolerance::decimals(&statement.lines);
        let mut checks = checks::make(&statement, settings.tolerance, decimals);
        let subject = Subject { statement: &statement, checks: &checks, decimals, settings };
        let own = of_statement(index, &subject, &told, accept);
        let on = |check: &Check| {
            find(check.subject.rule()).is_some_and(|rule| level(rule, settings) != Level::Off)
        };
        let waived = own.iter().filter(|one| one.waiver.is_some());
        let waived: Vec<Compared> = waived.filter_map(|one| compared(one, &statement)).collect();
        let waived = sorted(&waived, Ord::cmp);
        for check in &mut checks {
            // What cannot be checked was not shown to agree, whatever was accepted or switched off.
            check.standing = match check.subject {
                _ if !on(check) && check.outcome != Outcome::NotCheckable => Standing::RuleOff,
                subject if waived.binary_search(&subject).is_ok() => Standing::Accepted,
                Compared::Stated(_) => Standing::Beside,
                Compared::Total(_) | Compared::Equation => Standing::Counts,
            };
        }
        findings.extend(own);
        let verdict = Verdict::over(&checks);
        statements.push(Examined { statement, decimals, checks, verdict });
    }
    let place = |finding: &Finding| finding.place.map(|place| place.offset);
    let findings = arranged(findings, |a, b| {
        (a.severity, a.statement, place(a), a.rule).cmp(&(b.severity, b.statement, place(b), b.rule))
    });
    let worst = statements.iter().map(|examined| examined.verdict).max();
    let verdict = worst.filter(|_| !broken).unwrap_or(Verdict::Unreadable);
    Judgement { verdict, statements, findings, oddities: reading.oddities }
}

/// What a waiver accepts, with its place in the settings.
type Accepted<'a> = (&'a str, Fingerprint, u32);

/// What is accepted, in order.
fn accepted(settings: &Settings) -> Vec<Accepted<'_>> {
    let waivers = (0_u32..).zip(&settings.waivers);
    let accepted: Vec<Accepted<'_>> =
        waivers.map(|(at, waiver)| (waiver.rule.as_str(), waiver.fingerprint, at)).collect();
    sorted(&accepted, Ord::cmp)
}

/// The last waiver of a finding.
fn waiver_of(accepted: &[Accepted<'_>], rule: &str, fingerprint: Fingerprint) -> Option<u32> {
    let after = accepted.partition_point(|one| (one.0, one.1) <= (rule, fingerprint));
    let last = accepted.get(after.checked_sub(1)?)?;
    (last.0 == rule && last.1 == fingerprint).then_some(last.2)
}

/// What the rules over the file find.
fn of_file(
    reading: &Reading,
    told: &[(&Rule, Severity)],
    accept: impl Fn(&mut Finding, Fingerprint),
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut of_file = Fingerprints::default();
    let mut of_statements: Vec<Fingerprints<'_>> = reading.statements.iter().map(Fingerprints::of).collect();
    for (rule, severity) in told {
        let Test::File(test) = rule.test else { continue };
        let mut drafts = Vec::new();
        test(reading, &mut drafts);
        for draft in drafts {
            let statement = draft.statement.and_then(|at| reading.statements.get(at as usize));
            let own = draft.statement.and_then(|at| of_statements.get_mut(at as usize));
            let fingerprints = own.unwrap_or(&mut of_file);
            findings.push(finished(draft, rule, *severity, statement, fingerprints, &accept));
        }
    }
    findings
}

/// What the rules over one statement find.
fn of_statement(
    index: u32,
    subject: &Subject<'_>,
    told: &[(&Rule, Severity)],
    accept: impl Fn(&mut Finding, Fingerprint),
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut fingerprints = Fingerprints::of(subject.statement);
    for (rule, severity) in told {
        let Test::Statement(test) = rule.test else { continue };
        let mut drafts = Vec::new();
        test(subject, &mut drafts);
        for draft in drafts {
            let draft = draft.of(index);
            findings.push(finished(
                draft,
                rule,
                *severity,
                Some(subject.statement),
                &mut fingerprints,
                &accept,
            ));
        }
    }
    findings
}

fn finished(
    draft: Draft,
    rule: &Rule,
    severity: Severity,
    statement: Option<&Statement>,
    fingerprints: &mut Fingerprints<'_>,
    accept: impl Fn(&mut Finding, Fingerprint),
) -> Finding {
    let (basis, widespread) = (draft.basis.clone(), draft.widespread);
    let mut finding = draft.finish(rule, severity, statement);
    let fingerprint = fingerprints.make(&finding, &basis, widespread);
    accept(&mut finding, fingerprint);
    finding
}

/// The comparison a finding tells of, if it tells of one.
fn compared(finding: &Finding, statement: &Statement) -> Option<Compared> {
    match (finding.rule, finding.line) {
        ("T001", Some(line)) => Some(Compared::Total(line)),
        ("T002", _) => Some(Compared::Equation),
        ("T004", _) => {
            let at = statement.header.totals.iter().position(|total| Some(total.place) == finding.place)?;
            u32::try_from(at).ok().map(Compared::Stated)
        }
        _ => None,
    }
}
