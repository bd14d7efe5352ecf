//! One step a line, in file order, with what every table says of it and nothing that only some of them do.

use crate::model::amount::Amount;
use crate::model::lines::{AmountState, LineId};
use crate::model::statement::{Section, SectionKind, Statement};

/// One line with what its place in the tree says about it. Texts are as written in the file, unguarded.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The line itself.
    pub line: LineId,
    /// The line above, none for a section.
    pub parent: Option<LineId>,
    /// `assets`, `liabilities`, `equity`, or the key of another section.
    pub section: &'a str,
    /// The section's name.
    pub category: &'a str,
    /// The name of the line above, empty for a section.
    pub parent_name: &'a str,
    /// Its name; a section without one has its key.
    pub name: &'a str,
    /// Its account id, or empty.
    pub account_id: &'a str,
    /// 0 for a section, one more a level.
    pub level: u16,
    /// Whether it is at the lowest level.
    pub is_account: bool,
    /// The amount, if it can be read.
    pub amount: Option<Amount>,
    /// How the amount is written.
    pub literal: Literal<'a>,
}

/// The amount exactly as written, readable or not; but a plain number with its digits if separators, signs or brackets
/// had to be read away, as no program would take them for a number.
#[derive(Clone, Copy, Debug)]
pub enum Literal<'a> {
    /// The digits of an amount and nothing else.
    Digits(Amount),
    /// A text of the file; empty if there is none.
    Text(&'a str),
}

/// Calls `take` with each line of a statement, in file order.
pub fn each<'a, E>(
    statement: &'a Statement,
    mut take: impl FnMut(&Line<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let lines = &statement.lines;
    let (mut section, mut category) = ("", "");
    // The names of the lines above, the section's first.
    let mut above: Vec<&str> = Vec::new();
    for line in lines.all() {
        let level = lines.depth(line);
        let name = if level == 0 {
            let own = statement.section_of(line);
            section = own.map_or("", section_key);
            category = own.map_or("", |section| statement.name(section.line));
            statement.name(line)
        } else {
            lines.name(line)
        };
        above.truncate(usize::from(level));
        let amount = lines.amount(line);
        take(&Line {
            line,
            parent: lines.parent(line),
            section,
            category,
            parent_name: above.last().copied().unwrap_or_default(),
            name,
            account_id: lines.account_id(line),
            level,
            is_account: lines.is_account(line),
            amount,
            literal: literal(statement, line, amount),
        })?;
        above.push(name);
    }
    Ok(())
}

/// How the amount of a line is written.
pub fn literal(statement: &Statement, line: LineId, amount: Option<Amount>) -> Literal<'_> {
    let lines = &statement.lines;
    let kept = lines.kept_literal(line);
    match (amount, kept) {
        (Some(amount), None) => Literal::Digits(amount),
        (Some(amount), _) if lines.amount_state(line) == AmountState::Decorated => Literal::Digits(amount),
        (_, Some(text)) => Literal::Text(text),
        (None, None) => {
            lines.readings(line).map_or(Literal::Text(""), |[decimal, _]| Literal::Digits(decimal))
        }
    }
}

/// `assets`, `liabilities`, `equity` and so on, or the key of another section.
pub fn section_key(section: &Section) -> &str {
    match section.kind {
        SectionKind::Assets => "assets",
        SectionKind::Liabilities => "liabilities",
        SectionKind::Equity => "equity",
        SectionKind::Debits => "debits",
        SectionKind::Credits => "credits",
        SectionKind::Unknown | SectionKind::Other => &section.key,
    }
}
