//! Keeps what is said of statements as they are read: all of the first ones, and little of every other.

use crate::causes::explain::explain;
use crate::engine::table::Table;
use crate::engine::watch::Watch;
use crate::flatten::entered::Judged;
use crate::input::gather::Found;
use crate::input::reader::Rest;
use crate::model::finding::{Finding, Severity};
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::order::arranged;
use crate::model::register::{Entry, Register};
use crate::model::report::{Counts, Examined, FileFacts, MOST_KEPT, Report};
use crate::model::settings::Settings;
use crate::model::source::Source;
use crate::model::statement::Statement;
use crate::model::verdict::Verdict;
use crate::rules::judge::{Judge, Told, in_order};

pub mod listed;
pub mod said;

/// The most findings of one rule that are kept of all statements.
const MOST_OF_RULE: u64 = 10_000;

/// How much is kept of statements.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// How many lines, beyond the first statement; nothing if not even that is kept.
    pub lines: Option<u64>,
    /// How many findings of one rule about statements whose lines are let go.
    pub loose: u64,
}

impl Room {
    /// As much as a report has.
    pub const USUAL: Room = Room { lines: Some(MOST_KEPT), loose: 1_000 };
}

/// Everything said so far.
pub struct Book {
    judge: Judge,
    room: Room,
    files: Vec<FileFacts>,
    kept: Vec<Examined>,
    lines_kept: u64,
    /// How many lines of the files before this one are kept.
    lines_before: u64,
    register: Register,
    counts: Counts,
    findings: Vec<Finding>,
    /// How many findings of each rule are kept.
    of_rule: Vec<(&'static str, u64)>,
    more: Vec<(&'static str, Severity, u64)>,
    fitting: Vec<bool>,
    oddities: Vec<(u32, Oddity)>,
    worst: Option<Verdict>,
    broken: bool,
}

impl Book {
    /// An empty book, to be kept by these settings.
    pub fn new(settings: Settings, room: Room) -> Book {
        let fitting = vec![false; settings.waivers.len()];
        Book {
            judge: Judge::new(settings),
            room,
            files: Vec::new(),
            kept: Vec::new(),
            lines_kept: 0,
            lines_before: 0,
            register: Register::default(),
            counts: Counts::default(),
            findings: Vec::new(),
            of_rule: Vec::new(),
            more: Vec::new(),
            fitting,
            oddities: Vec::new(),
            worst: None,
            broken: false,
        }
    }

    /// The settings it is kept by.
    pub fn settings(&self) -> &Settings {
        self.judge.settings()
    }

    /// Only makes the checks of a statement, for a report that was made before or is made later. Answers with its number.
    pub fn number(&mut self, found: Found) -> (u32, Examined) {
        let number = u32::try_from(self.counts.statements).unwrap_or(u32::MAX);
        self.counts.statements += 1;
        (number, self.judge.checks(found.statement))
    }

    /// Judges a statement of the file with this name, adds it to the table, shows it to who watches, and keeps of it what
    /// there is room for.
    pub fn enter(
        &mut self,
        found: Found,
        file_name: &str,
        table: Option<&mut Table>,
        watch: Option<&mut dyn Watch>,
    ) {
        let number = u32::try_from(self.counts.statements).unwrap_or(u32::MAX);
        let file = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let keep = self.has_room(&found.statement);
        let counted = if watch.is_some() { Vec::new() } else { self.used_up(keep) };
        let (examined, told) = judged(&mut self.judge, number, found.statement, found.oddities, &counted);
        if let Some(table) = table {
            table.add(number, &examined);
        }
        if let Some(watch) = watch {
            let (findings, more) = (told.findings.as_slice(), told.more.as_slice());
            watch.statement(&Judged { number, file: file_name, examined: &examined, findings, more });
        }
        self.take(number, file, keep, examined, told, found.source);
    }

    /// The statements that are kept.
    pub fn kept(&self) -> &[Examined] {
        &self.kept
    }

    /// Whether the next statement is kept, with its lines.
    pub fn has_room(&self, statement: &Statement) -> bool {
        let kept_all = self.kept.len() as u64 == self.counts.statements;
        let fits = |most: u64| self.kept.is_empty() || self.lines_kept + weight(statement) <= most;
        kept_all && self.room.lines.is_some_and(fits)
    }

    /// The rules of which no finding of the next statement is kept.
    pub fn used_up(&self, keep: bool) -> Vec<&'static str> {
        let used_up = self.of_rule.iter().filter(|(_, kept)| *kept >= self.room_for(keep));
        used_up.map(|(rule, _)| *rule).collect()
    }

    /// The most findings of one rule that are kept of statements whose lines are kept, or let go.
    fn room_for(&self, keep: bool) -> u64 {
        if keep { MOST_OF_RULE } else { self.room.loose }
    }

    /// Takes a statement of this number and file, and keeps it or not.
    fn take(
        &mut self,
        number: u32,
        file: u32,
        keep: bool,
        examined: Examined,
        mut told: Told,
        source: Source,
    ) {
        self.counts.add_statement(&examined);
        self.worst = self.worst.max(Some(examined.verdict));
        let of = |severity: Severity| {
            let made = told.findings.iter().filter(|one| one.severity == severity && one.waiver.is_none());
            let more = told.more.iter().filter(|more| more.1 == severity).map(|more| more.2);
            u32::try_from(made.count() as u64 + more.sum::<u64>()).unwrap_or(u32::MAX)
        };
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        self.register.enter(listed::entry(number, file, &examined, (errors, warnings), source));
        for finding in &mut told.findings {
            finding.file = file;
        }
        self.take_findings(told, (!keep).then_some(&examined));
        if keep {
            self.lines_kept += weight(&examined.statement);
            self.kept.push(examined);
        }
    }

    /// Counts findings and keeps them while there is room. `loose` is the statement they are about, if its lines are
    /// about to be let go: what is shown of them is then put into words now.
    fn take_findings(&mut self, told: Told, loose: Option<&Examined>) {
        let room = self.room_for(loose.is_none());
        for finding in told.findings {
            self.counts.add_finding(&finding);
            if let Some(fits) = finding.waiver.and_then(|at| self.fitting.get_mut(at as usize)) {
                *fits = true;
            }
            let Some(mut finding) = self.admitted(finding, room) else { continue };
            if let Some(examined) = loose {
                loosen(&mut finding, examined);
            }
            self.findings.push(finding);
        }
        for (rule, severity, many) in told.more {
            self.counts.add_findings(severity, many);
            add_more(&mut self.more, rule, severity, many);
        }
    }

    /// A finding if there is room for it: so many of one rule are kept.
    fn admitted(&mut self, finding: Finding, room: u64) -> Option<Finding> {
        let at = self.of_rule.iter().position(|(rule, _)| *rule == finding.rule);
        let at = at.unwrap_or_else(|| {
            self.of_rule.push((finding.rule, 0));
            self.of_rule.len() - 1
        });
        let (_, kept) = self.of_rule.get_mut(at)?;
        if *kept < room {
            *kept += 1;
            return Some(finding);
        }
        // What was accepted counts no more, and is no more of what does.
        if finding.waiver.is_none() {
            add_more(&mut self.more, finding.rule, finding.severity, 1);
        }
        None
    }

    /// A file has ended. What is said beside its statements is shown to who watches.
    pub fn end_file(&mut self, facts: FileFacts, rest: Rest, mut watch: Option<&mut dyn Watch>) {
        let file = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        // A file that gave no statement is lost as a whole.
        if self.register.entries().last().is_some_and(|entry| entry.file == file) {
            self.counts.lost += rest.lost;
        }
        if rest.untold > 0 {
            self.counts.add_findings(Severity::Error, rest.untold);
            add_more(&mut self.more, "J001", Severity::Error, rest.untold);
            if let Some(watch) = watch.as_deref_mut() {
                watch.beside(&[], &[("J001", Severity::Error, rest.untold)]);
            }
        }
        self.files.push(facts);
        self.lines_before = self.lines_kept;
        self.take_oddities(file, rest.oddities, watch);
    }

    fn take_oddities(&mut self, file: u32, oddities: Vec<Oddity>, watch: Option<&mut dyn Watch>) {
        self.broken |= oddities.iter().any(|oddity| oddity.kind.is_loss());
        let mut told = self.judge.beside(&oddities);
        for finding in &mut told.findings {
            finding.file = file;
        }
        if let Some(watch) = watch {
            watch.beside(&told.findings, &told.more);
        }
        self.take_findings(told, None);
        self.oddities.extend(oddities.into_iter().map(|oddity| (file, oddity)));
    }

    /// The report. What only several statements together show is shown to who watches.
    pub fn close(mut self, watch: Option<&mut dyn Watch>) -> Report {
        let mut told = self.judge.together(0, &self.kept);
        for finding in &mut told.findings {
            if let Some(entry) = finding.statement.and_then(|at| self.register.get_mut(at)) {
                finding.file = entry.file;
                match (finding.severity, finding.waiver) {
                    (Severity::Error, None) => entry.errors += 1,
                    (Severity::Warning, None) => entry.warnings += 1,
                    _ => {}
                }
            }
        }
        if let Some(watch) = watch {
            for finding in &told.findings {
                if let Some(examined) = finding.statement.and_then(|at| self.kept.get(at as usize)) {
                    watch.together(finding, examined);
                }
            }
            watch.beside(&[], &told.more);
        }
        self.take_findings(told, None);
        let (file, files) = together(self.files);
        // A report that has no data was read, and proves nothing.
        let is = |kind: fn(&OddityKind) -> bool| self.oddities.iter().any(|(_, oddity)| kind(&oddity.kind));
        let empty = is(|kind| *kind == OddityKind::EmptyReport)
            && !is(|kind| matches!(kind, OddityKind::NoStatement { .. } | OddityKind::FitsNothing(_)));
        let worst = self.worst.or_else(|| empty.then_some(Verdict::NotCheckable));
        let verdict = worst.filter(|_| !self.broken).unwrap_or(Verdict::Unreadable);
        Report {
            file,
            files,
            settings: self.judge.settings().clone(),
            verdict,
            statements: self.kept,
            register: self.register,
            counts: self.counts,
            findings: in_order(self.findings),
            more: arranged(self.more, |a, b| (a.1, a.0).cmp(&(b.1, b.0))),
            fitting: self.fitting,
            oddities: self.oddities,
        }
    }
}

/// The same statements and oddities judged with other settings.
pub fn judge_again(report: Report, settings: Settings) -> Report {
    let mut book = Book::new(settings, Room::USUAL);
    let Report { file, files, statements, register, oddities, counts, .. } = report;
    book.files = if files.is_empty() { vec![file] } else { files };
    book.counts.lost = counts.lost;
    for (number, examined) in (0_u32..).zip(statements) {
        let Some(entry) = register.get(number) else { continue };
        let keep = book.has_room(&examined.statement);
        let counted = book.used_up(keep);
        let (examined, told) =
            judged(&mut book.judge, number, examined.statement, examined.oddities, &counted);
        book.take(number, entry.file, keep, examined, told, entry.source.clone());
    }
    for of_file in oddities.chunk_by(|a, b| a.0 == b.0) {
        let file = of_file.first().map_or(0, |(file, _)| *file);
        book.take_oddities(file, of_file.iter().map(|(_, oddity)| oddity.clone()).collect(), None);
    }
    book.close(None)
}

/// One statement by itself.
pub fn judge_one(found: Found, entry: &Entry, settings: &Settings) -> (Examined, Vec<Finding>) {
    let mut judge = Judge::new(settings.clone());
    let (examined, told) = judged(&mut judge, entry.number, found.statement, found.oddities, &[]);
    let mut findings = told.findings;
    for finding in &mut findings {
        finding.file = entry.file;
    }
    (examined, findings)
}

fn judged(
    judge: &mut Judge,
    number: u32,
    statement: Statement,
    mut oddities: Vec<Oddity>,
    counted: &[&'static str],
) -> (Examined, Told) {
    for oddity in &mut oddities {
        oddity.statement = Some(number);
    }
    let (examined, mut told) = judge.statement(number, statement, oddities, counted);
    explain(&examined, judge.settings().tolerance, &mut told.findings);
    (examined, told)
}

/// What a statement takes of the room for lines: one without lines takes some as well.
fn weight(statement: &Statement) -> u64 {
    u64::from(statement.lines.len()).max(1)
}

/// Puts into words where a finding stands, for its statement's lines are let go.
fn loosen(finding: &mut Finding, examined: &Examined) {
    let statement = &examined.statement;
    let pointer = match finding.line {
        Some(line) => statement.line_pointer(line),
        None => statement.pointer.clone(),
    };
    finding.pointer.get_or_insert(pointer);
    if let Some(line) = finding.line {
        finding.path = statement.path(line).into_iter().map(str::to_owned).collect();
    }
}

/// The files as one, and each of them if they are several.
fn together(mut files: Vec<FileFacts>) -> (FileFacts, Vec<FileFacts>) {
    if files.len() > 1 {
        let bytes = files.iter().map(|file| file.bytes).sum();
        let name = format!("{} files", files.len());
        return (FileFacts { name, bytes, sha256: String::new(), text_from: None }, files);
    }
    let none = FileFacts { name: String::new(), bytes: 0, sha256: String::new(), text_from: None };
    (files.pop().unwrap_or(none), files)
}

fn add_more(
    more: &mut Vec<(&'static str, Severity, u64)>,
    rule: &'static str,
    severity: Severity,
    many: u64,
) {
    match more.iter_mut().find(|one| one.0 == rule && one.1 == severity) {
        Some(one) => one.2 += many,
        None => more.push((rule, severity, many)),
    }
}
