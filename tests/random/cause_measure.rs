//! Measures how often the cause of a known fault is told, and how often one is claimed that is not there.

use crate::cause_faults::{Fault, Spoil, Truth};
use crate::sheets::{Dice, balanced, pointer};
use tieout::engine;
use tieout::model::cause::{Cause, Strength};
use tieout::model::report::Report;
use tieout::model::settings::Settings;

/// How often what was told. All but `sheets` are counts out of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Sheets with the fault, where its check differs.
    pub sheets: u64,
    /// The true cause came first.
    pub first: u64,
    /// The true cause was among those told.
    pub among: u64,
    /// Some cause was told.
    pub any: u64,
    /// Some cause was told as strong.
    pub strong: u64,
}

impl Tally {
    /// A count out of a thousand sheets.
    pub fn of_thousand(self, count: u64) -> u64 {
        count * 1000 / self.sheets.max(1)
    }
}

/// Puts the fault into `sheets` random sheets.
pub fn measure(fault: &Fault, sheets: u64) -> Tally {
    run(fault.spoil, sheets, |report, truth, cause| {
        let statement = &report.statements[0].statement;
        let named =
            |path: &[usize]| cause.lines.iter().any(|line| statement.line_pointer(*line) == pointer(path));
        cause.kind == fault.kind && named(&truth.line)
    })
}

/// Puts an error without a cause into `sheets` random sheets.
pub fn measure_random(spoil: Spoil, sheets: u64) -> Tally {
    run(spoil, sheets, |_, _, _| false)
}

fn run(spoil: Spoil, sheets: u64, is_true: impl Fn(&Report, &Truth, &Cause) -> bool) -> Tally {
    let mut tally = Tally::default();
    for seed in 0.. {
        if tally.sheets == sheets {
            break;
        }
        let mut dice = Dice(seed);
        let sound = balanced(&mut dice);
        let paths = sound.paths();
        let spoiled = (0..8).find_map(|_| {
            let mut sheet = sound.clone();
            let path = &paths[dice.roll(paths.len())];
            spoil(&mut dice, &mut sheet, path).map(|truth| (sheet, truth))
        });
        let Some((sheet, truth)) = spoiled else { continue };
        let report = engine::check("sheet.json", sheet.json().as_bytes(), Settings::default());
        let (rule, at) = match &truth.at {
            Some(group) => ("T001", pointer(group)),
            None => ("T002", String::new()),
        };
        let finding = report.findings.iter().find(|one| one.rule == rule && report.pointer_of(one) == at);
        // The fault may be no larger than rounding.
        let Some(finding) = finding else { continue };
        let told = |cause: &Cause| is_true(&report, &truth, cause);
        tally.sheets += 1;
        tally.first += u64::from(finding.causes.first().is_some_and(told));
        tally.among += u64::from(finding.causes.iter().any(told));
        tally.any += u64::from(!finding.causes.is_empty());
        tally.strong += u64::from(finding.causes.iter().any(|cause| cause.strength == Strength::Strong));
    }
    tally
}
