//! How a finding stands on the wire.

use crate::engine::wire::Wire;
use crate::engine::wire_entry::{amount, line, place};
use crate::model::amount::Amount;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::finding::{Figures, Finding, LineSaid, Severity};
use crate::model::lines::LineId;
use crate::model::place::Place;
use crate::model::waiver::Fingerprint;
use crate::rules::catalogue;

/// Every severity.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

const KINDS: [CauseKind; 11] = [
    CauseKind::SignFlipped,
    CauseKind::ItemOmitted,
    CauseKind::ItemDoubled,
    CauseKind::ItemMoved,
    CauseKind::PointSlipped,
    CauseKind::DigitsSwapped,
    CauseKind::DigitMistyped,
    CauseKind::TwoItems,
    CauseKind::TotalMisstated,
    CauseKind::OneSided,
    CauseKind::FailingTotals,
];

/// A finding, without the file it is about.
pub fn finding(wire: &mut Wire, finding: &mut Finding) {
    let Finding {
        rule: code,
        name,
        severity,
        message,
        line_said,
        file: _,
        statement,
        line: of,
        place: at,
        pointer,
        figures: compared,
        causes,
        path,
        fingerprint,
        waiver,
    } = finding;
    rule(wire, code);
    *name = catalogue::find(code).map_or(*name, |rule| rule.name);
    wire.choice(severity, &SEVERITIES);
    wire.text(message);
    wire.perhaps(line_said, LineSaid::default, |wire, LineSaid { at, line }| {
        wire.small(at);
        wire.small(line);
    });
    for number in [statement, waiver] {
        wire.perhaps(number, u32::default, Wire::small);
    }
    wire.perhaps(of, || LineId(0), line);
    wire.perhaps(at, Place::default, place);
    wire.perhaps_text(pointer);
    let blank = || {
        let zero = Amount::ZERO;
        Figures { reported: zero, calculated: zero, difference: zero, residual: None }
    };
    wire.perhaps(compared, blank, figures);
    let blank = || Cause {
        kind: CauseKind::SignFlipped,
        strength: Strength::Weak,
        text: String::new(),
        lines: Vec::new(),
    };
    wire.list(causes, blank, cause);
    wire.texts(path);
    wire.number(&mut fingerprint.0);
}

/// A finding of which nothing is known yet.
pub fn blank() -> Finding {
    Finding {
        rule: "",
        name: "",
        severity: Severity::Info,
        message: String::new(),
        line_said: None,
        file: 0,
        statement: None,
        line: None,
        place: None,
        pointer: None,
        figures: None,
        causes: Vec::new(),
        path: Vec::new(),
        fingerprint: Fingerprint(0),
        waiver: None,
    }
}

/// The code of a rule.
pub fn rule(wire: &mut Wire, code: &mut &'static str) {
    let mut own = (*code).to_owned();
    wire.text(&mut own);
    *code = catalogue::find(&own).map_or("", |rule| rule.code);
}

fn figures(wire: &mut Wire, figures: &mut Figures) {
    let Figures { reported, calculated, difference, residual } = figures;
    for figure in [reported, calculated, difference] {
        amount(wire, figure);
    }
    wire.perhaps(residual, Amount::default, amount);
}

fn cause(wire: &mut Wire, cause: &mut Cause) {
    let Cause { kind, strength, text, lines } = cause;
    wire.choice(kind, &KINDS);
    wire.choice(strength, &[Strength::Strong, Strength::Weak]);
    wire.text(text);
    wire.list(lines, || LineId(0), line);
}
