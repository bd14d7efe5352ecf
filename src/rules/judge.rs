//! Applies every rule to what was read, one statement at a time: the way in to this room.

use crate::model::check::{Check, Outcome, Standing, Subject as Compared};
use crate::model::finding::{Finding, Severity};
use crate::model::level::Level;
use crate::model::oddity::Oddity;
use crate::model::order::{arranged, sorted};
use crate::model::report::Examined;
use crate::model::settings::Settings;
use crate::model::statement::Statement;
use crate::model::verdict::Verdict;
use crate::model::waiver::Fingerprint;
use crate::rules::amounts::Amounts;
use crate::rules::catalogue::{RULES, find};
use crate::rules::checks;
use crate::rules::fingerprint::Fingerprints;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Subject, Test};
use crate::rules::tolerance;
use crate::rules::tree::Tree;

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

/// The rules as settings want them.
pub struct Judge {
    settings: Settings,
    /// The rules that are on, with what they weigh.
    told: Vec<(&'static Rule, Severity)>,
    /// The rules of checks that are off.
    off: Vec<&'static str>,
    /// The waivers by what they accept, with their places in the settings.
    accepted: Vec<(Fingerprint, u32)>,
    /// The tree of the last statement, if others may have it.
    tree: Option<Tree>,
}

/// What the rules say of something.
#[derive(Debug, Default)]
pub struct Told {
    /// The findings: by severity, then in file order, then by code.
    pub findings: Vec<Finding>,
    /// Findings too many to be kept: their rule, what they weigh, and how many they are.
    pub more: Vec<(&'static str, Severity, u64)>,
}

impl Judge {
    /// A judge with these settings.
    pub fn new(settings: Settings) -> Judge {
        let on = |rule: &&'static Rule| level(rule, &settings).severity().map(|severity| (*rule, severity));
        let told: Vec<(&Rule, Severity)> = RULES.iter().filter_map(on).collect();
        let is_off = |code: &&str| find(code).is_some_and(|rule| level(rule, &settings) == Level::Off);
        let off = ["T001", "T002", "T004"].into_iter().filter(is_off).collect();
        let waivers = (0_u32..).zip(&settings.waivers);
        let accepted: Vec<(Fingerprint, u32)> =
            waivers.map(|(at, waiver)| (waiver.fingerprint, at)).collect();
        let accepted = sorted(&accepted, Ord::cmp);
        Judge { settings, told, off, accepted, tree: None }
    }

