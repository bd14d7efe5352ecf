//! One row a line, in file order: the table that everything else is made from.

use crate::flatten::keys::ItemKeys;
use crate::model::check::{Check, Outcome};
use crate::model::lines::{AmountState, LineId};
use crate::model::report::Examined;
use crate::model::statement::{Section, SectionKind};

/// One line with what its place in the tree says about it. Texts are as written in the file, unguarded.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The line itself.
    pub line: LineId,
    /// Its key; see [`ItemKeys`].
    pub line_id: &'a str,
    /// The key of the line above, empty for a section.
    pub parent_id: &'a str,
    /// `assets`, `liabilities`, `equity`, or the key of another section.
    pub section: &'a str,
    /// The section's name.
    pub category: &'a str,
    /// The names from the section down, joined by ` > `.
    pub path: &'a str,
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
    /// The amount exactly as written, readable or not; but a plain number with its digits if separators, signs or
    /// brackets had to be read away, as no program would take them for a number.
    pub literal: String,
    /// The amount as a plain number with its digits as written; empty if it cannot be read.
    pub amount: String,
    /// The comparison with its items, if it is a group.
    pub check: Option<&'a Check>,
    /// The line of the file on which it begins, from 1.
    pub source_line: u32,
}

impl Row<'_> {
    /// The sum of the items, if it was made.
    pub fn calculated(&self) -> String {
        self.check.and_then(|check| check.calculated).map(|amount| amount.to_string()).unwrap_or_default()
    }

    /// Reported − calculated, if it was made.
    pub fn difference(&self) -> String {
        self.check.and_then(|check| check.difference).map(|amount| amount.to_string()).unwrap_or_default()
    }

    /// The outcome of the comparison, empty for an account.
    pub fn status(&self) -> &'static str {
        self.check.map_or("", |check| Outcome::name(check.outcome))
    }
}

/// What is open around the current line.
struct Open<'a> {
    end: LineId,
    keys: ItemKeys<'a>,
    path_len: usize,
    name: LineId,
}

/// Calls `take` with each line of a statement, in file order.
pub fn each<E>(examined: &Examined, mut take: impl FnMut(&Row<'_>) -> Result<(), E>) -> Result<(), E> {
    let statement = &examined.statement;
    let lines = &statement.lines;
    let mut section_keys = ItemKeys::default();
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut path = String::new();
    for line in lines.all() {
        while open.last().is_some_and(|open| open.end <= line) {
            open.pop();
        }
        let section = statement.section_of(line);
        let section_key = section.map_or("", section_key);
        let name = statement.name(line);
        path.truncate(open.last().map_or(0, |open| open.path_len));
        if !open.is_empty() {
            path.push_str(" > ");
        }
        path.push_str(name);
        let line_id = match open.last_mut() {
            Some(open) => open.keys.next(name),
            None => section_keys.next(section_key),
        };
        let decorated = lines.amount_state(line) == AmountState::Decorated;
        let plain = lines.amount(line).filter(|_| decorated).map(|amount| amount.to_string());
        let literal = plain.unwrap_or_else(|| lines.literal(line));
        let amount = match lines.amount(line) {
            // An exponent is written out; every other readable literal is a plain number already.
            Some(amount) if literal.contains(['e', 'E']) => amount.to_string(),
            Some(_) => literal.clone(),
            None => String::new(),
        };
        take(&Row {
            line,
            line_id: &line_id,
            parent_id: open.last().map_or("", |open| open.keys.parent()),
            section: section_key,
            category: section.map_or("", |section| statement.name(section.line)),
            path: &path,
            parent_name: open.last().map_or("", |open| statement.name(open.name)),
            name,
            account_id: lines.account_id(line),
            level: lines.depth(line),
            is_account: lines.is_account(line),
            literal,
            amount,
            check: examined.check_of(line),
            source_line: lines.place(line).line,
        })?;
        let (end, path_len) = (lines.end(line), path.len());
        open.push(Open { end, keys: ItemKeys::under(line_id), path_len, name: line });
    }
    Ok(())
}

fn section_key(section: &Section) -> &str {
    match section.kind {
        SectionKind::Assets => "assets",
        SectionKind::Liabilities => "liabilities",
        SectionKind::Equity => "equity",
        SectionKind::Debits => "debits",
        SectionKind::Credits => "credits",
        SectionKind::Unknown | SectionKind::Other => &section.key,
    }
}
