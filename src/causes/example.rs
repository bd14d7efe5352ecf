//! Statements written as indented lines, for the examples of this room.

use crate::causes::explain::explain;
use crate::model::amount::Amount;
use crate::model::dialect::Dialect;
use crate::model::lines::{AmountState, LineId, Lines};
use crate::model::place::Place;
use crate::model::report::Examined;
use crate::model::settings::{Settings, Tolerance};
use crate::model::statement::{Section, SectionKind, Statement};
use crate::rules::judge::{Judge, Told};

/// A line each: indentation, name, amount (`-` for none). Lines of the least indentation are sections.
fn statement(text: &str) -> Statement {
    let rows = text.lines().filter(|row| !row.trim().is_empty()).map(|row| {
        let (name, amount) = row.rsplit_once(' ').expect("a name and an amount");
        (row.len() - row.trim_start().len(), name.trim(), amount)
    });
    let mut lines = Lines::default();
    let mut sections = Vec::new();
    let mut open: Vec<(usize, LineId)> = Vec::new();
    for (at, (indent, name, amount)) in rows.enumerate() {
        while let Some((_, line)) = open.pop_if(|(other, _)| *other >= indent) {
            lines.close(line);
        }
        let place = Place { offset: at as u64, line: 1, column: 1 };
        let line = lines.push(open.last().map(|(_, line)| *line), 0, place).expect("room for a line");
        lines.set_name(line, name);
        if amount != "-" {
            let value = Amount::parse(amount).expect("an amount");
            lines.set_amount(line, AmountState::Text, Some(value), amount);
        }
        if open.is_empty() {
            let kind = match name {
                "assets" => SectionKind::Assets,
                "liabilities" => SectionKind::Liabilities,
                "equity" => SectionKind::Equity,
                _ => SectionKind::Unknown,
            };
            sections.push(Section::new(kind, name.to_owned(), line));
        }
        open.push((indent, line));
    }
    for (_, line) in open.into_iter().rev() {
        lines.close(line);
    }
    let (dialect, place) = (Dialect::Canonical, Place::default());
    Statement { sections, lines, ..Statement::new(dialect, String::new(), place) }
}

fn judgement(text: &str) -> (Examined, Told) {
    Judge::new(Settings::default()).statement(0, statement(text), Vec::new(), &[])
}

/// A statement with its checks.
pub fn examined(text: &str) -> Examined {
    judgement(text).0
}

/// Every cause that is told: the line of the finding (nothing for the equation), the kind, the strength, the words.
pub fn told(text: &str) -> Vec<String> {
    let (examined, Told { mut findings, .. }) = judgement(text);
    explain(&examined, Tolerance::FromData, &mut findings);
    let names = &examined.statement;
    let rows = findings.iter().flat_map(|finding| {
        finding.causes.iter().map(|cause| {
            let about = finding.line.map_or("", |line| names.name(line));
            format!("{about}: {} {}: {}", cause.strength.name(), cause.kind.name(), cause.text)
        })
    });
    rows.collect()
}