    /// The settings it judges by.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Makes every check of the statement with this number, applies every rule that looks at one, and finds what was
    /// accepted. Findings of the rules in `counted` are only counted, if none could have been accepted: of a large file
    /// most findings are kept by nobody.
    pub fn statement(
        &mut self,
        index: u32,
        statement: Statement,
        oddities: Vec<Oddity>,
        counted: &[&'static str],
    ) -> (Examined, Told) {
        let amounts = Amounts::of(&statement.lines);
        let decimals = tolerance::decimals(&amounts);
        let mut checks = checks::make(&statement, self.settings.tolerance, decimals);
        let known = self.tree.take().filter(|tree| tree.is_of(&statement));
        let mut tree = known.unwrap_or_else(|| Tree::of(&statement));
        let mut silent = Vec::new();
        let subject = Subject {
            statement: &statement,
            checks: &checks,
            amounts: &amounts,
            tree: &tree,
            decimals,
            settings: &self.settings,
        };
        let noticed = Noticed { oddities: &oddities, statement: Some((index, &statement)) };
        let mut told = Told::default();
        let mut fingerprints = Fingerprints::of(&statement);
        for (rule, severity) in &self.told {
            let only_counted = self.accepted.is_empty() && counted.contains(&rule.code);
            let mut drafts = Drafts::new(only_counted);
            match rule.test {
                Test::Statement(test) => test(&subject, &mut drafts),
                Test::Tree(_) if tree.is_silent(rule.code) => {}
                Test::Tree(test) => {
                    test(&subject, &mut drafts);
                    if drafts.is_empty() {
                        silent.push(rule.code);
                    }
                }
                Test::Noticed(test) => test(&noticed, &mut drafts),
                Test::Together(_) => {}
            }
            told.take_more(rule, *severity, drafts.more);
            for draft in drafts.list {
                if only_counted {
                    told.take_more(rule, draft.weight(*severity), 1);
                    continue;
                }
                let draft = draft.of(index);
                told.findings.push(self.finished(
                    draft,
                    rule,
                    *severity,
                    Some(&statement),
                    &mut fingerprints,
                ));
            }
        }
        tree.silence(silent);
        self.tree = Some(tree).filter(Tree::may_be_of_others);
        let waived = told.findings.iter().filter(|one| one.waiver.is_some());
        let waived: Vec<Compared> = waived.filter_map(|one| compared(one, &statement)).collect();
        let waived = sorted(&waived, Ord::cmp);
        for check in &mut checks {
            check.standing = self.standing(check, &waived);
        }
        told.findings = in_order(told.findings);
        let verdict = Verdict::over(&checks);
        (Examined { statement, decimals, checks, verdict, oddities }, told)
    }

    /// Makes every check of a statement and applies no rule: all that a table shows.
    pub fn checks(&self, statement: Statement) -> Examined {
        let decimals = tolerance::decimals(&Amounts::of(&statement.lines));
        let checks = checks::make(&statement, self.settings.tolerance, decimals);
        let verdict = Verdict::over(&checks);
        Examined { statement, decimals, checks, verdict, oddities: Vec::new() }
    }

    /// What the rules say of what was noticed beside all statements.
    pub fn beside(&self, oddities: &[Oddity]) -> Told {
        let noticed = Noticed { oddities, statement: None };
        let mut told = Told::default();
        let mut fingerprints = Fingerprints::default();
        for (rule, severity) in &self.told {
            let Test::Noticed(test) = rule.test else { continue };
            let mut drafts = Drafts::new(false);
            test(&noticed, &mut drafts);
            told.take_more(rule, *severity, drafts.more);
            for draft in drafts.list {
                told.findings.push(self.finished(draft, rule, *severity, None, &mut fingerprints));
            }
        }
        told.findings = in_order(told.findings);
        told
    }

    /// What the rules say that look at several statements together, of those from the number `first` on.
    pub fn together(&self, first: u32, statements: &[Examined]) -> Told {
        let numbered: Vec<(u32, &Statement)> =
            (first..).zip(statements.iter().map(|examined| &examined.statement)).collect();
        let mut told = Told::default();
        for (rule, severity) in &self.told {
            let Test::Together(test) = rule.test else { continue };
            let mut drafts = Drafts::new(false);
            test(&numbered, &mut drafts);
            told.take_more(rule, *severity, drafts.more);
            let mut known: Option<(u32, Fingerprints<'_>)> = None;
            for draft in drafts.list {
                let of =
                    draft.statement.and_then(|at| numbered.get(at.checked_sub(first)? as usize)).copied();
                let Some((at, statement)) = of else { continue };
                let (_, fingerprints) = match &mut known {
                    Some(known) if known.0 == at => known,
                    known => known.insert((at, Fingerprints::of(statement))),
                };
                told.findings.push(self.finished(draft, rule, *severity, Some(statement), fingerprints));
            }
        }
        told
    }

    /// What cannot be checked was not shown to agree, whatever was accepted or switched off.
    fn standing(&self, check: &Check, waived: &[Compared]) -> Standing {
        match check.subject {
            subject if self.off.contains(&subject.rule()) && check.outcome != Outcome::NotCheckable => {
                Standing::RuleOff
            }
            subject if waived.binary_search(&subject).is_ok() => Standing::Accepted,
            Compared::Stated(_) => Standing::Beside,
            Compared::Total(_) | Compared::Equation => Standing::Counts,
        }
    }

    fn finished(
        &self,
        draft: Draft,
        rule: &Rule,
        severity: Severity,
        statement: Option<&Statement>,
        fingerprints: &mut Fingerprints<'_>,
    ) -> Finding {
        let (basis, widespread) = (draft.basis.clone(), draft.widespread);
        let mut finding = draft.finish(rule, severity, statement);
        finding.fingerprint = fingerprints.make(&finding, &basis, widespread);
        finding.waiver = self.waiver_of(&finding);
        finding
    }

    /// The last waiver of a finding.
    fn waiver_of(&self, finding: &Finding) -> Option<u32> {
        let from = self.accepted.partition_point(|one| one.0 < finding.fingerprint);
        let alike = self.accepted.get(from..).unwrap_or_default();
        let alike = alike.iter().take_while(|one| one.0 == finding.fingerprint).map(|one| one.1);
        let of_rule = |at: &u32| {
            self.settings.waivers.get(*at as usize).is_some_and(|waiver| waiver.rule == finding.rule)
        };
        alike.filter(of_rule).last()
    }
}

impl Told {
    fn take_more(&mut self, rule: &Rule, severity: Severity, many: u64) {
        if many > 0 {
            self.more.push((rule.code, severity, many));
        }
    }
}

/// Findings of one statement, or of none: the worst first, then in file order, then by code.
pub fn in_order(findings: Vec<Finding>) -> Vec<Finding> {
    let place = |finding: &Finding| finding.place.map(|place| place.offset);
    arranged(findings, |a, b| {
        (a.severity, a.file, a.statement, place(a), a.rule).cmp(&(
            b.severity,
            b.file,
            b.statement,
            place(b),
            b.rule,
        ))
    })
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
